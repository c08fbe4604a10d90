import { describe, expect, test } from 'vitest';
import { parseDocument } from '../src/document/document.js';
import { loadRules } from '../src/rules/load.js';
import { suppressText } from '../src/suppress-text.js';
import { ruleFor } from './phrase-rule.js';

const rule = ruleFor('acme/cheese', { phrase: { any: [['cheese', '']], blocks: ['paragraph', 'item', 'cell', 'quote', 'heading'] } });
const set = { ...loadRules(), rules: [rule], known: [rule.id] };
const silence = (source: string, path: string) => suppressText(source, { path }, { rules: [rule.id], reason: 'dairy' }, set);
const C = '<!-- policylint-ignore-next acme/cheese -- dairy -->';

describe('a comment before the place', () => {
  test.each([
    ['a paragraph', 'p.md', '# P\n\nOur cheese is old.\n', `# P\n\n${C}\nOur cheese is old.\n`],
    ['a sentence within a line', 'p.md', '# P\n\nWe sell. Our cheese is old.\n', `# P\n\nWe sell. ${C} Our cheese is old.\n`],
    [
      'a sentence at a line within a paragraph',
      'p.md',
      '# P\n\nWe sell milk.\nOur cheese is old.\n',
      `# P\n\nWe sell milk. ${C}\nOur cheese is old.\n`,
    ],
    ['a list item', 'p.md', '# P\n\n- milk\n- our cheese\n- more\n', `# P\n\n- milk\n- ${C}\n  our cheese\n- more\n`],
    ['a numbered item', 'p.md', 'We sell:\n\n1. milk\n2. our cheese\n', `We sell:\n\n1. milk\n2. ${C}\n   our cheese\n`],
    ['a heading', 'p.md', '# P\n\n## Our cheese\n\nWe sell.\n', `# P\n\n${C}\n## Our cheese\n\nWe sell.\n`],
    ['a quote', 'p.md', '# P\n\n> Our cheese is old.\n', `# P\n\n> ${C}\n> Our cheese is old.\n`],
    ['an HTML paragraph', 'p.html', '<h1>P</h1><p>Our <b>cheese</b> is old.</p>', `<h1>P</h1><p>${C}Our <b>cheese</b> is old.</p>`],
    [
      'an HTML item',
      'p.html',
      '<h1>P</h1><ul><li>milk</li><li>our cheese</li></ul>',
      `<h1>P</h1><ul><li>milk</li><li>${C}our cheese</li></ul>`,
    ],
    ['lines that end as the file has it', 'p.md', '# P\r\n\r\nOur cheese is old.\r\n', `# P\r\n\r\n${C}\r\nOur cheese is old.\r\n`],
  ])('%s', async (_, path, source, expected) => {
    const { source: text, written, left } = await silence(source, path);
    expect([text, written, left]).toEqual([expected, 1, []]);
    // Readers see what they saw.
    expect((await parseDocument(text, { path })).text).toBe((await parseDocument(source, { path })).text);
  });
  test('a table cell', async () => {
    const source = '# P\n\n| What | Why |\n| --- | --- |\n| Our cheese | It is old |\n';
    const { source: text, written } = await silence(source, 'p.md');
    expect(written).toBe(1);
    expect((await parseDocument(text, { path: 'p.md' })).text).toBe((await parseDocument(source, { path: 'p.md' })).text);
  });
});

test('in MDX as an expression', async () => {
  const { source: text, written } = await silence('# P\n\nOur cheese is old.\n', 'p.mdx');
  expect([text, written]).toEqual(['# P\n\n{/* policylint-ignore-next acme/cheese -- dairy */}\nOur cheese is old.\n', 1]);
});

test('plain text has no comments', async () => {
  const source = 'POLICY\n\nWe sell much of our cheese.\n';
  const { source: text, left } = await silence(source, 'p.txt');
  expect([text, left.length]).toEqual([source, 1]);
});
