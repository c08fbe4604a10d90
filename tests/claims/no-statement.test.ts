import { describe, expect, it } from 'vitest';
import type { ClaimKind } from '../../src/claims/types.js';
import { claimsOf } from './helpers.js';

/** Whether the kind is claimed at all. */
const isClaimed = async (kind: ClaimKind, text: string): Promise<boolean> => (await claimsOf(kind, text)).length > 0;

describe('what names, asks, lists or sends elsewhere makes no claim', () => {
  it.each<[ClaimKind, string]>([
    ['marketing', '**Interest-based advertising.** You may write to the harbour master.\n'],
    ['marketing', 'A link or a banner ad on our pier is no endorsement.\n'],
    ['marketing', 'We collect data:\n\n- Advertising networks;\n- Sales and Marketing Teams\n'],
    ['marketing', 'For more information about advertising networks, see the section entitled "Lanterns".\n'],
    ['marketing', 'You can unsubscribe from harbour alerts.\n'],
    ['marketing', 'Your preferences for receiving marketing communications are kept.\n'],
    ['marketing', 'The law lets residents request facts about our disclosure of data to others for their direct marketing purposes.\n'],
    ['purpose', 'We use our harbour blogs to communicate news.\n'],
    ['cookie', '**Cookies and advertising.** You may write to the harbour master.\n'],
    ['cookie', '## Cookies\n\nThese companies provide personalisation services.\n'],
    ['cookie', 'You can learn more about how cookies analyse traffic.\n'],
    ['cookie', '## Cookies\n\n| Who |\n| --- |\n| Affiliates; advertising networks; analytics providers; payment processors |\n'],
    ['cookie', 'Cookies tell us that you read our newsletter or viewed an ad.\n'],
    ['security', 'You are responsible for taking reasonable measures to protect your account.\n'],
    [
      'security',
      '- [SSL certificates](https://example.com/ssl)\n- [Berths](https://example.com/berths)\n- [Ropes](https://example.com/ropes)\n',
    ],
    ['security', '# Rules\n\nc. Encryption.\n\nHarbour boats carry lamps.\n'],
    ['security', 'Here are some best practices to protect your berth:\n\n- Use encryption where you can.\n'],
    ['security', 'We share it to enable harbour guests and to help customers to take security measures.\n'],
    ['security', 'We reserve the right to take appropriate security measures.\n'],
    ['cookie', '## Cookies\n\nLocal storage can provide cookie-equivalent functionality.\n'],
    [
      'cookie',
      '## Cookies\n\nA cookie is a small file that a site sends to a browser. It records settings, such as remembering a language.\n',
    ],
    ['cookie', 'Statistical cookies help website owners to understand how visitors behave.\n'],
    ['cookie', 'A shop may use its Google Analytics, and an advertiser may want to use its Google Analytics data for ads.\n'],
    ['cookie', 'If you click on an ad, the advertiser may place its own advertising cookies.\n'],
    ['cookie', 'If you decide not to allow any other than the necessary cookies, nothing is kept.\n'],
    ['purpose', 'We may require more time to answer your request.\n'],
    ['purpose', 'We keep your data as required by law.\n'],
    ['purpose', 'We use the tides in the services that we offer through the harbour.\n'],
    ['purpose', 'We share data that cannot reasonably be used to identify you.\n'],
    ['purpose', '| Right | Text |\n| --- | --- |\n| Objection | The right to object. We process data for direct marketing. |\n'],
    ['purpose', 'We use the part called "Protection of our rights" a lot.\n'],
    ['data-category', '- [Contact details](#contact)\n- [Photos](#photos)\n- [How we use your data](#use)\n'],
    ['data-category', 'We share it with photo and video hosting providers.\n'],
    ['data-category', 'In the settings we use, manage your preferences.\n'],
  ])('%s: %s', async (kind, text) => expect(await isClaimed(kind, text)).toBe(false));

  it.each<[ClaimKind, string]>([
    ['marketing', '**Marketing.** We send you special offers.\n'],
    ['marketing', 'You can unsubscribe from our newsletter.\n'],
    ['cookie', 'We use cookies:\n\n- **Remembering your settings.** The harbour stays as you left it.\n'],
    ['cookie', '## Cookies\n\nThey let you:\n\n- keep your boat safe and secure\n'],
    ['cookie', 'We set cookies. These are small files that our quay keeps for purposes such as remembering your settings.\n'],
    ['cookie', 'Advertising networks may place cookies on your device.\n'],
    ['security', 'We take reasonable measures to protect your account.\n'],
    ['security', 'We follow good practices for the safety of your data:\n\n- Use of encryption\n'],
    ['security', '# Security\n\nEncryption protects your data.\n'],
    [
      'cookie',
      '## Cookies\n\nA cookie is a small file that we send to your browser. It records settings, such as remembering a language.\n',
    ],
    ['cookie', 'We use these:\n\nCookies, which are small files that a boat carries for the purpose of remembering your settings.\n'],
    ['cookie', 'Advertisers may use cookies on our site to show you ads.\n'],
    ['purpose', 'We may require your name to process your request.\n'],
    ['purpose', 'We use your data to comply with the law.\n'],
    ['data-category', 'We share photos and videos with hosting providers.\n'],
    ['data-category', 'We store your preferences.\n'],
  ])('%s is claimed: %s', async (kind, text) => expect(await isClaimed(kind, text)).toBe(true));

  it('tells one category where the label of an item or a row names it', async () => {
    const categories = async (text: string): Promise<string[]> => (await claimsOf('cookie', text)).map(({ value }) => value.category);
    expect(await categories('## Cookies\n\n- Functionality cookies: These cookies remember your login details.\n')).toEqual(['functional']);
    expect(await categories('## Cookies\n\n- Our cookies: These cookies remember your login details.\n')).toContain('essential');
  });

  it('tells a connection that is encrypted from data at rest', async () => {
    const measures = async (text: string): Promise<string[]> => (await claimsOf('security', text)).map(({ value }) => value.measure);
    expect(await measures('The information is encrypted using secure socket layer technology.')).toEqual(['encryption in transit']);
    expect(await measures('The information is encrypted on our disks.')).toEqual(['encryption at rest']);
  });
});
