import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const processors = async (text: string): Promise<string[]> => (await claimsOf('processor', text)).map(({ value }) => value.name);
const controllers = async (text: string): Promise<string[]> => (await claimsOf('controller', text)).map(({ value }) => value.name);
const contacts = async (text: string): Promise<string[]> =>
  (await claimsOf('contact', text)).map(({ value }) => `${value.channel} ${value.value ?? ''}`.trim());

describe('recipients that are named', () => {
  it.each([
    ['We host it using third parties, including AWS®, TinRack and Rackspace®.', ['Amazon Web Services (AWS)', 'TinRack', 'Rackspace']],
    ['We may share your address with RGNT (Regional Guild of Network Trustees) to assign a number to you.', ['RGNT']],
    ['You can authenticate via a third-party service, like Google, Slack, or Microsoft Teams.', ['Google', 'Slack', 'Microsoft Teams']],
    ['We use services like Google Analytics to see which pages are read.', ['Google Analytics']],
    ['Our websites and mobile applications use the Tyfe analytics service.', ['Tyfe']],
    ['We may use analytics software (such as brickly.io crash reporting).', ['brickly.io']],
    ['The payment processors we work with are:\n\n**Stripe:**\n\nTheir policy is at https://stripe.com/privacy\n', ['Stripe']],
    ['The payment processors we work with are:\n\n* **Tokenpayments**\\\n  Their Privacy Policy is on their site.\n', ['Tokenpayments']],
  ])('%s', async (text, expected) => expect(await processors(text)).toEqual(expected));

  it.each([
    'All payment gateways adhere to PCI-DSS, which is a joint effort of brands like Visa, Mastercard and American Express.',
    'Our addresses can become blocked by major mail providers such as Gmail or Yahoo.',
    'We may use crash reporting such as self-hosted Sentry.',
    'Statistics are collected with Matomo (self-hosted).',
    'Messages are stored in databases like MongoDB.',
    'You allow us to contact you by phone, by SMS or via WhatsApp.',
    'Nimbus Ltd is provided through Nimbus Checks Ltd (a wholly-owned Epic Games subsidiary).',
    'We are Nimbus, comprising the brands Mailgun, Mailjet and Larkmail, and we use third-party services.',
  ])('none: %s', async (text) => expect(await processors(text)).toEqual([]));
});

describe('who runs the service', () => {
  it.each([
    ['This policy explains the methods and practices that Brambly employs to collect information.', ['Brambly']],
    [
      'This policy applies to the Dice app (hereby referred to as the "Application") that was created by mara lundqvist (hereby referred to as the "Service Provider") as a free service.',
      ['mara lundqvist'],
    ],
    [
      'The Heron Atlas is the Northern Wetland Research Organisation (NWRO) as the legal entity responsible for the project.',
      ['NWRO', 'Northern Wetland Research Organisation'],
    ],
    ['The data controller of your personal data is Mothwing s.r.o., Thamova 18, Prague 8, 186 00, Czech Republic.', ['Mothwing s.r.o.']],
  ])('%s', async (text, expected) => expect((await controllers(text)).sort()).toEqual(expected));
});

describe('where to write', () => {
  it.each([
    [
      'You can contact us:\n\n- By phone number: +33 01 89 16 77 39\n- By mail: 1 rue de Londres, 75008 Paris\n',
      ['phone +33 01 89 16 77 39', 'post By mail: 1 rue de Londres, 75008 Paris'],
    ],
    [
      'Company (referred to as "the Company" or "Us") refers to Tidewater LLC, Green Town, North dist, 4th horn, 909th.',
      ['post Tidewater LLC, Green Town, North dist, 4th horn, 909th'],
    ],
    ['## Contact us\n\nNimbus Ltd\n\n14 Larkspur, Dunmore, CA 90412\n', ['post Nimbus Ltd, 14 Larkspur, Dunmore, CA 90412']],
    ['You can also tweet to us.', ['messaging tweet to']],
    ['For instance, when jo_lee@heronmail.test runs through a hashing function, a string comes out.', []],
    ['We use Zendesk for support tickets and live chat.', []],
    ['The controller is Nimbus Ltd, registered in Leeds, under number 80412, United Kingdom.', []],
  ])('%s', async (text, expected) => expect(await contacts(text)).toEqual(expected));

  it('an officer on the line below the title', async () => {
    const text = '## Contact\n\nData Protection Officer according to articles 37 et seq. GDPR:\n\nNimbus Corporation\n';
    expect((await claimsOf('dpo', text)).map(({ value }) => value.value)).toEqual(['Nimbus Corporation']);
  });

  it('service providers in a country', async () => {
    const [claim] = await claimsOf('transfer', 'We work with service providers in the US and other regions who process your data.');
    expect(claim?.value.destination).toEqual(['US']);
  });
});
