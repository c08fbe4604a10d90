/** The scope in which a sentence holds: to whom it applies, where, in which product, on which condition, for what. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { actorBefore } from './actor.js';
import { exceptionIn } from './polarity.js';
import { announcedFor, headingsOf } from './section-scope.js';
import type { Layer, RetentionTrigger, Scope, ScopeDimension, Subject } from './types.js';

/**
 * The scope of a sentence; `stated` overrides what its words tell. Read from the words on first use, as most claims are never
 * compared with another.
 */
export function scopeOf(sentence: Sentence, document: PolicyDocument, stated: Partial<Scope> = {}): Scope {
  return new SentenceScope(sentence, document, stated);
}

/** Whether the sentences around a statement take it back: a contrast right after it, or an exception that a list names. */
export function isTakenBack(sentence: Sentence, document: PolicyDocument): boolean {
  if (words.pattern('as-described').test(sentence.lower)) return true;
  for (const step of [1, 2]) {
    const next = document.sentences[sentence.index + step];
    if (!next || next.block.section !== sentence.block.section || next.block.kind === 'heading') return false;
    const back = words.pattern('takes-back').find(next.lower);
    // "Providers are not allowed to use them, except to help us" limits the providers.
    if (back && !(back.start > 0 && actorBefore(next, back.start, []) === 'other')) return true;
    if (next.block !== sentence.block && next.block.leadIn !== sentence) return false;
  }
  return false;
}

/** Words in which a denial leaves itself a way out ("knowingly", "generally"); those of an exception for the law are none. */
export function isHedgedDenial({ lower }: Sentence, lawOnly?: string): boolean {
  return words.pattern('hedged-denial').test(lawOnly === undefined ? lower : lower.replace(wordsOfLimit(lawOnly), ''));
}

/** Whether the condition is one that every user meets ("when you visit our site") and so limits nothing. */
export function isOrdinaryCondition(condition: string): boolean {
  return words.pattern('ordinary-condition').test(condition.toLowerCase()) && !words.pattern('choice').test(condition.toLowerCase());
}

/** Whether a denial holds for a time only: "before you agree", "while the app is closed". */
export function isForATime({ lower }: Sentence): boolean {
  return words.pattern('time-limit').test(lower);
}

/** Whether an exception or condition leaves to the law only what the law takes anyway ("unless required by law"). */
export function isByLaw(limit: string): boolean {
  return words.pattern('by-law-only').test(wordsOfLimit(limit));
}

const wordsOfLimit = (limit: string): string => limit.toLowerCase().replace(MAIN_CLAUSE(), '').trim();

/** "Unless required by law, we do not ...": the exception ends where the sentence proper begins. */
const MAIN_CLAUSE = expression('scope')`, ${'main-clause'}.*$`;

/** Whether what is said depends on a choice of the person: "with your consent", "if you enable". */
export function isByChoice(sentence: Sentence): boolean {
  return words.pattern('choice').test(sentence.lower) || leadInOf(sentence).some((lower) => words.pattern('choice').test(lower));
}

/** Whether the sentence before, in the same passage, ties the statement to a choice: "You can opt out. Then we do not ...". */
export function isAfterChoice(sentence: Sentence, document: PolicyDocument): boolean {
  const before = document.sentences[sentence.index - 1];
  return before !== undefined && before.block === sentence.block && words.pattern('choice-before').test(before.lower);
}

/** Whether the words after a length start the period somewhere: "30 days after the request is marked paid". */
export function startsPeriod(after: string): boolean {
  return words.pattern('start').test(after.trimStart());
}

/** The sentence that a list or table goes on from; one that ends before a table says nothing of its cells. */
function leadInOf({ block }: Sentence): readonly string[] {
  return block.leadIn && (block.kind !== 'cell' || INTO_A_TABLE.test(block.leadIn.lower)) ? [block.leadIn.lower] : [];
}

const INTO_A_TABLE = expression('scope')`[^.!?]$|${'into-a-table'}`;

const words = lexicon('scope');
const shared = lexicon('shared');

class SentenceScope implements Scope {
  readonly #sentence: Sentence;
  readonly #document: PolicyDocument;
  readonly #stated: Partial<Scope>;

  constructor(sentence: Sentence, document: PolicyDocument, stated: Partial<Scope>) {
    this.#sentence = sentence;
    this.#document = document;
    this.#stated = stated;
  }

  get layer(): Layer {
    return this.#stated.layer ?? layerOf(this.#sentence);
  }
  get actor(): string | undefined {
    return this.#stated.actor;
  }
  get action(): Scope['action'] {
    return this.#stated.action;
  }
  get data(): readonly string[] | undefined {
    return this.#stated.data;
  }
  get recipient(): readonly string[] | undefined {
    return this.#stated.recipient;
  }
  get event(): RetentionTrigger | undefined {
    return this.#stated.event;
  }
  get qualifiers(): readonly string[] {
    return this.#stated.qualifiers ?? this.#read.qualifiers;
  }
  get purpose(): readonly string[] {
    return this.#stated.purpose ?? this.#read.purpose;
  }
  get subject(): readonly Subject[] {
    return this.#stated.subject ?? this.#read.subject;
  }
  get region(): readonly string[] {
    return this.#stated.region ?? this.#read.region;
  }
  get product(): readonly string[] {
    return this.#stated.product ?? this.#read.product;
  }
  get condition(): string | undefined {
    return this.#stated.condition ?? this.#read.condition;
  }
  get exception(): string | undefined {
    return this.#stated.exception ?? this.#read.exception;
  }
  get definition(): string | undefined {
    return this.#stated.definition ?? this.#read.definition;
  }
  get markers(): readonly ScopeDimension[] {
    return this.#stated.markers ?? this.#read.markers;
  }

  get #read(): Reading {
    const known = readings.get(this.#sentence);
    if (known) return known;
    const reading = read(this.#sentence, this.#document);
    readings.set(this.#sentence, reading);
    return reading;
  }

  /** What is there, for reports. */
  toJSON(): Partial<Scope> {
    const all = FIELDS.map((name) => [name, this[name]] as const);
    const kept = all.filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    return Object.fromEntries(kept); // the entries of a Scope, fewer
  }
}

interface Reading {
  readonly qualifiers: readonly string[];
  readonly purpose: readonly string[];
  readonly subject: readonly Subject[];
  readonly region: readonly string[];
  readonly product: readonly string[];
  readonly condition: string | undefined;
  readonly exception: string | undefined;
  readonly definition: string | undefined;
  readonly markers: readonly ScopeDimension[];
}

const readings = new WeakMap<Sentence, Reading>();

function read(sentence: Sentence, document: PolicyDocument): Reading {
  const { lower, block } = sentence;
  const around = [lower, ...leadInOf(sentence), ...(block.parent?.sentences[0] ? [block.parent.sentences[0].lower] : [])];
  const row = block.table?.rowHeader ? [block.table.rowHeader.sentences[0]?.lower ?? ''] : [];
  const headings = [...headingsOf(block.section), ...announcedFor(block.section, document)];
  const everywhere = [...around, ...row, ...headings];
  const exception = exceptionIn(sentence);
  const purpose = purposesOf(lower);
  return {
    qualifiers: namesIn('qualifier', [lower, ...row]),
    purpose,
    subject: namesIn('subject', everywhere).filter(isSubject),
    region: namesIn('region', everywhere),
    product: [...namesIn('product', [lower, ...headings]), ...namesIn('plan', everywhere)],
    condition: conditionIn(around),
    exception: exception ? document.text.slice(exception.start, exception.end) : undefined,
    definition: definitionIn(lower),
    markers: markersOf(lower, purpose),
  };
}

function namesIn(group: string, texts: readonly string[]): string[] {
  return words
    .values(group)
    .filter(([, pattern]) => texts.some((text) => pattern.test(text)))
    .map(([name]) => name);
}

/** What the statement is done for; `other` where a purpose is named that is none of the list. */
function purposesOf(lower: string): string[] {
  if (!words.pattern('purpose-marker').test(lower) || words.pattern('any-purpose').test(lower)) return [];
  const marked = words.pattern('purpose-marker').find(lower);
  const named = namesIn('purpose', [lower.slice(marked?.start ?? 0)]);
  return named.length > 0 ? named : ['other'];
}

/** The words of the first condition: from its marker to the end of the clause. Those that limit something come first. */
function conditionIn(texts: readonly string[]): string | undefined {
  const found = texts.flatMap((text) =>
    shared
      .pattern('conditional')
      .all(text)
      .map((range) => clauseFrom(text, range)),
  );
  return found.find((condition) => !isOrdinaryCondition(condition)) ?? found[0];
}

function clauseFrom(text: string, range: Range): string {
  const rest = text.slice(range.end);
  const stop = rest.search(/[,;:]|\. /);
  return text.slice(range.start, stop < 0 ? text.length : range.end + stop);
}

function definitionIn(lower: string): string | undefined {
  for (const [, pattern] of words.values('definition', lower)) {
    const range = pattern.find(lower);
    if (range) return lower.slice(range.start, range.end);
  }
  return QUOTED.test(lower) ? 'quoted term' : undefined;
}

/** "We do not "sell" your data": in somebody's definition of the word. */
const QUOTED = expression('scope')`["']\s?${'defined-by-law'}\W{0,3}["']`;

function markersOf(lower: string, purpose: readonly string[]): ScopeDimension[] {
  const markers: ScopeDimension[] = [];
  if (words.pattern('subset').test(lower)) markers.push('data');
  if (purpose.includes('other')) markers.push('purpose');
  if (shared.pattern('condition-hedge').test(lower)) markers.push('condition');
  return markers;
}

const SUBJECTS: readonly string[] = ['user', 'visitor', 'child', 'customer', 'applicant', 'employee', 'business', 'third-party'];
const isSubject = (name: string): name is Subject => SUBJECTS.includes(name);

/** "In short: ...", or under a heading that says so. */
const isSummary = ({ lower, block }: Sentence): boolean =>
  [lower, block.sentences[0]?.lower ?? '', ...headingsOf(block.section)].some((text) => words.pattern('summary').test(text));

function layerOf(sentence: Sentence): Layer {
  const { block } = sentence;
  if (block.kind === 'cell') return 'table';
  if (block.kind === 'heading') return 'heading';
  if (block.links.some((link) => link.start <= sentence.start && link.end >= sentence.end - 1 && link.end > link.start)) return 'link';
  if (isSummary(sentence)) return 'summary';
  if (block.kind === 'item') return 'list';
  return 'prose';
}

const FIELDS = [
  'layer',
  'actor',
  'action',
  'data',
  'recipient',
  'event',
  'qualifiers',
  'purpose',
  'subject',
  'region',
  'product',
  'condition',
  'exception',
  'definition',
  'markers',
] as const satisfies readonly (keyof Scope)[];
