import { describe, expect, it } from 'vitest';
import { outlineOf, parse, problems } from './helpers.js';

const LINES = [
  '1. What we keep',
  'The rowing club keeps the name, the postal address and the birthday of',
  'every member, together with the hours that they spent on the water in',
  'the season, and nobody outside the board may look at this list without',
  'a reason that the secretary writes down.',
  '2. How long',
  'We keep what you told us when you joined the club for two years after',
  'you have left it, and the book of hours for as long as the law on',
  'associations asks us to, which at present is ten years from the end of',
  'the season. Accounts are kept apart from the list of members and only',
  'the treasurer, who is bound to secrecy by our statutes, can open them',
  'for the yearly report to the members.',
  '- boats and oars',
  'and what belongs to them',
];

describe('paragraphs of which each line was set apart', () => {
  it('are put together', async () => {
    const document = await parse(LINES.join('\n\n'));
    const blocks = outlineOf(document);
    expect(blocks.filter((block) => block.startsWith('paragraph'))).toEqual([
      `paragraph: ${LINES.slice(1, 5).join(' ')}`,
      `paragraph: ${LINES.slice(6, 12).join(' ')}`,
      'paragraph: and what belongs to them',
    ]);
    expect(problems(document)).toEqual([]);
  });

  it('stay as they are where only a few break off', async () => {
    const source = [...LINES.slice(0, 5), ...Array.from({ length: 9 }, (_, i) => `Rule ${i} of the club is read out once a year.`)];
    const document = await parse(source.join('\n\n'));
    expect(outlineOf(document)).toContain(`paragraph: ${LINES[2]}`);
  });
});
