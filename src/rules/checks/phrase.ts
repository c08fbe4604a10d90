import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import type { PhraseCheck } from '../types.js';
import { onlyFirst } from './merge.js';

/** A hit for each sentence with the wording, or one for all of them. */
export function checkPhrase(check: PhraseCheck, context: RuleContext): Hit[] {
  const { document } = context;
  const hits = context.sentencesBy(check).map(
    ({ sentence, focus }): Hit => ({
      range: { start: sentence.start, end: sentence.end },
      focus,
      section: sentence.block.section,
      values: { words: document.text.slice(focus.start, focus.end), quote: sentence.text },
      key: `${document.lower.slice(focus.start, focus.end)}|${sentence.lower.slice(0, 120)}`,
    }),
  );
  if (check.atLeast !== undefined) return hits.length >= check.atLeast ? onlyFirst(hits) : [];
  return check.once ? onlyFirst(hits) : hits;
}
