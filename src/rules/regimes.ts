/** Which laws a policy is to be read under, where the configuration leaves it to the text. */
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument } from '../document/types.js';
import type { Regime } from './types.js';

/** GDPR and ePrivacy always: they hold wherever people in the EEA are served. Others where the text itself invokes them. */
export function regimesOf(document: PolicyDocument): readonly Regime[] {
  const wording = lexicon('regimes');
  const disclaimed = wording.pattern('disclaimed');
  const invokes = (regime: string): boolean => {
    const law = wording.pattern(regime);
    return document.sentences.some(({ lower }) => law.test(lower) && !disclaimed.test(lower));
  };
  return ['gdpr', 'eprivacy', ...(['uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'] as const).filter(invokes)];
}
