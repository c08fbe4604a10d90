/** Findings that stand for several places of a document, taken apart where some of these are known already, and put together again. */
import type { FindingView } from '../report/view.js';

/** A finding for each place; the first keeps what is related and the fixes. */
export function apart(finding: FindingView): FindingView[] {
  const { places, ...first } = finding;
  return [first, ...(places ?? []).map((place): FindingView => ({ ...first, ...place, related: [], fixes: [] }))];
}

/** What is left of a finding once some of its places are known: null for nothing, itself for all. */
export function leftOf(
  finding: FindingView,
  isKnown: (place: FindingView) => boolean,
  places: readonly FindingView[] = apart(finding),
): FindingView | null {
  const left = places.filter((place) => !isKnown(place));
  const [first, ...others] = left;
  if (!first) return null;
  if (left.length === places.length) return finding;
  const related = others.slice(0, MAX_RELATED).map(({ region }) => ({ message: 'also here', region }));
  return { ...first, related, ...(others.length > 0 ? { places: others } : {}) };
}

/** As many as a check relates to its first place. */
const MAX_RELATED = 20;
