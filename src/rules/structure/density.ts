import type { Sentence } from '../../document/types.js';
import { onlyFirst } from '../checks/merge.js';
import { numberOption, wordingOption } from './options.js';
import { proseOf, sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/**
 * How often sentences have some wording. `any`: the wording; `of`: only sentences with this are counted; `unless`: sentences with
 * this do not have it. `share` (0 to 1) of the counted sentences, or `per-thousand` words of the text, and `at-least` places make one finding.
 */
export const density: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "density" needs the option "any"');
  const of = wordingOption(options, 'of');
  const unless = wordingOption(options, 'unless');
  const least = numberOption(options, 'at-least', 3);
  const isCounted = ({ lower }: Sentence): boolean => of === null || context.pattern(of).test(lower);
  const prose = proseOf(context.document);
  const hits = prose.flatMap((sentence) => {
    const found = context.pattern(any).find(sentence.lower);
    if (!found || !isCounted(sentence) || (unless !== null && context.pattern(unless).test(sentence.lower))) return [];
    const focus = { start: sentence.start + found.start, end: sentence.start + found.end };
    return [{ sentence, focus, words: sentence.text.slice(found.start, found.end) }];
  });
  if (hits.length === 0 || hits.length < least) return [];
  const counted = prose.filter(isCounted);
  const share = hits.length / counted.length;
  if (share < numberOption(options, 'share', 0)) return [];
  if ((hits.length * 1000) / context.words < numberOption(options, 'per-thousand', 0)) return [];
  const values = { of: counted.length, percent: Math.round(share * 100) };
  return onlyFirst(
    hits.map(({ sentence, focus, words }) => sentenceHit(sentence, { focus, values: { ...values, words }, key: 'density' })),
  );
};
