import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('marketing', () => {
  it.each([
    ['We send you promotional e-mails.', 'affirmed', false],
    ['We use your address for direct marketing. You can unsubscribe at any time.', 'affirmed', true],
    ['Our partners use this to show you relevant ads.', 'affirmed', false],
    ['You may opt out of marketing messages.', 'affirmed', true],
    ['If you do not wish to receive our newsletter, tell us.', 'affirmed', true],
    ['Even if you opt out, we may still use your data for advertising.', 'affirmed', false],
    ['You can opt out of personalised ads. You will continue to see our advertising.', 'affirmed', true],
    ['Even if you opt out of marketing messages, we will continue to send you administrative messages.', 'affirmed', true],
    ['Depending on your settings, we show you personalised ads.', 'affirmed', true],
    ['Even if you opt out of receiving marketing emails, we may still send you non - marketing emails.', 'affirmed', true],
    ['We use your data for marketing. You can opt out of the sale of data.', 'affirmed', false],
    ['Once a month we send you our newsletter.', 'affirmed', false],
    [
      'We show you ads of boats. They pay for the site. They are chosen by what you read. Some move. You can opt out of these ads.',
      'affirmed',
      true,
    ],
    [
      'We show you ads of boats. They pay for the site. They are chosen by what you read. Some move. You can opt out of it.',
      'affirmed',
      false,
    ],
    ['We show you ads of boats. They pay for the site.\n\nYou can opt out of these ads.', 'affirmed', false],
    ['We show you ads of boats. You may ask about your choices about not having this used by our partners.', 'affirmed', true],
    ['We send you our newsletter. You cannot unsubscribe from messages about your account.', 'affirmed', false],
    ['We use your data for advertising. We do not want to send you messages that you do not read.', 'affirmed', false],
    ['We send you special offers. You can control whether you receive these messages in your account.', 'affirmed', true],
    ['- Direct marketing: your address, as long as you are a customer.\n', 'affirmed', false],
    ['Data may be used for our marketing purposes, unless prohibited by the lake.', 'affirmed', false],
    ['Data may be used for our marketing purposes, unless prohibited by the user.', 'affirmed', true],
    ['Where data are used for marketing and research purposes, you can choose to:\n\n- tell us so\n', 'affirmed', true],
    ['| Right | What it is |\n| --- | --- |\n| To object | To having your data used for direct marketing |\n', 'affirmed', true],
    ['Use the settings of your phone to:\n\n- Limit the display of interest-based advertising.\n', 'affirmed', true],
    ['Given that we limit the data, we believe that we may show you relevant ads.', 'affirmed', false],
    ['You may ask that we limit the use of your data for direct marketing.', 'affirmed', true],
    ['- Disabling targeted advertising on the lake\n', 'affirmed', true],
    ['For your choices about targeted ads from Rowtrack, ask us.', 'affirmed', true],
    ['If you have not objected to the use of data for targeted advertising, we share them.', 'affirmed', true],
    ['We show you ads of boats. Your browser can tell you when you receive cookies and how to disable them.', 'affirmed', false],
    ['There we ask you to opt in or out of the display of targeted ads.', 'affirmed', true],
    ['The phone lets rowers control their advertising settings for targeted ads.', 'affirmed', true],
    ['If you live near the lake then we show you ads for boats.', 'affirmed', false],
    ['You have the right to opt out of our use of your data for targeted advertising.', 'affirmed', true],
    ['We use your address to promote our products and services in the market.', 'affirmed', false],
    ['We use your data to:\n\n- send you special offers\n', 'affirmed', false],
    ['We do not use your data for marketing.', 'negated', false],
    ['We absolutely do not sell your address for marketing lists.', 'negated', false],
    ['The web service does not engage in targeted advertising.', 'negated', false],
    ['You will not get any adverts from us.', 'negated', false],
    ['Your address is never passed on for promotional ends.', 'negated', false],
    ['We will not bombard you with advertising.', 'negated', false],
    ['The app contains no advertising.', 'negated', false],
    ['Our paid applications do not contain advertising.', 'negated', false],
    ['We will never advertise to you.', 'negated', false],
    ["We don't show ads.", 'negated', false],
    ['Your data are not used for advertising.', 'negated', false],
    ['We never share your address with others for their marketing purposes.', 'negated', false],
    ['## What we never do\n\n- Advertising of any kind\n', 'negated', false],
  ])('%s', async (text, polarity, optOut) => {
    const claims = await claimsOf('marketing', text);
    expect(claims[0]).toMatchObject({ polarity, value: { 'opt-out': optOut } });
  });

  it.each([
    ['We do not use advertising cookies.'],
    ['We collect:\n\n- Commercial Information\n'],
    ['The service is not marketed to children under 13.'],
    ['We are active in the European market.'],
    ['We do not sell your data to advertisers.'],
    ['We keep your marketing preference.'],
    ['We collect your address when you sign up for our newsletter.'],
    ['We analyse and develop our new products and services.'],
    ['We collect device identifiers for advertising (IDFA).'],
    ['The details you give us when you enter our promotions are kept.'],
    ['State law defines a sale so broadly that it may include targeted advertising.'],
    ['The right to opt out of targeted advertising.'],
    ['California Civil Code Section 1798.83 permits residents to ask to whom data went for direct marketing purposes.'],
    ['The advertising industry runs pages where you can opt out of interest-based advertising.'],
    ['Open Settings on your iPhone and turn off personalized ads.'],
    ['See the section below about marketing.'],
    ['We record the advertising that you click on.'],
    ['The details that you give for posting an ad are kept.'],
    ['- 3.2 Marketing of the platform and other marketing\n'],
    ['The rules apply to our services and any of our promotions.'],
    ['We collect your name when you:\n\n- Sign up for our marketing e-mails\n'],
    ['Our service enables members to send marketing campaigns.'],
    ['You give us data when subscribing to our newsletter.'],
    ['To learn whether we use data for direct marketing, read on.'],
    ['We receive data from sources such as banks and marketing partners.'],
    ['We measure the success of your e-mail campaigns.'],
    ['We obtain your name from public sources and joint marketing partners.'],
    ['You can let Rowtrack count you, to contribute to market research.'],
    ["We measure the success of our members' e-mail campaigns."],
    ['People use our boats to promote their business.'],
    ['That we show a banner or other form of advertising is not an endorsement.'],
    ['You will not receive marketing from our sister firms unless you agree.'],
    ['Our rowers are prohibited from using your data for advertising.'],
    ['We may not have processed it for purposes of targeted advertising.'],
    ['We record each commercial use of the boat.'],
    ['You give us your name when you:\n\n- Sign up for news or special offers\n'],
    ['We keep your name to provide the offers, news or services that you request.'],
    ['"Visitor" means any person who takes part in our marketing activities.'],
    ['This policy applies to our boats, ads and other services.'],
    ['- How we show ads on the lake\n'],
    ['See the part on our marketing e-mails and how they are sent to you.'],
    ['You give us your name when you express an interest in our products and services.'],
    ['For a list of the advertising partners that we work with, write to us.'],
    ['We require our advertising partners to ask for your consent.'],
    ['We look for campaigns that violate our rules on advertising.'],
    ['This collecting of data for advertising is not controlled by us.'],
    ['We are told your name when you enter our contests and other promotions.'],
    ['This practice is known as interest-based advertising.'],
    ['This may be considered a sale for targeted advertising under the law.'],
    ['We deal with:\n\n- Marketing agencies\n'],
    ['Sailors, not Rowtrack, are responsible for the content of their ads.'],
    ['Clubs are companies that seek to market lake tours to guests.'],
    ['Customers may use these reports to plan their own marketing.'],
    ['You must not use the site to advertise or solicit.'],
    ['We keep what you provide in connection with our promotions.'],
    ['Pages on our sites and on other sites where we promote our boats.'],
    ['Information on consents to digital marketing.'],
    ['The work of these marketing platforms is governed by their own privacy policies.'],
    ['Please check the privacy policy of the relevant advertiser.'],
    ['You have the right to know whether we use data for commercial purposes.'],
    ['We pass your number to an ad platform for the sole purpose of excluding you from seeing our ads.'],
    ['If we are processing your data for direct marketing.'],
    ['We study how boats are used in order to grow and to inform our product and marketing strategy.'],
    ['| Use | Recipients |\n| --- | --- |\n| Surveys | Rowtrack partners for marketing analysis |\n'],
    ['You have the right to request the following information:\n\n- The parties to whom data went (for example, advertising partners)\n'],
    ['It is what you submit to create an account, post on the pier, receive a newsletter, or enter a race.'],
    ['Under these terms a season ticket may be one of our special offers and a financial incentive.'],
    ['Lake matching is a particular type of interest-based advertising that compares lists.'],
    ['Some people take the position that a site that shows targeted ads sells data.'],
    ['We hold dates of dispatch, copies of marketing letters, and receipts.'],
    ['Oarlock Inc. may use the data to personalise the ads of its own advertising network.'],
    ['We sometimes place beacons in their advertisements.'],
    ['An advertiser may choose to rely on such figures to show better ads.'],
    ['Harvest, for marketing purposes, the addresses of other rowers.'],
    ['The full list of our marketing service providers is in the annex.'],
    ['It may be plain: for example, how well an email campaign went.'],
    ['We may use your data for commercial purposes and to obey the law.'],
    ['- How you interacted with our ads\n'],
    ['This helps us make better marketing decisions.'],
    ['The boats know you by advertising click identifiers.'],
    ['The display of such ads on our piers does not imply an endorsement of any boat.'],
    ['We may ask you for your address in order to subscribe to marketing messages.'],
    ['Our services are the paper, our websites, newsletters and other social media pages.'],
    ['- Our statements regarding direct marketing and signals\n'],
    ['Some data are collected automatically (in the case of our rowing and advertising partners).'],
  ])('is none: %s', async (text) => expect(await claimsOf('marketing', text)).toEqual([]));

  it.each([
    ['Clubs may use your address to send you marketing e-mails.'],
    ['We use the site to advertise tours to you.'],
    ['If you agree, we are processing your data for direct marketing.'],
    ['We use what you provide for our marketing.'],
    ['We use your data for commercial and advertising purposes.'],
    ['We send marketing messages to those who subscribe to them.'],
    ['We make good decisions, and we send you marketing e-mails.'],
    ['We run websites, and our newsletters are sent with offers for you.'],
    ['We use what we learn to plan and send marketing messages.'],
    ['| Use | Recipients |\n| --- | --- |\n| Marketing e-mails are sent to you | Rowtrack |\n'],
    ['We share your name with the following parties:\n\n- Partners, for their own marketing purposes\n'],
    ['Once you have rowed with us, we send you our newsletter.'],
    ['We show the ads of our own advertising network to you.'],
    ['We work with advertisers to show better ads to you.'],
    ['We send you marketing letters and keep the dates.'],
  ])('is stated: %s', async (text) => expect(await claimsOf('marketing', text)).toHaveLength(1));

  it.each([
    ['We share it with providers, such as hosting, payment and marketing companies.'],
    ['We share it with companies that help us with billing, storage and marketing.'],
    ['Rowtrack is an online marketing platform.'],
    ['Advertising is a part of rowing.'],
    ['We refer to these ads as personalised ads.'],
    ['We share it with providers that help us: (i) lend boats, (ii) with marketing, and (iii) with taxes.'],
    ['Even if you opt out, we may still use your name for advertising.'],
    ['We receive your name from public sources and from agencies for marketing.'],
    ['You will still see ads.'],
    ['We share anonymised statistics with rowing clubs for their marketing.'],
    ['We receive data from these third parties:\n\n- The lake, for its own marketing reports\n'],
    ['We deal with:\n\n- Marketing\n'],
    ['What is stored depends on the advertising partner.'],
    ['We collect names from these sources: rowing clubs and lakes; and marketing and analytics partners.'],
    ['We provide services that connect sellers of advertising with buyers.'],
    ['The lake may include third-party advertising.'],
    ['Even though you have opted out of personalised ads, the list stays.'],
  ])('says nothing beside what states it: %s', async (text) => {
    const [only] = await claimsOf('marketing', text);
    expect(only).toMatchObject({ polarity: 'affirmed', confidence: 'medium' });
    const all = await claimsOf('marketing', `We send you our newsletter.\n\n${text}`);
    expect(all.map(({ quote }) => quote)).toEqual(['We send you our newsletter.']);
  });

  it.each([
    ['We use providers, such as Rowmail, to send you marketing e-mails.'],
    ['We work with companies (such as agencies) to show you ads.'],
    ['We use data from third parties for our marketing.'],
    ['People who got it from others may receive our newsletter.'],
    ['We share your name with our advertising partners.'],
    ['Advertising partners may place cookies.'],
  ])('is stated after an act of its own: %s', async (text) => {
    const all = await claimsOf('marketing', `We send you our newsletter.\n\n${text}`);
    expect(all).toHaveLength(2);
  });

  it.each([
    ['We do not share your data with others for their own marketing.', 'with others for their own marketing'],
    ['We never show you ads based on your health.', 'based on your health'],
    ['We do not use your phone number for marketing.', 'your phone number'],
    ['We do not use information that identifies you for advertising.', 'information that identifies you'],
    ['We do not share your personal information for marketing purposes.', 'share your personal information'],
    ['We do not disclose your data to third parties for these parties to market boats to you.', 'disclose your data to third parties'],
    ['If you give us your name, it is not shared with third parties for our marketing.', 'If you give us your name'],
    ['We do not show any ads on our site.', 'on our site'],
    ['We do not do any targeted advertising.', 'targeted advertising'],
    ['They are not used for advertising.', 'They'],
    ['We do not use cookies for advertising.', 'use cookies'],
    ['We never show you ads based on your content from the logbook.', 'based on your content from the logbook'],
    ['We do not permit ads to be delivered to you by third-party ad companies.', 'by third-party ad companies'],
    ['We never sell data and do not share it for advertising.', 'share it'],
  ])('tells what alone is denied: %s', async (text, limit) => {
    const [claim] = await claimsOf('marketing', text);
    expect(claim).toMatchObject({ polarity: 'negated', value: { limit } });
  });

  it.each([
    ['We do not use your data for advertising.'],
    ['We do not use or share your personal information for marketing purposes.'],
    ['We do no marketing and no targeted advertising.'],
    ['We do not share your personal information or use it for marketing purposes.'],
  ])('is denied as a whole: %s', async (text) => {
    const [claim] = await claimsOf('marketing', text);
    expect(claim).toMatchObject({ polarity: 'negated', value: { 'opt-out': false } });
    expect(claim?.value.limit).toBeUndefined();
  });

  it.each([
    ['You can control what we use to show you ads.'],
    ['You can request that we restrict the use of your data for direct marketing.'],
    ['We use it for advertising. You must send us a letter to use your right to object.'],
    ['We send you offers. You may revoke this by writing to us.'],
    ['If you would like us to no longer use your name for marketing, write to us.'],
    ['You can object at any time to use of your data:\n\n- for direct marketing\n'],
  ])('can be stopped: %s', async (text) => {
    const [claim] = await claimsOf('marketing', text);
    expect(claim).toMatchObject({ polarity: 'affirmed', value: { 'opt-out': true } });
  });

  it.each([
    ['We send you special offers.\n\nEmail marketing: a pixel tells us whether you opened the letter.', 1],
    ['We send you special offers.\n\nEmail marketing: we use your address for our own marketing.', 2],
    ['We use your data for:\n\n- special offers\n- Direct marketing: a letter a year', 2],
    ['We send you special offers. Trusted marketing partners who provide us with lists of sailors tell us about you.', 1],
    ['We send you special offers. Marketing partners who use your data show you ads.', 2],
    ['We send you special offers.\n\nDelivery of Advertising and Other Letters. A boat brings them.', 1],
    ['We send you special offers.\n\nWe Use Your Data For Our Marketing. A boat brings it.', 2],
    ['We send you special offers.\n\nYour data serve the delivery of Advertising and Other Letters.', 2],
  ])('of marketing that is only named, no claim beside one that is stated: %s', async (text, count) => {
    expect(await claimsOf('marketing', text)).toHaveLength(count);
  });

  it.each([
    ['We will not share your name with third parties (other than our affiliates) for their own marketing.', 'other than our affiliates'],
    ['We will not share your name with third parties (which are many) for their own marketing.', undefined],
  ])('is denied also behind the brackets of an exception: %s', async (text, exception) => {
    const [claim] = await claimsOf('marketing', text);
    expect(claim).toMatchObject({ polarity: 'negated', value: { limit: 'share your name with third parties' } });
    expect(claim?.value.exception).toBe(exception);
  });

  it('keeps the exception of a denial', async () => {
    const [claim] = await claimsOf('marketing', 'We will not use your data for marketing unless you agree.');
    expect(claim).toMatchObject({ polarity: 'negated', scope: { exception: 'unless you agree' } });
  });
});
