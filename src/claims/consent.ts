import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Extractor } from './extractor.js';
import { polarityAt } from './polarity.js';
import type { ClaimValues } from './types.js';

/** How the text says that consent comes about. Acceptance of changes by continued use is `policy-change`. */
export const consent: Extractor<'consent'> = {
  kind: 'consent',
  *extract(sentence) {
    const { lower } = sentence;
    if (words.pattern('elsewhere').test(lower) || !words.pattern('policy-object').test(lower)) return;
    for (const [name, pattern] of words.values('mechanism')) {
      const range = pattern.find(lower);
      if (!range) continue;
      const purpose = words.values('purpose').find(([, wording]) => wording.test(lower))?.[0];
      // The keys of the group are the mechanisms; tests/claims/consent.test.ts holds each of them.
      const mechanism = name as ClaimValues['consent']['mechanism'];
      yield {
        value: purpose ? { mechanism, purpose } : { mechanism },
        focus: { start: sentence.start + range.start, end: sentence.start + range.end },
        // "Not passed on without your prior consent" asks for it.
        polarity: REQUIRED().test(lower) ? 'affirmed' : polarityAt(sentence, range.start),
      };
      return;
    }
  },
};

const REQUIRED = expression('consent')`${'required-by'}[^.;]{0,60}${'consent-word'}`;

const words = lexicon('consent');
