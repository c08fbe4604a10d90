import { describe, expect, test } from 'vitest';
import { found, hitsOf, wordingOf } from './helper.js';

const policy = (reference: string): string => `## 1. Data\n\n${reference}\n\n## 2. Use\n\nTo answer you.\n\n## 3. Contact\n\nWrite to us.`;

describe('broken-reference', () => {
  test('finds a number beyond the last section', async () => {
    expect(await found('broken-reference', policy('See section 9 for your rights.'))).toEqual(['section 9']);
  });
  test.each(['See section 3 below.', 'Section 5 of the FTC Act applies.', 'See section 9 of our terms.', 'Under § 13 and section 15 TMG.'])(
    'leaves "%s" alone',
    async (reference) => {
      expect(await found('broken-reference', policy(reference), wordingOf('broken-reference'))).toEqual([]);
    },
  );
  test('says nothing where sections have no numbers', async () => {
    expect(await found('broken-reference', '## Data\n\nSee section 9.\n\n## Use\n\nA.\n\n## Contact\n\nB.')).toEqual([]);
  });
});

describe('broken-anchor', () => {
  test('finds the one link that leads nowhere', async () => {
    expect(await found('broken-anchor', 'See [a](#contact) and [b](#rights).\n\n## Contact\n\nWrite.')).toEqual(['b']);
  });
  test('is unsure where most links lead nowhere', async () => {
    const [first] = await hitsOf('broken-anchor', 'See [a](#x1), [b](#x2) and [c](#x3).\n\n## Contact\n\nWrite.');
    expect(first?.hit.confidence).toBe('low');
  });
});

describe('broken-link', () => {
  test.each([
    ['Write to [us](mailto:privacy) now.', 'has no valid e-mail address'],
    ['See our [cookie policy](#) for more.', 'has no target'],
    ['Write to [a@acme.test](mailto:b@acme.test) now.', 'goes to another address than it shows'],
  ])('says what is wrong with the link of "%s"', async (text, fault) => {
    expect((await hitsOf('broken-link', text)).map(({ hit }) => hit.values?.['fault'])).toEqual([fault]);
  });
  test('leaves buttons and good links alone', async () => {
    expect(await found('broken-link', '- [Menu](#)\n\nWrite to [us](mailto:a@acme.test?subject=x).')).toEqual([]);
  });
});
