import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** "collect email-address, share! photo": action, polarity, concept. */
const data = async (text: string): Promise<string> =>
  (await claimsOf('data-category', text))
    .map((claim) => `${claim.scope.action}${claim.polarity === 'negated' ? '!' : ''} ${claim.scope.data?.join('+')}`)
    .join(', ');

describe('words that are no data where they stand', () => {
  it.each([
    ['We share your birthday with sponsors once in a calendar month.', 'share date-of-birth'],
    ['We collect the name of your city and the webpage address that you came from.', 'collect name'],
    ['We receive your Internet Protocol ("IP") address.', 'collect ip-address'],
    ['We process your photos outside your country of residence.', 'use photo'],
    ['We collect your operating system name.', 'collect device-data'],
    ['We keep your records in password-protected rooms.', ''],
    ['We use industry standard locks to keep it out of reach.', ''],
    ['We collect facts about your laptop, phone or other device.', ''],
    ['We track e-mail response rates.', ''],
    ['We use your photos in the aggregate.', 'use photo'],
    ['We share hashed e-mail addresses and otherwise handle it.', 'share pseudonymous-data'],
    ['We share de-identified information with rowers.', 'share deidentified-data'],
    ['We share aggregated or anonymised information with rowers.', 'share aggregated-data, share anonymous-data'],
    ['We use your photos once they are anonymised and aggregated.', 'use photo'],
    ['We collect an anonymized boat number.', ''],
    ['We collect what is left when you view an image or a video plays.', ''],
    ['We use your photo to prepare invoices, process transactions and deliver your next purchase.', 'use photo'],
    ['We share photos with banks that process payment transactions and pay invoices.', 'share photo'],
    ['We collect purchase history when you purchase toys.', 'collect purchase-history'],
    ['We use data of the camera on your phone, and store it.', 'use camera'],
    ['We collect the name of your mobile operator and your photo.', 'collect photo'],
    ['We use location-based data for location-based offers.', 'use location-data'],
    ['We use your photo in connection with an order, transaction or contest.', 'use photo'],
    ['We use your data to:\n\n- invoice you\n', 'use personal-data'],
    ['This app uses no third-party data collection tools.', ''],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('acts that are none', () => {
  it.each([
    ['It is optional to use the shop; you can log in with your Facebook ID.'],
    ['How we use your photos'],
    ['Do we share your photos with anybody?'],
    ['We may send an e-mail to all members.'],
    ['You may send us requests about your personal information.'],
    ['To ask for removal, please contact us using the form and include the e-mail address of your account.'],
    ['You will provide your password directly to that network and not to us.'],
    ['Some third-party games and services could use Bluetooth.'],
    ['You can send an e-mail to our office.'],
    ['We care about data: YouTube receives your photos.'],
    ['The providers used by us will only collect your photos.'],
    ['Locks, firewalls and complex passwords are used by us.'],
    ['We collect data as told in the part “How we use your photos”.'],
    ['We collect data that you type, or you send us an e-mail.'],
    ['The following notices provide additional information about toys:\n\n- Voice and audio for puppets\n'],
    ['We collect data:\n\n- How we use cookies\n'],
    ['Your withdrawal does not affect the lawfulness of our use of your photos.'],
    ['We have no control over the use of cookies by others.'],
    ['We use it when you enter into a contest with your friends and preferences.'],
    ['Never share your password with anybody who says that we use it.'],
    ['See our "Do not sell my personal information" page, which we use.'],
    ['We share it with third-party data providers.'],
    ['Our staff follows a vetting process that covers photos.'],
    ['It is your responsibility to keep your password; we keep it too.'],
    ['Check that shop and read that company’s privacy policy to learn how it will use your photos.'],
    ['We use a hall that serves as a secondary location for storage.'],
    ['You must not submit photos to our service.'],
    ['Our members can use the search to find photos.'],
    ['Our verification process redacts any photo.'],
    ['We follow secure processes and procedures for photos.'],
    ['We collect data:\n\n- "Contact data" means names and telephone numbers\n'],
    ['Your shop number is kept; you can access your e-mail address there.'],
    ['Personal information is any information that can be used to find a person.'],
    ['We collect information when you:\n\n- Purchase photo prints\n'],
    ['- [Photos that we collect](#photos)\n- [Your choices](#choices)\n'],
  ])('%s', async (text) => expect(await data(text)).toBe(''));
});

describe('how far the object of a verb goes', () => {
  it.each([
    ['We collect what your phone sends when you visit us, such as its serial number.', 'collect device-identifier'],
    ['You provide details to open a shop (i.e. your name and postal address).', 'collect name, collect postal-address'],
    ['We process your data to: - verify your identity and age.', 'use personal-data'],
    ['We share the following categories for business purposes: payment data and photos.', 'share payment-data, share photo'],
    ['While we do not share photos, we may share your name.', 'share! photo, share name'],
    ['To opt out, take these steps:\n\n- Write your name on a card. We will use your e-mail address to answer.\n', 'use email-address'],
    [
      'We may sell or share our shop, including your photos, in connection with a business transaction (or one that is planned).',
      'share photo',
    ],
    ['We may store photos depending on how you use our features you use and your preferences.', 'store photo'],
    ['A controller is the person who says how personal data is collected.', ''],
    ['We use your photos to help you (for example, in your language).', 'use photo'],
    ['We collect your IP address even if you do not leave a comment.', 'collect ip-address'],
    ['Photos are never used to contact you, but we store them.', ''],
    ['We do not use photos for advertising purposes.', ''],
    ['We never disclose photos in a form that shows who you are.', ''],
    ['We do not use photos.', 'use! photo'],
    ['Your photos will not be kept longer than is needed.', ''],
    ['Not all photos that are processed by us can be downloaded.', 'use photo'],
    ['We cannot run it without storing photos.', 'store photo'],
    ['We will not, without your consent, share your photos.', 'share! photo'],
    ['Unless you have refused to agree, we collect the following data:\n\n- Photos\n', 'collect photo'],
    ['We do not share photos with our sponsors, however they may collect your IP address.', 'share! photo'],
    ['We use photos to show offers targeted to your interests.', 'use photo'],
    ['Data collected by us using your photos is kept.', 'use photo'],
    ['We never process special kinds of data, which include:\n\n- Genetic data\n', 'use! genetic-data'],
    ['Data collected via such cookies will not be sold.', ''],
    ['You will hear from our partner: we send your e-mails to them.', 'share email-address'],
    ['This is not the only notice, and here we use your photos.', 'use photo'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('what a sentence only asks, announces or denies in part', () => {
  it.each([
    ['Read on to learn how we collect, store and share your photos.', ''],
    ['This part tells you what personal data we collect.', ''],
    ['Depending on how you reach us, the app may use your photos.', 'use photo'],
    ['We will ask you before we share your photos.', ''],
    ['We work with partners with whom we share your photos to keep them safe.', ''],
    ['A cookie is a file that is stored together with your preferences.', ''],
    ['If you play with us, use your social media credentials, we may collect your photos.', 'collect photo'],
    ['Were we ever to sell your photos, we would say so.', ''],
    ['We ask for consent to the sharing of your photos.', ''],
    ['You agree that we may end your membership and your use of photos.', ''],
    ['Our photographer shares tips. We store your voice.', 'store voice'],
    ['Web beacons are tiny images that we use.', ''],
    ['Snapper is able to do this because it is storing photos.', ''],
    ['## Definitions\n\nAlbum: a set of photos that we store for you.', ''],
    ['## Glossary\n\n### Album\n\nA set of photos that we store for you.', ''],
    ['We collect:\n\n- Commercial purposes for the processing of personal data\n- Photos\n', 'collect photo'],
    ['“Anonymous data” shall mean data that is collected without names.', ''],
    ['We share your photos with the Department of Trade and Industry.', 'share photo'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));

  it.each([
    [
      'We have collected these categories of personal information:\n\n- **A.** Photos\n\n  YES\n\n- **B.** Voice\n\n  NO\n',
      'collect photo, collect! voice',
    ],
    ['| Data | Collected |\n| --- | --- |\n| Photos | YES |\n| Voice | NO |\n', 'collect photo, collect! voice'],
    ['| Data | Shared | Sold |\n| --- | --- | --- |\n| Photos | Hosts | None |\n| Voice | None | None |\n', 'collect photo'],
  ])('an answer of its own: %s', async (text, expected) => expect(await data(text)).toBe(expected));

  it.each([
    ['We never sell your photos.', { action: 'sell' }],
    ['We do not share your photos without your consent.', { action: 'share', exception: 'without your consent' }],
    ['We store your photos, but not your voice.', undefined],
  ])('%s', async (text, expected) => {
    const [claim] = await claimsOf('data-category', text);
    const { category, text: words, ...rest } = claim?.value ?? { category: '', text: '' };
    expect([category, words]).toEqual(['photo or picture', 'photos']);
    expect(rest).toEqual(expected ?? {});
  });
});
