import { lexicon } from '../data/lexicon.js';
import type { Sentence } from '../document/types.js';
import { isConditional, isFragment } from './clause.js';
import type { Extractor } from './extractor.js';
import { limitsOf } from './limit.js';
import { polarityOf } from './polarity.js';
import { offersInContext } from './rights-context.js';

/** Automated decisions, or profiling that affects people: stated or denied. The right not to be subject to them is a `right`. */
export const automatedDecision: Extractor<'automated-decision'> = {
  kind: 'automated-decision',
  *extract(sentence) {
    const { lower } = sentence;
    if (sentence.block.table?.row === 0 || isOfRight(sentence)) return;
    const other = words.pattern('plainly-denied').test(lower) ? [] : words.pattern('not-a-statement').all(lower);
    for (const range of words.pattern('what').all(lower)) {
      if (other.length > 0 || isConditional(lower, range.start) || !words.pattern('actor').test(lower)) continue;
      const polarity = words.pattern('denied-within').test(lower.slice(range.start, range.end)) ? 'negated' : polarityOf(sentence, range);
      yield {
        value: { what: whatIs(lower.slice(range.start, range.end)), ...(polarity === 'negated' ? limitsOf(sentence, range) : {}) },
        focus: { start: sentence.start + range.start, end: sentence.start + range.end },
        polarity,
      };
      return;
    }
  },
};

const words = lexicon('automated-decision');

/** "Any automated processing and profiling" under "The right to object to": what the right is about. */
const isOfRight = (sentence: Sentence): boolean =>
  sentence.block.kind !== 'cell' &&
  isFragment(sentence.lower) &&
  !words.pattern('stated').test(sentence.lower) &&
  (offersInContext(sentence) || words.pattern('heading-of-right').test(sentence.block.section.heading?.sentences[0]?.lower ?? ''));

const whatIs = (text: string): string => words.values('whats').find(([, pattern]) => pattern.test(text))?.[0] ?? text;
