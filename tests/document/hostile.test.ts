import { describe, expect, it } from 'vitest';
import { isHostile } from '../../src/document/hostile.js';
import type { Format } from '../../src/document/types.js';
import { parse, problems } from './helpers.js';

const SIZE = 30_000;

/** Each takes more than linear time, or too much stack, in some parser. */
const INPUTS: Readonly<Record<string, string>> = {
  'nested quotes': '>'.repeat(SIZE),
  'nested quotes with spaces': '> '.repeat(SIZE),
  'nested bullets': '- '.repeat(SIZE),
  'nested numbers': '1. '.repeat(SIZE),
  'open brackets': '['.repeat(SIZE),
  'open links': '[a]('.repeat(SIZE / 4),
  stars: '*a _b **c '.repeat(SIZE / 10),
  'backticks of every length': Array.from({ length: 400 }, (_, i) => '`'.repeat(i + 1)).join(' '),
  'a quote that goes on and on': `> a\n${'b\n'.repeat(SIZE / 2)}`,
  'underlined lines': 'a\n-\n'.repeat(SIZE / 4),
  'open elements': '<div><b>'.repeat(SIZE / 8),
  'end tags alone': '</b></div>'.repeat(SIZE / 10),
  'open comments': '<!-- '.repeat(SIZE / 5),
  'tables in tables': '<table><tr><td>'.repeat(SIZE / 15),
  titles: 'Aa\n'.repeat(SIZE / 3),
  'numbered titles that start anew': '1. Aa\nWe say so here.\n'.repeat(SIZE / 20),
  colons: 'A:\n'.repeat(SIZE / 3),
  stops: 'e.g. Inc. '.repeat(SIZE / 10),
  'one long word': 'a'.repeat(SIZE),
  'one long line': 'We collect data. '.repeat(SIZE / 17),
  spaces: ' '.repeat(SIZE),
  'line ends': '\n'.repeat(SIZE),
  nulls: '\0'.repeat(SIZE),
};

describe('hostile input', () => {
  for (const [name, source] of Object.entries(INPUTS)) {
    it(name, async () => {
      for (const format of ['text', 'markdown', 'html'] satisfies Format[]) {
        expect(problems(await parse(source, format))).toEqual([]);
      }
    });
  }

  it('is told from a policy', () => {
    expect(isHostile('> '.repeat(100))).toBe(true);
    expect(isHostile('*a '.repeat(5000))).toBe(true);
    expect(isHostile('> a quote\n> - with a list\n>   - in a list\n\n'.repeat(5000))).toBe(false);
    expect(isHostile('We **collect** [data](x) and *more*.\n\n'.repeat(5000))).toBe(false);
    expect(isHostile('- one\n  - two\n    - three\n\n'.repeat(5000))).toBe(false);
  });

  it('keeps its words', async () => {
    const document = await parse(`${'>'.repeat(5000)} We never sell data.\n\nWe collect **names**.`, 'markdown');
    expect(document.text).toContain('We never sell data.');
  });
});
