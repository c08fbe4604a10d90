import { lexicon } from '../data/lexicon.js';
import { isConditional } from './clause.js';
import type { Extractor } from './extractor.js';
import { polarityOf } from './polarity.js';

/** Automated decisions, or profiling that affects people: stated or denied. The right not to be subject to them is a `right`. */
export const automatedDecision: Extractor<'automated-decision'> = {
  kind: 'automated-decision',
  *extract(sentence) {
    const { lower } = sentence;
    if (sentence.block.table?.row === 0) return;
    const other = words.pattern('plainly-denied').test(lower) ? [] : words.pattern('not-a-statement').all(lower);
    for (const range of words.pattern('what').all(lower)) {
      if (other.length > 0 || isConditional(lower, range.start) || !words.pattern('actor').test(lower)) continue;
      yield {
        value: { what: whatIs(lower.slice(range.start, range.end)) },
        focus: { start: sentence.start + range.start, end: sentence.start + range.end },
        polarity: words.pattern('denied-within').test(lower.slice(range.start, range.end)) ? 'negated' : polarityOf(sentence, range),
      };
      return;
    }
  },
};

const words = lexicon('automated-decision');

const whatIs = (text: string): string => words.values('whats').find(([, pattern]) => pattern.test(text))?.[0] ?? text;
