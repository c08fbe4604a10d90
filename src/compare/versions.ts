/** The rules on what may not change unseen between two versions of a policy. */
import type { Hit } from '../findings/types.js';
import type { RuleSet } from '../rules/ruleset.js';
import type { RuleHit } from '../rules/run.js';
import { contactRemoved, dateNotBumped, rightRemoved } from './change-tests.js';
import { ageLowered, legalBasisChanged, recipientAdded, retentionExtended } from './change-values.js';
import { denialDropped, negationRemoved, qualifierAdded, retroactive } from './change-wording.js';
import { type Change, compareClaims, type Version } from './pair.js';

export interface Comparison extends Pair {
  readonly hits: readonly RuleHit[];
}

export interface Pair {
  readonly old: Version;
  readonly fresh: Version;
  readonly changes: readonly Change[];
}

/** A test of rules with `compare: {between: versions}`: hits in the new version. */
export type VersionTest = (pair: Pair, options: Readonly<Record<string, unknown>>) => Iterable<Hit>;

export const versionTests: Readonly<Record<string, VersionTest>> = {
  'retention-extended': retentionExtended,
  'right-removed': rightRemoved,
  'denial-dropped': denialDropped,
  'recipient-added': recipientAdded,
  'date-not-bumped': dateNotBumped,
  'negation-removed': negationRemoved,
  'qualifier-added': qualifierAdded,
  'contact-removed': contactRemoved,
  'age-lowered': ageLowered,
  'legal-basis-changed': legalBasisChanged,
  retroactive,
};

/** Compares two versions and runs the enabled rules on the changes. */
export function compareVersions(old: Version, fresh: Version, set: RuleSet): Comparison {
  const pair: Pair = { old, fresh, changes: compareClaims(old, fresh) };
  const hits = set.rules.flatMap((rule) => {
    const { compare } = rule.check;
    if (compare?.between !== 'versions') return [];
    const test = versionTests[compare.test];
    if (!test) throw new Error(`rule ${rule.id}: there is no test "${compare.test}" between versions`);
    return [...test(pair, compare.options ?? {})].map((hit) => ({ rule, hit }));
  });
  return { ...pair, hits };
}
