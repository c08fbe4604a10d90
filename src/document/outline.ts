import { contentsEntries } from './contents.js';
import { withoutDoubleSpacing } from './double-spaced.js';
import { implicitItems } from './implicit-items.js';
import { labelHeadings } from './labels.js';
import { findLevels } from './levels.js';
import { numberedHeadings } from './numbered.js';
import type { RawBlock } from './raw.js';
import { splitBlocks } from './split.js';

/**
 * Finds the headings that markup does not name (numbered lines, bold lines, label lines), takes apart what belongs to
 * different paragraphs and puts together what is one. The blocks that come back have one line each; headings know their
 * level in the section tree.
 */
export function outline(source: string, blocks: readonly RawBlock[]): RawBlock[] {
  const units = splitBlocks(source, withoutDoubleSpacing(blocks));
  numberedHeadings(source, units);
  implicitItems(units);
  labelHeadings(source, units);
  contentsEntries(units);
  findLevels(units);
  return units;
}
