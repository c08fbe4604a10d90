/** What a denial near the name of data denies: that they are collected, or something else. All offsets are within the sentence. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Mention } from '../data/ontology.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseEnd } from './clause.js';
import { isUnder } from './data-mentions.js';
import { polarityAt } from './polarity.js';

/**
 * Whether what is denied is not the verb at `verb`, whose object stands at `range`: "we collect what does not identify a household" tells
 * what is collected, and "we use the photo, and the name is not shared" denies what comes behind.
 */
export const isOfAnother = (sentence: Sentence, verb: number, range: Range): boolean =>
  polarityAt(sentence, range.start) === 'affirmed' ||
  (polarityAt(sentence, verb) === 'affirmed' &&
    isUnder(words.pattern('of-what-it-is').all(sentence.lower), sentence.lower, range.start, 60));

/** "Not shared for their marketing", "no advertisements based on your photos": whoever reads the rest learns for what it is done. */
export function isForOneEnd(lower: string, { start, end }: Range): boolean {
  const rest = lower.slice(end, Math.min(clauseEnd(lower, end), end + 160));
  if (words.pattern('one-end').test(rest) && !words.pattern('not-one-end').test(rest) && !STATES.test(rest)) return true;
  return isUnder(words.pattern('ads-on').all(lower), lower, start, 90);
}

/** "No more data than we need", "those whose data we store": the denial is of something else. */
export const isBeyond = (lower: string, { start }: Range): boolean =>
  isUnder(words.pattern('beyond').all(lower), lower, start, 30) ||
  isUnder(words.pattern('relative-owner').all(lower), lower, start, 12) ||
  isUnder(words.pattern('that-relates').all(lower), lower, start, 60) ||
  isUnder(words.pattern('by-means').all(lower), lower, start, 30);

/** "No personal data from anyone under 13" is about children's data alone. */
export function isOfChildren(lower: string, { id, range }: Mention): boolean {
  if (id !== 'personal-data') return false;
  const children = words.pattern('of-children').all(lower);
  if (children.some(({ start, end }) => start >= range.end && !/[,;:]/.test(lower.slice(range.end, end)))) return true;
  return children.length > 0 && isUnder(words.pattern('knowing').all(lower), lower, range.start, 60);
}

const words = lexicon('data-category');

/** A clause of its own follows, which the words for an end may belong to. */
const STATES = expression('data-category')`,? ${'goes-on'} ${'own-subject'}\b`;
