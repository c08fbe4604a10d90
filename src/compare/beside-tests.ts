/** Tests between a policy and the files that lie beside it. */
import { expression } from '../data/expression.js';
import { concept, concepts, isA } from '../data/ontology.js';
import { type Vendor, vendorMentions, vendorOfPackage } from '../data/registry.js';
import { record, strings } from '../data/untyped.js';
import { LineIndex } from '../files/lines.js';
import type { ClaimView, SectionView } from '../report/view.js';
import { type BesideFile, labelIn, packagesIn, type StoreLabel } from './beside.js';
import type { FolderHit, Member } from './folder.js';

export type BesideTest = (policy: Member, files: readonly BesideFile[], options: Readonly<Record<string, unknown>>) => Iterable<FolderHit>;

export const besideTests: Readonly<Record<string, BesideTest>> = {
  /** A package that sends data to a company which the text names nowhere, in whatever language. Options: `topics` of the section to mark. */
  *dependencies(policy, files, { topics }) {
    const named = new Set(vendorMentions(policy.view.source).map(({ entry }) => entry.vendor.vendor));
    const found = new Map<string, { vendor: Vendor; package: string; file: string }>();
    for (const file of files)
      for (const { from, name } of packagesIn(file)) {
        const vendor = vendorOfPackage(from, name);
        if (vendor && vendor.data.length > 0 && !named.has(vendor.vendor) && !found.has(vendor.vendor))
          found.set(vendor.vendor, { vendor, package: name, file: file.path });
      }
    for (const [key, { vendor, package: name, file }] of found) {
      const values = {
        package: name,
        file,
        vendor: vendor.name,
        data: vendor.data.map((id) => concept('data', id)?.label ?? id.replaceAll('-', ' ')).join(', '),
      };
      yield { member: policy, claim: sectionFor(policy, strings(topics)), key, values };
    }
  },
  /** A store label declares what the text denies, or the other way round. Options: `types` (of the stores → data), `tracking` (denials). */
  *label(policy, files, { types, tracking }) {
    for (const file of files) {
      const label = labelIn(file);
      if (!label) continue;
      yield* declared(policy, file, label, types);
      yield* others(policy, file, label);
      const denial = label.tracks ? phraseIn(policy, strings(tracking)) : null;
      if (denial) yield { ...denial, values: { ...denial.values, file: file.path, declared: 'tracking' } };
    }
  },
};

/** Each sentence that denies collecting what the label declares, once. */
function* declared(policy: Member, { path }: BesideFile, { collected }: StoreLabel, types: unknown): Iterable<FolderHit> {
  const ids = collected.flatMap((type) => {
    const id = record(types)[type];
    return typeof id === 'string' ? [{ id, type }] : [];
  });
  const denials = policy.view.claims.filter(
    ({ kind, polarity, modality }) => kind === 'data-category' && polarity === 'negated' && modality === 'stated',
  );
  const said = new Set<string>();
  for (const denial of denials) {
    const id = idOf(denial);
    // "We do not collect personal data" is denied of children, by forms, of browsing alone: too often to be held against a label.
    const type = id === null || BROAD.has(id) || !COLLECTS.test(denial.quote) ? undefined : ids.find((one) => isA('data', one.id, id));
    if (!type || said.has(denial.quote)) continue;
    said.add(denial.quote);
    yield claimHit(policy, denial, { file: path, declared: plain(type.type) }, type.type);
  }
}

const BROAD = new Set(['personal-data', 'sensitive-data']);
const COLLECTS = expression('compare', 'i')`${'collecting'}`;
const OURS = expression('compare', 'i')`${'first-person'}`;

function* others(policy: Member, { path }: BesideFile, label: StoreLabel): Iterable<FolderHit> {
  const find = (kind: ClaimView['kind'], fits: (claim: ClaimView) => boolean): ClaimView | undefined =>
    policy.view.claims.find((claim) => claim.kind === kind && claim.modality === 'stated' && fits(claim));
  const collects = find('data-category', (claim) => claim.polarity === 'affirmed' && OURS.test(claim.quote) && COLLECTS.test(claim.quote));
  if (label.collectsNothing && collects)
    yield claimHit(policy, collects, { file: path, declared: 'that no data are collected' }, 'nothing');
  const denies = find(
    'sharing',
    (claim) => claim.polarity === 'negated' && ['third-parties', 'anyone'].includes(String(Reflect.get(claim.value, 'recipient'))),
  );
  const shared = label.shared[0];
  if (shared !== undefined && denies && Reflect.get(denies.value, 'exception') === undefined)
    yield claimHit(policy, denies, { file: path, declared: `sharing of ${plain(shared)}` }, 'shared');
  const erasure = find('right', (claim) => claim.polarity === 'affirmed' && Reflect.get(claim.value, 'right') === 'erasure');
  if (label.deniesDeletion && erasure)
    yield claimHit(policy, erasure, { file: path, declared: 'that nobody can ask for deletion' }, 'deletion');
}

function claimHit(member: Member, claim: ClaimView, values: FolderHit['values'], key: string): FolderHit {
  return { member, claim, key, values: { ...values, quote: claim.quote } };
}

/** The first of the phrases that stands in the text, in any case and spacing. */
function phraseIn(member: Member, phrases: readonly string[]): FolderHit | null {
  const { source } = member.view;
  const lower = source
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s/g, ' ');
  // A letter whose lower case has another length would move what follows it.
  if (lower.length !== source.length) return null;
  const start = Math.min(...phrases.map((phrase) => lower.indexOf(phrase)).filter((at) => at >= 0));
  if (!Number.isFinite(start)) return null;
  const words = phrases.find((phrase) => lower.startsWith(phrase, start)) ?? '';
  const region = new LineIndex(source).region({ start, end: start + words.length });
  return { member, claim: { region, section: [] }, key: 'tracking', values: { quote: source.slice(start, start + words.length) } };
}

/** The heading of the section where it belongs, else the first. */
function sectionFor({ view }: Member, topics: readonly string[]): FolderHit['claim'] {
  const all = flat(view.sections);
  const section = all.find(({ topic }) => topic !== null && topics.includes(topic)) ?? all.find(({ heading }) => heading !== '');
  if (section) return { region: section.region, section: [section.heading] };
  return { region: new LineIndex(view.source).region({ start: 0, end: 0 }), section: [] };
}

function idOf(claim: ClaimView): string | null {
  const category: unknown = Reflect.get(claim.value, 'category');
  return concepts('data').find(({ label }) => label === category)?.id ?? null;
}

/** NSPrivacyCollectedDataTypePreciseLocation, PSL_PRECISE_LOCATION: "precise location". */
const plain = (type: string): string =>
  type
    .replace(/^NSPrivacyCollectedDataType|^PSL_/, '')
    .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
    .toLowerCase();
const flat = (sections: readonly SectionView[]): SectionView[] => sections.flatMap((section) => [section, ...flat(section.children)]);
