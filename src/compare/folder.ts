/** The rules on documents of one company that lie in one folder: what one says, another may not contradict. */
import { lexicon } from '../data/lexicon.js';
import type { Region } from '../files/lines.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import type { ClaimView, DocumentView, FindingView } from '../report/view.js';
import type { DocumentRole, Rule } from '../rules/types.js';
import type { BesideFile } from './beside.js';
import { besideTests } from './beside-tests.js';
import { folderTests } from './folder-tests.js';
import { translationTests } from './translation-tests.js';
import { translations } from './translations.js';

/** A document of a folder, with what it is. */
export interface Member {
  readonly view: DocumentView;
  readonly role: DocumentRole;
}

/** A place in one document, with the values of the message. */
export interface FolderHit {
  readonly member: Member;
  /** Where it is said: a claim, or any other place. */
  readonly claim: Pick<ClaimView, 'region' | 'section'>;
  readonly values: Readonly<Record<string, string | number>>;
  readonly key: string;
}

/**
 * Documents with the findings of `compare: {between: documents | translations | project}` added; the same where there is nothing to compare.
 * `beside`: the files of the project that lie beside a document.
 */
export function withFolderFindings(
  documents: readonly DocumentView[],
  rules: readonly Rule[],
  beside: (document: DocumentView) => readonly BesideFile[] = () => [],
): DocumentView[] {
  const found = new Map<DocumentView, FindingView[]>();
  for (const rule of rules) {
    const { compare } = rule.check;
    if (compare?.between === 'project') {
      const test = besideTests[compare.test];
      if (!test) throw new Error(`rule ${rule.id}: there is no test "${compare.test}" between project`);
      for (const policy of documents.map(asMember).filter(isPolicy))
        for (const hit of test(policy, beside(policy.view), compare.options ?? {}))
          found.set(policy.view, [...(found.get(policy.view) ?? []), finding(rule, hit)]);
    }
    if (compare?.between !== 'documents' && compare?.between !== 'translations') continue;
    const isTranslation = compare.between === 'translations';
    const test = (isTranslation ? translationTests : folderTests)[compare.test];
    if (!test) throw new Error(`rule ${rule.id}: there is no test "${compare.test}" between ${compare.between}`);
    for (const [a, b] of isTranslation ? translations(documents.map(asMember)) : companies(documents).flatMap(pairs))
      for (const hit of test(a, b, compare.options ?? {}))
        found.set(hit.member.view, [...(found.get(hit.member.view) ?? []), finding(rule, hit)]);
  }
  return documents.map((view) => {
    const more = found.get(view);
    if (!more) return view;
    const byPlace = (a: FindingView, b: FindingView): number => a.region.charOffset - b.region.charOffset || (a.ruleId < b.ruleId ? -1 : 1);
    return { ...view, findings: [...view.findings, ...unique(more)].sort(byPlace) };
  });
}

const isPolicy = ({ view, role }: Member): boolean => role === 'privacy-policy' && view.sections.length > 0;
const asMember = (view: DocumentView): Member => ({ view, role: roleOfView(view) });

/** By title, then by file name; a privacy policy where nothing says otherwise. */
function roleOfView({ path, sections, source }: DocumentView): DocumentRole {
  const wording = lexicon('roles');
  const title = (sections[0]?.heading ?? source.slice(0, 120).split('\n')[0] ?? '').toLowerCase();
  if (wording.pattern('privacy-policy').test(title)) return 'privacy-policy';
  const name = (path.split('/').pop() ?? '').toLowerCase().replace(/[_.-]/g, ' ');
  for (const text of [title, name]) for (const role of ROLES) if (wording.pattern(role).test(text)) return role;
  return 'privacy-policy';
}

const ROLES = ['cookie-policy', 'subprocessors', 'dpa', 'terms'] as const;
/** More in one folder is a collection of many companies' policies, not the documents of one. */
export const COMPANY_SIZE = 12;

function companies(documents: readonly DocumentView[]): Member[][] {
  const folders = new Map<string, Member[]>();
  for (const view of documents) {
    const folder = view.path.slice(0, Math.max(0, view.path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), asMember(view)]);
  }
  return [...folders.values()].filter((members) => members.length > 1 && members.length <= COMPANY_SIZE);
}

/** Every two documents of one company, the privacy policy first. */
function pairs(members: readonly Member[]): [Member, Member][] {
  const ordered = [...members].sort((a, b) => Number(b.role === 'privacy-policy') - Number(a.role === 'privacy-policy'));
  return ordered.flatMap((a, i) => ordered.slice(i + 1).flatMap((b): [Member, Member][] => (isOneCompany(a, b) ? [[a, b]] : [])));
}

/** They name the same company or write from the same domain; of different kinds, also where one of them names nobody. */
function isOneCompany(a: Member, b: Member): boolean {
  const [first, second] = [identities(a.view), identities(b.view)];
  if (first.some((name) => second.includes(name))) return true;
  return a.role !== b.role && (first.length === 0 || second.length === 0);
}

function identities({ claims }: DocumentView): string[] {
  return claims.flatMap(({ kind, value }) => {
    const text: unknown = Reflect.get(value, kind === 'controller' ? 'name' : 'value');
    if (typeof text !== 'string') return [];
    if (kind === 'controller') return [text.toLowerCase()];
    const domain = kind === 'contact' ? /@([\w.-]{3,100})$/.exec(text.toLowerCase())?.[1] : undefined;
    return domain === undefined || COMMON.has(domain) ? [] : [domain];
  });
}

/** Domains that many write from. */
const COMMON = new Set(['gmail.com', 'outlook.com', 'hotmail.com', 'yahoo.com', 'proton.me', 'protonmail.com', 'icloud.com', 'gmx.de']);

function finding(rule: Rule, { claim, values, key }: FolderHit): FindingView {
  const message = rule.message.replace(/\{([a-z-]+)\}/gi, (_, name: string) => String(values[name] ?? '').replace(/\s+/g, ' '));
  const region: Region = claim.region;
  return {
    ruleId: rule.id,
    level: rule.severity,
    confidence: rule.confidence,
    message,
    region,
    focus: region,
    section: claim.section,
    related: [],
    law: rule.law,
    fixes: [],
    fingerprint: fingerprintOf({ ruleId: rule.id, section: claim.section, key, occurrence: 1 }),
    ...(rule.group ? { group: rule.group } : {}),
  };
}

function unique(findings: readonly FindingView[]): FindingView[] {
  return [...new Map(findings.map((entry) => [entry.fingerprint, entry])).values()];
}
