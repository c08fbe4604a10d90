/** Sentences of running text and their measures. */
import type { PolicyDocument, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { eachWord } from '../letters.js';

/** Paragraphs, items and quotes; no headings, cells or code. Kept as long as the document is. */
export function proseOf(document: PolicyDocument): readonly Sentence[] {
  const known = prose.get(document);
  if (known) return known;
  const made = document.sentences.filter(({ block }) => block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'quote');
  prose.set(document, made);
  return made;
}

const prose = new WeakMap<PolicyDocument, readonly Sentence[]>();

/** Flesch-Kincaid grade: school years needed to read the sentences. Addresses and links are left out. */
export function gradeOf(sentences: readonly Sentence[]): { grade: number; words: number } {
  let count = 0;
  let words = 0;
  let parts = 0;
  for (const sentence of sentences) {
    const { text } = sentence;
    const isPlain = !text.includes('@') && !text.includes('://');
    const own = measure(isPlain ? text : text.replace(/\S{1,200}(?:@|:\/\/)\S{1,200}/g, ' '));
    if (own.words < 3) continue;
    count++;
    words += own.words;
    parts += own.syllables;
  }
  return { grade: count === 0 ? 0 : (0.39 * words) / count + (11.8 * parts) / words - 15.59, words };
}

export function sentenceHit(sentence: Sentence, extra: Partial<Hit> = {}): Hit {
  return { range: { start: sentence.start, end: sentence.end }, section: sentence.block.section, ...extra };
}

/** Words that begin with a letter, and the syllables of all of them. */
function measure(text: string): { words: number; syllables: number } {
  let words = 0;
  let parts = 0;
  eachWord(text, 0, text.length, (start, end) => {
    const first = text.charCodeAt(start);
    if (first < 128 ? first >= 0x41 : /^\p{L}/u.test(text.slice(start, end))) {
      words++;
      parts += syllables(text, start, end);
    }
    return true;
  });
  return { words, syllables: parts };
}

/** Groups of up to three vowels, less a silent ending: near enough for averages over a text. At least one. */
function syllables(text: string, start: number, end: number): number {
  const stop = end - silentEnding(text, start, end);
  let groups = 0;
  let inGroup = 0;
  for (let at = start; at < stop; at++) {
    if (!isVowel(text.charCodeAt(at) | 32)) inGroup = 0;
    else if (inGroup++ % 3 === 0) groups++;
  }
  return Math.max(1, groups);
}

/** The length of `es`, `e` or `ed` with the sign before them, unless that makes them heard ("houses" no, "wanted" yes). */
function silentEnding(text: string, start: number, end: number): number {
  const letter = (back: number): number => (end - back < start ? 0 : text.charCodeAt(end - back) | 32);
  const [third, second, last] = [letter(3), letter(2), letter(1)];
  if (third !== 0 && second === E && last === S && third !== L && !isVowel(third)) return 3;
  if (third !== 0 && second === E && last === D && third !== T && third !== D) return 3;
  return second !== 0 && last === E && second !== L && !isVowel(second) ? 2 : 0;
}

const [D, E, L, S, T] = [100, 101, 108, 115, 116];
/** Of lower-case letters: a, e, i, o, u, y. */
const isVowel = (code: number): boolean => code === 97 || code === E || code === 105 || code === 111 || code === 117 || code === 121;
