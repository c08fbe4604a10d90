/** The names by which a policy means the controller itself and its products. */
import type { PolicyDocument } from '../document/types.js';
import type { Facts } from './extractor.js';
import type { Claim } from './types.js';

/** From the configuration where it says so, else from the controller claims. Case-sensitive, longest first. */
export function selfNamesOf(claims: readonly Claim[], facts: Facts, _document: PolicyDocument): readonly string[] {
  const names = new Set<string>([...(facts.controller ? [facts.controller] : []), ...(facts.products ?? [])]);
  for (const claim of claims) if (claim.kind === 'controller') names.add(claim.value.name);
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
