/** What a denial leaves out, and what it is limited to. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { clauseEnd, clauseOpening } from './clause.js';
import { exceptionIn } from './polarity.js';
import { shortened, wholePhrase, withinBrackets } from './whole-phrase.js';

export interface Limits {
  /** "Unless you ask us to". */
  readonly exception?: string;
  /** "Via e-mail", "to these partners", "if you switch it off": nothing is denied beyond it. */
  readonly limit?: string;
}

/** What takes back or narrows the denial of what stands at `range` in a sentence; `ofSome`, where the claim itself tells of whom it is. */
export function limitsOf(sentence: Sentence, range: Range, ofSome = false): Limits {
  const exception = exceptionTo(sentence, range);
  const limit = limitOf(sentence.lower, range, exception, ofSome);
  return {
    ...(exception ? { exception: tidied(sentence.text.slice(exception.start, exception.end)) } : {}),
    ...(limit ? { limit: shortened(sentence.text.slice(limit.start, limit.end).trim()) } : {}),
  };
}

/** What a denial of something leaves out: where it ends in "except:", with the list below it. */
export function limitsWithList(sentence: Sentence, range: Range, ofSome: boolean, document: PolicyDocument): Limits {
  const limits = limitsOf(sentence, range, ofSome);
  return limits.exception === undefined ? limits : { ...limits, exception: withList(limits.exception, sentence, document) };
}

/** "With nobody except:", and below it the list of them. */
export function withList(exception: string, sentence: Sentence, { blocks }: PolicyDocument): string {
  const { index } = sentence.block;
  if (!sentence.lower.endsWith(':') || !sentence.lower.endsWith(exception.toLowerCase(), sentence.lower.length - 1)) return exception;
  if (exception.split(' ').length > MOST_WORDS) return exception;
  const items = blocks.slice(index + 1, index + 1 + LONGEST_LIST).filter((item) => item.leadIn === sentence);
  const named = items.flatMap((item) => item.sentences.slice(0, 1).map(({ text }) => shortened(text).replace(/[\s.,;:]{1,4}$/, '')));
  return [exception, named.join('; ')].filter(Boolean).join(' ');
}

/** "Other than", "except for": nobody is named by it. */
const MOST_WORDS = 2;
const LONGEST_LIST = 8;

const words = lexicon('limit');
const shared = lexicon('shared');
const OF_WHOM = expression('limit')`^${'of-whom'}\b|\b${'young'}\b`;

/** "Except for: (i", "without your consent, but you should know": without what no longer belongs to it. */
const tidied = (text: string): string =>
  withinBrackets(text)
    .slice(0, BUT.exec(text)?.index ?? text.length)
    .replace(/[\s.,;:]{1,4}$/, '')
    .trim();
const BUT = expression('limit')`, ${'contrast'} `;

/** The words that take a denial back in part, in its clause or before it. */
function exceptionTo(sentence: Sentence, { start, end }: Range): Range | undefined {
  const found = exceptionIn(sentence);
  if (!found) return undefined;
  const exception = { start: found.start - sentence.start, end: found.end - sentence.start };
  const lower = sentence.lower.slice(exception.start, exception.end);
  // "No copy goes beyond Tideland, and no photo is shared".
  const isElsewhere = exception.start > 3 && exception.start < start && ELSEWHERE.test(sentence.lower.slice(exception.start, start));
  if (isElsewhere || NOT_EXCEPTED.test(lower) || (exception.start > start && exception.start > clauseEnd(sentence.lower, start)))
    return undefined;
  // "We do not give it away, nor use it for any purpose other than ours": left out is a purpose of the use.
  if (exception.start > start && OF_ANOTHER_ACT.test(sentence.lower.slice(end, exception.start))) {
    const own = shared.pattern('exception').find(sentence.lower.slice(0, exception.end), exception.start + SHORTEST_MARKER);
    return own ? { start: own.start, end: exception.end } : undefined;
  }
  // "No data other than your name are stored": the verb is of the sentence.
  const thing = exception.start === end + 1 ? THING_LEFT_OUT.exec(lower)?.[1] : undefined;
  if (exception.start > start) return thing === undefined ? exception : { start: exception.start, end: exception.start + thing.length };
  // "Are subject to strict controls, and are not used for it": excepts nothing.
  const main = MAIN_CLAUSE.exec(lower)?.index;
  if (main !== undefined) return { start: exception.start, end: exception.start + main };
  // "To anybody (other than our banks) for their marketing": of all that is denied.
  return sentence.lower.charAt(exception.start - 1) === '(' ? exception : undefined;
}

const ELSEWHERE = expression('limit')`^${'beyond'} .*, ${'shared/joining'} `;
const THING_LEFT_OUT = expression('limit')`^(${'other-than'}(?: (?!${'of-a-clause'} )[a-z'-]{1,20}){1,8}) ${'verb-of-sentence'} `;
const OF_ANOTHER_ACT = expression('limit')`[ ,]${'another-act'} [^,;]{0,40}${'end-of-an-act'} $`;
const SHORTEST_MARKER = 6;
const NOT_EXCEPTED = expression('limit')`^${'not-excepted'}\b`;
const MAIN_CLAUSE = expression('limit')`, (?:${'main-clause'}|[a-z.]{2,20} ${'denies'})\b`;

/** In the clause itself, or in what the sentence says before it. */
function limitOf(lower: string, range: Range, exception: Range | undefined, ofSome: boolean): Range | undefined {
  const from = clauseOpening(lower, range.start);
  const to = AND_NOT.exec(lower.slice(range.end, clauseEnd(lower, range.end)))?.index;
  const end = to === undefined ? clauseEnd(lower, range.end) : range.end + to;
  // "Unless the law asks for it when ...": a condition of the exception.
  // "Unless you ask, we do not show it without your leave or except where you ask": no limit stands behind any of them.
  const excepted = shared.pattern('exception').find(lower, range.end)?.start ?? end;
  const last = exception && exception.start > range.start ? Math.min(exception.start, excepted) : excepted;
  const isHere = (found: Range): boolean =>
    found.start >= from &&
    found.end <= Math.min(end, last) &&
    !overlapsAny([range], found) &&
    !(ofSome && OF_WHOM.test(lower.slice(found.start, found.end))) &&
    !(exception && overlapsAny([exception], found));
  const condition = words
    .pattern('condition')
    .all(lower)
    .find((found) => (isHere(found) || isOpening(lower, found, from)) && !overlapsAny(words.pattern('no-condition').all(lower), found));
  if (condition) return { start: condition.start, end: conditionEnd(lower, condition.end) };
  const narrowed = words
    .pattern('narrows')
    .all(lower)
    .find((found) => isHere(found) || isOpening(lower, found, from));
  if (narrowed) return isHere(narrowed) ? wholeLimit(lower, narrowed) : { start: narrowed.start, end: conditionEnd(lower, narrowed.end) };
  const after = words.pattern('narrows').find(lower, range.end);
  if (after && isHere(after)) return wholeLimit(lower, after);
  const pointing = words
    .pattern('pointing')
    .all(lower)
    .find((found) => (isHere(found) && found.start <= range.end) || (found.start < range.start && found.end === range.end));
  return pointing ?? (ofSome ? undefined : besideIt(lower, range));
}

/** "On the drives of computers, phones or other things in your boat": with its row, and with what tells where or which. */
function wholeLimit(lower: string, range: Range): Range {
  let whole = wholePhrase(lower, range);
  for (const more of [ROW, WHERE]) {
    const found = more.exec(lower.slice(whole.end, whole.end + LONGEST_ROW));
    if (found) whole = wholePhrase(lower, { start: whole.start, end: whole.end + found[0].length });
  }
  return withRelative(lower, whole);
}

const LONGEST_ROW = 100;
const ROW = expression('limit')`^(?:, (?!${'no-row'} )[a-z-]{2,20}(?: [a-z-]{2,20})?){0,5},? ${'shared/joining'} ${'others'}\b`;
const WHERE = expression('limit')`^ ${'where-it-is'}\b`;

/** "Of users in Tideland [who are children]": without it, more would be denied than is. */
function withRelative(lower: string, { start, end }: Range): Range {
  const rest = lower.slice(end, end + LONGEST_RELATIVE);
  const relative = WHO_ARE.exec(rest);
  if (!relative) return { start, end };
  const stop = rest.slice(relative[0].length).search(RELATIVE_END());
  return { start, end: end + (stop < 0 ? relative[0] : rest.slice(0, relative[0].length + stop)).length };
}

const LONGEST_RELATIVE = 120;
const RELATIVE_END = expression('limit')`[,;:()]| ${'ends-relative'} |\.(?: |$)|$`;

const WHO_ARE = expression('limit')`^ ${'who-are'}\b`;

/** "Data [about your race]", "[Tideland residents'] data", "[third-party] cookies": what stands right beside the words and tells which of it. */
function besideIt(lower: string, { start, end }: Range): Range | undefined {
  const about = words.pattern('about').at(lower, end + 1);
  if (about) return wholePhrase(lower, about);
  const record = words.pattern('record-of').find(lower, start);
  if (record && record.start < end && record.end > end) return wholePhrase(lower, { start: end + 1, end: record.end });
  const near = { from: Math.max(0, start - LONGEST_OWNER), text: lower.slice(Math.max(0, start - LONGEST_OWNER), end) };
  const kind = words.pattern('of-a-kind').all(near.text).at(-1);
  if (kind && near.from + kind.start < start && near.from + kind.end > start) return { start: near.from + kind.start, end: start };
  const owner = OWNER.exec(lower.slice(near.from, start));
  return owner ? { start: near.from + owner.index, end: start } : undefined;
}

const LONGEST_OWNER = 40;
const OWNER = expression('limit')`(?:\b[a-z]{2,15} )?\b${'owner'}'(?:s)? (?:[a-z]{3,12} )?$`;

const AND_NOT = expression('limit')`,? ${'and-not'} `;

/** "If you close it, we do not keep it": what opens the sentence opens the clause after its comma too. */
const isOpening = (lower: string, condition: Range, clause: number): boolean =>
  condition.start < 4 &&
  clause > 0 &&
  (lower.charAt(clause) === ',' || GOES_ON.test(lower.slice(clause, clause + 24))) &&
  lower
    .slice(condition.end, clause)
    .replace(/\([^()]*\)/g, '')
    .split(',').length <= 2;
/** "If you link it, we share your name but will not share your age": of the same subject, and under the same condition. */
const GOES_ON = expression('limit')`^,? ?${'but'} (?:${'denies'}) `;

function conditionEnd(lower: string, from: number): number {
  const rest = lower.slice(from);
  const stop = rest.search(/[,;:)]|\.(?: |$)/);
  return stop < 0 ? lower.length : from + stop;
}
