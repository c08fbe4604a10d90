import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const purposes = async (text: string): Promise<string> =>
  (await claimsOf('purpose', text))
    .map((claim) => `${claim.scope.purpose?.join('+')}${claim.polarity === 'negated' ? '!' : ''}`)
    .join(', ');

describe('purpose', () => {
  it.each([
    ['We use your data to prevent fraud.', 'fraud-prevention'],
    ['Your address is used for marketing.', 'marketing'],
    ['We do not use your data for advertising.', 'advertising!'],
    ['We collect your e-mail address to send you receipts.', 'service-messages'],
    ['We process your data in order to process payments and to prevent fraud.', 'payment-processing, fraud-prevention'],
    ['We use your data to:\n\n- prevent fraud\n- process payments\n', 'fraud-prevention, payment-processing'],
    ['## How we use your data\n\n- Process payments\n', 'payment-processing'],
    ['We do not use your data for:\n\n- marketing\n', 'marketing!'],
    ['We collect the following information:\n\n- To prevent fraud\n', 'fraud-prevention'],
    ['We share your data to respond to subpoenas or requests from a ministry.', 'law-enforcement'],
    ['We share your data without giving you any notice to prevent fraud.', 'fraud-prevention'],
    ['We do not store your data longer than necessary to comply with the law.', 'legal-compliance'],
    ['We use your data to personalize information.', 'personalisation'],
    ['We use your data to provide customer service.', 'customer-support'],
    ['We use your data to conduct marketing and promotional activities.', 'marketing'],
    ['We use your data to verify that you are not a robot and to improve our website.', 'service-improvement'],
    ['We use data to ensure that nobody is served the same advertisement twice, and to prevent fraud.', 'advertising, fraud-prevention'],
    ['We use your data to maintain the security of the app.', 'security'],
    ['We use your data to provide news about our new services.', 'communication'],
    ['We use your data to provide help with our service.', 'customer-support'],
    ['We do not sell your name - such as it is - to third parties to use for their own marketing.', 'marketing!'],
    ['We use your data to personalise our advertising.', 'targeted-advertising'],
    ['We use your data to measure the effectiveness of our marketing.', 'analytics'],
    ['We use your data to measure the effectiveness of our ads.', 'advertising'],
    ['We use your data for personalised offers.', 'marketing'],
    ['We use your data for marketing data analysis.', 'marketing'],
    ['We use your data for marketing and analytics.', 'marketing, analytics'],
    ['We use your data to improve our advertising services.', 'advertising'],
    ['We use your data to provide fraud screening services.', 'fraud-prevention'],
    ['We use your data for the performance of marketing activities.', 'marketing'],
    ['We use your data to meet our legal obligations.', 'legal-compliance'],
    ['We use your address to provide security alerts.', 'service-messages'],
    ['We use your address to comply with our contractual obligations.', 'contract-performance'],
    ['We share data to protect the personal safety of our riders.', 'safety'],
    ['We share data to protect the personal safety of users of the service.', 'safety'],
    ['We use your data to improve the safety and reliability of our service.', 'security'],
    ['Our main purpose in collecting your data is to prevent fraud.', 'fraud-prevention'],
    ['It processes your messages to prevent fraud.', 'fraud-prevention'],
    ['We use your data only for crash reporting, and not for advertising.', 'debugging, advertising!'],
    ['| Data | Purpose |\n| --- | --- |\n| Card number | Process payments |\n', 'payment-processing'],
    ['We use your data to evaluate the usage of our website.', 'analytics'],
    ['We use your data to evaluate our website.', 'service-improvement'],
    ['We collect your name when you sign in, for billing.', 'payment-processing'],
    ['We collect your name when you sign in to bill you, prevent fraud and greet you.', 'payment-processing, fraud-prevention'],
    ['We store your data for compliance with the law.', 'legal-compliance'],
    ['We share your data to comply with the law, unless you object.', 'legal-compliance'],
    ['Our cookies are used to remember your preferences.', 'personalisation'],
    ['We use your data to improve our internal business processes.', 'business-operations'],
    ['We use your data to improve our business.', 'service-improvement'],
    ['We use your data to better tailor our website.', 'personalisation'],
    ['We use your data to personalise and improve our marketing efforts.', 'targeted-advertising, marketing'],
    ['We use your data to personalise messages.', 'communication'],
    ['We use your data to measure and understand the effectiveness of the ads.', 'advertising'],
    ['We use your data to measure advertising effectiveness.', 'advertising'],
    ['We use your data to measure the effectiveness of our service.', 'analytics'],
    ['We use your data to show you ads and measure their success.', 'advertising'],
    ['We use your data for market research.', 'research'],
    ['We use cookies to keep you logged in.', 'cookies-essential'],
    ['We use your data to resolve technical issues of the app.', 'debugging'],
    ['We use your data to resolve issues that you report.', 'customer-support'],
    ['We share your data to respond to complaints or legal process.', 'law-enforcement'],
    ['We use your data to manage customer relations.', 'customer-relations'],
    ['We use your data to settle disputes between members.', 'customer-support'],
    ['We use your data to settle disputes.', 'legal-claims'],
    ['We use your data to build better products.', 'service-improvement'],
    ['We use your data to better understand how our boats are used.', 'analytics'],
    ['We use your data to better understand the use of our app.', 'analytics'],
    ['We use your data for what the Tideland Advertising Initiative asks.', ''],
    ['We use your data for advertising.', 'advertising'],
    ['We use standard clauses to ensure that your data are safe, and to protect your privacy.', ''],
    ['We use your contracts to prevent fraud.', 'fraud-prevention'],
    ['We use your data to better understand you.', 'service-improvement'],
    ['We use your data for maintenance, where not required for the performance of a contract, and to prevent fraud.', 'fraud-prevention'],
    ['We use your data where required for the performance of a contract.', 'contract-performance'],
    ['We share your data with firms if they need it to provide services on our behalf.', ''],
    ['We share your data with firms if they need it to provide services to you.', 'service-provision'],
    ['## Choices you have about how we use your data\n\n- **Managing your account.** You can change your name.\n', ''],
    ['## How we use your data\n\n- **Managing your account.** We store your name.\n', 'account-management'],
    ['## How we use your choices\n\n- Prevent fraud\n', 'fraud-prevention'],
    ['We use your data to:\n\n- Deletion. We may deny your request if it is necessary for us to:\n  - Prevent fraud\n', ''],
    ['We use your data to build products.', 'product-development'],
    ['We use your data to improve our demand models.', 'analytics'],
    ['We use your data to summarise usage.', 'analytics'],
    ['We use your data to recommend products that may interest you.', 'recommendations'],
    ['We use your data to show ads for products that may interest you.', 'advertising, targeted-advertising'],
    ['We use your data to show you interest-based ads.', 'targeted-advertising'],
    ['We use your data to tell you of products that may interest you.', 'direct-marketing'],
    ['We store your data for tax and accounting.', 'legal-compliance'],
    ['We use your data for accounting.', 'business-operations'],
    ['We use your data to provide authentication for our service.', 'authentication'],
    ['We use your data to deliver targeted ads on our service.', 'targeted-advertising'],
    ['We use your data to offer you certain products, services or promotions.', 'marketing'],
  ])('%s', async (text, expected) => expect(await purposes(text)).toBe(expected));

  it.each([
    ['Google uses your data for advertising.'],
    ['If we use your data for marketing, we ask first.'],
    ['We prevent fraud.'],
    ['We collect the details you give when you register to our newsletters.'],
    ['We use great care to vet vendors for their data security practices.'],
    ['We share data:\n\nFor the following purposes:\n\n- With analytics and search engine providers\n'],
    ['We collect billing information and analytics data for our own use.'],
    ['We may ask for a card for a check before we process the request.'],
    ['We collect your name in the course of and for the reservation process, order or not.'],
    ['We share data with advertisers who serve ads to you.'],
    ['We share it so that partners can prevent fraud.'],
    ['We use data for recruiters and as non-behavioral advertising.'],
    ['We process your order with your billing address.'],
    ['Harbor also states that it does not use inputs for marketing.'],
    ['We let hosts process it with other security measures.'],
    ['A company may use our services for marketing.'],
    ['We use pixels to note clicks through to links or advertisements.'],
    ['We collect your data through what you give us when creating your account.'],
    ['We collect what you give us directly (such as by registering for an account).'],
    ['We keep records for the security team.'],
    ['We share your data with the firms that we have hired to prevent fraud.'],
    ['We keep the records of your calls with our fraud prevention for a year.'],
    ['We guard information that can directly or indirectly be used to prevent fraud.'],
    ['We track which links or advertisements are clicked.'],
    ['We keep what you send us by a marketing questionnaire.'],
    ['We store data for games, which are not possible without security purposes.'],
    ['We store a unique identifier for advertising.'],
    ['We do not collect or knowingly allow such persons to prevent fraud.'],
    ['You may be able to:\n\n- Manage push notifications for marketing\n'],
    ['We share your data with online advertising services, our hosts and banks.'],
    ['We share your records to follow legal process, law enforcement requests and the like.'],
  ])('is none: %s', async (text) => expect(await purposes(text)).not.toMatch(/advertising|marketing|fraud|security|analytics|requested/));

  it.each([
    ['We use partners to support us.'],
    ['We share data with partners to improve their services.'],
    ['We do not collect data, and may update this policy for legal reasons.'],
    ['We give our hosts your data as needed to perform their services.'],
    ['We share data and require our affiliates to comply with this policy.'],
    ['We will not use your data for a new purpose without notifying you.'],
    ['PII is information that can be used on its own to contact you.'],
    ['We combine people, processes and technology to protect your data.'],
    ['We keep your data as long as necessary to achieve the purposes set out above.'],
    ['We use all reasonable efforts to comply with the law.'],
    ['We use this to perform the following operations.'],
    ['We collect what you provide to us when you request a brochure.'],
    ['We do not share the details that you give when you join a club, visit a fair or receive newsletters.'],
    ['Our members can use the search to find each other.'],
    ['We process data:\n\nFor the following purposes:\n\n- How do we use data for direct marketing?\n'],
    ['The software we use to water plants is old.'],
    ['We collect your number when you use our service to contact us.'],
    ['You give us data in order to make use of the shop.'],
    ['We keep and use your photos for as long as you elect to keep the album.'],
    ['We use a list of the services that developers use to create and host games.'],
    ['We collect it so you can learn how to exercise your rights.'],
    ['We collect any other details that you choose to provide such as your game.'],
    ['We collect your name when you create an account, join a club, sign up for our newsletter or ask us.'],
    ['Your hair colour could be used to identify you.'],
    ['We use advertising to fund the tea house.'],
    ['There is a new way to control whether it is used to report on ads performance.'],
    ['We use your name with our host (on the basis of performing our contract with you).'],
    ['We may deny your deletion request if we need the data to:\n\n- Complete the transaction for which we collected the data\n'],
    ['We use it to calculate the highest possible number of sleeping guests per room of each small tea house near seven lakes each year.'],
    ['We use your data where there is a legal obligation.'],
    ['We use your data in reliance on our legitimate business interests.'],
    ['Should you desire to learn more about how we use data, write to us.'],
    ['We collect your name when you order tea, request customer or technical support.'],
    ['We may use your data to praise our tea, such as by citing usage statistics.'],
    ['We collect what others pass on at your word when you authorize them to send it to your tea account.'],
    ['Necessary cookies are used.'],
    ['We collect what you tell us when you sign in, place an order and inquire about billing.'],
    ['This enables you to receive a copy of the data we hold and to check that we are lawfully processing it.'],
    ['We only store your data in accordance with our legal obligations.'],
    ['We process it in compliance with the law.'],
    ['We store your data until the shop closes, unless a longer time is required by law (such as tax or accounting).'],
    ['We use cookies to enable Tea House Inc. to find its visitors.'],
    ['You may ask us for a list of those with whom we have shared your data for their direct marketing.'],
    ['"Cookies" are files that are stored on your device and used to remember your preferences.'],
    ['We encourage you to use tools to protect your account.'],
    ['We share your data for the following business purposes:'],
    ['Your communication with our support team is stored.'],
    ['We share data with companies involved in product development.'],
    ['You may change how your data is used by the account management features.'],
    ['We collect data from your social networking profile.'],
  ])('says nothing of it: %s', async (text) => expect(await claimsOf('purpose', text)).toEqual([]));

  it.each([
    ['To see which colours people like', ['see which colours people like']],
    ['Packing the box', ['Packing the box']],
    ['Refusing it keeps us from packing the box.', []],
    ['To learn more, read our guide', []],
    ['Service providers', []],
  ])('in the column of purposes: %s', async (cell, expected) => {
    const claims = await claimsOf('purpose', `| Data | Why |\n| --- | --- |\n| Clicks | ${cell} |\n`);
    expect(claims.map(({ value }) => value.purpose)).toEqual(expected);
  });

  it('in a list of purposes', async () => {
    const claims = await claimsOf(
      'purpose',
      'We use your data to:\n\n- Understand which pages people read\n- Your name\n- We find shops\n- Find you a seat\n',
    );
    expect(claims.map(({ value }) => value.purpose)).toEqual(['Understand which pages people read', 'Find you a seat']);
  });

  it('gives a purpose that the vocabulary does not know in its own words', async () => {
    const [claim] = await claimsOf('purpose', 'We use your name to greet you in the lobby.');
    expect(claim?.value.purpose).toBe('greet you in the lobby');
    expect(claim?.scope.purpose ?? []).toEqual([]);
  });

  it.each([
    ['We keep notes of the rooms (these are used to greet you in the lobby); and their prices.', 'greet you in the lobby'],
    ['We use your name to greet you (and your guests) in the lobby; and', 'greet you (and your guests) in the lobby'],
  ])('ends such words where its brackets and its item do: %s', async (text, expected) => {
    const [claim] = await claimsOf('purpose', text);
    expect(claim?.value.purpose).toBe(expected);
  });

  it.each([
    ['We use your name to tell you of teas or services that may interest you.', 'tell you of teas or services that may interest you'],
    ['We use your name to show you personalised content.', 'show you personalised content'],
    ['We use your name to pour tea, newsletters.', 'newsletters'],
    ['We use your name to pour tea and the marketing of our tea.', 'marketing of our tea'],
    ['We use your name to evaluate applications.', 'evaluate applications'],
  ])('begins with its verb: %s', async (text, expected) => {
    const claims = await claimsOf('purpose', text);
    expect(claims.at(-1)?.value.text).toBe(expected);
  });

  it.each([
    ['We use it to greet you; and 3) to wave.', 'greet you'],
    ['We use it to show you the way and then delete it.', 'show you the way'],
  ])('ends where the purpose does: %s', async (text, expected) => {
    const [claim] = await claimsOf('purpose', text);
    expect(claim?.value.purpose).toBe(expected);
  });

  it('is left out where it would be torn from whoever does it', async () => {
    const text =
      'We use your name to find a place on a long bench that is never wet in a corner of the old garden that is tended by the club.';
    expect(await claimsOf('purpose', text)).toEqual([]);
  });

  it('says which data, where the sentence does', async () => {
    const [claim] = await claimsOf('purpose', 'We use your IP address to prevent fraud.');
    expect(claim).toMatchObject({ value: { purpose: 'prevent fraud' }, scope: { data: ['ip-address'], action: 'use' } });
  });
});
