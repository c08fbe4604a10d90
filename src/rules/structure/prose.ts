/** Sentences of running text and their measures. */
import type { PolicyDocument, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { wordsOf } from '../letters.js';

export { wordsOf } from '../letters.js';

/** Paragraphs, items and quotes; no headings, cells or code. */
export function proseOf(document: PolicyDocument): readonly Sentence[] {
  return document.sentences.filter(({ block }) => block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'quote');
}

/** Groups of vowels, less a silent ending: near enough for averages over a text. */
function syllables(word: string): number {
  const lower = word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]e|[^td]ed)$/, '');
  return Math.max(1, lower.match(/[aeiouy]{1,3}/g)?.length ?? 1);
}

/** Flesch-Kincaid grade: school years needed to read the sentences. Addresses and links are left out. */
export function gradeOf(sentences: readonly Sentence[]): { grade: number; words: number } {
  let count = 0;
  let words = 0;
  let parts = 0;
  for (const sentence of sentences) {
    const { text } = sentence;
    const isPlain = !text.includes('@') && !text.includes('://');
    const list = wordsOf(isPlain ? text : text.replace(/\S{1,200}(?:@|:\/\/)\S{1,200}/g, ' ')).filter(
      (word) => !/^[0-9]/.test(word) && (/^[a-z]/i.test(word) || /^\p{L}/u.test(word)),
    );
    if (list.length < 3) continue;
    count++;
    words += list.length;
    for (const word of list) parts += syllables(word);
  }
  return { grade: count === 0 ? 0 : (0.39 * words) / count + (11.8 * parts) / words - 15.59, words };
}

export function sentenceHit(sentence: Sentence, extra: Partial<Hit> = {}): Hit {
  return { range: { start: sentence.start, end: sentence.end }, section: sentence.block.section, ...extra };
}
