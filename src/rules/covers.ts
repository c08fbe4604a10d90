/** Does what is denied take in what is done? Read off the is-a relations of the ontology. */
import { concept, findConcepts, isA } from '../data/ontology.js';
import type { Statement } from './statement.js';

/** Scope dimensions on which a denial of the broader thing contradicts the narrower one. */
export type Covered = 'data' | 'recipient' | 'destination';

/** Whether the thing that `a` denies is that of `b`, or a broader one. */
export function covers(a: Statement, b: Statement, dimension: Covered): boolean {
  if (dimension === 'destination') return coversDestination(a, b);
  return dimension === 'recipient' ? coversRecipient(a, b) : coversData(a, b);
}

/** "Outside the EEA" and "to other countries" take in every country; "to Russia" that one. */
function coversDestination(a: Statement, b: Statement): boolean {
  const denied = destinationsOf(a);
  return denied.length === 0 || denied.some((place) => AREAS.has(place)) || destinationsOf(b).some((place) => denied.includes(place));
}

const destinationsOf = ({ claim }: Statement): readonly string[] => (claim?.kind === 'transfer' ? (claim.value.destination ?? []) : []);
const AREAS: ReadonlySet<string> = new Set(['EU', 'EEA']);

/** "Anyone" takes in everybody. A side that names no class of recipients is a vendor, or an act told without one. */
function coversRecipient(a: Statement, b: Statement): boolean {
  const denied = a.scope.recipient ?? [];
  if (denied.length === 0 || denied.includes('anyone')) return true;
  const named = b.scope.recipient ?? [];
  return named.length === 0 || named.some((recipient) => denied.some((broader) => isA('recipients', recipient, broader)));
}

/** A denial about data in general takes in all that is somebody's; one about a kind, that kind and what is narrower. */
function coversData(a: Statement, b: Statement): boolean {
  const denied = conceptsOf(a);
  const done = conceptsOf(b);
  if (done.length > 0 && done.every((id) => !isA('data', id, PERSONAL))) return false;
  if (denied.length === 0 || denied.includes(PERSONAL)) return true;
  return done.some((id) => denied.some((broader) => isA('data', id, broader)));
}

const PERSONAL = 'personal-data';

/** Ids of the kinds of data that a statement is about: its own, or those that its sentence names without doubt. */
function conceptsOf({ claim, scope, sentence }: Statement): readonly string[] {
  if (claim?.kind === 'data-category' && scope.data) return scope.data;
  const found = findConcepts('data', sentence.lower).filter(({ ambiguous }) => !ambiguous);
  return [...new Set(found.map(({ id }) => id))].filter((id) => concept('data', id) !== undefined);
}
