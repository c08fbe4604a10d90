import { describe, expect, it } from 'vitest';
import type { ClaimKind } from '../../src/claims/types.js';
import { claimsOf } from './helpers.js';

const count = async (kind: ClaimKind, text: string): Promise<number> => (await claimsOf(kind, text)).length;

const MENU = `- [Home](https://quay.example/)
- [Delete your information](https://quay.example/delete)
- [Berths](https://quay.example/berths)
- [Contact us](https://quay.example/contact)

# Privacy policy

We keep the harbour tidy.
`;

describe('what is on the page and says nothing of the data', () => {
  it.each<[string, ClaimKind, string]>([
    ['a button', 'right', '# Your choices\n\n[Delete your information](https://quay.example/delete)\n\nThe tide turns.\n'],
    ['a menu', 'right', MENU],
    ['a menu', 'contact', MENU],
    [
      'what a policy explains',
      'marketing',
      'After reading this policy, you will know:\n\n- [Harbour](#a)\n- [How we use data for marketing](#b)\n\nThe tide turns.\n',
    ],
    [
      'lines of contents',
      'right',
      '**Topics**\n\n1. Data\n2. Your rights  \n    2.1. Right of access  \n    2.2. Right to erasure  \n\n## 1. Data\n\nWe keep logs.\n\n## 2. Your rights\n\n### 2.1. Your own copy\n\nThe tide turns.\n\n### 2.2. Right to erasure\n\nThe tide turns again.\n',
    ],
    [
      'contents on one line',
      'purpose',
      '[Data we may use](#a)[Purposes for which we use data for marketing](#b)[How we row](#c)[Who we share data with to prevent fraud](#d)\n',
    ],
    [
      'a script',
      'marketing',
      "(function(){ var quayAdPlace = document.getElementById('ads'); quayAdPlace.show(); // moving the marketing ad higher into the page\n",
    ],
    [
      'what a word means',
      'legal-basis',
      'Performance of contract means processing data where it is necessary for the performance of a contract.\n',
    ],
    [
      'what a word means',
      'legal-basis',
      'Where we refer to "legitimate interests", we mean our legitimate interests in running the harbour.\n',
    ],
    [
      'what a thing is',
      'cookie',
      '## Cookies\n\n“Cookies” are data files that a browser keeps and that are used to remember user preferences.\n',
    ],
    [
      'what a thing is',
      'purpose',
      '## Cookies\n\n“Cookies” are data files that a browser keeps and that are used to remember user preferences.\n',
    ],
    [
      'a glossary',
      'marketing',
      '# Glossary\n\n## Unique identifiers\n\nUnique identifiers can be used for showing personalised advertising.\n',
    ],
    ['a caption', 'marketing', '# Data\n\nFor marketing and advertising\n\n| Data | Kept |\n| --- | --- |\n| Berths | Yes |\n'],
    [
      'a label of sharing',
      'legal-basis',
      'We may share data with others in these cases:\n\n- **Legal obligations.** The harbour master may ask.\n- **Tides.** They turn.\n',
    ],
  ])('%s: no %s', async (_, kind, text) => expect(await count(kind, text)).toBe(0));

  it.each<[string, ClaimKind, string]>([
    [
      'a link that is introduced',
      'right',
      'You have the right to:\n\n- [delete your information](https://quay.example/delete)\n- [fish](https://quay.example/fish)\n',
    ],
    ['a link within a sentence', 'right', 'You can [delete your information](https://quay.example/delete) at any time.\n'],
    [
      'a link under a title of contacts',
      'contact',
      '# Contact\n\n- [Home](https://quay.example/)\n- [Berths](https://quay.example/b)\n- [Ropes](https://quay.example/r)\n- [Contact us](https://quay.example/contact)\n',
    ],
    [
      'a label of grounds',
      'legal-basis',
      'Our legal bases are:\n\n- **Legal obligations.** The harbour master asks for it.\n- **Consent.** You agree.\n',
    ],
    [
      'a row below an empty header',
      'legal-basis',
      '|     |     |\n| --- | --- |\n| To moor boats | Our legitimate interests |\n| To write letters | Your consent |\n',
    ],
    [
      'what is stated in links to other places of the page',
      'purpose',
      'We use [your name](#a), [your age](#b), [your boat](#c) and [your oar](#d) for marketing.\n',
    ],
    ['a lone link', 'contact', '# Harbour policy\n\nThe tide turns twice a day.\n\n[Contact us](https://quay.example/contact)\n'],
    [
      'an address in a menu',
      'contact',
      '- [A](https://a.example)\n- [B](https://b.example)\n- [C](https://c.example)\n- [Write to us](mailto:quay@quay.example)\n',
    ],
    ['what we do with a thing', 'cookie', '## Cookies\n\nCookies are data files that we use to remember user preferences.\n'],
    ['a meaning of what is done', 'sale', 'This means we do not sell your data.\n'],
    ['the rest of a policy under its definitions', 'marketing', '# Definitions\n\nWe use your data for marketing.\n'],
    ['a numbered statement', 'right', '# Your rights\n\n2.1. Right of access\n\nYou may ask us for a copy of your data.\n'],
  ])('%s: %s', async (_, kind, text) => expect(await count(kind, text)).toBeGreaterThan(0));
});

describe('what is named, illustrated or explained only', () => {
  it.each<[string, ClaimKind, string]>([
    [
      'the label of a denial',
      'data-category',
      '7\\. **Sensitive Personal Information.** We do not intentionally collect any of it. The tide turns.',
    ],
    ['a condition in an example', 'data-category', 'We use it to be sure if, for example, you enter a wrong date of birth.'],
    ['whom one might use', 'processor-category', 'A card number, for example if we use a third-party payment processor.'],
    ['a right in an example', 'right', 'If you write to us (e.g., for data access requests), we keep the letter.'],
    ['a ground in an example', 'legal-basis', 'It is one of our interests (e.g. in connection with claims under concluded contracts).'],
    [
      'what data depend on',
      'data-category',
      'The data we collect depends on the boat you choose, the data you share with the harbour and the weather.',
    ],
    [
      'the name of another page',
      'security',
      'For more information please see: [Technical and Organizational Security Measures](https://quay.example/measures).',
    ],
    ['what anybody may do', 'data-category', "For example, a photo editing app might access your device's camera to let you take a photo."],
    [
      'what a term means',
      'data-category',
      'Under the Harbour Act, "Personal Information" consists of information which identifies an individual.',
    ],
    [
      'what others hold of the law',
      'marketing',
      'Some people have taken the position that a site which uses cookies for advertising purposes sells data.',
    ],
  ])('%s: no claim (%s)', async (_, kind, text) => expect(await count(kind, text)).toBe(0));

  it.each<[string, ClaimKind, string]>([
    ['a label of what is collected', 'data-category', 'We collect:\n\n- **Contact data.** We never sell it. It is kept well.\n'],
    ['an example of what is done', 'data-category', 'For example, if you moor here, we collect your date of birth.'],
    ['a right beside an example', 'right', 'You may (e.g., by letter) request access to your data.'],
    ['a measure behind a link', 'security', 'We use [encryption of all stored data](https://quay.example/measures) in the harbour.'],
    ['what the company does in an example', 'data-category', "For example, our app might access your device's camera."],
    ['what is collected, depending on something', 'data-category', 'Depending on the boat, we collect your location.'],
  ])('%s: a claim (%s)', async (_, kind, text) => expect(await count(kind, text)).toBeGreaterThan(0));
});
