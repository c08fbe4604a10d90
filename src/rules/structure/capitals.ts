import { onlyFirst } from '../checks/merge.js';
import { eachWord } from '../letters.js';
import { numberOption } from './options.js';
import { proseOf, sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** `words`: so many words of capitals in a row make a finding. Headings are left alone. */
export const capitals: StructureTest = ({ document }, options) => {
  const least = numberOption(options, 'words', 8);
  const hits = proseOf(document).flatMap((sentence) => {
    if (!hasCapitals(sentence.text, least)) return [];
    const { run, letters } = longestRun(sentence.text);
    return run >= least && letters >= least * 3 ? [sentenceHit(sentence, { values: { words: run }, key: 'capitals' })] : [];
  });
  return onlyFirst(hits);
};

/** Whether the text holds so many letters that may be capitals: few sentences do, and their words need not be looked at. */
function hasCapitals(text: string, least: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count < least; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code >= 0xc0) count++;
  }
  return count >= least;
}

function longestRun(text: string): { run: number; letters: number } {
  let best = { run: 0, letters: 0 };
  let run = 0;
  let letters = 0;
  eachWord(text, 0, text.length, (start, end) => {
    const word = text.slice(start, end);
    if (/[a-z]/.test(word) || /\p{Ll}/u.test(word)) {
      run = 0;
      letters = 0;
    } else if (/\p{Lu}/u.test(word)) {
      run++;
      letters += word.length;
      if (run > best.run) best = { run, letters };
    }
    return true;
  });
  return best;
}
