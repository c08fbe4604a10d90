import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** "collect email-address, share! photo": action, polarity, concept. */
const data = async (text: string): Promise<string> =>
  (await claimsOf('data-category', text))
    .map((claim) => `${claim.scope.action}${claim.polarity === 'negated' ? '!' : ''} ${claim.scope.data?.join('+')}`)
    .join(', ');

const limits = async (text: string): Promise<unknown> => {
  const [claim] = await claimsOf('data-category', text);
  return claim && [claim.value.limit, claim.value.exception];
};

describe('what a denial is limited to and what it leaves out', () => {
  it.each([
    [
      'No photo is stored on the drives of towers, rafts or other lodgings.',
      ['on the drives of towers, rafts or other lodgings', undefined],
    ],
    [
      'We do not collect your photos as part of this race, the list, including boats and other data, is kept.',
      ['as part of this race', undefined],
    ],
    ['The raft does not give us access to your computer or photos of you.', [undefined, undefined]],
    ['We do not store photos on computers in remote harbours.', ['on computers in remote harbours', undefined]],
    [
      'For the parts of our ferries that are open to crews, we do not sell your name.',
      ['For the parts of our ferries that are open to crews', undefined],
    ],
    ['Our paid apps don’t collect your photo, name and location.', ['Our paid apps', undefined]],
    ['We do not share your photos except: (i) with rowers, or (ii) by law.', [undefined, 'except: (i) with rowers, or (ii) by law']],
    [
      'Unless we ask first (such as at the pier), or unless it rains, we do not sell your photos.',
      [undefined, 'Unless we ask first (such as at the pier), or unless it rains'],
    ],
    ['No personal data other than your name is stored by us.', [undefined, 'other than your name']],
    [
      'Unless bound to by law, we will not disclose your photos without your leave or except where the law asks for it.',
      [undefined, 'Unless bound to by law'],
    ],
  ])('%s', async (text, expected) => expect(await limits(text)).toEqual(expected));

  it('takes what is denied of one manner for no denial', async () => {
    expect(await data('We will not share aggregated data, however, in manner that would tell who rows.')).toBe('');
    expect(await data('We will not share aggregated data, however.')).toBe('share! aggregated-data');
  });
});

describe('who does it, and to what', () => {
  it.each([
    ['We never sell what you enter, such as your photos.', 'sell! photo'],
    ['We take care not to share photos that you upload, such as your selfie.', 'share! photo'],
    ['We do not require you to provide your name.', 'collect! name'],
    ['We cannot tell who reads what you post, so it is vital that you do not post data such as your name.', ''],
    ['You cannot post comments on our service.', ''],
    ['You have the right that your photos are sent to another town.', ''],
    ['An advertiser or ad server may also be able to collect your photos.', ''],
    ['Our server may also be able to collect your photos.', 'collect photo'],
    ['We provide your name to our sponsors.', 'share name'],
    ['We do not provide your photos to advertisers.', 'share! photo'],
    ['Rowers who use our racing product use cookies.', ''],
    ['We and others who use our service may use your photos.', 'use photo'],
    ['We share your photos with vendors who row for your purchases.', 'share photo'],
    ['We share your photos for the further purposes of racing and other transactions.', 'share photo'],
    ['We offer the option to not receive these communications.', ''],
    ['By joining us and sending our posts, including your photos, you agree to it.', ''],
    ['Questions on your photos should be sent to us.', ''],
    ['We provide those rowers tickets to facilitate your purchases and photos.', ''],
    ['The raft will provide us with access to your photos.', 'collect photo'],
    [
      'In some towns, a third party crew or town may run, hold or host a race or a row of races on our website and collect your photos.',
      '',
    ],
    ['On our website, we collect your photos.', 'collect photo'],
    ['A website can keep your photos.', ''],
    ['A drawing app might access your photos.', ''],
    ['Our drawing app might access your photos.', 'collect photo'],
    ['We and sponsors that row on our website may use your photos.', 'use photo'],
    ['We provide notice of your communications to our sponsors.', ''],
    ['You need a Rowhouse account to receive your photos.', ''],
    ['Our website can keep your photos.', 'store photo'],
    ['Crews may need to store photos outside of our service.', ''],
    ['We keep you updated on similar communications.', ''],
    ['We keep your communications.', 'store communications'],
    ['To link the apps, sharing, seeing and passing on your photos.', ''],
    ['We help rowers by naming, sharing and passing on your photos.', 'share photo'],
    ['What we collect depends on your choices (including your privacy settings), and your location.', ''],
    ['We collect what you send, such as your location.', 'collect location-data'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('lists that are none of data', () => {
  it.each([
    ['We collect:\n\n- **Beliefs and photos.** We do not intentionally collect or store them.\n', ''],
    ['We collect:\n\n- **Photos.** We do collect them.\n', 'collect photo'],
    ['We collect:\n\n- Personnel will not share photos\n- Photos\n', 'collect photo'],
    ['There are other ways to control the information that we collect, including:\n\n- Browser settings: set a flag.\n', ''],
    ['The information that we collect includes:\n\n- Browser settings: the flag.\n', 'collect browser-data'],
    ['The purposes for which we sold personal information are:\n\n- racing with your transactions\n', ''],
    ['The purposes for which we use personal information are:\n\n- **Races:** We use your photo to name crews.\n', 'use photo'],
    ['The accounting will include the following information for each boat:\n\n- The name of the rower\n', ''],
    ['We process personal information, including:\n\n- Other photos: such as to show you boats\n', 'use personal-data'],
    ['We process personal information, including:\n\n- Other photos: such as those of boats\n', 'use personal-data, use photo'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));
});

describe('the data that words stand for', () => {
  it.each([
    ['Domain registration data', ''],
    ['Industry groups', ''],
    ['Your industry', 'collect professional-data'],
    ['Video titles', ''],
    ['The purchase of oars', 'collect purchase-history'],
    ['Offers for the purchase of goods', ''],
    ['Insurance identification number', ''],
    ['IP (internet protocol) addresses', 'collect ip-address'],
    ['One-time password', ''],
    ['Mail address', 'collect email-address'],
    ['Physical mail address', 'collect postal-address'],
    ['Language preferences', 'collect language'],
    ['Wi-Fi network name', 'collect technical-data'],
    ['Survey / Interview Data', ''],
    ['Interview notes', 'collect job-application'],
    ['Helpdesk interactions', 'collect support-messages'],
    ['Interactions with content', 'collect usage-data'],
    ['Your query to our customer service', 'collect support-messages'],
    ['Your prompts', 'collect ai-prompts'],
    ['Metadata attached to the photos', 'collect metadata'],
    ['Metadata about your photos', 'collect metadata'],
    ['Metadata about your boats, such as their location', 'collect metadata, collect location-data'],
    ['Biometric data collected from a photo', 'collect biometric-data'],
    ['Non-personally-identifiable information', 'collect non-personal-data'],
    ['Payment details related to your use of the service', 'collect payment-data'],
    ['Information related to your use of the service', 'collect usage-data'],
  ])('%s', async (entry, expected) => expect(await data(`We collect the following information:\n\n- ${entry}\n`)).toBe(expected));

  it('hears the own name behind others', async () => {
    const own = 'Rowhouse Ltd ("Rowhouse", "we") lends boats. ';
    expect(
      await data(`${own}To help you find ads on other sites and services and to count the boats there, Rowhouse shares your photos.`),
    ).toBe('share photo');
    expect(await data(`${own}Partners of Rowhouse share your photos.`)).toBe('');
  });

  it('hears the address of who writes', async () => {
    expect(await data('We keep your message and your address.')).toBe('store email-address');
    expect(await data('We keep your name and your address.')).toBe('store name, store postal-address');
  });

  it('takes data about others than users for data on persons', async () => {
    const [claim] = await claimsOf('data-category', 'We collect non-user data.');
    expect(claim?.scope.data).toEqual(['personal-data']);
  });

  it('tells the words with what denies them', async () => {
    const [claim] = await claimsOf('data-category', 'We collect non-personally-identifiable information.');
    expect(claim?.value.text).toBe('non-personally-identifiable information');
  });
});
