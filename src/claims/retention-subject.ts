/** What is kept: the subject of a retention statement, from its words, its label, its table or its heading. */
import { lexicon } from '../data/lexicon.js';
import type { Block, Range, Sentence } from '../document/types.js';
import type { Cue } from './retention-cues.js';

/** What the surroundings say about a sentence. */
export interface Frame {
  /** A period is to be expected here even without a verb: a column "Retention", a lead-in "We keep:", a heading "How long ...". */
  readonly expected: boolean;
  readonly cell: boolean;
  /** The heading speaks of deletion. */
  readonly deleting: boolean;
  /** What the row, label, lead-in or heading is about. */
  readonly subject: string | undefined;
  /** The plan that a list item is about. */
  readonly plan: string | undefined;
}

const wording = lexicon('retention');

export function frameOf(sentence: Sentence): Frame {
  const { block } = sentence;
  const label = block.label && sentence.start >= block.start ? labelOf(block) : undefined;
  const plan = label && wording.pattern('plan').test(label.toLowerCase()) ? label : undefined;
  const headingText = block.section.heading?.sentences[0]?.lower ?? block.section.title.toLowerCase();
  const aboutPeriods = wording.pattern('period-heading').test(headingText);
  const columnHeader = block.table?.columnHeader ? textOf(block.table.columnHeader) : undefined;
  const isPeriodColumn = columnHeader !== undefined && wording.pattern('period-header').test(columnHeader.toLowerCase());
  const isPeriodLabel = label !== undefined && wording.pattern('period-header').test(label.toLowerCase()) && !plan;
  const introduced =
    block.leadIn !== null && introduces(block.leadIn.lower) && !wording.pattern('ground-of-right').test(block.leadIn.lower);
  const rowHeader = block.table?.rowHeader ? textOf(block.table.rowHeader) : undefined;
  return {
    expected: isPeriodColumn || isPeriodLabel || introduced || (aboutPeriods && block.kind !== 'cell'),
    cell: block.kind === 'cell',
    deleting: /\b(?:delet|eras)/.test(headingText),
    subject: firstUseful([rowHeader, isPeriodLabel || plan ? undefined : label]),
    plan,
  };
}

/** "We retain data as follows:" introduces periods; "We delete your data when:" does too. */
function introduces(lower: string): boolean {
  return (
    (wording.pattern('keep').test(lower) || wording.pattern('delete').test(lower)) &&
    /\b(?:as follows|following|long|period|periods|below|for|until|when|unless|retention|retain|keep)\b[^.]{0,60}[:.]?$/.test(lower)
  );
}

const labelOf = (block: Block): string | undefined => {
  if (!block.label) return undefined;
  const text = block.sentences.length ? sliceOf(block, block.label) : '';
  return text.trim() || undefined;
};

function sliceOf(block: Block, range: Range): string {
  const parts = block.sentences
    .filter((sentence) => sentence.start < range.end && range.start < sentence.end)
    .map((sentence) => sentence.text.slice(Math.max(0, range.start - sentence.start), range.end - sentence.start));
  return parts.join(' ');
}

const textOf = (block: Block): string => block.sentences.map((sentence) => sentence.text).join(' ');

const firstUseful = (candidates: readonly (string | undefined)[]): string | undefined =>
  candidates.find((candidate) => candidate !== undefined && /[a-z]{2}/i.test(candidate))?.slice(0, 80);

const AUXILIARY =
  /\b(?:is|are|was|were|be|been|will|shall|may|can|might|must|should|would|has|have|gets?|that|which|expires?|remains?|older|lasts?|stays?|persists?)\b/;
const PRONOUN = /^(?:it|they|them|this|these|those|that|such|we|you|he|she|which|i|the same|everything|all|both|as)?$/;

/** A short noun phrase: what is kept. Falls back on the row, the label, then "personal data". */
export function subjectAt(sentence: Sentence, governor: Cue | undefined, at: Range, frame: Frame): string {
  const own = governor
    ? (bracketed(sentence, at) ?? passive(sentence, governor, at) ?? active(sentence, governor, at))
    : leading(sentence, at);
  const tidy = own === undefined ? undefined : tidied(own);
  const context = frame.subject === undefined ? undefined : tidied(frame.subject);
  const isUseful =
    tidy !== undefined &&
    !PRONOUN.test(tidy.toLowerCase()) &&
    !NO_SUBJECT.test(tidy) &&
    !wording.pattern('no-subject').test(tidy.toLowerCase());
  if (isUseful && !GENERIC.test(tidy)) return tidy;
  return context ?? (isUseful ? tidy : 'personal data');
}
/** A word that stands for something else, a condition, or what remains of a reference to a law. */
const NO_SUBJECT =
  /^(?:(?:unless|if|when|where|or|and|necessary|needed|required|otherwise|deletion|erasure|storage|retention|periods?|being|partner|how|why|to|not|for|until|so|as|longer|put beyond) ?\b|\d+ [A-Z]|\d*$)/;
const GENERIC =
  /^(?:the |this |that |these |such |your |it )?(?:data|information|content|they|it|period|retention period|storage period)$/i;

/** "(billing records for up to 7 years)" */
function bracketed(sentence: Sentence, at: Range): string | undefined {
  const open = sentence.lower.lastIndexOf('(', at.start);
  if (open < 0 || at.start - open > 80 || sentence.lower.slice(open, at.end).includes(')')) return undefined;
  const inside = sentence.text.slice(open + 1, at.start).replace(/ (?:for|up to|at least|within|after|until|about)\b.{0,40}$/i, '');
  return /^[^,;]{3,60}$/.test(inside) ? inside : undefined;
}

/** "Activity logs are retained", "content expires": what stands before the verb, where it is its subject. */
function passive(sentence: Sentence, governor: Cue, at: Range): string | undefined {
  const from = Math.max(0, governor.start - REACH);
  const before = sentence.lower.slice(from, governor.start);
  const antecedent = ANTECEDENT.exec(before)?.[1];
  if (antecedent) return antecedent;
  const verb = sentence.lower.slice(governor.start, governor.end);
  const isIntransitive = INTRANSITIVE.test(verb);
  const isParticiple =
    /(?:ed|kept|held)$|^(?:used|processed|collected|logged|recorded|cached) /.test(verb) &&
    !/\b(?:we|i|you|they|has|have)\b/.test(before.slice(-80));
  if (!isIntransitive && !isParticiple && !PASSIVE.test(before)) return undefined;
  // "Log data, including your address, are deleted": the apposition is no subject of its own.
  const clauses = before.replace(APPOSITION, (words) => ' '.repeat(words.length));
  const starts = [0, ...[...clauses.matchAll(CLAUSE_START)].map((match) => match.index + match[0].length)];
  // "Names, addresses, and birthdays are kept": the whole list is the subject.
  let last = starts.length - 1;
  while (last > 0 && /^(?:and|or) /.test(before.slice(starts[last]))) last = Math.max(0, last - 3);
  const start = starts[last] ?? 0;
  const clause = before.slice(start);
  const auxiliary = AUXILIARY.exec(clause);
  const end = auxiliary ? auxiliary.index : isIntransitive || isParticiple ? clause.length : -1;
  // "Accounts without a login in the past year are deleted": the length is no part of what is deleted.
  const first = from + start;
  const length = at.start > first && at.start < first + end ? at.start - first : end;
  if (length <= 0) return undefined;
  const subject = sentence.text.slice(first, first + (lengthOfHead(before.slice(start, start + length)) ?? length)).trim();
  return /^(?:we|i|us|you)$/i.test(subject) ? undefined : subject;
}
/** "Persistent cookies (which stay ...)": whom the relative clause is about. */
const ANTECEDENT =
  /\b((?:[a-z-]{3,20} )?(?:cookies|logs|records|copies|backups|recordings|messages|files|identifiers))\)?,? \(?(?:which|that) (?:(?:is|are|will|be|may|automatically|then|can|only) ){0,3}$/;

/** Where an apposition begins in a subject. */
function lengthOfHead(subject: string): number | undefined {
  APPOSITION.lastIndex = 0;
  return APPOSITION.exec(subject)?.index;
}

const APPOSITION =
  /, (?:including|which includes?|such as|e\.g\.|like) [^;:.()]{1,120}, (?=(?:is|are|was|were|will|shall|may|can|must|should|has|have)\b)|, (?:including|which includes?|such as|e\.g\.|like) [^;:.()]{1,120}, $/g;
const REACH = 400;
const INTRANSITIVE = /^(?:expir|older|remain|last|stay|persist|lapse|disappear|go(?:es)? (?:after|within))/;
const PASSIVE = /\b(?:is|are|was|were|be|been|being|gets?)(?: (?!(?:we|you|they|to)\b)[\w-]{1,16}){0,3} $/;
const CLAUSE_START = /[,;:(] |\. | - | (?:and|but|or|then|that) (?=(?:your|all|any|the|we|they|it|this|such|note)\b)/g;

/** "We keep your billing records for ...": what follows the verb. */
function active(sentence: Sentence, governor: Cue, at: Range): string | undefined {
  const after = sentence.text.slice(governor.end, Math.max(governor.end, Math.min(sentence.text.length, governor.end + 160)));
  const object =
    /^(?: or [a-z]{3,12}| and [a-z]{3,12}| all of)? ([^,;:.()]{2,120}?)(?= (?:for|until|within|as|only|no|not|that|which|when|if|after|in|on|up|upon|longer|to|from|indefinitely|at|once|unless|except|where|more|than|permanently|automatically|immediately|beyond|about|even|also|between|while|with|during|throughout|over|and (?:we|they|it|you|will|may|use|uses|share|process|then|retain|store|delete|is|are))\b|[,;:.()]|$)/i.exec(
      after,
    );
  const text = object?.[1];
  if (!text || governor.end + (object?.index ?? 0) > at.end + 120) return undefined;
  return /^(?:\d|(?:one|two|three|six|twelve|thirty|sixty|ninety) |for|until|within|as|only|no|not|when|if|after|in|on|up|upon|longer|to|indefinitely|at|once|by|than)\b/i.test(
    text,
  )
    ? undefined
    : text;
}

/** "Server logs: 30 days", "Invoices, 7 years": what stands before the period in a fragment. */
function leading(sentence: Sentence, at: Range): string | undefined {
  if (at.start > 120) return undefined;
  const text = sentence.text.slice(0, at.start).replace(/(?:[\s:,(–—-]| for| up to| at least| a maximum of| about){1,4}$/i, '');
  return text.length > 1 && text.length < 80 && !/^(?:for|until|as|after|within|only|up)\b/i.test(text) ? text : undefined;
}

function tidied(text: string): string | undefined {
  const plain = text
    .replace(/^.{0,60}:\*{0,2} ?(?=\w)/, '')
    .replace(/^[\s"'(*•·-]+/, '')
    .replace(/^\d{1,2}(?:\.\d{1,2}){1,3}\.? /, '')
    .replace(/^(?:please )?note that |^(?:while|whereas|although) /i, '')
    // "If you leave the site the data you entered ...": what is kept comes after the condition.
    .replace(/^(?:if|when|once|after|where) .{1,80} (?=(?:the|your|any|all|such) )/i, '')
    .replace(
      /^(?:on|upon|after|when|where|if|once|in|for|by|however|also|then|and|but|or|generally|typically|usually|normally|in general)\b[^,]{0,60}, /i,
      '',
    )
    .replace(/^(?:your|the|all|any|our|an?|such|certain|some|these|those|this|that|his|her|their|its|of)\b /i, '')
    .replace(/^(?:of )?(?:your|the|our) /i, '')
    .replace(/^(?:which|that|who) .{0,80}$/i, '')
    .trim();
  const [core = plain] = plain.split(/ (?:with no|without|older than|in the past|inactive|not used)\b/i);
  const short = (core || plain)
    .split(' ')
    .slice(0, 8)
    .join(' ')
    .replace(/ (?:periodically|automatically|permanently|securely|regularly)$/i, '')
    .replace(/[\s,;:]{1,3}$/, '')
    .replace(/(?: (?:related|relating|associated|is|are|or|and|of|from|only|the|that)){1,3}$/i, '');
  return short ? uncapitalised(short) : undefined;
}

/** "Personal Data" and "Server logs" as in running text; "IP addresses" and "Google Analytics" as they are. */
function uncapitalised(phrase: string): string {
  if (/\b(?:data|information|content|details|records|logs|cookies)$/i.test(phrase))
    return phrase.replace(/\b[A-Z](?=[a-z]+\b)/g, (letter) => letter.toLowerCase());
  const isName = /^(?:[A-Z][\w'-]* ){1,7}[A-Z][\w'-]*$/.test(phrase);
  return isName || !/^[A-Z][a-z]/.test(phrase) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
