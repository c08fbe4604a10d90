import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { isConditional, isFragment } from './clause.js';
import type { Extractor } from './extractor.js';
import { type Limits, limitsOf } from './limit.js';
import { isLinkText, isRunInLabel } from './passage.js';
import { exceptionIn, polarityOf } from './polarity.js';
import { wholePhrase } from './whole-phrase.js';

/** That data are, or are not, used to train models. `what` is the wording. Training of staff is none. */
export const aiTraining: Extractor<'ai-training'> = {
  kind: 'ai-training',
  *extract(sentence, { document }) {
    const { lower } = sentence;
    const range = words.pattern('training').find(lower);
    if (
      !range ||
      !words.pattern('model').test(lower) ||
      words.pattern('not-a-statement').test(lower) ||
      isConditional(lower, range.start) ||
      (isFragment(lower) && (isRunInLabel(sentence) || isLinkText(sentence))) ||
      words.pattern('people').test(lower.slice(Math.max(0, range.start - 25), range.end))
    )
      return;
    const exception = exceptionIn(sentence);
    const whole = wholePhrase(lower, range);
    const polarity = words.pattern('barred').test(lower) ? 'negated' : polarityOf(sentence, range);
    yield {
      value: { what: sentence.text.slice(whole.start, whole.end), ...(polarity === 'negated' ? limited(sentence, range) : {}) },
      focus: { start: sentence.start + whole.start, end: sentence.start + whole.end },
      polarity,
      scope: { action: 'train', ...(exception ? { exception: document.text.slice(exception.start, exception.end) } : {}) },
    };
  },
};

/** What the denial is limited to: "data obtained through the calendar", or models of one sort ("public models"). */
function limited(sentence: Sentence, range: Range): Limits {
  // What is found may reach from the verb over the data to the training.
  const limits = limitsOf(sentence, { start: range.end, end: range.end });
  if (limits.limit) return limits;
  const some = words.pattern('some-models').find(sentence.lower, range.start);
  return some && !JOINED.test(sentence.lower.slice(0, some.start))
    ? { ...limits, limit: sentence.text.slice(some.start, some.end) }
    : limits;
}

const words = lexicon('ai-training');

/** "Our or public models": those of both sorts. */
const JOINED = expression('ai-training')` ${'joins'} (?:${'their'} )?$`;
