/** What the parts of the retention extractor read of a sentence; costly questions are answered once, when first asked. */
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { type Cue, cuesIn } from './retention-cues.js';
import { type Frame, frameOf } from './retention-frame.js';

export interface Context {
  readonly sentence: Sentence;
  readonly frame: Frame;
  readonly cues: readonly Cue[];
  /** The sentence gives the grounds of somebody's right or complaint, and promises nothing of its own. */
  isGroundOfRight(): boolean;
  /** The first "except", "unless" ... of the sentence. */
  exception(): Range | null;
}

export function contextOf(sentence: Sentence): Context {
  const { lower, block } = sentence;
  return {
    sentence,
    frame: frameOf(sentence),
    cues: cuesIn(lower),
    isGroundOfRight: once(() => {
      if (wording.pattern('complaint').test(lower) || wording.pattern('ground-outright').test(lower)) return true;
      if (block.kind === 'item' && block.leadIn && wording.pattern('of-rights').test(block.leadIn.lower)) return true;
      return wording.pattern('ground-of-right').test(lower) && !wording.pattern('we-keep').test(lower);
    }),
    exception: once(() => wording.pattern('exception').find(lower)),
  };
}

const wording = lexicon('retention');

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
