import { lexicon } from '../data/lexicon.js';
import type { Sentence } from '../document/types.js';
import { reachedAt } from './dpo.js';
import type { Draft, Extractor } from './extractor.js';
import type { ClaimOf } from './types.js';

/** The representative that Article 27 of the GDPR (or of the UK GDPR) asks of a controller elsewhere. */
export const representative: Extractor<'representative'> = {
  kind: 'representative',
  headings: true,
  *extract(sentence, context) {
    const { lower } = sentence;
    if (words.pattern('other').test(lower) || /\?$/.test(lower)) return;
    if (sentence.block.kind === 'heading' && lower.length > LONGEST_TITLE) return;
    const named = words.pattern('named').test(lower) || lower.length < 80;
    if (!named) return;
    for (const where of ['eu', 'uk'] as const) {
      // "Must appoint one in the EEA or the UK; the one for the UK is ...": the last names it.
      const at = words.pattern(where).all(lower).at(-1);
      if (!at) continue;
      const reached = reachedAt(sentence, at, context.document.sentences);
      if (!reached) continue;
      yield draft(sentence, where, at.start, at.end, reached.value);
    }
  },
  refine: distinct,
};

const words = lexicon('representative');

/** "EU Representative" over a name and an address. */
const LONGEST_TITLE = 40;

function draft(sentence: Sentence, where: 'eu' | 'uk', start: number, end: number, value: string | undefined): Draft<'representative'> {
  return {
    value: { for: where, ...(value ? { value } : {}) },
    focus: { start: sentence.start + start, end: sentence.start + end },
    modality: 'stated',
  };
}

/** One for the EU and one for the UK: the first that can be reached. */
function distinct(found: readonly ClaimOf<'representative'>[]): readonly ClaimOf<'representative'>[] {
  return (['eu', 'uk'] as const).flatMap((where) => {
    const these = found.filter((claim) => claim.value.for === where);
    const best = these.find((claim) => claim.value.value !== undefined) ?? these[0];
    return best ? [best] : [];
  });
}
