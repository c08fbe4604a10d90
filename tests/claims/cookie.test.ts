import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const cookies = async (text: string): Promise<string> =>
  (await claimsOf('cookie', text))
    .map((claim) => `${claim.value.category}${claim.polarity === 'negated' ? '!' : ''}${claim.modality === 'hedged' ? '?' : ''}`)
    .sort()
    .join(' ');

describe('cookie', () => {
  it.each([
    ['We use strictly necessary cookies.', 'essential'],
    ['We use cookies to keep you signed in.', 'essential'],
    ['Cookies remember your language and other settings; we use no others.', 'functional'],
    ['We use preference cookies.', 'functional'],
    ['We use performance cookies.', 'analytics'],
    ['Cookies are small files. Cookies are pieces of text which allow us to provide certain functionality.', 'functional'],
    ['Cookies are small data files that are necessary for the website to function, and we place them on your computer.', 'essential'],
    ['Cookies are small files that websites use to remember a setting.', ''],
    ['We use cookies for the purposes of audience measurement.', 'analytics'],
    ['We do not permit adverts to be served by companies that are called ad networks.', ''],
    ['We work with no advertising networks.', 'advertising!'],
    ['Matomo counts visits with the help of a cookie.', 'analytics'],
    ['Sponsors drop cookies to follow you around the web.', 'advertising'],
    ['Like most sites, ours uses cookies to keep you signed in.', 'essential'],
    ['The club does serve cookies to count how members use its pages.', 'analytics'],
    ['We may use cookies to show you our advertising on other websites that you visit.', 'advertising?'],
    ['Ads come from ad servers that utilize cookies.', 'advertising'],
    ['Cookies allow you to enter your password less often; we set them when you join.', 'essential'],
    ['The site may use cookies to remember the visitor.', 'functional?'],
    ['Our Cookie Policy explains why we use them, such as remembering your settings and delivering ads.', 'advertising functional'],
    ['If you prefer that we not learn through cookies how you use the pages, delete them.', ''],
    ['Our site uses cookies to understand how visitors use it.', 'analytics'],
    ['We use Google Analytics.', 'analytics'],
    ['We may use statistics cookies.', 'analytics?'],
    ['Our partners use cookies and pixels to show you relevant ads.', 'advertising'],
    ['We use a Facebook pixel.', 'advertising'],
    ['We use targeting cookies and analytics cookies.', 'advertising analytics'],
    ['We do not use analytics cookies.', 'analytics!'],
    ['We do not use tracking, marketing, or statistics cookies.', 'advertising! analytics!'],
    ['Advertising cookies are not used.', 'advertising!'],
    ['The app contains no analytics and no tracking SDKs.', 'advertising! analytics!'],
    ['We use only essential cookies and no analytics.', 'analytics! essential'],
    ['We use no cookies other than session management cookies.', 'essential'],
    ['We do not use cookies.', 'advertising! analytics!'],
    ['We use cookies to understand and save your preferences for future visits.', 'functional'],
    ['## Cookies\n\n_session_id, unique token, stores information about your session.\n', 'essential'],
    ['The Marlow web shop uses cookies to keep you logged in.', 'essential'],
    ['We place pixels on our pages. They help us to measure traffic.', 'analytics'],
    ['Your browser may refuse cookies. This helps us to measure traffic.', ''],
    ['We and our advertising partners use cookies.', 'advertising'],
    ['We may also carry web beacons placed by advertisers.', 'advertising?'],
    ['We use pixels to show you ads on other sites and for analytics.', 'advertising analytics'],
    ['We use four types of cookies: necessary, functional, analytics and marketing.', 'advertising'],
    ['Cookies help us to remember your settings and to log you in.', 'essential functional'],
    ['These cookies collect information about how visitors use the shop.', 'analytics'],
    ['Partners use cookies to personalise advertising content.', 'advertising'],
    ['We use cookies to:\n\n- keep you logged in\n- measure traffic\n', 'analytics essential'],
    [
      '## Cookies\n\n| Type | Use |\n| --- | --- |\n| Strictly necessary | Sign-in |\n| Marketing | Ads |\n',
      'advertising advertising essential',
    ],
  ])('%s', async (text, expected) => expect(await cookies(text)).toBe(expected));

  it.each([
    ['Cookies are small text files that sites store on your device.'],
    ['You can delete cookies in your browser.'],
    ['If you do not accept cookies, some parts may not work.'],
    ['We do not respond to Do Not Track signals.'],
    ['Our host has no access to or control over advertising cookies of others.'],
    ['We keep your marketing preferences.'],
    ['We do not use cookies to identify you.'],
    ['Essential information is stored on our server.'],
    ['You may opt out of the use of marketing cookies on this page.'],
    ['To opt out of advertising cookies, follow this link.'],
    ['You can also choose not to be included in Google Analytics.'],
    ['Our cookie banner asks you when you first visit.'],
    ['Your consent will be required to place cookies on your device.'],
    ['We receive your IP address, cookie data, advertising ID and app version.'],
    ['Advertisers and ad networks; analytics providers'],
    ['We disable all non-essential cookies.'],
    ['We measure the effectiveness of our ads with cookies.'],
    ['See our Terms of Use for how we use cookies.'],
    ['Check the policy of the advertiser to understand whether and how it uses cookies.'],
    ['We do not use functional cookies to target you.'],
    ['These websites may use cookies to analyse your visits.'],
    ['Some people take the position that sites which use cookies for advertising sell data.'],
    ['When you visit sites that use Google Analytics, Google may link what you do there.'],
    ['Our statistics come from Simple Analytics, which works without cookies.'],
    ['To "opt out" of advertising cookies set by members of the initiative, follow this link.'],
    ['You can opt out of tracking by:\n\n- managing cookies used for online advertising\n'],
    ['The data of technically necessary cookies will not be used to create profiles.'],
    ['We keep no logs: our VPN does not track your online activity.'],
    ['## Cookies\n\n- We may use your location data to serve you local ads.\n'],
    ['## Cookies\n\nIt is our job to keep your personal information safe.'],
    ['This page knows you by its cookies, unless you are logged in.'],
    ['We have marketing relationships with firms that mention ads, cookies and news.'],
  ])('says nothing of a category: %s', async (text) => expect(await cookies(text)).toBe(''));

  it('takes no heading and no header cell for a claim', async () => {
    expect(await cookies('## Analytics cookies\n\nRead on.')).toBe('');
    expect(await cookies('| Analytics cookies | Purpose |\n| --- | --- |\n| sid | none |\n')).toBe('');
  });
});
