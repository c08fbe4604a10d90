/** Which claims a selector means. */
import type { Claim } from '../claims/types.js';
import { isEea } from '../data/countries.js';
import { type Concept, concept } from '../data/ontology.js';
import { vendorOf } from '../data/registry.js';
import { isAbout, type RuleContext } from './context.js';
import type { FieldRange, FieldTest, Selector } from './types.js';

export function selectClaims(selector: Selector, context: RuleContext): readonly Claim[] {
  const kinds = typeof selector.kind === 'string' ? [selector.kind] : selector.kind;
  const claims = kinds.flatMap((kind) => context.claimsOf(kind)).filter((claim) => matchesSelector(claim, selector, context));
  return kinds.length > 1 ? claims.sort((a, b) => a.range.start - b.range.start) : claims;
}

function matchesSelector(claim: Claim, selector: Selector, context: RuleContext): boolean {
  if (selector.polarity && claim.polarity !== selector.polarity) return false;
  if (selector.modality && claim.modality !== selector.modality) return false;
  if (selector.confidence && !selector.confidence.includes(claim.confidence)) return false;
  if (selector.layers && !selector.layers.includes(claim.scope.layer)) return false;
  for (const [path, test] of Object.entries(selector.where ?? {})) if (!passes(fieldOf(claim, path), test, context)) return false;
  const { lower } = claim.sentence;
  if (selector.text && !context.pattern(selector.text).test(lower)) return false;
  if (selector.unless && context.pattern(selector.unless).test(lower)) return false;
  if (selector.unlessNear && context.near(claim.sentence, selector.unlessNear)) return false;
  if (selector.unlessSection && context.inSection(claim.section, selector.unlessSection)) return false;
  if (selector.topics && !selector.topics.some((topic) => isAbout(claim.section, topic))) return false;
  return !selector.notTopics?.some((topic) => isAbout(claim.section, topic));
}

/** A field of `value`; of `scope` as `scope.x`; of the vendor behind a processor as `vendor.x`; of the kind of data as `concept.x`; `outside-eea` of a transfer. */
export function fieldOf(claim: Claim, path: string): unknown {
  if (path.startsWith('scope.')) return property(claim.scope, path.slice(6));
  if (path.startsWith('vendor.')) return claim.kind === 'processor' ? property(vendorOf(claim.value.name), path.slice(7)) : undefined;
  if (path.startsWith('concept.')) return claim.kind === 'data-category' ? property(conceptOf(claim), path.slice(8)) : undefined;
  if (path === 'outside-eea') return claim.kind === 'transfer' ? leavesEea(claim.value.destination) : undefined;
  return property(claim.value, path);
}

const conceptOf = (claim: Claim): Concept | undefined => concept('data', claim.scope.data?.[0] ?? '');

/** "Other countries" without a name may lie outside. */
function leavesEea(destination: readonly string[] | null): boolean {
  return destination === null || destination.some((iso) => !isEea(iso));
}

function property(target: unknown, key: string): unknown {
  return typeof target === 'object' && target !== null ? Reflect.get(target, key) : undefined;
}

function passes(field: unknown, test: FieldTest, context: RuleContext): boolean {
  if (Array.isArray(field))
    return isRange(test) ? rangeTest(field.length ? field : undefined, test, context) : field.some((entry) => passes(entry, test, context));
  if (Array.isArray(test)) return test.some((wanted) => wanted === field);
  if (isRange(test)) return rangeTest(field, test, context);
  return field === test;
}

function rangeTest(field: unknown, test: FieldRange, context: RuleContext): boolean {
  if (test.exists !== undefined && test.exists !== (field !== undefined && field !== null)) return false;
  if (test.not !== undefined) {
    const unwanted: readonly unknown[] = Array.isArray(test.not) ? test.not : [test.not];
    if (Array.isArray(field) ? field.some((entry) => unwanted.includes(entry)) : unwanted.includes(field)) return false;
  }
  if (test.text !== undefined && !(typeof field === 'string' && context.pattern(test.text).test(field.toLowerCase()))) return false;
  const bounds = [test.min, test.max, test.above, test.below];
  if (bounds.every((bound) => bound === undefined)) return true;
  if (typeof field !== 'number') return false;
  if (test.min !== undefined && field < test.min) return false;
  if (test.max !== undefined && field > test.max) return false;
  if (test.above !== undefined && field <= test.above) return false;
  return !(test.below !== undefined && field >= test.below);
}

function isRange(test: FieldTest): test is FieldRange {
  return typeof test === 'object' && !Array.isArray(test);
}
