/** Tests between versions on values that moved and recipients that came. */
import type { Claim } from '../claims/types.js';
import { isEea } from '../data/countries.js';
import { vendorOf } from '../data/registry.js';
import { keptFor } from './direction.js';
import { claimHit } from './places.js';
import type { VersionTest } from './versions.js';

/** The same data are kept longer. Option `tolerance`: the share by which a period may grow (a month of 30 or 31 days). */
export const retentionExtended: VersionTest = function* ({ changes }, { tolerance }) {
  const slack = typeof tolerance === 'number' ? tolerance : 0;
  for (const { before, after } of changes) {
    if (before?.kind !== 'retention' || after?.kind !== 'retention') continue;
    if (!(keptFor(after) > keptFor(before) * (1 + slack))) continue;
    yield claimHit(after, { subject: after.value.subject, a: period(before), b: period(after) }, after.value.subject);
  }
};

function period(claim: Claim): string {
  if (claim.kind !== 'retention') return '';
  return claim.value.days === undefined ? (claim.value.period ?? '').replaceAll('-', ' ') : `${claim.value.days} days`;
}

/** A recipient, country or purpose that the old version did not name; said as a warning where it leaves the EEA. */
export const recipientAdded: VersionTest = function* ({ old, fresh }) {
  const known = new Set(old.claims.flatMap(namesOf).map(({ name }) => name));
  for (const claim of fresh.claims) {
    for (const { name, isFar } of namesOf(claim)) {
      if (known.has(name)) continue;
      known.add(name);
      const hit = claimHit(claim, { items: name, kind: claim.kind }, name);
      yield isFar ? hit : { ...hit, level: 'note' };
    }
  }
};

function namesOf(claim: Claim): { name: string; isFar: boolean }[] {
  if (claim.polarity === 'negated') return [];
  if (claim.kind === 'processor') {
    const vendor = vendorOf(claim.value.name);
    const seat = vendor?.seat ?? claim.value.country;
    return [{ name: vendor?.name ?? claim.value.name, isFar: typeof seat === 'string' && !isEea(seat) }];
  }
  if (claim.kind === 'transfer') return (claim.value.destination ?? []).map((name) => ({ name, isFar: !isEea(name) }));
  if (claim.kind === 'sharing') return [{ name: claim.value.recipient, isFar: ['advertisers', 'anyone'].includes(claim.value.recipient) }];
  return [];
}

/** The age from which people may use the service went down. */
export const ageLowered: VersionTest = function* ({ old, fresh }) {
  const before = ages(old.claims);
  const after = ages(fresh.claims);
  const [was, is] = [before[0], after[0]];
  if (was && is && is.value.years < was.value.years) yield claimHit(is, { a: was.value.years, b: is.value.years }, 'age');
};

function ages(claims: readonly Claim[]) {
  return claims
    .flatMap((claim) => (claim.kind === 'minimum-age' && (claim.value.role ?? 'use') === 'use' ? [claim] : []))
    .sort((a, b) => a.value.years - b.value.years);
}

/** What rested on consent rests on another basis now. */
export const legalBasisChanged: VersionTest = function* ({ changes }) {
  for (const { before, after } of changes) {
    if (before?.kind !== 'legal-basis' || after?.kind !== 'legal-basis' || before.value.basis === after.value.basis) continue;
    yield claimHit(
      after,
      { a: before.value.basis.replaceAll('-', ' '), b: after.value.basis.replaceAll('-', ' '), quote: after.quote },
      after.value.basis,
    );
  }
};
