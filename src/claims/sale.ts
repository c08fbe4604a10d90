import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Range, Sentence } from '../document/types.js';
import { actorBefore, clauseEnd, clauseStart, isEmbedded } from './actor.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { limitsOf } from './limit.js';
import { modalityOf } from './modality.js';
import { isLinkText } from './passage.js';
import { exceptionIn, polarityAt } from './polarity.js';
import type { ClaimValues, Polarity } from './types.js';
import { wholePhrase } from './whole-phrase.js';

/** That data is or is not sold: the policy's own practice, never a right, a label, a definition or the sale of a business. */
export const sale: Extractor<'sale'> = {
  kind: 'sale',
  headings: true,
  *extract(sentence, context) {
    if (/\?["')\]]?$/.test(sentence.lower)) {
      yield* answer(sentence, context);
      return;
    }
    if ((sentence.block.kind === 'heading' && !isStatement(sentence)) || isLinkLabel(sentence)) return;
    const found = new Map<Polarity, Range>();
    if (words.pattern('not-told').test(sentence.lower.replace(/["“”]/g, ''))) return;
    for (const verb of words.pattern('verb').all(sentence.lower)) note(found, sentence, verb, judgeVerb(sentence, verb, context));
    for (const noun of words.pattern('noun').all(sentence.lower)) note(found, sentence, noun, judgeNoun(sentence, noun, context));
    for (const [polarity, at] of found) {
      yield {
        value: polarity === 'negated' ? limited(sentence, at) : {},
        polarity,
        // "We may not sell" aside, a denial is a denial: hedges elsewhere in the sentence ("for as long as you may ...") do not soften it.
        modality: polarity === 'negated' ? 'stated' : modalityOf(sentence),
        focus: { start: sentence.start + at.start, end: sentence.start + at.end },
        scope: { action: 'sell' },
      };
    }
  },
};

/** What the denial at `at` is limited to: "to advertisers", "for their own marketing", "your phone number". */
function limited(sentence: Sentence, at: Range): ClaimValues['sale'] {
  const { lower, text } = sentence;
  const limits = limitsOf(sentence, at);
  // "Including that of minors without authorization" limits nothing: it is said of all.
  const isLimiting = (told = ''): boolean => told !== '' && !NOT_ONLY.test(lower.slice(0, Math.max(0, lower.indexOf(told.toLowerCase()))));
  const exception = isLimiting(limits.exception) ? { exception: limits.exception } : {};
  if (isLimiting(limits.limit)) return { ...exception, limit: limits.limit };
  // "Other than those under an agreement on information": what is left out is not what is sold.
  const excepted = exceptionIn(sentence, at.end);
  const leftOut = excepted ? [{ start: excepted.start - sentence.start, end: excepted.end - sentence.start }] : [];
  const some = soldOnly(lower, at, leftOut);
  return some ? { ...exception, limit: text.slice(some.start, some.end) } : exception;
}

/** Of the clause: the end for which alone data are not sold, or the data where what is named first are only some of them. */
function soldOnly(lower: string, at: Range, leftOut: readonly Range[]): Range | undefined {
  const from = clauseStart(lower, at.start);
  const to = clauseEnd(lower, at.end);
  const another = ANOTHER_ACT.exec(lower.slice(at.end, to));
  const isWithin = ({ start, end }: Range): boolean => start >= from && end <= (another ? at.end + another.index : to);
  const named = words
    .pattern('object')
    .all(lower)
    .filter((range) => isWithin(range) && !overlapsAny(leftOut, range));
  const behind = named.filter(({ start }) => start > at.end);
  const sold = behind.length > 0 ? behind : named.slice(0, 1);
  const some = words.pattern('some-data').all(lower);
  // "Your address, card details or personal data": all data.
  const data = sold.every((range) => overlapsAny(some, range)) ? some.find((range) => overlapsAny(sold.slice(0, 1), range)) : undefined;
  const end = words.pattern('sold-for').all(lower).find(isWithin);
  if (!end) return data;
  const told = wholePhrase(lower, end);
  // "Rowing times to others for their own marketing": neither all data nor all ends.
  return data && data.start > at.end && data.end < end.start && told.end - data.start < LONGEST_LIMIT
    ? { start: data.start, end: told.end }
    : told;
}

const LONGEST_LIMIT = 160;

const words = lexicon('sale');

function note(found: Map<Polarity, Range>, { lower }: Sentence, at: Range, polarity: Polarity | null): void {
  const known = polarity && found.get(polarity);
  if (polarity && (!known || ALSO_PAST.test(lower.slice(known.end, at.start)))) found.set(polarity, at);
}
/** "Does not sell and has not sold your data": what is sold, and whatever limits it, stands behind the second. */
const ALSO_PAST = expression('sale')`^"?,? ${'joins'} ${'perfect'} ["(]?$`;

function judgeVerb(sentence: Sentence, verb: Range, context: ExtractContext): Polarity | null {
  const { lower } = sentence;
  const clause = lower.slice(clauseStart(lower, verb.start), clauseEnd(lower, verb.end));
  const rest = lower.slice(verb.start, clauseEnd(lower, verb.end)).replace(/["*]/g, '');
  const nothing = words.pattern('nothing').test(rest);
  const denied = nothing || NONE_OF.test(lower.slice(clauseStart(lower, verb.start), verb.start));
  const polarity = denied ? 'negated' : polarityAt(sentence, verb.start);
  if (isOtherGoods(rest) || isEmbedded(sentence, verb.start) || isTitle(sentence, verb.start)) return null;
  const passive = PARTICIPLE.test(lower.slice(verb.start, verb.end)) && !PERFECT.test(lower.slice(0, verb.start));
  const before = lower.slice(clauseStart(lower, verb.start), verb.start);
  if (passive && BUSINESS.test(before.slice(-60))) return null;
  const bare = BARE.test(rest) && polarity === 'negated';
  if (!words.pattern('object').test(rest.slice(0, 160)) && !bare && !(passive && words.pattern('object').test(before))) return null;
  // "Rent" and "trade" alone speak of much else; they count where the text denies them of the reader's data.
  if (polarity === 'affirmed' && !SELLS.test(lower.slice(verb.start, verb.end))) return null;
  // "We may sell aggregate figures" sells nobody's data.
  if (polarity === 'affirmed' && words.pattern('of-nobody').at(lower, verb.start)) return null;
  if (polarity === 'negated' && isChildOnly(clause)) return null;
  if (polarity === 'affirmed' && (words.pattern('business-transfer').test(lower) || words.pattern('child-only').test(clause))) return null;
  const actor = actorBefore(sentence, verb.start, context.selfNames);
  if (actor === 'first') return polarity;
  if (passive) return actor === 'other' ? null : isBe(before) ? polarity : null;
  if (polarity === 'negated' && actor === 'unknown') return polarity;
  return null;
}

/** "Will be sold", "is never sold": the passive states a practice; a participle alone ("data sold or shared") does not. */
function isBe(before: string): boolean {
  return BE.test(before);
}

function judgeNoun(sentence: Sentence, noun: Range, context: ExtractContext): Polarity | null {
  const { lower } = sentence;
  const start = clauseStart(lower, noun.start);
  const rest = lower.slice(noun.start, clauseEnd(lower, noun.end)).replace(/["*]/g, '');
  if (isOtherGoods(rest) || isEmbedded(sentence, noun.start)) return null;
  const clause = lower.slice(start, noun.end).replace(/["*]/g, '');
  const deemed = words.pattern('deemed').find(clause);
  if (!deemed || deemed.end < clause.length - 12) return null;
  if (words.pattern('business-transfer').test(lower) || isChildOnly(lower)) return null;
  const actor = actorBefore(sentence, noun.start, context.selfNames);
  const polarity = polarityAt(sentence, noun.start);
  if (polarity === 'negated') return actor === 'other' ? null : polarity;
  return actor === 'first' || OURS_MAY.test(clause) ? polarity : null;
}

/** "Do you sell my data?" and the "No." that follows. */
function* answer(sentence: Sentence, context: ExtractContext): Iterable<Draft<'sale'>> {
  if (!words.pattern('verb').test(sentence.lower) || !PARTIES.test(sentence.lower)) {
    if (!context.selfNames.some((name) => sentence.text.includes(name))) return;
  }
  if (!DATA.test(sentence.lower)) return;
  const reply = context.document.sentences[sentence.index + 1];
  if (!reply || !NO.test(reply.lower) || words.pattern('verb').test(reply.lower)) return;
  const range = { start: reply.start, end: reply.end };
  yield { value: {}, polarity: 'negated', modality: 'stated', range, focus: range, scope: { action: 'sell' } };
}

/** What is sold is a business, goods or advertising, named before any data. */
function isOtherGoods(rest: string): boolean {
  const goods = words.pattern('other-goods').find(rest);
  if (!goods) return false;
  const data = words.pattern('object').find(rest);
  return !data || data.start >= goods.end;
}

/** "Of minors under 16": nothing is said of others; "including minors" speaks of all. */
function isChildOnly(clause: string): boolean {
  return words.pattern('child-only').test(clause) && !OTHERS_TOO.test(clause);
}

/** The name of a page or switch within a sentence: click "Do Not Sell or Share My Personal Information". */
function isTitle(sentence: Sentence, at: number): boolean {
  const before = sentence.text.slice(Math.max(0, at - 24), at);
  return TITLE.test(before) && !WE_DO_NOT.test(sentence.lower.slice(0, at));
}

/** A heading that says it in full: "We will never sell your data." */
function isStatement(sentence: Sentence): boolean {
  return STATES.test(sentence.lower);
}

/** The name of a page or a switch: the text of a link, or a label in capitals. */
const isLinkLabel = (sentence: Sentence): boolean => LABEL.test(sentence.lower) || isLinkText(sentence);

const NONE_OF = expression('sale')`${'none-of'}`;
const PARTICIPLE = expression('sale')`${'participle'}`;
const PERFECT = expression('sale')`${'perfect'} ["(]?$`;
const BUSINESS = expression('sale')`${'business'}`;
const BARE = expression('sale')`^\w+(?: (?:${'shared/joining'}|,) \w+){0,2}[.!]?$`;
const SELLS = expression('sale')`${'sells'}`;
const BE = expression('sale')`${'be'}(?: ["(]?\w+,?){0,5} ["(]?$`;
const OURS_MAY = expression('sale')`${'ours'} (?:\w+ ){0,6}${'may'}`;
const PARTIES = expression('sale')`${'parties'}`;
const DATA = expression('sale')`${'plain-data'}`;
const NO = expression('sale')`^${'no'}`;
const OTHERS_TOO = expression('sale')`${'others-too'}`;
/** "Or share it for their marketing", "and do not use it for ours": no more of the sale. */
const ANOTHER_ACT = expression('sale')` ${'joins'} (?:[a-z']{1,6} ){0,3}[a-z]{2,12} ${'the-same'} `;
const NOT_ONLY = expression('sale')`${'not-only'}`;
const TITLE = expression('sale')`(?:^|[^\w])${'switch'} ["“‘(]?$`;
const WE_DO_NOT = expression('sale')`${'we-do-not'} ["'(]?$`;
const STATES = expression('sale')`^${'states-first'}|${'states'}[^?]*\.$`;
const LABEL = expression('sale')`^["“([]?${'label'}`;
