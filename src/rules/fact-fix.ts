import type { Facts } from '../claims/extractor.js';
import type { Hit } from '../findings/types.js';
import type { Rule } from './types.js';

/** The marked words replaced by what the configuration says. Several places may mean several things: then a person must agree. */
export function withFact(rule: Rule, hits: readonly Hit[], facts: Facts): readonly Hit[] {
  if (hits.length === 0) return hits;
  const fact = rule.fix?.fact;
  const text = fact && facts[fact];
  if (!text) return hits;
  const safety = hits.length === 1 ? 'safe' : 'suggestion';
  return hits.map((hit) => {
    const fix = { title: `Write "${text}"`, safety, edits: [{ range: hit.focus ?? hit.range, text }] } as const;
    return { ...hit, fixes: [...(hit.fixes ?? []), fix] };
  });
}
