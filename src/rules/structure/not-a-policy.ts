import { firstWords } from '../letters.js';
import { headingHit } from '../places.js';
import { numberOption, wordingOption } from './options.js';
import type { StructureTest } from './test.js';

/** No word of privacy (`any`) in the first 200 words, and fewer than `kinds` kinds of statements that policies make. */
export const notAPolicy: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "not-a-policy" needs the option "any"');
  const kinds = new Set(context.claims.map((claim) => claim.kind)).size;
  if (kinds >= numberOption(options, 'kinds', 5)) return [];
  if (context.pattern(any).test(firstWords(context.document.lower, 200).join(' '))) return [];
  return [{ ...headingHit(context, []), values: { kinds }, key: 'not-a-policy' }];
};
