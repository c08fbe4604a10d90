/** Do two statements speak of the same thing? The heart of every contradiction. */

import { actorBefore, isEmbedded } from '../claims/actor.js';
import { polarityAt } from '../claims/polarity.js';
import {
  isAfterChoice,
  isByChoice,
  isByLaw,
  isForATime,
  isHedgedDenial,
  isOrdinaryCondition,
  isTakenBack,
  startsPeriod,
} from '../claims/scope.js';
import type { Scope } from '../claims/types.js';
import { expression } from '../data/expression.js';
import { vendorOf } from '../data/registry.js';
import type { Section, Sentence } from '../document/types.js';
import type { RuleContext } from './context.js';
import { dataOf, type Statement } from './statement.js';
import type { ConflictCheck } from './types.js';

export interface Overlap {
  /** False where one dimension carries an unresolved marker on one side: such a pair is at most a note. */
  readonly certain: boolean;
  /** The scope on which the two meet, for the message. */
  readonly on: string;
}

/**
 * Null where some dimension tells the two apart. `a` is the promise (or the first of two values), `b` what stands against it. A
 * dimension that only one side limits tells them apart too: a general rule and its exception for one region, plan or group of
 * people contradict each other in no reader's mind.
 */
export function overlapOf(a: Statement, b: Statement, check: ConflictCheck, context: RuleContext): Overlap | null {
  // Who acts matters for a practice; a value holds whoever the sentence is about.
  const ignored = new Set([...(check.ignore ?? []), ...(check.differ ? ['actor'] : [])]);
  // The rule has compared these by the ontology.
  const compared: ReadonlySet<string> = new Set(check.covers ?? []);
  if (isLabel(a, ignored) || isLabel(b, ignored)) return null;
  if (!check.differ && !once(unlimited, a, () => isUnlimited(a, ignored, context))) return null;
  const isOwn = (statement: Statement): boolean =>
    once(ownPractice, statement, () => isOwnPractice(statement, ignored, context, check.differ !== undefined));
  if (!isOwn(b)) return null;
  if (check.differ?.field === 'date' && partOf(a.section) !== partOf(b.section)) return null;
  if (check.differ && !(isOwn(a) && limitsAgree(a, b, ignored))) return null;
  for (const dimension of ['region', 'subject', 'product', 'data', 'recipient', 'event', 'actor'] as const) {
    if (!ignored.has(dimension) && !compared.has(dimension) && !meets(a.scope, b.scope, dimension)) return null;
  }
  if (!ignored.has('qualifier') && !qualifiersAgree(a.scope, b.scope, check)) return null;
  if (b.sentence.index === a.sentence.index + 1 && CONTRAST.test(b.sentence.lower)) return null;
  // Who denies something outright denies it for every purpose and in every case; what data are meant must still be known.
  const open = (b.scope.markers ?? []).filter((dimension) => check.differ || dimension === 'data');
  const isEnded = deletesBefore(a, b) || deletesBefore(b, a);
  const marked = [...(a.scope.markers ?? []), ...open].filter(
    (dimension) => !ignored.has(dimension) && !(isEnded && dimension === 'purpose'),
  );
  return { certain: marked.length === 0 && !isVague(a, b, check), on: describe(a, b) };
}

/** The notice of its own that a section stands in, within a longer text: it has a date of its own. */
function partOf(section: Section): Section | null {
  for (let at: Section | null = section; at && at.level > 0; at = at.parent)
    if (PART.test(at.title.toLowerCase()) && at.start > 0) return at;
  return null;
}

const PART = expression('overlap')`${'own-notice'}\W{0,3}$`;

/** A statement is made for one check and meets many others in it. */
const unlimited = new WeakMap<Statement, boolean>();
const ownPractice = new WeakMap<Statement, boolean>();

function once(known: WeakMap<Statement, boolean>, statement: Statement, judge: () => boolean): boolean {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const made = judge();
  known.set(statement, made);
  return made;
}

/** What is deleted is not kept any longer, for whatever purpose. */
const deletesBefore = ({ claim }: Statement, { claim: other }: Statement): boolean =>
  claim?.kind === 'retention' &&
  other?.kind === 'retention' &&
  claim.value.action === 'delete' &&
  other.value.action === 'keep' &&
  claim.value.days !== undefined &&
  other.value.days !== undefined &&
  claim.value.days < other.value.days;

/** "Personal data" of two chapters may be those of two services; the same chapter, or "all", leaves no doubt. */
function isVague(a: Statement, b: Statement, check: ConflictCheck): boolean {
  if (!check.differ || a.claim?.kind !== 'retention') return false;
  const isGeneral = ({ sentence }: Statement): boolean => !ALL.test(sentence.lower);
  if (dataOf(a).join() !== 'personal-data') return false;
  if (a.scope.layer === 'table' || b.scope.layer === 'table') return true;
  return a.section !== b.section && (isGeneral(a) || isGeneral(b));
}

const ALL = expression('overlap')`${'all-data'}`;

/** Headings, link labels and header cells say nothing by themselves. */
function isLabel(statement: Statement, ignored: ReadonlySet<string>): boolean {
  const { layer } = statement.scope;
  if (ignored.has('layer')) return false;
  return layer === 'heading' || layer === 'link' || statement.sentence.block.table?.row === 0 || /\?["')]?$/.test(statement.sentence.lower);
}

/** A denial counts against everything only where it leaves itself no way out. */
function isUnlimited({ sentence, scope, focus }: Statement, ignored: ReadonlySet<string>, context: RuleContext): boolean {
  const at = focus.start - sentence.start;
  if ([TO_THE_READER, NOT_ALL, ASKED].some((pattern) => pattern().test(sentence.lower))) return false;
  if (isOneOfMany(sentence.block.section, context)) return false;
  if (!ignored.has('exception') && (isLimit(scope.exception) || isTakenBack(sentence, context.document))) return false;
  if (!ignored.has('condition') && scope.condition !== undefined && limits(scope.condition)) return false;
  if (!ignored.has('condition') && isByChoice(sentence)) return false;
  if (!ignored.has('purpose') && (scope.purpose?.length ?? 0) > 0) return false;
  const lawOnly = scope.exception !== undefined && isByLaw(scope.exception) ? scope.exception : undefined;
  if (!ignored.has('definition') && scope.definition !== undefined && lawOnly === undefined) return false;
  if (!ignored.has('condition') && isForATime(sentence)) return false;
  if (!ignored.has('condition') && isAfterChoice(sentence, context.document)) return false;
  if (!ignored.has('hedge') && isHedgedDenial(sentence, lawOnly)) return false;
  if (!ignored.has('data') && scope.markers?.includes('data')) return false;
  if (!ignored.has('condition') && isEmbedded(sentence, at)) return false;
  return ignored.has('actor') || isOurs(sentence, at, context);
}

/** "Visibility" under each of the features: what stands there is said of its feature alone. */
function isOneOfMany({ title, heading }: Section, { sections }: RuleContext): boolean {
  if (heading === null) return false;
  let counts = titles.get(sections);
  if (!counts) {
    counts = new Map();
    for (const other of sections) counts.set(other.title, (counts.get(other.title) ?? 0) + 1);
    titles.set(sections, counts);
  }
  return (counts.get(title) ?? 0) >= MANY;
}

/** How often each title stands over a section. */
const titles = new WeakMap<readonly Section[], Map<string, number>>();

const MANY = 3;

/** The controller, or nobody named, does what stands at `at`: no vendor, no tool, no user. */
function isOurs(sentence: Sentence, at: number, context: RuleContext): boolean {
  if (BY_US.test(sentence.lower) || FOR_THE_READER.test(sentence.lower)) return true;
  if (OF_A_TOOL.test(sentence.lower.slice(0, at + 1)) || OF_A_PART.test(sentence.lower)) return false;
  const actor = actorBefore(sentence, at, context.selfNames);
  return actor === 'first' || (actor === 'unknown' && !vendorBefore(sentence, at, context));
}

const BY_US = expression('overlap')` ${'by-us'}`;
const FOR_THE_READER = expression('overlap')`^${'reader-sees'}`;
const OF_A_TOOL = expression('overlap')`${'tool-does'}(?: \w+){0,2} ?\w?$`;

const OF_A_PART = expression('overlap')`^${'pointing'} (?!${'service-itself'})[a-z-]{2,20} ${'place-of-a-part'} `;

/** "Acme Maps does not store your data" is said of the vendor. */
function vendorBefore({ text }: Sentence, at: number, { selfNames }: RuleContext): boolean {
  const opening = text.slice(0, at).split(' ', 3);
  return opening.some((_, index) => {
    const name = opening.slice(0, index + 1).join(' ');
    return /^[A-Z]/.test(name) && vendorOf(name) !== undefined && !selfNames.includes(name);
  });
}

/** "If you pay, we do not ..." promises nothing to those who do not; "when you visit us" is everybody. */
const limits = (condition: string): boolean => !isByLaw(condition) && (LIMITING.test(condition) || !isOrdinaryCondition(condition));

const LIMITING = expression('overlap')`^${'limiting'}`;

/** An exception that the law makes for everybody is none of the policy's. */
const isLimit = (exception: string | undefined): boolean => exception !== undefined && !isByLaw(exception);

const TO_THE_READER = expression('overlap')`^["'([]{0,2}${'to-the-reader'}`;

/** "You can instruct us not to share": a right of the reader. */
const ASKED = expression('overlap')`${'asks'} (?:[^ ;,:]{1,20} ){1,6}${'asked-for'}`;

const NOT_ALL = expression('overlap')`^${'not-all'}`;

/** A vendor named within a denial ("neither Acme nor others") is not used. */
const isDeniedVendor = ({ claim, sentence, focus }: Statement): boolean =>
  claim?.kind === 'processor' && polarityAt(sentence, focus.start - sentence.start) === 'negated';

/** What stands against a promise must be something that the policy's own side does, whatever the reader chooses. */
function isOwnPractice(statement: Statement, ignored: ReadonlySet<string>, context: RuleContext, isValue: boolean): boolean {
  const { claim, sentence, scope, focus } = statement;
  if (isDeniedVendor(statement)) return false;
  const at = focus.start - sentence.start;
  const byLaw = isValue && (isByLaw(scope.exception ?? '') || isByLaw(scope.condition ?? ''));
  if (!ignored.has('definition') && scope.definition !== undefined && !byLaw) return false;
  if (!ignored.has('choice') && isByChoice(sentence)) return false;
  const isOpen = ignored.has('condition') || ignored.has('circumstance') || byLaw;
  if (!isOpen && scope.condition !== undefined && !isOrdinaryCondition(scope.condition)) return false;
  if (!ignored.has('condition') && isEmbedded(sentence, at)) return false;
  // A vendor that is named is used, whoever the sentence is about.
  if (ignored.has('actor') || claim?.kind === 'processor' || BY_US.test(sentence.lower)) return true;
  return actorBefore(sentence, at, context.selfNames) !== 'other';
}

/** Two values are compared only where both come with the same exceptions and purposes. */
function limitsAgree(a: Statement, b: Statement, ignored: ReadonlySet<string>): boolean {
  if (!ignored.has('exception') && (isLimit(a.scope.exception) || isLimit(b.scope.exception))) return false;
  return ignored.has('event') || startOf(a) === startOf(b);
}

/** What starts the period, where the claim's trigger leaves it open: the words after the length. */
function startOf({ claim, sentence, focus }: Statement): string {
  if (claim?.kind !== 'retention' || claim.value.trigger !== 'none') return '';
  const after = sentence.lower.slice(focus.end - sentence.start).trim();
  return startsPeriod(after) ? (after.split(/[,;.]/)[0] ?? '') : '';
}

type Listed = 'region' | 'subject' | 'product' | 'data' | 'recipient' | 'event' | 'actor';

function meets(a: Scope, b: Scope, dimension: Listed): boolean {
  const left = listOf(a[dimension]);
  const right = listOf(b[dimension]).filter((name) => dimension !== 'subject' || !isRecipient(name, b));
  if (dimension === 'region' || dimension === 'subject') return sameSet(left, right);
  if (dimension === 'product') return productsMeet(left, right);
  return left.length === 0 || right.length === 0 || left.some((entry) => right.includes(entry));
}

/** "Other users" and "business partners" that get data are not the people whom the sentence is about. */
const isRecipient = (subject: string, { recipient = [] }: Scope): boolean =>
  (subject === 'third-party' && recipient.includes('other-users')) || (subject === 'business' && recipient.includes('partners'));

/** "The app" and "our website" of one side may be meant by "we"; a plan or edition may not. */
function productsMeet(left: readonly string[], right: readonly string[]): boolean {
  const [narrowLeft, narrowRight] = [left, right].map((names) => names.filter((name) => !GENERIC.has(name)));
  if (!sameSet(narrowLeft ?? [], narrowRight ?? [])) return false;
  const [a, b] = [left, right].map((names) => names.filter((name) => GENERIC.has(name)));
  if (!a?.length || !b?.length) return true;
  return a.some((name) => b.includes(name));
}

const GENERIC: ReadonlySet<string> = new Set(['app', 'website']);

/** What narrows the data on one side must narrow it on the other. */
function qualifiersAgree(a: Scope, b: Scope, check: ConflictCheck): boolean {
  const left = listOf(a.qualifiers);
  const right = listOf(b.qualifiers);
  if (check.differ) return sameSet(left, right);
  const harmless = right.filter((name) => SOFTENING.has(name) && !left.includes(name));
  return harmless.length === 0 && left.every((name) => right.includes(name) || name === 'content');
}

/** Data that are no longer the person's, or only part of what is denied. */
const SOFTENING: ReadonlySet<string> = new Set(['aggregate', 'anonymous', 'hashed', 'partial', 'approximate']);

const CONTRAST = expression('overlap')`^${'contrast'}`;

/** "Both speak of logs, counted from collection": where the two statements meet. */
function describe(a: Statement, b: Statement): string {
  const shared = (left: readonly string[], right: readonly string[]): string => left.filter((entry) => right.includes(entry)).join(', ');
  const parts = [
    shared(listOf(a.scope.data), listOf(b.scope.data)).replaceAll('-', ' '),
    shared(listOf(a.scope.subject), listOf(b.scope.subject)),
    shared(listOf(a.scope.region), listOf(b.scope.region)),
    shared(listOf(a.scope.product), listOf(b.scope.product)),
  ].filter((part) => part !== '');
  const event =
    a.scope.event !== undefined && a.scope.event === b.scope.event && a.scope.event !== 'none'
      ? `, counted from ${EVENTS[a.scope.event]}`
      : '';
  const layers =
    (a.scope.layer === 'summary') === (b.scope.layer === 'summary') ? '' : '; one stands in the summary, the other in the full text';
  return parts.length > 0
    ? `both speak of ${parts.join(', ')}${event}${layers}`
    : `neither names a product, place, group of people or condition that would tell them apart${event}${layers}`;
}

const EVENTS = { deletion: 'deletion', collection: 'collection', 'last-activity': 'the last activity' } as const;

const sameSet = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((entry) => right.includes(entry));

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
