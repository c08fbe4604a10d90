import { headingHit } from '../places.js';
import { numberOption, wordingOption } from './options.js';
import { wordsOf } from './prose.js';
import type { StructureTest } from './test.js';

/** No word of privacy (`any`) in the first 200 words, and fewer than `kinds` kinds of statements that policies make. */
export const notAPolicy: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "not-a-policy" needs the option "any"');
  const head = wordsOf(context.document.lower).slice(0, 200).join(' ');
  const kinds = new Set(context.claims.map((claim) => claim.kind)).size;
  if (context.pattern(any).test(head) || kinds >= numberOption(options, 'kinds', 5)) return [];
  return [{ ...headingHit(context, []), values: { kinds }, key: 'not-a-policy' }];
};
