import { lexicon } from '../data/lexicon.js';
import { isConditional, isFragment } from './clause.js';
import type { Extractor } from './extractor.js';
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
    yield {
      value: { what: sentence.text.slice(whole.start, whole.end) },
      focus: { start: sentence.start + whole.start, end: sentence.start + whole.end },
      polarity: words.pattern('barred').test(lower) ? 'negated' : polarityOf(sentence, range),
      scope: { action: 'train', ...(exception ? { exception: document.text.slice(exception.start, exception.end) } : {}) },
    };
  },
};

const words = lexicon('ai-training');
