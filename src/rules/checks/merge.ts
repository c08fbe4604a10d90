/** Fewer findings that say the same. */
import type { Hit } from '../../findings/types.js';

/** Two hits on the same words are one. */
export function onePerPlace(hits: readonly Hit[]): Hit[] {
  const seen = new Set<number>();
  return hits.filter((hit) => !seen.has(hit.range.start) && seen.add(hit.range.start));
}

/** One finding a document: the first place, the others related to it. All of them stay known by themselves. */
export function onlyFirst(hits: readonly Hit[]): Hit[] {
  const [first, ...others] = hits;
  if (!first) return [];
  const related = [...(first.related ?? []), ...others.slice(0, 20).map((hit) => ({ message: 'also here', range: hit.range }))];
  return [{ ...first, values: { ...first.values, count: hits.length }, ...(related.length ? { related } : {}), places: others }];
}
