import { detectLanguage } from '../../document/language.js';
import { numberOption } from './options.js';
import { wordsOf } from './prose.js';
import type { StructureTest } from './test.js';

/** Paragraphs of 25 words or more in another language than the text: `share` (0 to 1) of them or more, but not half. */
export const languageMix: StructureTest = ({ document }, options) => {
  const long = document.blocks.filter(
    (block) => wordsOf(document.text.slice(block.start, block.end)).length >= 25 && block.kind !== 'code',
  );
  const other = long.flatMap((block) => {
    const language = detectLanguage(document.lower.slice(block.start, block.end));
    return language === document.language || language === 'und' ? [] : [{ block, language }];
  });
  const [first] = other;
  const sentence = first?.block.sentences[0];
  const share = other.length / Math.max(1, long.length);
  if (!first || !sentence || document.language === 'und' || share < numberOption(options, 'share', 0.15)) return [];
  const values = { percent: Math.round(share * 100), language: first.language };
  return [{ range: { start: sentence.start, end: sentence.end }, section: first.block.section, values, key: first.language }];
};
