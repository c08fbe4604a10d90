import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const processors = async (text: string): Promise<string> =>
  (await claimsOf('processor', text))
    .map(({ value, polarity }) => `${polarity === 'negated' ? 'not ' : ''}${value.name}${value.known ? '' : '*'}`)
    .join(', ');

describe('processor', () => {
  it.each([
    ['Disqus ("we") runs this service. We share data with Zeta Global and with Stripe.', 'Stripe'],
    ['Payments are processed by Stripe.', 'Stripe'],
    ['We use third-party services (such as Stripe for payments and Sentry).', 'Stripe, Sentry'],
    ['You can sign in with Google or Apple.', 'Google, Apple'],
    ["We don't use Stripe. We use Mailchimp to send e-mails.", 'Mailchimp'],
    ['We use RevenueCat to collect and manage this data.', 'RevenueCat'],
    ['A hash of your address may be provided to the Gravatar service to see whether you use it.', 'Gravatar'],
    ['You can read this policy in the app stores (App Store, Google Play).', ''],
    ['June 5, 2023: Removed WordPress, as it is not used', ''],
    ['This site uses Google Analytics.', 'Google Analytics'],
    ['The site is hosted on GitHub Pages.', 'GitHub Pages'],
    ['We rely on Google Firebase services, including Firebase Authentication and Cloud Firestore.', 'Firebase'],
    ['We use Crashlytics for crash reports.', 'Firebase Crashlytics'],
    ['Our hosting provider is Quelltau.', 'Quelltau*'],
    ['Our support runs on providers such as Helpdokk and Mailrix.', 'Helpdokk*, Mailrix*'],
    ['We use Segment to understand how the app is used.', 'Segment'],
    // Rows of names: after "e.g.,", a colon, a legal form, "a third party,".
    ['We have payment gateway providers (e.g., Stripe, Larkpay, PayPal, Dunhawk); and more.', 'Stripe, Larkpay*, PayPal, Dunhawk*'],
    ['We get data from these reputable suppliers: Larklinks, Dunota and Nielsen.', 'Larklinks*, Dunota*, Nielsen'],
    ['Our current partners include Salesforce Inc, Larkfox, and Hotjar.', 'Salesforce, Larkfox*, Hotjar'],
    ['We may e-mail you via a third party, LarkCycle, to remind you.', 'LarkCycle*'],
    ['We engage providers that specialise in profiling, such as Experian and Dunkle.', 'Experian, Dunkle*'],
    ['We use Stripe, Sentry, and mLark for our servers.', 'Stripe, Sentry, mLark*'],
    ['- We ask for your views via the following third parties:\n  - Larkbox: To survey our customers by e-mail', 'Larkbox*'],
    ['The Larch Trust uses Stripe and Dunpay to process your donations.', 'Stripe, Dunpay*'],
    ['Examples of third parties that we currently work with are Stripe, Google.com, and Dunpay.', 'Stripe, Google, Dunpay*'],
    ['To opt out of Mixpanel analytics, click here.', 'Mixpanel'],
    ['We share data with partners such as Stripe, Service Providers and Advertising Networks.', 'Stripe'],
  ])('%s', async (text, expected) => expect(await processors(text)).toBe(expected));

  it.each([
    [
      'We use the following third-party services:\n\n- Stripe: Payment processing.\n- Quelltau: Speech-to-text.\n- Email provider (SMTP): mails.\n',
      'Stripe, Quelltau*',
    ],
    [
      '## Sub-processors\n\n| Name | Purpose | Location |\n| --- | --- | --- |\n| Stripe | Payments | US |\n| Quelltau GmbH | Hosting | Germany |\n',
      'Stripe, Quelltau GmbH*',
    ],
  ])('list or table: %s', async (text, expected) => expect(await processors(text)).toBe(expected));

  it('takes service and country from the text', async () => {
    const table =
      '## Sub-processors\n\n| Provider | Purpose | Country |\n| --- | --- | --- |\n| Quelltau GmbH | Mail delivery | Germany |\n';
    expect((await claimsOf('processor', table))[0]?.value).toEqual({
      name: 'Quelltau GmbH',
      service: 'mail delivery',
      country: 'DE',
      known: false,
    });
    const list = 'We use these processors:\n\n- Supabase (authentication, database).\n';
    expect((await claimsOf('processor', list))[0]?.value.service).toBe('authentication, database');
  });

  it.each([
    ['We use AdMob (Google LLC) for ads.', 'advertising'],
    ['We use Matomo (formerly Piwik).', 'analytics'],
    ['We use Stripe (opens in a new window) for payments.', 'payment'],
    ['We use Quelltau (crash reports) in our app.', 'crash reports'],
    ['We use Quelltau (Fairwater Markets) in our app.', undefined],
  ])('service: %s', async (text, expected) => {
    const [first] = await claimsOf('processor', text);
    expect(first?.value.service).toBe(expected);
  });

  it.each([
    ['There is no Google Analytics and no Cloudflare on this site.', ''],
    ['There is no Google Analytics on this site. We measure visits with Google Analytics.', 'not Google Analytics, Google Analytics'],
    ['The app does not integrate with analytics services (like Google Analytics or Mixpanel).', ''],
  ])('denied: %s', async (text, expected) => expect(await processors(text)).toBe(expected));

  it.each([
    'You can block cookies in Google Chrome, Apple Safari or Microsoft Edge.',
    'Follow us on Twitter and Instagram.',
    'We collect advertising identifiers such as Apple’s IDFA or Google’s AAID.',
    'We read the Google advertising ID and the Apple ID for Advertising of your phone.',
    'Your posts may be indexed by search engines (e.g. Google or Yahoo).',
    'To manage Flash cookies, visit the Adobe website.',
    'Adobe’s Flash player and similar applications use this technology.',
    'We assess our systems by Privacy Impact Assessments.',
    'All that you enter, such as Box locations, is stored only on your phone.',
    'Mail sent without encryption (e.g. Gmail to others) is scanned for spam.',
    'We have stored all versions of this policy on GitHub.',
    'We share data with our parent company, Salesforce, and nobody else.',
    'To opt out of tailored ads from Google, click here.',
    'How do I use Instagram?',
    'To stop other marketing (letters by post, SMS, WhatsApp or telephone), tell us.',
    'This policy and the Stripe notice describe how Stripe handles your data while you use our terminals. Stripe collects your name.',
    'The standards are a joint effort of brands like Visa, Mastercard and Larkcard.',
    'We offer our own services such as Larkmail and Dunota.',
    'Ask us on Discord if you have questions.',
    'Each time you open a new YouTube video, the extension wakes up.',
    'We adjust and segment our audience, and branch out.',
    'The policy was updated on 4 June 2021.',
    'The app is available in the App Store and on Google Play.',
    'We are not responsible for the practices of Facebook.',
    'We comply with the GDPR and the CCPA.',
    'Service Providers and Business Partners receive data.',
    'Stripe ("we", "us") runs this service. At Stripe, we use Stripe Radar.',
  ])('none: %s', async (text) => expect(await processors(text)).toBe(''));
});

describe('what stands beside a name', () => {
  it('is no service where it lists data', async () => {
    const [claim] = await claimsOf(
      'processor',
      '# Sign-in\n\nWe get these data from social media providers:\n\n- Google - first name, last name, e-mail\n',
    );
    expect(claim?.value.service).not.toBe('first name, last name, e-mail');
  });

  it('makes subsidiaries of the controller no recipients', async () =>
    expect(
      await claimsOf(
        'processor',
        'Harbour Notes and its subsidiaries (Tide Ltd, Loom, Inc., and Trello, Inc.) share data under these principles.',
      ),
    ).toEqual([]));
});
