/** Two versions of one policy, statement by statement. */
import { dataIn } from '../claims/scope-data.js';
import type { Claim } from '../claims/types.js';
import { expression } from '../data/expression.js';
import { vendorOf } from '../data/registry.js';
import type { PolicyDocument } from '../document/types.js';
import { direction } from './direction.js';

/** `weakened` and `strengthened` as the people see it whom the policy protects. */
export interface Change {
  readonly type: 'added' | 'removed' | 'weakened' | 'strengthened' | 'changed';
  readonly before: Claim | null;
  readonly after: Claim | null;
}

export interface Version {
  readonly document: PolicyDocument;
  readonly claims: readonly Claim[];
}

/** The changes in order of position in the new version, what was removed last. Formatting and moved text change nothing. */
export function compareClaims(old: Version, fresh: Version): Change[] {
  if (wordsOf(old.document.lower) === wordsOf(fresh.document.lower)) return [];
  const before = distinct(old.claims);
  const after = distinct(fresh.claims);
  for (const [identity] of before) if (after.delete(identity)) before.delete(identity);
  const changes: Change[] = [];
  const open = new Map<string, Claim[]>();
  for (const claim of before.values()) open.set(keyOf(claim), [...(open.get(keyOf(claim)) ?? []), claim]);
  const [oldSentences, newSentences] = [sentencesOf(old.document), sentencesOf(fresh.document)];
  const unpaired: Claim[] = [];
  for (const claim of after.values()) {
    const partners = open.get(keyOf(claim)) ?? [];
    const partner = nearest(claim, partners);
    if (!partner) {
      unpaired.push(claim);
      continue;
    }
    open.set(
      keyOf(claim),
      partners.filter((entry) => entry !== partner),
    );
    changes.push({ type: direction(partner, claim), before: partner, after: claim });
  }
  // Words that stand in both versions were read differently because of what stands around them: they say what they said.
  const isNew = (claim: Claim): boolean => !oldSentences.has(wordsOf(claim.sentence.lower));
  const isGone = (claim: Claim): boolean => !newSentences.has(wordsOf(claim.sentence.lower));
  const gone = new Set([...open.values()].flat().filter(isGone));
  // Each sentence of the old version was edited into one: what has found its partner is no other's.
  const lost = new Set(old.claims.filter(({ kind }) => MEASURED.has(kind)).filter(isGone));
  for (const claim of unpaired.filter(isNew)) {
    const partner = rewordedFrom(claim, lost);
    if (partner) {
      gone.delete(partner);
      lost.delete(partner);
    }
    changes.push(
      partner ? { type: direction(partner, claim), before: partner, after: claim } : { type: 'added', before: null, after: claim },
    );
  }
  const byPlace = (a: Change, b: Change): number => (a.after?.range.start ?? 0) - (b.after?.range.start ?? 0);
  return [
    ...changes.sort(byPlace),
    ...[...gone].sort((a, b) => a.range.start - b.range.start).map((claim): Change => ({ type: 'removed', before: claim, after: null })),
  ];
}

/**
 * The claim of a sentence that was edited into this one's: the subject was read otherwise, or the value that it had stands elsewhere
 * as well. Only claims with a measure are paired so: of a list of names, each is its own.
 */
function rewordedFrom(claim: Claim, candidates: ReadonlySet<Claim>): Claim | null {
  const partner = nearest(
    claim,
    [...candidates].filter(({ kind }) => kind === claim.kind),
  );
  return partner && likeness(partner.sentence.lower, claim.sentence.lower) >= SAME_SENTENCE ? partner : null;
}

const MEASURED: ReadonlySet<Claim['kind']> = new Set(['retention', 'minimum-age', 'response-time', 'breach-notice', 'policy-change']);

/** Share of common words from which two sentences are taken for one that was edited. */
const SAME_SENTENCE = 0.6;

/** What a claim is about: two claims with one key speak of the same thing. */
function keyOf(claim: Claim): string {
  return `${claim.kind} ${subjectOf(claim)}`;
}

/** The words alone, without markup, punctuation and case. */
export function wordsOf(lower: string): string {
  return (lower.match(/[\p{L}\p{N}@]+/gu) ?? []).join(' ');
}

function subjectOf(claim: Claim): string {
  switch (claim.kind) {
    case 'effective-date':
      return claim.value.label;
    case 'contact':
      return claim.value.channel;
    case 'representative':
      return claim.value.for;
    case 'data-category':
      return claim.value.category || claim.value.text.toLowerCase();
    case 'purpose':
      return claim.value.purpose || claim.value.text.toLowerCase();
    case 'legal-basis':
      return claim.value.purpose ?? topicOf(claim) ?? claim.value.basis;
    case 'processor':
      return vendorOf(claim.value.name)?.name ?? claim.value.name;
    case 'processor-category':
      return claim.value.category;
    case 'sharing':
      return claim.value.recipient;
    case 'transfer':
      return (claim.value.destination ?? []).join('+');
    case 'retention':
      return subjectOfRetention(claim.value.subject);
    case 'right':
      return claim.value.right;
    case 'breach-notice':
      return claim.value.recipient;
    case 'minimum-age':
      return claim.value.role ?? 'use';
    case 'cookie':
      return claim.value.category;
    case 'consent':
      return claim.value.mechanism;
    case 'security':
      return claim.value.measure;
    default:
      return '';
  }
}

/** The purpose that a sentence on a legal basis speaks of, by its subject: "Newsletter: your consent". */
function topicOf({ sentence }: Claim): string | null {
  const label = sentence.block.label;
  if (label) return sentence.lower.slice(Math.max(0, label.start - sentence.start), label.end - sentence.start).trim() || null;
  const found = TOPIC.exec(sentence.lower);
  return found?.[1] ?? null;
}

const TOPIC = expression('compare')`^(?:${'before-a-topic'} )?([a-z-]{4,30})(?: [a-z-]{1,20})?(?: ${'copula'} |:)`;

function subjectOfRetention(subject: string): string {
  const named = dataIn(subject.toLowerCase());
  return named.length > 0 ? [...named].sort().join('+') : wordsOf(subject.toLowerCase());
}

/** Each thing that is said, once: said twice is said. */
function distinct(claims: readonly Claim[]): Map<string, Claim> {
  const found = new Map<string, Claim>();
  for (const claim of claims) {
    const identity = `${keyOf(claim)}|${claim.polarity}|${claim.modality}|${detailOf(claim)}`;
    if (!found.has(identity)) found.set(identity, claim);
  }
  return found;
}

/** The value, without the words in which free text was put. */
function detailOf(claim: Claim): string {
  const entries = Object.entries(claim.value).filter(([key]) => !['text', 'subject', 'what'].includes(key));
  const exception = claim.polarity === 'negated' ? (claim.scope.exception ?? '') : '';
  return `${JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))}${wordsOf(exception.toLowerCase())}`;
}

/** The partner that shares most words. */
function nearest(claim: Claim, partners: readonly Claim[]): Claim | null {
  let best: Claim | null = null;
  let most = -1;
  for (const partner of partners) {
    const shared = likeness(claim.sentence.lower, partner.sentence.lower);
    if (shared > most) [best, most] = [partner, shared];
  }
  return best;
}

/** Share of the words that two sentences have in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [first, second] = [new Set(wordsOf(a).split(' ')), new Set(wordsOf(b).split(' '))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, first.size + second.size - shared);
}

function sentencesOf(document: PolicyDocument): Set<string> {
  return new Set(document.sentences.map(({ lower }) => wordsOf(lower)));
}
