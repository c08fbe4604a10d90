import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('consent', () => {
  it.each([
    ['By using our site, you consent to this privacy policy.', 'by-use', 'policy'],
    ['Your use of the app constitutes consent to the collection of your data.', 'by-use', 'processing'],
    ['Your use of the tea shop constitutes your agreement to this privacy notice.', 'by-use', 'policy'],
    ['Through the use of the map, you are hereby accepting our privacy policy.', 'by-use', 'policy'],
    ['You agree to our data practices by visiting the site.', 'by-use', 'policy'],
    ['By creating an account, you agree to receive our newsletter.', 'by-account', 'marketing'],
    ['When you register with us, you consent to the processing of your data.', 'by-account', 'processing'],
    ['By ticking the box you agree to receive promotional e-mails.', 'checkbox', 'marketing'],
    ['We ask for your explicit consent before we set cookies.', 'opt-in', 'cookies'],
    ['Marketing e-mails are opt-in.', 'opt-in', 'marketing'],
    ['By using our newsletter pages, you agree to this privacy policy.', 'by-use', 'policy'],
    ['Where your consent is required for data, by using the shop you consent to our use of cookies.', 'by-use', 'cookies'],
    ['We ask for your explicit consent before a use of your data that is not told of in this policy.', 'opt-in', 'processing'],
    ['We ask for your explicit consent to the practices of this policy.', 'opt-in', 'policy'],
    ['We use your data with your express consent, or where your permission can be inferred (implied consent).', 'opt-in', 'processing'],
    ['Implied consent to this policy is enough.', 'by-use', 'policy'],
    ['Your data will not be processed in a way that you do not expect, except with your prior consent.', 'opt-in', 'processing'],
    ['Your data will be processed in other countries only with your prior consent.', 'opt-in', 'transfer'],
    ['We only send you promotional e-mails if you consent when you sign up.', 'opt-in', 'marketing'],
    ['For marketing, we keep data for a month, unless we obtain your consent to keep the data longer.', 'opt-in', 'processing'],
    ['For marketing, we use data once we have received your prior consent to such processing.', 'opt-in', 'marketing'],
    ['We might request your consent to send you information of promotions and offers.', 'opt-in', 'marketing'],
    ['We share data only if you consent, for instance, by your agreeing to this policy through your use of our site.', 'by-use', 'policy'],
    ['Creating an account is your consent to this policy.', 'by-account', 'policy'],
  ])('%s', async (text, mechanism, purpose) => {
    const claims = await claimsOf('consent', text);
    expect(claims.map((claim) => claim.value)).toEqual([{ mechanism, purpose }]);
  });

  it.each([
    ['Your continued use after changes to this policy constitutes acceptance.'],
    ['You may withdraw your consent at any time.'],
    ['By using the app, you accept our terms of service.'],
    ['We share your data with your consent.'],
    ['If you do not agree with this policy, do not use the app.'],
    ['By using the live stream you agree to be bound by the Tubely Terms of Service and its privacy policy.'],
    ['You may refuse to accept our data collection by using the switch.'],
    ['If you use the scanner, you can consent to the processing of your receipts.'],
    ['Your use of the wireless data collection is an acceptance of such risk.'],
    ['By using the site you agree that we may communicate with you electronically about privacy.'],
    ['You represent that you have obtained the prior consent of your guests for our collection of their data.'],
    ['If you think that your child has sent us data without your consent, please contact us by using the form.'],
    ['The ground for data after registration by the member is the consent of the member.'],
    ['Every partner that accesses the data of members requires our prior consent.'],
    ['We may disclose your data without your prior consent in the following cases.'],
    ['In countries where soft opt-in is not a lawful basis for the processing of data, we rely on another.'],
    ['- [Opt in to tracking by Harbor](https://example.org/a)'],
    ['We collect your data only where we have your consent, or where it is in our legitimate interests.'],
    ['You are responsible for telling your guests about us and for obtaining their prior consent.'],
    ['In the event we decide to offer an opt-in for tea, we will tell you.'],
    ['If you or others opt-in to share your tea list, we collect it.'],
    ['Prior consent can not be obtained from whoever is asleep.'],
  ])('is none: %s', async (text) => expect(await claimsOf('consent', text)).toEqual([]));
});
