import { expression } from '../data/expression.js';
import { sliceLine } from './line.js';
import { type RawBlock, rawBlock } from './raw.js';

/**
 * A heading that holds the text of its section too, as some converters write them: the title stays a heading, the text becomes a
 * paragraph. Where no title can be told from the text, all of it is text.
 */
export function withoutText(heading: RawBlock): RawBlock[] {
  const [line] = heading.lines;
  if (!line || line.text.length <= LONGEST_HEADING) return [heading];
  const end = titleEnd(line.text);
  const title = end > 0 ? sliceLine(line, 0, end) : null;
  const rest = title ? sliceLine(line, end, line.text.length) : null;
  if (!title || !rest) return [{ ...heading, kind: 'paragraph', level: null }];
  return [{ ...heading, lines: [title] }, rawBlock('paragraph', [rest], { gap: false, depth: heading.depth })];
}

const LONGEST_HEADING = 200;
/** Of a title before text. */
const LONGEST_TITLE = 100;

/** Where a word in capitals begins a sentence in the middle of the line: "5. Security We take care ...". */
function titleEnd(text: string): number {
  const lower = text.slice(0, LONGEST_TITLE + 20).toLowerCase();
  for (const { index } of lower.matchAll(OPENS(lower))) {
    const word = index + 1;
    if (index > LONGEST_TITLE) return -1;
    // "How We Use Your Data We may ...": of a title in capitals, the next word has one too.
    const next = text.indexOf(' ', word) + 1;
    if (isCapital(text, word) && next > word && !isCapital(text, next)) return index;
  }
  return -1;
}

const isCapital = (text: string, at: number): boolean => text.charAt(at) !== text.charAt(at).toLowerCase();

const OPENS = expression('layout', 'g')`(?<=[a-z0-9)]) (?=(?:${'opens-sentence'}) )`;
