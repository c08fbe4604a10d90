/** What is kept: the subject of a retention statement, from its words, its label, its table or its heading. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { isWhole } from '../data/phrases.js';
import type { Range, Sentence } from '../document/types.js';
import { around } from './nearby.js';
import { durationsIn } from './quantity.js';
import type { Cue } from './retention-cues.js';
import type { Frame } from './retention-frame.js';
import { tidied } from './retention-name.js';

const wording = lexicon('retention');

const AUXILIARY = expression('retention')`${'auxiliary'}`;
const isPronoun = (lower: string): boolean => lower === '' || isWhole(wording.pattern('pronoun'), lower);

/** A short noun phrase: what is kept. Falls back on the row, the label, then "personal data". */
export function subjectAt(sentence: Sentence, governor: Cue | undefined, cues: readonly Cue[], at: Range, frame: Frame): string {
  const own =
    listed(sentence, at) ?? (governor ? (bracketed(sentence, at) ?? governed(sentence, governor, cues, at)) : leading(sentence, at));
  const tidy = own === undefined ? undefined : tidied(own);
  const named = frame.subject === undefined ? undefined : tidied(frame.subject);
  // "Customer support: we keep the data": what the data are for. What is "gone after a month", or "them", is what the label names.
  const isOfData = tidy !== undefined && GENERIC.test(tidy);
  const isUseless =
    named !== undefined &&
    (isNoSubject(named) ||
      OF_PURPOSES.test(named) ||
      (frame.isLabel && tidy !== undefined && NAMES_ACT.test(named)) ||
      (frame.isLabel && governor !== undefined && isOfData && !NAMES_DATA.test(named)));
  const context = isUseless ? undefined : named;
  const isUseful =
    tidy !== undefined && !isPronoun(tidy.toLowerCase()) && !isNoSubject(tidy) && !wording.pattern('no-subject').test(tidy.toLowerCase());
  if (isUseful && !GENERIC.test(tidy)) return tidy;
  return context ?? (isUseful ? tidy : (cookiesIn(sentence) ?? 'personal data'));
}
/** Cookies, where they alone are spoken of: "Some expire at once" under "Cookies". */
const cookiesIn = ({ lower, block }: Sentence): string | undefined =>
  (COOKIES.exec(lower) ?? (DATA_WORD.test(lower) ? null : COOKIES.exec(block.section.title.toLowerCase())))?.[1];
const DATA_WORD = expression('retention')`${'data-word'}`;

const COOKIES = expression('retention')`^(?!.*${'data-word'}).*?(${'cookie'})`;
/** "Tax and accounting purposes": what for, and not what. */
const OF_PURPOSES = expression('retention', 'i')`.{3} ${'purpose-end'}$`;
/** "Changing and deleting your details", "Delete your account": a title, and nothing that is kept. */
const NAMES_ACT = expression(
  'retention',
  'i',
)`^(?:[a-z]{2,14}${'gerund-ending'} ${'shared/joining'} [a-z]{2,14}${'gerund-ending'} |[a-z]{2,14}(?: ${'shared/joining'} [a-z]{2,14})? ${'own-thing'} )`;
const NAMES_DATA = expression('retention', 'i')`${'names-data'}`;
/** A word that stands for something else, a condition, or what remains of a reference to a law. */
const isNoSubject = (text: string): boolean =>
  /^(?:\d+ [A-Z]|\d*$)/i.test(text) || wording.pattern('begins-no-subject').at(text.toLowerCase(), 0) !== null;
const GENERIC = expression('retention', 'i')`^(?:${'determiner'} )?${'generic'}$`;
const BEFORE_LENGTH = expression('retention', 'i')` ${'before-length'}.{0,40}$`;

/** "_visits, no data held, persistent for 30 minutes, counts visits": the entry of a list begins with its name. */
const listed = ({ lower, text }: Sentence, at: Range): string | undefined =>
  at.start <= LONGEST_LEAD ? text.slice(0, LISTED.exec(lower.slice(0, at.start))?.[1]?.length ?? 0) || undefined : undefined;

const LISTED = expression('retention')`^([\w.*-]{2,40}), [^.;:]{0,120}${'persistent'} ${'for-length'} $`;

/** "(billing records for up to 7 years)" */
function bracketed(sentence: Sentence, at: Range): string | undefined {
  const open = sentence.lower.lastIndexOf('(', at.start);
  if (open < 0 || at.start - open > 80 || sentence.lower.slice(open, at.end).includes(')')) return undefined;
  const inside = sentence.text.slice(open + 1, at.start).replace(BEFORE_LENGTH(), '');
  // "(7 years for billing records)".
  if (inside.trim() === '') return FOR_WHAT.exec(sentence.text.slice(at.end, at.end + 80))?.[1];
  if (OF_WHAT_STANDS_BEFORE.test(inside)) return undefined;
  return /^[^,;]{3,60}$/.test(inside) ? inside : undefined;
}

const FOR_WHAT = expression('retention', 'i')`^ ${'for-what'} ((?:[a-z-]{1,20} ){0,4}${'names-data'})\)`;

/** "Cookies (which stay ...)", "(i.e., they last ...)". */
const OF_WHAT_STANDS_BEFORE = expression('retention', 'i')`^(?:i\.e\.,? )?${'relative'} `;

/** What a verb says is kept; where it names nothing of its own ("and then deleted", "after which we erase it"), what the verb before it named. */
function governed(sentence: Sentence, governor: Cue, cues: readonly Cue[], at: Range): string | undefined {
  const own = passive(sentence, governor, at) ?? active(sentence, governor, at);
  const named = own?.trim().toLowerCase();
  if (named !== undefined && !BACK.test(named)) return own;
  const before = around(cues, governor, REACH).findLast(
    ({ verb, isNoun, start, end }) => verb !== 'rival' && !isNoun && end <= governor.start && !isGerund(sentence.lower.slice(start, end)),
  );
  if (!before || governor.start - before.end > REACH) return own;
  const between = sentence.lower.slice(before.end, governor.start);
  if (named === undefined && !GOES_ON.test(between)) return own;
  const known = passive(sentence, before, at) ?? active(sentence, before, before);
  return known === undefined || BACK.test(known.trim().toLowerCase()) || !isMeant(named, known) ? own : known;
}

/** "We keep letters for a month and delete it", "when you close the account we erase them": one stands for no two, nor two for one. */
function isMeant(pronoun: string | undefined, name: string): boolean {
  if (pronoun === undefined) return true;
  const isMany = MANY.test(name.trim().toLowerCase());
  return ONE.test(pronoun) ? !isMany : isMany || NAMES_DATA.test(name);
}

/** "Deleting your account deletes it". */
const isGerund = (verb: string): boolean => GERUND.test(verb);
const GERUND = expression('retention')`^[a-z]+${'gerund-ending'}\b`;
/** "It", "them in that form". */
const BACK = expression('retention')`^${'stands-for'}(?: ${'in-form'} .*)?$`;
/** ", and will then be": nothing new is named before the verb. */
const GOES_ON = expression('retention')`,? ${'shared/joining'}(?: ${'between-verbs'}){0,4} $`;
const ONE = expression('retention')`^${'one'}\b`;
const MANY = /[^s]s$/;

/** "Activity logs are retained", "content expires": what stands before the verb, where it is its subject. */
function passive(sentence: Sentence, governor: Cue, at: Range): string | undefined {
  const from = Math.max(0, governor.start - REACH);
  const before = sentence.lower.slice(from, governor.start);
  const antecedent = ANTECEDENT.exec(before)?.[1] ?? OF_RELATIVE.exec(before)?.[1];
  if (antecedent) return antecedent;
  const verb = sentence.lower.slice(governor.start, governor.end);
  const isIntransitive = INTRANSITIVE.test(verb);
  const isParticiple = PARTICIPLE.test(verb) && !ACTIVE.test(before.slice(-80));
  if (!isIntransitive && !isParticiple && !PASSIVE.test(before)) return undefined;
  // "Log data, including your address, are deleted": the apposition is no subject of its own.
  const clauses = blanked(before).replace(APPOSITION(), (words) => ' '.repeat(words.length));
  const starts = [0, ...[...clauses.matchAll(CLAUSE_START())].map((match) => match.index + match[0].length)];
  // "Names, addresses, and birthdays are kept": the whole list is the subject.
  let last = starts.length - 1;
  while (last > 0 && LIST_GOES_ON.test(before.slice(starts[last])) && !isOwnClause(before, starts[last - 1], starts[last]))
    last = Math.max(0, last - 3);
  last = startOfList(clauses, starts, last);
  const own = starts[last] ?? 0;
  const start = own + (LIST_GOES_ON.exec(before.slice(own))?.[0].length ?? 0);
  const clause = before.slice(start);
  if (IN_WHICH_CASE.test(clause)) return namedBefore(sentence, from + start);
  // "That file will be deleted": no "that" of a relative clause.
  const lead = THAT.exec(clause)?.[0].length ?? 0;
  const auxiliary = AUXILIARY.exec(clause.slice(lead));
  const end = auxiliary ? lead + auxiliary.index : isIntransitive || isParticiple ? clause.length : -1;
  // "Accounts without a login in the past year are deleted": the length is no part of what is deleted.
  const first = from + start;
  const length = at.start > first && at.start < first + end ? at.start - first : end;
  if (length <= 0) return undefined;
  const head = lengthOfHead(before.slice(start, start + length)) ?? lengthOfBracketed(before.slice(start, start + length)) ?? length;
  const subject = sentence.text.slice(first, first + head).trim();
  if (PERSON.test(subject)) return undefined;
  return STANDS_FOR.test(subject.toLowerCase()) ? (namedBefore(sentence, first) ?? subject) : subject;
}

/**
 * Which of the parts of a sentence the subject begins with: "records of calls, letters and photos are kept" is one list, and "photos that you
 * bin, or that others bin, are deleted" has its subject before what says which.
 */
function startOfList(text: string, starts: readonly number[], last: number): number {
  const part = (at: number): string => text.slice(starts[at], starts[at + 1] ?? text.length);
  const end = part(last);
  const isVerb = AUXILIARY.exec(end)?.index === 0 || BETWEEN_VERBS.test(end);
  if (!isVerb && !IN_LIST.test(end.slice(0, AUXILIARY.exec(end)?.index ?? end.length))) return last;
  let first = last;
  for (let at = last - 1; at >= Math.max(0, last - LONGEST_LIST); at--) {
    const words = part(at);
    if (isVerb) {
      // "Data, being used to find, stop and punish thieves, are deleted": what stands in a relative clause is none.
      if (WHICH.test(words)) first = last;
      else if (first < last) break;
      else if (!ASIDE.test(words)) first = ONE_OF_LIST.test(words) ? at : last;
    } else if (AUXILIARY.test(words)) break;
    else if (NAMED.test(words)) first = at;
    else if (!ONE_OF_LIST.test(words)) break;
  }
  return first;
}

/** Parts between commas of which a subject may be made. */
const LONGEST_LIST = 5;
/** "Letters and photos": the last two of a list. */
const IN_LIST = expression('retention')`^[a-z][a-z' -]{1,60} ${'shared/joining'} [a-z]`;
/** Begins with what is kept: "your letters", "records of calls". */
const NAMED = expression('retention')`^(?:(?:${'opening'} )?${'names-subject'} |(?:[a-z-]{2,16} )?${'names-data'}\b)`;
const ONE_OF_LIST = expression('retention')`^(?!${'adverbial'}\b|${'condition'}\b|${'person'}\b)`;
/** "Until the case is closed", "which we love": between a subject and its verb. */
const ASIDE = expression('retention')`^(?:${'shared/joining'} )?(?:${'relative-clause'}|${'condition'}|${'before-length'})\b`;
const BETWEEN_VERBS = expression('retention')`^${'shared/joining'}(?: ${'between-verbs'}){0,4} ?$`;
const WHICH = expression('retention')`^(?:${'shared/joining'} )?${'relative-clause'}\b`;

/** "If a call is recorded, it is kept", "we may make a transcript of it, in which case it is kept": what the condition speaks of. */
function namedBefore({ lower }: Sentence, at: number): string | undefined {
  const before = lower.slice(Math.max(0, at - REACH), at);
  if (!SUPPOSED.test(before) && !SUPPOSED.test(lower.slice(at, at + 20))) return undefined;
  const named = [...before.matchAll(NEW_THING())].at(-1)?.[1] ?? KNOWN_THING.exec(before)?.[1];
  return named && !THING_ELSE.test(named) ? named : undefined;
}

const THAT = expression('retention')`^${'pointing'} `;
const STANDS_FOR = expression('retention')`^${'stands-for'}$`;
const IN_WHICH_CASE = expression('retention')`^${'in-which-case'} ${'stands-for'} `;
const SUPPOSED = expression('retention')`\b${'supposed'} `;
const NEW_THING = expression(
  'retention',
  'g',
)`\b${'a'} ((?!${'time-word'})[a-z-]{3,20}(?: (?!${'ends-thing'})[a-z-]{3,20}){0,2})(?= ${'ends-thing'}|[,.;]|$)`;
const KNOWN_THING = expression('retention')`\b${'the'} ((?!${'time-word'})[a-z-]{3,20})(?= ${'ends-thing'}|,)`;
const THING_ELSE = expression('retention')`${'no-thing'}$`;
/** "Persistent cookies (which stay ...)": whom the relative clause is about. */
const ANTECEDENT = expression(
  'retention',
)`\b((?:[a-z-]{3,20} )?${'antecedent'})\)?,? \(?(?:i\.e\.,? )?${'relative'} (?:${'relative-verb'} ){0,3}$`;
/** "Anonymised or aggregated information which we may": whose keeping is told. */
const OF_RELATIVE = expression(
  'retention',
)`\b((?:[a-z-]{2,14}${'participle-ending'},? (?:${'shared/joining'} )?){1,4}${'data-noun'}),? ${'relative'} ${'person'} (?:${'relative-verb'} ){0,2}$`;
const PARTICIPLE = expression('retention')`${'participle-ending'}$|^${'participle-first'} `;
const ACTIVE = expression('retention')`${'active'}`;
/** "This is automated, and the data are kept": what follows "and" has its own verb, as what stands before it had. */
const isOwnClause = (text: string, from: number | undefined, start: number | undefined): boolean =>
  WITH_PERSON.test(text.slice(from, start)) ||
  (AUXILIARY.test(text.slice(from, start)) && (JOINED_CLAUSE.test(text.slice(start)) || !WHICH.test(text.slice(from, start))));
/** "We send letters". */
const WITH_PERSON = expression('retention')`^(?:(?:${'condition'}|${'opening'}) )?${'person'} `;
const JOINED_CLAUSE = expression('retention')`^${'shared/joining'} ${'clause-subject'} `;
const LIST_GOES_ON = expression('retention')`^${'shared/joining'} `;
const PERSON = expression('retention', 'i')`^${'person'}$`;

/** Whole brackets, and what they hold, as spaces: nothing in them is the subject. */
const blanked = (text: string): string => text.replace(/\([^()]*\)/g, (words) => ' '.repeat(words.length));

/** "Bids we placed (their time and price)": how far what stands before its bracket reaches. */
function lengthOfBracketed(subject: string): number | undefined {
  const open = subject.indexOf(' (');
  return open > 2 && subject.includes(')', open) ? open : undefined;
}

/** Where an apposition begins in a subject. */
function lengthOfHead(subject: string): number | undefined {
  const apposition = APPOSITION();
  apposition.lastIndex = 0;
  return apposition.exec(subject)?.index;
}

const APPOSITION = expression('retention', 'g')`, ${'apposition'} [^;:.()]{1,120}, (?:(?=${'apposition-verb'})|$)`;
const REACH = 400;
const INTRANSITIVE = expression('retention')`^${'intransitive'}`;
const PASSIVE = expression('retention')`${'passive'}(?: (?!${'no-passive'})[\w-]{1,16}){0,3} $`;
const CLAUSE_START = expression('retention', 'g')`[,;:(] |\. | - | ${'clause-joint'} (?=${'clause-subject'})| ${'says'} `;
const OBJECT = expression(
  'retention',
  'i',
)`^(?: ${'shared/joining'} [a-z]{3,12}| ${'all-of'})? ([^,;:.()]{2,120}?)(?= ${'behind-object'}|[,;:.()]|$)`;
const COUNTED = expression('retention', 'i')`^${'number'} `;
const AFTER_LENGTH = expression('retention')`\d.{3,30} ${'shared/joining'} .{3,200}$`;
const GAPPED = expression('retention', 'i')`^,? ${'shared/joining'} ([^,;:.]{3,150}?) ${'before-length'} ?$`;
const isNoObject = (text: string): boolean =>
  /^\d\b/.test(text) || COUNTED.test(text) || wording.pattern('no-object').at(text.toLowerCase(), 0) !== null;
const BEFORE_PERIOD = expression('retention', 'i')`(?:[\s:,(–—-]| ${'before-period'}){1,4}$`;
const NO_LABEL = expression('retention', 'i')`^${'no-label'}`;

/** "We keep your billing records for ...": what follows the verb. */
function active(sentence: Sentence, governor: Cue, at: Range): string | undefined {
  const after = sentence.text.slice(governor.end, Math.max(governor.end, Math.min(sentence.text.length, governor.end + 160)));
  // "We delete that copy 30 days after": the length is no part of it.
  const upTo = sentence.text.slice(governor.end, Math.max(governor.end, at.start));
  // "We delete letters after a month, and photos after a year": the second belongs to the second.
  const gapped = AFTER_LENGTH.test(upTo.toLowerCase())
    ? GAPPED.exec(upTo.slice(durationsIn(upTo.toLowerCase()).at(-1)?.end ?? 0))?.[1]
    : undefined;
  if (gapped) return gapped;
  const object = OBJECT.exec(at.start > governor.end ? upTo : after);
  const text = object?.[1];
  if (!text || governor.end + (object?.index ?? 0) > at.end + 120) return undefined;
  return isNoObject(text) ? undefined : text;
}

/** "Server logs: 30 days", "Invoices, 7 years": what stands before the period in a fragment. */
function leading(sentence: Sentence, at: Range): string | undefined {
  if (at.start > LONGEST_LEAD) return undefined;
  const before = sentence.text.slice(0, at.start).replace(BEFORE_PERIOD(), '');
  // "Technical logs such as records of calls or errors: 30 days".
  const text = before.length < 80 ? before : before.slice(0, EXAMPLES.exec(before)?.index);
  return text.length > 1 && text.length < 80 && !NO_LABEL.test(text) ? text : undefined;
}

const LONGEST_LEAD = 200;
const EXAMPLES = expression('retention', 'i')`,? \(?${'apposition'} `;
