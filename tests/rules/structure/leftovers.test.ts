import { describe, expect, test } from 'vitest';
import { found, hitsOf } from './helper.js';

describe('placeholder', () => {
  const options = { any: ['(name|date)'] };
  test.each([
    ['The controller is [Company Name].', '[Company Name]'],
    ['Last updated: [[Date]]', '[[Date]]'],
    ['We keep it for XXXX years.', 'XXXX'],
    ['Our address: TODO', 'TODO'],
  ])('marks the placeholder of "%s"', async (text, words) => {
    expect(await found('placeholder', text, options)).toEqual([words]);
  });
  test.each([
    'Read it [here](https://acme.test).',
    'See [the name](https://acme.test).',
    'Call it [sic].',
    'Go to Settings → [App Name] → Off.',
  ])('leaves "%s" alone', async (text) => {
    expect(await found('placeholder', text, options)).toEqual([]);
  });
  test('takes a form with many lines to write on for a form', async () => {
    const form = ['Name: ______', 'Date: ______', 'Place: ______', 'Sign: ______'].join('\n\n');
    expect(await found('placeholder', form, options)).toEqual([]);
    expect(await found('placeholder', 'Name: ______', options)).toEqual(['______']);
  });
});

describe('mojibake', () => {
  test('finds each kind of broken sign, as one finding', async () => {
    const [first, ...others] = await hitsOf('mojibake', 'We donâ€™t sell data. It is � safe. We care?s a lot.');
    expect(others).toEqual([]);
    expect(first?.words).toBe('â€™');
    expect(first?.hit.related).toHaveLength(2);
  });
  test('finds bullets that became letters of another script', async () => {
    const hits = await hitsOf(
      'mojibake',
      'What we do with the data that you give to us:\n\n- โ Keep the accounts of our users.\n- โ Send the messages.\n',
    );
    expect(hits[0]?.hit.values).toMatchObject({ count: 2 });
  });
  test('leaves real letters alone', async () => {
    expect(await found('mojibake', 'Café Zürich – “naïve” • Müller & Søn, Ελλάδα, Москва.')).toEqual([]);
  });
});

describe('editor-note', () => {
  const options = { any: ['to be confirmed'], of: ['todo'] };
  test('finds notes in the text and in comments', async () => {
    expect(await found('editor-note', '<!-- TODO: ask -->\n\nWe keep logs.\n\nPeriod: to be confirmed.', options)).toEqual([
      'to be confirmed',
      'We keep logs.',
    ]);
  });
  test('leaves directives alone', async () => {
    expect(await found('editor-note', '<!-- policylint-disable todo -->\n\nWe keep logs.', options)).toEqual([]);
  });
});
