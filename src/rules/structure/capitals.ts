import { onlyFirst } from '../checks/merge.js';
import { numberOption } from './options.js';
import { proseOf, sentenceHit, wordsOf } from './prose.js';
import type { StructureTest } from './test.js';

/** `words`: so many words of capitals in a row make a finding. Headings are left alone. */
export const capitals: StructureTest = ({ document }, options) => {
  const least = numberOption(options, 'words', 8);
  const hits = proseOf(document).flatMap((sentence) => {
    const { run, letters } = longestRun(sentence.text);
    return run >= least && letters >= least * 3 ? [sentenceHit(sentence, { values: { words: run }, key: 'capitals' })] : [];
  });
  return onlyFirst(hits);
};

function longestRun(text: string): { run: number; letters: number } {
  let best = { run: 0, letters: 0 };
  let run = 0;
  let letters = 0;
  for (const word of wordsOf(text)) {
    if (/[a-z]/.test(word) || /\p{Ll}/u.test(word)) {
      run = 0;
      letters = 0;
    } else if (/\p{Lu}/u.test(word)) {
      run++;
      letters += word.length;
      if (run > best.run) best = { run, letters };
    }
  }
  return best;
}
