/** Tests between versions on what is gone or was left as it was. */
import type { Claim } from '../claims/types.js';
import { claimHit, goneHit } from './places.js';
import type { VersionTest } from './versions.js';

/** A right that no sentence of the new version grants any more. */
export const rightRemoved: VersionTest = function* ({ old, fresh }) {
  const kept = new Set(rights(fresh.claims).map((claim) => claim.value.right));
  const said = new Set<string>();
  for (const claim of rights(old.claims)) {
    const { right } = claim.value;
    if (kept.has(right) || said.has(right)) continue;
    said.add(right);
    yield goneHit(claim, fresh.document, { right: right.replaceAll('-', ' '), a: claim.quote }, right);
  }
};

/** A way to reach somebody is gone and no other of its kind stands in for it. */
export const contactRemoved: VersionTest = function* ({ old, fresh }) {
  const channels = new Set(fresh.claims.flatMap((claim) => (claim.kind === 'contact' ? [claim.value.channel] : [])));
  const addresses = new Set(fresh.document.lower.match(ADDRESS) ?? []);
  const said = new Set<string>();
  for (const claim of old.claims) {
    if (claim.kind !== 'contact') continue;
    const { channel, value } = claim.value;
    if (channels.has(channel) || channels.has('email') || addresses.size > 0 || said.has(channel)) continue;
    said.add(channel);
    yield goneHit(claim, fresh.document, { a: value ?? channel, channel }, channel);
  }
};

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,20}/g;

/** Statements changed and the date did not. */
export const dateNotBumped: VersionTest = function* ({ old, fresh, changes }) {
  const material = changes.filter(({ before, after }) => (after ?? before)?.kind !== 'effective-date');
  if (material.length === 0) return;
  const [was, is] = [latest(old.claims), latest(fresh.claims)];
  if (!was || !is || was.value.date !== is.value.date) return;
  const kinds = [...new Set(material.map(({ before, after }) => (after ?? before)?.kind ?? ''))].join(', ');
  yield claimHit(is, { date: is.value.date, claims: kinds, count: material.length }, is.value.date);
};

function latest(claims: readonly Claim[]) {
  let found: (Claim & { kind: 'effective-date' }) | null = null;
  for (const claim of claims) if (claim.kind === 'effective-date' && (!found || claim.value.date > found.value.date)) found = claim;
  return found;
}

function rights(claims: readonly Claim[]) {
  return claims.flatMap((claim) => (claim.kind === 'right' && claim.polarity === 'affirmed' ? [claim] : []));
}
