import { onlyFirst } from '../checks/merge.js';
import { wordsWithin } from '../word-index.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** `words`: longest paragraph allowed. One finding, at the first one. */
export const wallOfText: StructureTest = ({ document }, options) => {
  const most = numberOption(options, 'words', 220);
  const hits = document.blocks.flatMap((block) => {
    const [first] = block.sentences;
    if (!first || block.kind === 'heading' || block.kind === 'code' || block.kind === 'cell') return [];
    const words = wordsWithin(document, block);
    return words > most
      ? [{ range: { start: first.start, end: first.end }, section: block.section, values: { words }, key: 'wall-of-text' }]
      : [];
  });
  return onlyFirst(hits);
};
