import { onlyFirst } from '../checks/merge.js';
import { countWordsIn } from '../letters.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** `words`: longest paragraph allowed. One finding, at the first one. */
export const wallOfText: StructureTest = ({ document }, options) => {
  const most = numberOption(options, 'words', 220);
  const hits = document.blocks.flatMap((block) => {
    const [first] = block.sentences;
    if (!first || block.kind === 'heading' || block.kind === 'code' || block.kind === 'cell') return [];
    const words = countWordsIn(document.text, block.start, block.end);
    return words > most
      ? [{ range: { start: first.start, end: first.end }, section: block.section, values: { words }, key: 'wall-of-text' }]
      : [];
  });
  return onlyFirst(hits);
};
