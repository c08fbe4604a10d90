import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** "collect email-address, share! photo": action, polarity, concept. */
const data = async (text: string): Promise<string> =>
  (await claimsOf('data-category', text))
    .map((claim) => `${claim.scope.action}${claim.polarity === 'negated' ? '!' : ''} ${claim.scope.data?.join('+')}`)
    .join(', ');

describe('sentences about the data that say nothing of what is done', () => {
  it.each([
    ['This page, which all of us have read, explains how and why we may use (“handle”) your photos.', ''],
    ['Here are our practices regarding the collection, use and storage of your photos.', ''],
    ['You have certain choices about how we use and share your photos.', ''],
    ['Our legal basis for collecting and using your photos depends on the country.', ''],
    ['We do our best to keep your photos safe.', ''],
    ['We keep your photos in a drawer.', 'store photo'],
    ['We maintain the confidentiality and integrity of your photos.', ''],
    ['We will stop collecting your photos.', ''],
    ['You agree to our collection, use, storage and disclosure of your photos.', ''],
    ['To have your data deleted by Snapper, write to Snapper and share this text.', ''],
    ['We are not liable for the use of your photos by strangers.', ''],
    ['We may use it for a purpose that is told at the time you provide your photos.', ''],
    ['The shop may or may not collect your photos.', ''],
    ['Stores using cookies are many.', ''],
    ['We track visits using cookies.', 'use cookie-data'],
    ['Albums let you create, store and share photos.', ''],
    ['We collect reports on how you use features like our camera.', ''],
    ['We may access your camera roll.', 'collect camera'],
    ['To check who you are and to find your photos, we ask you to provide the following: your date of birth.', 'collect date-of-birth'],
    [
      'We may share facts about you (your height, and if you tell us, your hobbies) and your photos.',
      'share physical-characteristics, share photo',
    ],
    ['We share, with partners in sales, your photos and your voice.', 'share photo, share voice'],
    ['We share with third parties, such as printers, photos of your house.', 'share photo'],
    ['If you do not want us to collect, use or share your photos, stay away.', ''],
    ['Your photos are stored on your own phone.', ''],
    ['We keep your photos on secure shelves.', 'store photo'],
    ['You may deny the app access to your contacts list.', ''],
    ['We offer tools that enable you to update your photos.', ''],
    ['If you fail to provide your photos, we collect nothing.', ''],
    ['Read the notices of every website that collects photos.', ''],
    ['Read on to get a clear understanding of how Snapper uses your photos.', ''],
    ['Told below are the reasons for which your photos were collected.', ''],
    ['We receive the place where you took the photo.', ''],
    ['We will never link what we know to your photos that are stored.', ''],
    ['You may log in and submit a support request that we keep.', ''],
    ['We delete your photos from our records.', ''],
    ['Your photos will be provided to you on paper.', ''],
    ['Once we receive your letter, we will tell you where your photos are.', ''],
    ['The value that we receive from your photos is small.', ''],
    ['Bought in the Microsoft Store, the game shows photos.', ''],
    ['Your photos may be seen and accessed by the website creator.', ''],
    ['We share it with printers, however they may collect data, such as your photos.', ''],
    ['We use sound personal data transfer mechanisms.', ''],
    ['If you come to us, we store your photos.', 'store photo'],
    ['We provide you with ways to access your photos.', ''],
    ['You allow us to access your photos.', 'collect photo'],
    ['We make sure that your photos are kept private.', ''],
    ['Photos are safe when they are stored.', ''],
    ['“Beacons” are tiny files that are stored beside your preferences.', ''],
    ['We recommend using a long password.', ''],
    ['To change your photos that are stored here, log in.', ''],
    ['We may ask for papers before giving you your photos.', ''],
    ['The act says that companies collect photos.', ''],
    ['We will find out how our team handles these questions.', ''],
    ['You must send sufficient information to show that we hold your photos.', ''],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));

  it.each([
    ['We collect:\n\n- Third-party use of cookies\n- Photos\n', 'collect photo'],
    ['You have choices about your data:\n\n- Sale of my photos\n- Photos that we collect\n', ''],
    ['We collect:\n\n- Enable you to post photos\n- Voice\n', 'collect voice'],
    ['We collect:\n\n- Change your password often\n- Click data\n', 'collect usage-data'],
    ['We share data as follows:\n\n- Partners who run voice assistants\n- Photos\n', 'share photo'],
    [
      '## Data we collect\n\nThe law binds us.\n\n- Contact details\n- Cookies\n- Your photos\n\n## Contact details\n\nA.\n\n## Cookies\n\nB.\n\n## Your photos\n\nC.\n',
      '',
    ],
    [
      'We collect these data:\n\n- Contact details\n- Cookies\n- Photos\n\n## Contact details\n\nA.\n\n## Cookies\n\nB.\n\n## Photos\n\nC.\n',
      'collect contact-data, collect cookie-data, collect photo',
    ],
    ['We collect data, for example:\n\n- If you bring photos, our partners may see them\n- Voice\n', 'collect voice'],
    ['We take steps to keep order, including:\n\n- Limiting data such as photos\n', ''],
    ['Photos will be deleted by these procedures:\n\n- Personal data are shredded\n', ''],
    ['What you can access includes the following data:\n\n- Photos\n', ''],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('what the words name where they stand', () => {
  it.each([
    ['We collect the unique ID of your device.', 'collect online-identifier'],
    ['We collect your mobile device unique ID.', 'collect device-identifier'],
    ['We use cookies and other identifiers.', 'use cookie-data, use online-identifier'],
    ['We collect identifiers such as your name.', 'collect identity-data, collect name'],
    ['We collect:\n\n- Identifiers\n', 'collect identity-data'],
    ['We store the information you provide to us.', 'store personal-data'],
    ['We store the stories and posts you publish.', 'store user-content'],
    ['We collect non-personally-identifying information.', 'collect non-personal-data'],
    ['We share non-photo files.', ''],
    ['We collect your name and e-mail.', 'collect name, collect email-address'],
    ['We collect email, phone number and name.', 'collect email-address, collect phone-number, collect name'],
    ['We collect letters, emails and other messages.', 'collect communications, collect chat-messages'],
    ['We would like to collect your views by post or email, as you prefer.', ''],
    ['We collect:\n\n- Email (for the newsletter)\n', 'collect email-address'],
    ['We share your photos (excluding your voice) with printers.', 'share photo'],
    ['We share nothing except your voice.', 'share voice'],
    ['We use Crashlytics to collect crash logs.', 'collect crash-data'],
    ['We promptly use your photos.', 'use photo'],
    ['We share counts not linked to your photos.', ''],
    ['We count the number of messages that are stored.', ''],
    ['Crash files list binary images, and we store them.', ''],
    ['We receive data from your employer, data shops and others.', ''],
    ['We collect a photo ID and cookie controls.', ''],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('denials', () => {
  it.each([
    ['We do not knowingly collect personally identifiable information from anyone under 13.', 'collect! children-data'],
    ['We do not sell personal data, nor do we know of any sale of personal data of minors.', 'sell! personal-data, sell! children-data'],
    ['We do not collect personal data from our visitors.', 'collect! personal-data'],
    ['We do not share photos with third parties for their own marketing purposes.', ''],
    ['We do not share photos with anybody for any reason.', 'share! photo'],
    ['We never use your chats or photos, or what you say in them, to target ads to you.', ''],
    ['We do not show you ads based on your photos.', ''],
    ['We will not collect additional photos.', ''],
    ['We have no direct link with people whose photos we store.', ''],
    ['We do not share photos, but we store them for marketing.', 'share! photo'],
    ['We do not use your photos for personalisation.', ''],
    ['We do not share your photos in this way.', ''],
    ['Your photos are not stored completely.', ''],
    ['None of the parts of our app will ever use your photos.', 'use! photo'],
    ['While we do not look at it, what you write is saved in our logs.', ''],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});
