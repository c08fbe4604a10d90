import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** Each purpose with "!" where it is denied, and what the denial is limited to. */
const purposes = async (text: string): Promise<string> =>
  (await claimsOf('purpose', text))
    .map(({ value, polarity }) => `${value.purpose}${polarity === 'negated' ? '!' : ''}${value.limit ? ` [${value.limit}]` : ''}`)
    .join(', ');

describe('what is no purpose of the use of data', () => {
  it.each([
    // What a thing is for, beside what data are for.
    ['We use your logs to train the model that we use to provide our services.', 'train AI models'],
    ['We use the data that we collect to provide our services.', 'provide the service'],
    ['We store your logs on servers used to provide our services, and to prevent fraud.', 'prevent fraud'],
    ['For example, a gyroscope can be used to determine your speed.', ''],
    ['Your phone number can be used to determine your region.', 'determine your region'],
    // What a means is for: terms, control, firms, criteria.
    ['We use the Tideland contractual clauses to facilitate the provision of our services in Tideland.', ''],
    ['We use contractual details to provide our services.', 'provide the service'],
    ['We maintain control over the personal data we collect to ensure that they stay dry.', ''],
    ['We store your names to ensure that boats are full.', 'ensure that boats are full'],
    ['We use third parties to manage parts of our harbour, with the processing of personal data.', ''],
    ['We use data from third parties to manage parts of our harbour.', 'manage parts of our harbour'],
    ['We use outside providers to process payments.', 'process payments'],
    ['If you give data to an advertiser, it may think that you meet the criteria used to display the ad.', ''],
    // Objects of what is done.
    ['We use chats for the purpose of making good the information we provide about our services.', ''],
    ['We use chats for the purpose of making good what we know, and to provide our services.', 'provide the service'],
    ['We use your address to contact you to provide information about your account, orders, billing.', 'communicate with users'],
    ['We use your address for billing.', 'process payments'],
    ['We use names to obtain leave, and set what a child may do (including accessing messages and social features like chat).', ''],
    ['We use names for social features.', 'connect users'],
    [
      'We use logs to understand how you engage with our site, advertisements and letters, and to fix errors.',
      'analyse usage, find and fix errors',
    ],
    // What is offered, kept safe or complied with.
    [
      'We use your data to:\n\n- offer products and services that may be of interest to you\n- fix errors\n',
      'direct marketing, find and fix errors',
    ],
    ['We use your data to offer products and services.', 'provide the service'],
    ['We use your data to offer lead generation services.', 'marketing'],
    ['We use this to provide greater security, optimise mobile applications, and learn.', 'keep the service secure'],
    ['We use this to:\n\n- comply with licence obligations\n- comply with legal obligations\n', 'perform a contract, comply with the law'],
    // Lists of something else, and pages.
    ['The list must hold all disclosures of data other than those for the following purposes:\n\n- to carry out payments\n', ''],
    ['We use data for the following purposes:\n\n- to carry out payments\n', 'carry out payments'],
    [
      'Whenever we process your data for these purposes, one of the following lawful bases applies:\n\n- Performance of a contract\n- Compliance with a legal obligation\n',
      '',
    ],
    [
      'We use data for the following purposes:\n\n- to learn more of how we use your data, please visit [Tide Techniques and Advertising](https://tide.example/)\n- advertising\n',
      'advertising',
    ],
    // What people do.
    ['We collect the boats that you follow, or the harbours you add to track the tides.', ''],
    ['We collect the names that you give. You may use the letter tool on some of our pages to send information to friends.', ''],
    ['We collect your photos, what you are looking to find, your habits and your age.', ''],
    // What others do, or must do.
    ['What you post may be collected by us, and used by others in ways we cannot foresee, including to contact you.', ''],
    ['We store your data with a firm that shreds paper. The company must execute a Tideland agreement with it.', ''],
    ['We are required to disclose certain uses and disclosures here, as well as to inform you of your rights.', ''],
    [
      'We use your data to comply with our legal obligations (if we are required to keep it), and to prevent fraud.',
      'comply with the law, prevent fraud',
    ],
    ['We do not store enough information to charge your card.', ''],
    ['Our cookies collect only enough information to prevent fraud.', 'prevent fraud'],
    ['We use vendors and share data with them to provide us with certain services.', ''],
    // Things, and those who do something.
    ['We use your data for advertising, and we report it to your CRM system.', 'advertising'],
    ['Your data are used only by our customer support and/or safety teams for fraud prevention.', 'prevent fraud'],
    ['We use data that can no longer reasonably be used to identify you.', ''],
    ['We receive data about you from third parties, including identity verification services and banks.', ''],
    ['We use data from third parties for identity verification.', 'verify identity or age'],
    ['We collect information using analytics tools.', ''],
    ['We use your data and analytics tools to improve our site, and for analytics.', 'improve the service, analyse usage'],
    ['Your data are stored, and categories of third parties to whom we disclose data for business purposes are listed below.', ''],
    ['You can let the app collect your name, and provide your information to those services.', ''],
    ['We use your location, and a restaurant guide might use your location to provide nearby recommendations.', ''],
    ['We store records for preventing fraud, for example in case of misuse of our services or violation of our terms.', 'prevent fraud'],
    ['We store records to act on any violation of our terms.', 'enforce terms'],
    ['We use providers and your data to perform any of the activities allowed under this policy.', ''],
    ['The app uses your address to plan the route home, and uses your personal data to greet you.', 'plan the route home'],
    [
      'We use it to offer you a wide range of boats and share your data with sailors.',
      'offer you a wide range of boats and share your data with sailors',
    ],
    ['Our anglers may choose to set certain analytics cookies, and we use cookies for billing.', 'process payments'],
    ['We do not store data unless your company enables a cache to improve functionality.', ''],
    ['We will share our procedures to protect the rights of riders.', ''],
    ['We store logs, as Tideland Analytics AS and Tideland Analytics will, and use your data for billing.', 'process payments'],
    ['We use your data for Boats and Analytics.', 'analyse usage'],
    [
      '## How we use your data\n\n- Our system finds false accounts, for example when you top up your balance, start a ride, or go through authentication processes\n',
      '',
    ],
    [
      '## How we use your data\n\n- Make it better when you use our site, including customizing features to your interests and serving ads\n',
      'improve the service, personalise the service, advertising',
    ],
    ['We use your data for direct marketing purposes, i.e. offering our products.', 'direct marketing'],
    ['We process data, and you may refer to this policy to understand how your data is used.', ''],
    ['We store data for our own ends unrelated to marketing, and for billing.', 'process payments'],
    ['We share your data with partners with whom we jointly offer products.', ''],
    ['We store laptops used for company business purposes safely.', ''],
    ['We collect your name, for example if we conduct user surveys.', ''],
    ['We collect your name and conduct user surveys with it in order to run surveys.', 'run surveys'],
    [
      'We use an assistant and your data to understand your call before routing you to a customer service agent.',
      'understand your call before routing you to a customer service agent',
    ],
    ['We store your data with a marketing service provider for billing.', 'process payments'],
    ['We share data across our marketing channels for an advertising client.', ''],
    ['We use your data as told in our [Boat Advertising](https://tideland.example/ads) page for billing.', 'process payments'],
    ['We use your data for [targeted advertising](https://tideland.example/ads) and billing.', 'targeted advertising, process payments'],
    ['We use pixels to send data to a home server, which can belong to the host site.', 'send data to a home server'],
    ['We use your data to host the site.', 'operate technically'],
    ['We use a shop that lets you purchase, rate and review applications.', ''],
    ['We use your data to review applications.', 'recruit'],
    ['We use the form to collect the data that you input.', ''],
    ['We use the form to collect feedback.', 'run surveys'],
    ['We use your data to resolve disputes, troubleshoot problems and bill you.', 'find and fix errors, process payments'],
    ['We collect the address used to connect your computer to the net.', ''],
    ['We use your address to connect your computer to the net.', 'connect your computer to the net'],
    ['We collect data about the services that you are using to send money.', ''],
    ['We use your data so that it is easy for you to switch from oars.', ''],
    ['We collect data when your boat is set to provide its place.', ''],
    ['We protect your data, and wrote this privacy notice to show you how we use it.', ''],
    ['We require any firm with which we may share the data of our sailors to protect those data and to limit their use.', ''],
    ['Cookies are small. They are used to recognise returning sailors.', 'recognise returning sailors'],
    ['We use a secure server for payments to protect your purse.', ''],
    ['We use your data to perform other similar functions.', ''],
    ['We use your data to perform rowing tests.', 'perform rowing tests'],
    ['We collect data such as your name and profiling information for billing.', 'process payments'],
    ['We store cookies, which cannot be used to run programs.', ''],
    ['Nothing in these terms obliges us to maintain the boats or to supply any repairs of them.', ''],
    ['We shall not sell your data and your data is shared with those who help to host the site.', 'operate technically'],
    ['We collect your name when you sign-up for a newsletter.', ''],
    ['We never share your data in a way that would harm you, such as by training AI models.', ''],
  ])('%s', async (text, expected) => {
    expect(await purposes(text)).toBe(expected);
  });
});

describe('which purpose the words name', () => {
  it.each([
    ['We use your data to facilitate the provision of software updates.', 'provide the service'],
    ['We use your data to test and enhance our services and to develop new products.', 'improve the service, develop new products'],
    ['We use your data to test new products.', 'develop new products'],
    ['We use your data to process your registration or subscription.', 'create and manage accounts'],
    ['We use your data to process your subscription payments.', 'process payments'],
    ['We share data to assist with municipal or other government activities.', 'assist with municipal or other government activities'],
    ['We share data to assist with government requests.', 'answer authorities'],
    ['We use polls and your answers to understand how readers engage with the advertising they see.', 'analyse usage'],
    ['We use your address to contact you in special circumstances.', 'communicate with users'],
    ['We use your address to inform you of special offers.', 'direct marketing'],
    ['We use your name to contact our users with general or personalized service-related notices.', 'communicate with users'],
    ['We share data to enable your organization to manage the products.', 'enable your organization to manage the products'],
  ])('%s', async (text, expected) => {
    expect(await purposes(text)).toBe(expected);
  });
});

describe('what a denied purpose is limited to', () => {
  it.each([
    ['We use photos for crash reporting, but not to show you ads.', 'find and fix errors, advertising! [photos]'],
    ['We use photos you choose to give for these purposes, but not to show you ads.', 'advertising! [photos you choose to give]'],
    [
      '| Identifier | Use |\n| --- | --- |\n| Boat number | Used solely for repairs, and not used for advertising. |\n',
      'advertising! [Boat number]',
    ],
    [
      '- **Sail number**: We do not use it for advertising.\n- **Name**: We use it for billing.\n',
      'advertising! [Sail number], process payments',
    ],
    [
      'While history is paused, the app will not use new searches to recommend content.',
      'recommend content or products! [While history is paused]',
    ],
    ['If you give us your number, it will not be shared with third parties for marketing.', 'marketing! [If you give us your number]'],
    ['We do not share your number with third parties for marketing.', 'marketing! [share your number with third parties]'],
    ['We do not use your data for advertising.', 'advertising!'],
    [
      'We use cookies to see which pages are read and which ones do not get opened so much to help us improve our site.',
      'improve the service',
    ],
    ['We do not use your letters to help us improve our site.', 'improve the service! [your letters]'],
  ])('%s', async (text, expected) => {
    expect(await purposes(text)).toBe(expected);
  });

  it('goes on with what decisions bring about', async () => {
    expect(await purposes('We do not use data for profiling in furtherance of decisions that produce legal effects.')).toBe(
      'profile people! [in furtherance of decisions that produce legal effects]',
    );
  });

  it('goes on with what tells people apart', async () => {
    const [claim] = await claimsOf('ai-training', 'We do not use data of users in Tideland who are named as sailors for model training.');
    expect(claim?.value.limit).toBe('of users in Tideland who are named as sailors');
  });
});
