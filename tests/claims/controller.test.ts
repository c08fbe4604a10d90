import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const names = async (text: string): Promise<string[]> => (await claimsOf('controller', text)).map((claim) => claim.value.name);

describe('controller', () => {
  it.each([
    ['Nimbus Notes ("we," "our," or "us") respects your privacy.', ['Nimbus Notes']],
    [
      'Nimbus GmbH is the controller. The authority responsible for us is the Berlin Commissioner for Data Protection and Freedom of Information.',
      ['Nimbus GmbH'],
    ],
    ['This app is operated by Nimbus Labs Ltd.', ['Nimbus Labs Ltd.']],
    ['Data controller: Nimbus GmbH, Hauptstr. 1, 10115 Berlin.', ['Nimbus GmbH']],
    ['The controller is: Nimbus GmbH, Hauptstr. 1, 10115 Berlin.', ['Nimbus GmbH']],
    ['Responsible within the meaning of the GDPR: Nimbus GmbH, Hauptstr. 1, 10115 Berlin.', ['Nimbus GmbH']],
    ['The supervisory authority responsible for us is: Hamburg Commissioner, Ludwig-Erhard-Str. 22, Hamburg.', []],
    ['Nimbus is committed to protecting your data.', ['Nimbus']],
    ['At Nimbus, we care about your privacy.', ['Nimbus']],
    ['The data controller is Ada Marchetti, who can be reached by e-mail.', ['Ada Marchetti']],
    ['"We" means Nimbus GmbH.', ['Nimbus GmbH']],
    ['Nimbus GmbH, 1 High Street, Leeds, is the controller of your personal data.', ['Nimbus GmbH']],
    ['**Company** (referred to as "the Company", "We" or "Us") refers to Nimbus Corp, 1 Main Street.', ['Nimbus Corp']],
    ['# Privacy Policy for Nimbus\n\nThis policy is short.', ['Nimbus']],
    ['# Nimbus Privacy Policy\n\nThis policy is short.', ['Nimbus']],
    ['[["Nimbus App"]] takes your privacy seriously.', ['Nimbus App']],
    ['Nimbus collects your name. Nimbus processes it. Nimbus respects the law. Nimbus does not sell it.', ['Nimbus']],
    ['Skylark is run by its founders (Ada Marchetti and Bo Lindqvist).', ['Ada Marchetti', 'Bo Lindqvist']],
    ['Nimbus ("the site") is operated by Skylark ("we", "us"), a charity.', ['Skylark']],
    [
      'This policy applies to the Marlow Tide Tables app (hereby referred to as "Application") for mobile devices that was created by Skylark Studio as a free service.',
      ['Skylark Studio'],
    ],
    [
      'The Tidewater Research Foundation, Inc. (TRF) is a charity. TRF takes your privacy seriously.',
      ['Tidewater Research Foundation, Inc.', 'TRF'],
    ],
    ['Questions? See below.\n\n## Contact us\n\nNimbus Networks, Inc.\n', ['Nimbus Networks, Inc.']],
    // Small letters, other scripts and names of which only the first word has a capital.
    ['Company (referred to as either "the Company", "We" or "Us" in this Agreement) refers to amber tide.', ['amber tide']],
    ['Company (referred to as either "the Company", "We" or "Us" in this Agreement) refers to دفتر الملاحظات.', ['دفتر الملاحظات']],
    ['Privacy is a right, and at Amber tide swimming club (Company/Us/We/Our), it is treated as such.', ['Amber tide swimming club']],
    ['We (referred to as either "We", "Us" or "Our") refers to the app developer team, Nimbus Tides Ltd.', ['Nimbus Tides Ltd.']],
    ['Nimbus Media Ltd. ("we", "us", "nimbusdaily.com") keeps little.', ['Nimbus Media Ltd.', 'nimbusdaily.com']],
    ['If you have any questions regarding this privacy policy, you can contact Nimbus Corporation:', ['Nimbus Corporation']],
    ['## Owner and Data Controller\n\nCustom Barns\n12 Larch Lane\nDunmore, CA 90412\n\nE-mail: x@barns.example.net', ['Custom Barns']],
    ['# nimbusCamp.org Privacy Policy: Questions and Answers\n\nWe keep little.', ['nimbusCamp.org']],
    ['The site is offered by the Nimbus Corporation. And we keep little.', ['Nimbus Corporation']],
    // The short form on either side of the long one, and an owner.
    [
      'We at Nimbus Food & Health care for your privacy. The mission of NFH (Nimbus Food & Health) is to help.',
      ['Nimbus Food & Health', 'NFH'],
    ],
    ['The Nimbus Post and its owner, Larch Family, LLC (collectively, "The Post"), value your privacy.', ['Larch Family, LLC']],
    // Whom to ask, and where to write.
    ['You may contact Nimbus Global Media regarding our privacy practices at the following address:', ['Nimbus Global Media']],
    [
      'If you have questions, please contact us at: Attn: Privacy Officer Larch Dairy, Inc. 75 Mill Lane Dunmore, CA 90412',
      ['Larch Dairy, Inc.'],
    ],
    // Its own site or mailbox, under the endings of a country too.
    [
      'You can opt out at www.nimbus.co.uk/contact. Rules are at www.nimbus.co.uk/rules. All that you buy from Nimbus is known to Nimbus. Nimbus is small.',
      ['Nimbus'],
    ],
    ['Write to gdpr@nimbus.co.uk about all that you buy from Nimbus. If you leave Nimbus, we forget you.', ['Nimbus']],
  ])('%s', async (text, expected) => expect((await names(text)).sort()).toEqual([...expected].sort()));

  it.each([
    'We collect your data. Our Service is free.',
    '# Privacy Policy\n\nLast updated: 5 May 2025\n\nWe keep little.',
    'Payments are provided by Stripe.',
    'Google Analytics is operated by Google Inc.',
    'California Residents have further rights.',
    'Service Providers may collect data.',
    'You may contact us at the Privacy Center.',
    'We comply with the General Data Protection Regulation.',
    'Company (referred to as either "the Company", "We" or "Us" in this Agreement) refers to this application.',
    'We may combine this information with information that we collect through other means described above.',
    'We refer to Nimbus Users and Platform Partners separately, but collectively we refer to each as “you” or “your”.',
    'We have websites and mobile applications (collectively, "Company Digital Properties").',
    'You may use it through a Social Networking Site, (any of these, a “We Nimbus User”).',
    'If you are in the EU, write to us or to our EU representative, Larch Rep Ltd 12 Mill Lane, Dublin.',
    'Please contact Larchbox directly at help@larchbox.test.',
    'To Whom Is This Policy Applicable?\n\nWhat Data We Process\n\nWe collect your name. We process it.',
    'Most of the games are created by 3rd party developers.',
    'See www.google.com/policies and www.google.com/ads: Google is a vendor. Google shows ads. Google keeps them.',
  ])('nobody: %s', async (text) => expect(await names(text)).toEqual([]));

  it('lets the names found speak as "we"', async () => {
    const text = 'Nimbus Labs Ltd ("Nimbus", "we") runs the site. Nimbus does not sell data to partners.';
    expect(await claimsOf('sale', text)).toHaveLength(1);
  });
});
