import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** "category (words)" of each claim; a denial with its limit and its exception. */
const data = async (text: string): Promise<string> =>
  (await claimsOf('data-category', text))
    .map(({ value, polarity }) =>
      [
        polarity === 'negated' ? `no ${value.category}` : value.category,
        value.limit && `(${value.limit})`,
        value.exception && `[${value.exception}]`,
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(', ');

describe('the sense that a word has where it stands', () => {
  it.each([
    ['We store the videos that you watch.', 'viewing and listening history'],
    ['We store the videos that you send us.', 'video'],
    ['We use digital fingerprint technology.', 'device identifier'],
    ['We store your fingerprint and your voice.', 'biometric data, voice'],
    ['We collect the version of the operating system, region and language settings.', 'device data'],
    ['We collect your browser version and language settings.', 'browser data'],
    ['We collect your time zone settings.', 'browser data'],
    ['We only record the conversation when you agree.', 'audio'],
    ['We store your conversation history.', 'chat messages'],
    ['We collect your preferences, feedback and survey responses.', 'preferences, survey data'],
    ['We store your feedback and your photos.', 'support messages, photo or picture'],
    ['We collect your degrees, grades and transcripts.', 'education data'],
    ['We collect call transcripts.', 'voice'],
    ['We collect the following data:\n\n- Cookie declaration\n- Cookies\n', 'cookie and tracker data'],
    ['We collect your electronic mail address.', 'e-mail address'],
    ['Rowlog Ltd is the controller. We store messages and Rowlog Emails.', 'chat messages'],
    ['Rowlog Ltd is the controller. We store messages, Emails and drafts.', 'chat messages, communications'],
    ['Microsoft Ltd is the controller. We collect your Microsoft account information.', 'account data'],
    ['Rowlog Ltd is the controller. We collect your Microsoft account information.', 'third-party sign-in data'],
    ['We log what posts, videos and other content you view.', 'usage data'],
    ['We collect your image and your voice.', 'photo or picture, voice'],
    ['We collect your files.', 'uploaded files'],
    ['We collect your nickname and gender.', 'user name, gender'],
    ['We keep your game progress and play statistics.', 'usage data'],
    ['We collect statistics.', 'aggregated data'],
    ['We collect commercial information.', 'transaction data'],
    ['We collect screen recordings.', 'keystrokes and session recordings'],
    ['We collect call and message logs, with the time of calls and messages.', 'SMS and call logs'],
    ['We store your PayPal account information.', 'payment data'],
    ['We store your account information.', 'account data'],
    ['We collect personal identifiers and voice.', 'identity data, voice'],
    ['We collect cookies and other identifiers.', 'cookie and tracker data, online identifier'],
    ['We collect:\n\n- Identifiers of players whom you follow\n', 'online identifier'],
    ['We collect:\n\n- Identifiers\n', 'identity data'],
    ['We collect the names and versions of your tools.', ''],
    ['We collect your video game results.', ''],
    ['We collect whether you sent messages.', ''],
    ['We collect the messages you send.', 'communications'],
    ['We collect the location of a photo.', 'location data'],
    ['We receive demographic information from your mobile carrier.', 'demographic data'],
    ['We collect your mobile carrier.', 'device data'],
    ['We collect and aggregate information on boats.', ''],
    ['We collect aggregate information.', 'aggregated data'],
    ['We record pictures and sounds within the camera’s range.', 'photo or picture'],
    ['We may keep a copy in our business records.', ''],
    ['We collect data on your tide games, such as educational and professional interests.', ''],
    ['We store data of your sports activities, heart rate and performance data.', 'fitness data'],
    ['We use the GPS technology or other similar technologies of your phone.', 'precise location'],
    ['We use cookies and other similar technologies.', 'cookie and tracker data'],
    ['We collect what is public, which is not personal information.', ''],
    ['We share business card data with rowers.', ''],
    ['We share card data with rowers.', 'payment card'],
    ['An accelerometer can be used to tell your speed.', ''],
    ['Accelerometer data can be used to tell your speed.', 'sensor data'],
    ['We use loyalty programs and collect your voice.', 'voice'],
    ['We collect your loyalty number.', 'travel data'],
    ['We keep accurate business records and photos.', 'photo or picture'],
    ['We collect facts about disputes over the sale or purchase of boats.', ''],
    ['We collect interactions with our customer support team.', 'support messages'],
    ['We store survey and interview data.', 'survey data'],
    ['We collect feedback from your instructors.', ''],
    ['We collect your feedback.', 'support messages'],
    ['We offer audio features and store metadata about your messages.', 'metadata'],
    ['We use communication services such as e-mail and chat.', ''],
    ['We use information other than photographs.', ''],
    ['We share your voice with Rowpay (https://rowpay.example/?locale.x=en).', 'voice'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('what is supposed, told or done by others', () => {
  it.each([
    ['You are asked first if an app collects features, such as your photos.', ''],
    ['If you like, we collect features, such as your photos.', 'photo or picture'],
    ['In the unlikely event that we collect photos, we tell you.', ''],
    ['We hope to satisfy any queries about the way we use your photos.', ''],
    ['We use your photos in the way we told you.', 'photo or picture'],
    ['Our tools are programs you can use to create and store documents.', ''],
    ['We store documents you create.', 'uploaded files'],
    ['To opt out of our disclosures, sharing and sales of your photos, write to us.', ''],
    ['Our processing activities do not concern your photos.', ''],
    ['Consider who you choose to share with, as people who see your activity can share it with others.', ''],
    ['We may send other notices by e-mail, such as information about your use of the harbour.', ''],
    ['Our partners who use our network may use their own tags, pixel tags or cookies.', ''],
    ['We use our own cookies.', 'cookie and tracker data'],
    ['Our employees do not access your calendar entries.', ''],
    ['We do not access your calendar entries.', 'no calendar'],
    ['We receive training and access to your personal information is limited.', ''],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('how much a denial denies', () => {
  it.each([
    ['We do not collect any personal data about your race.', 'no personal data (about your race), no racial or ethnic origin'],
    ['We do not collect personal data.', 'no personal data'],
    [
      'We do not knowingly collect personal data from children in connection with those features.',
      "no children's data (in connection with those features)",
    ],
    ['We never use third-party cookies.', 'no cookie and tracker data (third-party)'],
    ['We never use cookies.', 'no cookie and tracker data'],
    ['We do not sell Tideland residents’ personal data.', 'no personal data (Tideland residents’)'],
    ['We will not use the photos you send us, or the voice, in any other way.', ''],
    ['We store no lists that match your IP address with your boat.', ''],
    ['We do not collect the personal data that you save in Rowlog.', 'no personal data (that you save in Rowlog)'],
    ['We never use your photos in any marketing materials.', 'no photo or picture (in any marketing materials)'],
    ['Photos shall not be stored on the hard drives of laptops.', 'no photo or picture (on the hard drives of laptops)'],
    [
      'If you link your boat, we will share your voice but will not share your photos.',
      'voice, no photo or picture (If you link your boat)',
    ],
    ['No disclosure beyond Tideland takes place, and in particular, no photos are shared.', 'no photo or picture'],
    ['We do not collect or use third - party cookies.', 'no cookie and tracker data'],
    ['We do not keep logs of your rides.', 'no log data (of your rides)'],
    ['We do not keep logs.', 'no log data'],
    ['For purposes of the CCPA, we do not sell personal data.', 'no personal data (For purposes of the CCPA)'],
    ['We will not sell such personal data.', 'no personal data (such personal data)'],
    ['Our paid app does not collect your voice.', 'no voice (Our paid app)'],
    ['We do not store the outline derived from your photo.', ''],
    ['We do not use photos for any purpose outside the album.', ''],
    ['We do not share your password or other sensitive information.', 'no password'],
    ['We do not share sensitive information.', 'no special categories of personal data'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});
