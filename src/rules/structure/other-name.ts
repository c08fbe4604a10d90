import { expression } from '../../data/expression.js';
import type { Pattern } from '../../data/lexicon.js';
import { vendorOf } from '../../data/registry.js';
import type { Sentence } from '../../document/types.js';
import { onlyFirst } from '../checks/merge.js';
import { numberOption, wordingOption, wordsOption } from './options.js';
import { proseOf, sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/**
 * A name that speaks as the author ("Foobar respects your privacy") beside another one that does. `any`: what stands behind such a name;
 * `not-names`: words with a capital that are none. `at-least`: places.
 */
export const otherName: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "other-name" needs the option "any"');
  const notNames = wordsOption(options, 'not-names');
  const isName = (name: string): boolean => !notNames.has(/^\w+/.exec(name)?.[0] ?? '') && vendorOf(name) === undefined;
  const places = proseOf(context.document).flatMap((sentence) => {
    const name = firstSpeaker(sentence, context.pattern(any));
    return name !== undefined && isName(name) ? [{ sentence, name }] : [];
  });
  const [known] = places;
  if (!known) return [];
  const first = known.name.toLowerCase();
  const others = places.filter(({ name }) => !first.includes(name.toLowerCase()) && !name.toLowerCase().includes(first));
  if (others.length < numberOption(options, 'at-least', 1)) return [];
  return onlyFirst(others.map(({ sentence, name }) => sentenceHit(sentence, { values: { name, other: known.name }, key: name })));
};

/** The name right before the first of the words that has one. */
function firstSpeaker({ text, lower }: Sentence, spoken: Pattern): string | undefined {
  for (const { start } of spoken.all(lower)) {
    const name = NAME.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Signs before the words that may belong to a name and its article. */
const LONGEST = 120;
const NAME = expression('structure')`(?:^|[,;] )(?:${'article'} )?([A-Z][\w.]{2,30}(?: [A-Z][\w.]{1,30}){0,2}) $`;
