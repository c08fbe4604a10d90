/** What a denial of giving data away leaves out, or is limited to. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { clauseEnd } from './clause.js';
import { type Limits, limitsOf, withList } from './limit.js';
import { shortened, wholePhrase } from './whole-phrase.js';

/**
 * Besides whom the denial is about: "to advertisers" is no limit of what is said of them. `verb` and `recipient` in offsets of the sentence.
 * The end comes first ("for their own marketing"), then who of them ("these partners"), then what is not given ("your voice").
 */
export function limitsBeside(sentence: Sentence, verb: Range, recipient: Range, document: PolicyDocument): Limits {
  const { limit, exception: own } = limitsOf(sentence, recipient);
  const taken = own === undefined ? takenBack(sentence, document) : withList(own, sentence, document);
  const exception = taken === undefined ? {} : { exception: taken };
  const { lower } = sentence;
  const end = endOf(lower, recipient);
  // "If you give us your number, it is not given to others for their marketing": neither all data nor all ends.
  const given = end && limit !== undefined && OF_IT.test(limit.toLowerCase()) ? `${limit}, ` : '';
  if (end) return { ...exception, limit: given + textOf(sentence, end) };
  if (limit !== undefined && !OF_RECIPIENT.test(limit.toLowerCase())) return { ...exception, limit };
  const found = someOf(lower, verb, recipient) ?? subjectOf(lower, verb) ?? objectOf(lower, verb, recipient);
  return found ? { ...exception, limit: textOf(sentence, found) } : exception;
}

const words = lexicon('sharing');
const OF_IT = expression('sharing')`^${'if-given'} `;
const OF_RECIPIENT = expression('sharing')`^${'to-whom'} (?!${'respect'})`;

const textOf = ({ text }: Sentence, { start, end }: Range): string =>
  text
    .slice(start, end)
    .replace(/[\s,;:]{1,4}$/, '')
    .trim();

/** "We do not pass it on. This does not include the partners who help us": what the next sentence leaves out. */
function takenBack({ block, index }: Sentence, { sentences }: PolicyDocument): string | undefined {
  const next = sentences[index + 1];
  const back = next?.block === block ? words.pattern('takes-back').at(next.lower, 0) : null;
  return next && back ? shortened(next.text.slice(next.text.indexOf(' ') + 1).replace(/[\s.]{1,3}$/, '')) : undefined;
}

/** "In the last twelve months", "for their own marketing". */
function endOf(lower: string, recipient: Range): Range | null {
  const last = Math.min(clauseEnd(lower, recipient.end), recipient.end + FARTHEST);
  const time = words.pattern('in-a-time').find(lower, recipient.end);
  if (time && time.end <= last) return time;
  // "Third parties for their own marketing" may be one with the name of who gets nothing.
  const within = lower.slice(recipient.start, recipient.end).indexOf(' for ');
  const end = words.pattern('to-an-end').find(lower, within < 0 ? recipient.end : recipient.start + within);
  if (!end || end.start > last || ANY_END.test(lower.slice(end.start, end.end))) return null;
  const between = lower.slice(Math.min(recipient.end, end.start), end.start).replace(/\([^()]*\)/g, '');
  if (/[,;:()]/.test(between) || words.pattern('spares').test(between)) return null;
  return { start: end.start, end: wholePhrase(lower, end).end };
}

const FARTHEST = 160;
const ANY_END = expression('sharing')`^${'for-any'} `;

/** "With these vendors", "to parties not involved in the sale": not all of the class, and perhaps not all that is known. */
function someOf(lower: string, verb: Range, recipient: Range): Range | null {
  const from = Math.max(0, recipient.start - NEAR);
  const before =
    words.pattern('pointed-at').find(lower.slice(0, recipient.start), from) ??
    words.pattern('pointed-third').find(`${lower.slice(0, recipient.end)} `, from);
  const some = WHICH_OF_THEM.exec(lower.slice(recipient.end, recipient.end + FARTHEST))?.[0].length ?? 0;
  if (!before && some === 0) return null;
  const end = some > 0 ? recipient.end + some : wholePhrase(lower, recipient).end;
  return { start: objectOf(lower, verb, recipient)?.start ?? before?.start ?? recipient.start, end };
}

const NEAR = 40;
const WHICH_OF_THEM = expression('sharing')`^ ${'of-them'}(?: [a-z'’-]{1,20}){1,8}`;

/** "This note is used by us, and is not given to partners": what the sentence began with. */
function subjectOf(lower: string, verb: Range): Range | null {
  const subject = words.pattern('pointed-data').at(lower, 0);
  return subject && ONE_SUBJECT.test(lower.slice(subject.end, verb.start)) ? subject : null;
}

const ONE_SUBJECT = expression('sharing')`^[^;:.]*\b${'joined-predicate'} $`;

/** "We do not share your voice with partners", but not "your personal data", which is all there is. */
function objectOf(lower: string, verb: Range, recipient: Range): Range | null {
  const given = OBJECT.exec(lower.slice(verb.start, recipient.start));
  const [, act = '', object = ''] = given ?? [];
  if (!words.pattern('data-object').test(object) || words.pattern('no-object').test(object)) return null;
  if (object.split(/[^a-z'’-]+/).every((word) => words.words('at-large').has(word))) return null;
  const start = verb.start + act.length;
  return { start, end: start + object.length };
}

/** 1: the verb; 2: what is given. */
const OBJECT = expression('sharing')`^([a-z]{4,12} (?:${'particle'} )?)([^,;:()]{3,100}) ${'to-whom'} `;
