/** Tests between two documents of one company. The first is the privacy policy where one of them is. */
import type { ClaimKind } from '../claims/types.js';
import { expression } from '../data/expression.js';
import { vendorOf } from '../data/registry.js';
import type { ClaimView } from '../report/view.js';
import type { DocumentRole } from '../rules/types.js';
import type { FolderHit, Member } from './folder.js';

export type FolderTest = (a: Member, b: Member, options: Readonly<Record<string, unknown>>) => Iterable<FolderHit>;

export const folderTests: Readonly<Record<string, FolderTest>> = {
  /** One denies cookies of a kind, the other sets them. */
  *cookies(a, b) {
    if (!areRoles(a, b, 'cookie-policy')) return;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      for (const denied of claims(one, 'cookie').filter(({ polarity }) => polarity === 'negated')) {
        const set = claims(other, 'cookie').find(
          (claim) => claim.polarity === 'affirmed' && field(claim, 'category') === field(denied, 'category'),
        );
        if (set && field(denied, 'category') !== 'essential') yield hit(one, denied, other, set, String(field(denied, 'category')));
      }
  },
  /** The age from which the service may be used differs. */
  *age(a, b) {
    if (!areRoles(a, b, 'terms')) return;
    const ages = (member: Member) => claims(member, 'minimum-age').filter((claim) => (field(claim, 'role') ?? 'use') === 'use');
    const [one, other] = [ages(a)[0], ages(b)[0]];
    if (one && other && !ages(b).some((claim) => field(claim, 'years') === field(one, 'years')))
      yield hit(a, one, b, other, 'age', { years: field(one, 'years'), 'other-years': field(other, 'years') });
  },
  /** Another legal name. */
  *controller(a, b) {
    const names = (member: Member) => claims(member, 'controller').map((claim) => ({ claim, name: plain(field(claim, 'name')) }));
    const [one, other] = [names(a)[0], names(b)[0]];
    if (!one || !other) return;
    const isSame = names(a).some((x) => names(b).some((y) => x.name.includes(y.name) || y.name.includes(x.name)));
    if (!isSame)
      yield hit(a, one.claim, b, other.claim, 'controller', { name: field(one.claim, 'name'), 'other-name': field(other.claim, 'name') });
  },
  /** A provider of the list is not in the policy, or the other way round; only where both name some. */
  *processors(a, b) {
    if (!areRoles(a, b, 'subprocessors', 'dpa')) return;
    const named = (member: Member) =>
      new Map(
        claims(member, 'processor')
          .filter((claim) => claim.polarity === 'affirmed' && field(claim, 'known') === true)
          .map((claim) => [canonical(String(field(claim, 'name'))), claim]),
      );
    const [first, second] = [named(a), named(b)];
    if (first.size === 0 || second.size === 0) return;
    for (const [one, other, mine, theirs] of [
      [a, b, first, second],
      [b, a, second, first],
    ] as const)
      for (const [name, claim] of mine)
        if (!theirs.has(name))
          yield { member: one, claim, key: name, values: { vendor: name, path: one.view.path, other: other.view.path } };
  },
  /** The same data are kept for another time. Option `tolerance`: a share. */
  *retention(a, b, { tolerance }) {
    if (a.role === b.role) return;
    const slack = typeof tolerance === 'number' ? tolerance : 0.05;
    const periods = (member: Member) => claims(member, 'retention').filter((claim) => typeof field(claim, 'days') === 'number');
    for (const one of periods(a)) {
      const same = periods(b).filter(
        (claim) => ['trigger', 'bound'].every((key) => field(claim, key) === field(one, key)) && subject(claim) === subject(one),
      );
      const agrees = same.some((claim) => isClose(Number(field(one, 'days')), Number(field(claim, 'days')), slack));
      const other = same[0];
      if (other && !agrees)
        yield hit(a, one, b, other, subject(one), {
          subject: field(one, 'subject'),
          days: field(one, 'days'),
          'other-days': field(other, 'days'),
        });
    }
  },
  /** The same addressee is told of a breach within another time. */
  *breach(a, b) {
    const notices = (member: Member) => claims(member, 'breach-notice').filter((claim) => typeof field(claim, 'hours') === 'number');
    for (const one of notices(a)) {
      const same = notices(b).filter((claim) => field(claim, 'recipient') === field(one, 'recipient'));
      const other = same[0];
      if (other && !same.some((claim) => field(claim, 'hours') === field(one, 'hours')))
        yield hit(a, one, b, other, String(field(one, 'recipient')), { hours: field(one, 'hours'), 'other-hours': field(other, 'hours') });
    }
  },
  /** Two privacy policies in one language that say different things of the same. Option `past`: words in the names of old versions. */
  *duplicate(a, b, { past }) {
    if (a.role !== 'privacy-policy' || b.role !== 'privacy-policy' || a.view.language !== b.view.language) return;
    const words = Array.isArray(past) ? past.map(String) : [];
    if ([a, b].some(({ view }) => words.some((word) => view.path.toLowerCase().includes(word)) || /(?:19|20)\d\d/.test(view.path))) return;
    for (const one of a.view.claims) {
      const other = b.view.claims.find((claim) => contradicts(one, claim));
      const agrees = b.view.claims.some(
        (claim) => claim.kind === one.kind && JSON.stringify(claim.value) === JSON.stringify(one.value) && claim.polarity === one.polarity,
      );
      if (other && !agrees) {
        yield hit(a, one, b, other, 'duplicate');
        return;
      }
    }
  },
};

/** "Amazon Web Services (AWS)" in one document is "Amazon Web Services" in the other. */
const canonical = (name: string): string => vendorOf(name)?.name ?? name;

function contradicts(a: ClaimView, b: ClaimView): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'retention')
    return (
      subject(a) === subject(b) &&
      typeof field(a, 'days') === 'number' &&
      typeof field(b, 'days') === 'number' &&
      field(a, 'days') !== field(b, 'days')
    );
  if (a.kind === 'sale') return a.polarity !== b.polarity;
  if (a.kind === 'minimum-age') return field(a, 'role') === field(b, 'role') && field(a, 'years') !== field(b, 'years');
  return false;
}

function hit(
  one: Member,
  claim: ClaimView,
  other: Member,
  theirs: ClaimView,
  key: string,
  more: Readonly<Record<string, unknown>> = {},
): FolderHit {
  const values: Record<string, string | number> = { a: claim.quote, b: theirs.quote, path: one.view.path, other: other.view.path };
  for (const [name, value] of Object.entries(more)) if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  return { member: one, claim, key, values };
}

/** One is a privacy policy, the other one of the roles. */
const areRoles = (a: Member, b: Member, ...roles: DocumentRole[]): boolean => a.role === 'privacy-policy' && roles.includes(b.role);
const claims = ({ view }: Member, kind: ClaimKind): readonly ClaimView[] => view.claims.filter((claim) => claim.kind === kind);
const field = (claim: ClaimView, name: string): unknown => Reflect.get(claim.value, name);
const plain = (name: unknown): string =>
  String(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const subject = (claim: ClaimView): string => plain(field(claim, 'subject')).replace(OPENING(), '');
const OPENING = expression('compare')`^${'before-a-subject'} `;
const isClose = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack * Math.max(a, b);
