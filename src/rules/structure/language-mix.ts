import { detectLanguage } from '../../document/language.js';
import { wordsWithin } from '../word-index.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** Paragraphs of 25 words or more in another language than the text: `share` (0 to 1) of them or more, but not half. */
export const languageMix: StructureTest = ({ document }, options) => {
  if (document.language === 'und') return [];
  const long = document.blocks.filter((block) => block.kind !== 'code' && wordsWithin(document, block) >= MIN_WORDS);
  const other = long.flatMap((block) => {
    const language = detectLanguage(document.lower.slice(block.start, block.end));
    return language === document.language || language === 'und' ? [] : [{ block, language }];
  });
  const [first] = other;
  const sentence = first?.block.sentences[0];
  const share = other.length / Math.max(1, long.length);
  if (!first || !sentence || share < numberOption(options, 'share', 0.15)) return [];
  const values = { percent: Math.round(share * 100), language: first.language };
  return [{ range: { start: sentence.start, end: sentence.end }, section: first.block.section, values, key: first.language }];
};

const MIN_WORDS = 25;
