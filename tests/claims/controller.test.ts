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
  ])('nobody: %s', async (text) => expect(await names(text)).toEqual([]));

  it('lets the names found speak as "we"', async () => {
    const text = 'Nimbus Labs Ltd ("Nimbus", "we") runs the site. Nimbus does not sell data to partners.';
    expect(await claimsOf('sale', text)).toHaveLength(1);
  });
});
