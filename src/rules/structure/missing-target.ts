/** Words that point to something of the text that is not there. */
import { lexicon } from '../../data/lexicon.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';

/** A hit for the first sentence that points to a table, where the text has none and no list either. */
export function* missingTarget(context: RuleContext): Iterable<Hit> {
  const { document } = context;
  if (document.blocks.some((block) => block.kind === 'cell')) return;
  for (const sentence of document.sentences) {
    const found = words.pattern('table-reference').find(sentence.lower);
    if (!found || sentence.block.kind === 'heading') continue;
    const next = document.blocks[sentence.block.index + 1];
    // A table that the conversion to text took apart stands there as lines or list items.
    if (next?.kind === 'item' || /:["')]?$/.test(sentence.lower) || /\.(?:pdf|docx?)$/.test(document.path)) continue;
    yield {
      range: { start: sentence.start, end: sentence.end },
      focus: { start: sentence.start + found.start, end: sentence.start + found.end },
      section: sentence.block.section,
      values: { words: sentence.text.slice(found.start, found.end) },
      key: sentence.lower.slice(0, 120),
    };
    return;
  }
}

const words = lexicon('scope');
