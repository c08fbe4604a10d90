/** Kinds of data that are collected and that no retention period covers, where other kinds have one. */

import { dataIn } from '../../claims/scope-data.js';
import type { Claim } from '../../claims/types.js';
import type { StructureTest } from './index.js';

/** One hit, at the first such kind; `{categories}` names all of them. */
export const categoriesWithoutPeriod: StructureTest = function* (context) {
  const covered = new Set<string>();
  for (const claim of context.claimsOf('retention')) for (const id of dataIn(claim.sentence.lower)) covered.add(id);
  const missing = new Map<string, Claim>();
  for (const claim of context.claimsOf('data-category')) {
    if (claim.kind !== 'data-category' || claim.polarity === 'negated' || claim.scope.action !== 'collect') continue;
    const ids = dataIn(claim.value.text.toLowerCase());
    if (ids.length > 0 && !ids.some((id) => covered.has(id)) && !missing.has(claim.value.category))
      missing.set(claim.value.category, claim);
  }
  const [first] = missing.values();
  if (!first) return;
  yield { range: first.range, focus: first.focus, section: first.section, values: { categories: [...missing.keys()].join(', ') } };
};
