/** Whether words assert something where they stand, or only say who somebody is. All offsets are within the lower-cased sentence. */
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Sentence } from '../document/types.js';

/**
 * "Providers (such as hosting, payment and marketing services)", "companies that help us with billing and marketing", "we receive it from
 * marketing partners": the words at `range` say who gets data, or who gives them. What is done with the data stands elsewhere, or after an
 * end of its own ("to show you ads").
 */
export function isOfSomebody(lower: string, range: Range): boolean {
  if (words.pattern('acts').at(lower, range.start)) return false;
  // A bracket parts words as a comma does.
  const plain = lower.replaceAll(' (', ', ');
  const ends = words.pattern('ends').all(plain);
  return ['recipients', 'sources'].some((name) =>
    words
      .pattern(name)
      .all(plain)
      .some(
        ({ start, end }) =>
          start <= range.start &&
          end < range.end &&
          !overlapsAny(ends, { start, end }) &&
          !words.pattern('own-act').test(lower.slice(end, range.end)) &&
          !isEnded(lower.slice(end, Math.max(end, range.start))),
      ),
  );
}

/** "We may refuse to delete what we need to:": an entry of such a list, also below the item that ends so, is what a law allows. */
export const isOfRefusals = ({ kind, leadIn, parent }: Block): boolean =>
  kind === 'item' && [leadIn, leadsOn(parent)].some((said) => said && words.pattern('refusals').test(said.lower));

/** The last sentence of an item that goes on with the items below it. */
function leadsOn(parent: Block | null): Sentence | null {
  const last = parent?.sentences.at(-1);
  return last?.lower.trimEnd().endsWith(':') ? last : null;
}

/** Whether what is said of somebody ends in a text: with its clause, or with the bracket that it stands in. */
function isEnded(between: string): boolean {
  if (/;|:(?! ?\(?[a1i]\))|\. /.test(between)) return true;
  let open = 0;
  for (const sign of between) {
    if (sign === '(') open++;
    else if (sign === ')' && --open < 0) return true;
  }
  return false;
}

const words = lexicon('asserted');
