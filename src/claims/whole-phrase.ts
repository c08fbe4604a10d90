/** Phrases that are taken out of their sentence: each is told by itself, and so begins and ends where a reader would have it begin and end. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from '../document/types.js';

/**
 * What is found with the rest of its phrase: "comply with our legal" goes on to "obligations", "improve the safety" to "of our services".
 * Up to a sign, to what opens a clause, to the next end ("to ...") or to the next member of a row, and to a line of text at most.
 */
export function wholePhrase(lower: string, { start, end }: Range): Range {
  let at = end;
  let last = lastWord(lower, end);
  let whole = wantsMore(last) ? -1 : end;
  let isClause = words.words('question').has(last);
  while (at - start < MAX_PHRASE) {
    const next = nextWord(lower, at);
    if (!next || !goesOn(lower, last, next, isClause)) break;
    isClause ||= words.words('question').has(next.word);
    at = next.end;
    last = next.word;
    if (at - start <= MAX_PHRASE && !wantsMore(last)) whole = at;
  }
  return { start, end: whole < 0 ? end : whole };
}

/** "To offer you products or [services that may interest you]": what is found, from its verb on. */
export function fromVerb(lower: string, range: Range): Range {
  const first = /^[a-z]+/.exec(lower.slice(range.start, range.start + LONGEST_WORD))?.[0] ?? '';
  if (!words.words('of-a-verb').has(first)) return range;
  const verb = VERB_BEFORE().exec(lower.slice(Math.max(0, range.start - 60), range.start))?.[1];
  return verb === undefined ? range : { start: range.start - verb.length, end: range.end };
}

/** At most a line of a text, in whole phrases, up to the end of the brackets that it stands in, and without what leads on to more. */
export function shortened(text: string): string {
  const sentence = text.slice(0, Math.min(...[GLUED.exec(text), NEXT_THING.exec(text)].map((end) => end?.index ?? text.length)));
  const short = sentence.length > MAX_PHRASE ? sentence.slice(0, cutOf(sentence)) : sentence;
  return withoutHanging(withoutEnd(short));
}

/** Whether a text stops before what its last word asks for ("make it available to"), or only announces what follows ("do the following"). */
export const isUnfinished = (text: string): boolean => {
  const lower = withoutEnd(text).toLowerCase();
  return lower.length < LONGEST_UNFINISHED && (isHanging(lastWord(lower, lower.length)) || ANNOUNCES.test(lower));
};

/** A longer text has been cut to length, and ends anywhere. */
const LONGEST_UNFINISHED = 70;

/** Whether `shortened` parted words that belong together: "the number of people that a boat | may carry", "a boat rowed | by children". */
export const isTorn = (text: string, short: string): boolean =>
  text.startsWith(short) &&
  ((short.length > LONGEST_UNFINISHED && TORN().test(text.slice(short.length, short.length + LONGEST_WORD).toLowerCase())) ||
    (PARTICIPLE.test(short) && BY_WHOM.test(text.slice(short.length, short.length + 4))));

const LONGEST_WORD = 24;

const words = lexicon('phrase');
const ANNOUNCES = expression('phrase')`\b${'announced'} (?:[a-z]{3,20} ){0,2}[a-z]{3,20}$`;
/** "To find the way and a compass to turn the map": the next thing, and its own end. */
const NEXT_THING = expression('phrase')` ${'another'} [a-z]{2,20} ${'end-marker'} `;

const MAX_PHRASE = 100;

interface Word {
  readonly word: string;
  readonly gap: string;
  readonly end: number;
}

/** The signs before the next word, the word, and where it ends. */
function nextWord(lower: string, from: number): Word | null {
  WORD.lastIndex = from;
  const match = WORD.exec(lower);
  const word = match?.[2];
  return match && word !== undefined ? { gap: match[1] ?? '', word, end: from + match[0].length } : null;
}

/** Letters without Unicode's own classes, which V8 takes long to compile: what stands between the blocks of signs and of symbols is a word. */
const LETTER = String.raw`\w\u00aa\u00b5\u00ba-\u1fff\u2c00-\u2dff\u3040-\ud7ff`;
const WORD = new RegExp(`([^${LETTER}]{0,6})([${LETTER}](?:[${LETTER}.'’-]*[${LETTER}])?)`, 'y');
const LAST_WORD = new RegExp(`[${LETTER}](?:[${LETTER}.'’-]*[${LETTER}])?$`);

const lastWord = (lower: string, end: number): string => LAST_WORD.exec(lower.slice(Math.max(0, end - 30), end))?.[0] ?? '';

const isHanging = (word: string): boolean => POSSESSIVE.test(word) || words.words('hanging').has(word) || words.words('question').has(word);
const POSSESSIVE = /['’]s$/;

/** Also an adjective, where the words that it describes are to come. */
const wantsMore = (word: string): boolean => isHanging(word) || words.words('describing').has(word);

const isStop = (word = ''): boolean => words.words('phrase-stop').has(word) || words.words('marks-end').has(word);

function goesOn(lower: string, last: string, { gap, word, end }: Word, isClause: boolean): boolean {
  const hangs = wantsMore(last);
  // "Illegal, harmful or fraudulent acts"; "our users' safety", "audio/video calls".
  if (!/^(?: |['’] ?|-| ?\/ ?| & )$/.test(gap) && !(hangs && /^, ?$/.test(gap))) return false;
  // "More relevant, and for counting": nothing more of what is relevant.
  if (words.words('joins').has(word) && !isHanging(last) && isStop(nextWord(lower, end)?.word)) return false;
  if (words.words('joins').has(word))
    return hangs || JOINED_OF.test(lower.slice(end, end + 40)) || (isClause && !TO_NEXT.test(lower.slice(end, end + 12)));
  // "Services that may interest you": nobody of whom more is said.
  if (words.words('object').has(word) && !hangs && !isClause) return ENDS.test(lower.slice(end, end + 2));
  if (words.words('marks-end').has(word)) return hangs || isClause || TO_WHOM.test(lower.slice(end, end + 14));
  return hangs || isClause || words.words('binding').has(word) || !words.words('phrase-stop').has(word);
}

/** "The safety and reliability of the boats": what both belong to. */
const JOINED_OF = expression('phrase')`^ [a-z-]{3,20} ${'belongs'} `;

const ENDS = /^(?:[.,;:)]|$)/;

/** "To" before a verb: the next end. */
const TO_NEXT = expression('phrase')`^ ?${'end-marker'} (?!${'to-whom'} )`;
const TO_WHOM = expression('phrase')`^ ${'to-whom'}\b`;

/** Where a sentence that was glued to the next ends: "is protected.We also". */
const GLUED = /(?<=[a-z)]{2})\.(?=[A-Z][a-z])/;

/** The last place before the limit where a phrase ends, or a word. */
function cutOf(text: string): number {
  const lower = text.slice(0, MAX_PHRASE).toLowerCase();
  const ends = [...lower.matchAll(PHRASE_END())].filter(({ index }) => index >= SHORT_PHRASE && !isHanging(lastWord(lower, index)));
  const last = ends.at(-1)?.index ?? text.lastIndexOf(' ', MAX_PHRASE);
  // "... and measure", "..., safe": a verb without its object, an adjective without its noun.
  const before = ends.at(-2);
  return before && /^\W*(?:[a-z]{2,6} )?[a-z]+$/.test(lower.slice(before.index, last)) ? before.index : last;
}

const TORN = expression('phrase')`^ (?!${'phrase-joins'}\b)[a-z]`;
const PARTICIPLE = expression('phrase')`[a-z]{3}${'participle-ending'}$`;
const BY_WHOM = expression('phrase')`^ ${'agent'} `;
const VERB_BEFORE = expression('phrase')`\b${'end-marker'} (?!${'to-whom'} )((?:(?!${'ends-before'} )[a-z]+[ /]){1,8})$`;
const PHRASE_END = expression('phrase', 'g')`[,;(]| ${'phrase-joins'} `;
const SHORT_PHRASE = 25;

const EXAMPLES = expression('phrase', 'i')`,? ${'examples'}$`;
const LEADS_ON = expression('layout', 'i')`[\s.,;:]{0,3}(?:[,;] ${'joins-items'})?[\s.,;:]{0,3}$`;

/** Up to its brackets, without what leads on to more. */
const withoutEnd = (text: string): string => withinBrackets(text).replace(LEADS_ON(), '').replace(EXAMPLES(), '');

/** Up to where a bracket closes that was opened before the text, or opens that is not closed in it. */
export function withinBrackets(text: string): string {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '(') open.push(at);
    else if (sign === ')' && open.pop() === undefined) return text.slice(0, at);
  }
  return text.slice(0, open[0] ?? text.length);
}

/** "To provide any notices in accordance with our" ends before "in". */
function withoutHanging(text: string): string {
  let short = text.trimEnd();
  for (let last = lastWord(short.toLowerCase(), short.length); last && isHanging(last); last = lastWord(short.toLowerCase(), short.length))
    short = short.slice(0, short.length - last.length).replace(/[\s,;:]{1,4}$/, '');
  return short;
}
