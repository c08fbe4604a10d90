import type { Block, PolicyDocument } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** The first `words` words of a sentence, capital and all, anew in the middle of one shortly after: what a careless paste leaves. */
export const repeatedWords: StructureTest = ({ document }, options) => {
  const least = numberOption(options, 'words', 8);
  return document.blocks.flatMap((block) => (block.end - block.start < least * 8 ? [] : restartIn(block, document, least)));
};

function restartIn(block: Block, { lower, text }: PolicyDocument, least: number): Hit[] {
  const words = [...lower.slice(block.start, block.end).matchAll(/[\p{L}\p{N}'@.]+/gu)];
  const places = new Map<string, number>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.[0] ?? '';
    const earlier = places.get(word);
    places.set(word, at);
    if (earlier === undefined || earlier + least > at || at - earlier > MAX_DISTANCE) continue;
    if (words[earlier - 1]?.[0] === words[at - 1]?.[0] || !sameRun(words, earlier, at, least)) continue;
    const start = block.start + (words[at]?.index ?? 0);
    const last = words[at + least - 1];
    const before = text.slice(block.start, start).trimEnd();
    if (last === undefined || /[.!?:;,"”)]$/.test(before)) continue;
    if (
      !/\p{Lu}/u.test(text.charAt(start)) ||
      !/(?:^|[.!?:])$/.test(text.slice(block.start, block.start + (words[earlier]?.index ?? 0)).trimEnd())
    )
      continue;
    const end = block.start + last.index + last[0].length;
    const sentence = block.sentences.find((each) => each.end > start) ?? block;
    const range = { start: Math.min(sentence.start, start), end: Math.max(sentence.end, end) };
    return [
      { range, focus: { start, end }, section: block.section, values: { words: text.slice(start, end) }, key: lower.slice(start, end) },
    ];
  }
  return [];
}

function sameRun(words: readonly RegExpExecArray[], a: number, b: number, least: number): boolean {
  for (let at = 0; at < least; at++) if (words[a + at]?.[0] === undefined || words[a + at]?.[0] !== words[b + at]?.[0]) return false;
  return true;
}

/** In words. Further apart, an enumeration repeats itself by design. */
const MAX_DISTANCE = 80;
