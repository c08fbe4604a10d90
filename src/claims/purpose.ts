import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { concept, findConcepts, type Mention } from '../data/ontology.js';
import { partitionPoint } from '../document/at.js';
import type { Range, Sentence } from '../document/types.js';
import { isOfRefusals } from './asserted.js';
import { clauseEnd, isConditional, isFragment, lastBefore, opensWithGerund } from './clause.js';
import { type DataAct, dataActs } from './data-act.js';
import { entryOf } from './data-entry.js';
import type { Draft, Extractor } from './extractor.js';
import { isInName } from './in-name.js';
import { isTitleOrQuestion } from './passage.js';
import { polarityAt, polarityOf } from './polarity.js';
import { deniedLimits } from './purpose-denial.js';
import { isNobodys, purposesIn } from './purpose-mentions.js';
import { isAboutRights } from './rights-context.js';
import type { Action, Polarity } from './types.js';
import { fromVerb, isTorn, isUnfinished, shortened, wholePhrase } from './whole-phrase.js';

/** What the controller uses data for, or says that it does not: after "to", "for", "in order to", and in lists and tables of purposes. */
export const purpose: Extractor<'purpose'> = {
  kind: 'purpose',
  *extract(sentence, context) {
    if (entryOf(sentence.block) || sentence.block.table?.row === 0 || isOfRefusals(sentence.block)) return;
    yield* inSentence(sentence, context.selfNames);
  },
  *finish(context) {
    for (const block of context.document.blocks) {
      const entry = block.kind === 'item' || block.kind === 'cell' ? entryOf(block) : null;
      if (!entry || isOfRefusals(block)) continue;
      for (const [index, sentence] of block.sentences.entries()) {
        if (index === 0 && entry.of === 'purpose' && !isTitleOrQuestion(sentence.lower)) yield* inEntry(sentence, entry.action);
        else yield* inSentence(sentence, context.selfNames);
      }
    }
  },
};

function* inSentence(sentence: Sentence, selfNames: readonly string[]): Generator<Draft<'purpose'>> {
  const { lower } = sentence;
  const acts = dataActs(sentence, selfNames);
  const act = acts[0] ?? saidOutright(lower);
  if (!act || isConditional(lower, act.range.start)) return;
  const notUsed = words.pattern('not-used').all(lower);
  if (isWithin(notUsed, act.range)) return;
  const why = WHY.exec(lower.slice(act.range.end));
  if (!why) return;
  const from = act.range.end + why.index;
  // "We may require more time to answer": what is asked for is no data.
  if (words.pattern('asks').test(lower.slice(act.range.start, act.range.end)) && !OF_DATA.test(lower.slice(act.range.end, from))) return;
  const doings = acts.map(({ range }) => range);
  const isOfNotUsed = ({ start }: Range): boolean => {
    const doing = lastBefore(doings, start);
    // "(If we are required to keep it)": what stands in brackets before it is another thing.
    return doing !== undefined && start - doing.end < NEAR && isWithin(notUsed, doing) && !lower.slice(doing.end, start).includes(')');
  };
  const mentions = purposesIn(lower, from).filter(
    ({ range }) => !isOfOccasion(lower, act.range.end, from, range.start) && !isOfNotUsed(range) && !isInName(sentence, range),
  );
  if (mentions.length > 0) yield* drafts(sentence, mentions, act.action, acts);
  else yield* unnamed(sentence, acts, act);
}

const NEAR = 200;

/** Whether a range begins in one of some others, which are in order. */
function isWithin(others: readonly Range[], { start }: Range): boolean {
  const last = others[partitionPoint(others, (other) => other.start <= start) - 1];
  return last !== undefined && start < last.end;
}

/** "We collect what you tell us when you sign in, place an order and inquire about billing": the occasion is named before any end. */
function isOfOccasion(lower: string, act: number, why: number, at: number): boolean {
  const from = Math.max(act, at - LONGEST_OCCASION);
  const when = OCCASION.exec(lower.slice(from, at));
  return when !== null && from + when.index < why;
}

const LONGEST_OCCASION = 1200;

/** A list of occasions, without an end of its own. */
const OCCASION = expression(
  'purpose',
)`\b${'on-occasion'} ${'people'} (?:(?! ${'phrase/end-marker'} (?!${'phrase/to-whom'} ))[^.;:,]){0,200}(?:,(?! (?:${'joins-acts'} )?${'said-of-it'} )(?:(?! ${'phrase/end-marker'} (?!${'phrase/to-whom'} ))[^.;:,]){0,80}){1,12}$`;

/** "The main reason for collecting your data is to ...". */
function saidOutright(lower: string): DataAct | undefined {
  const range = words.pattern('purpose-is').find(lower);
  return range ? { action: 'use', range: { start: range.start, end: range.end - 3 }, passive: false } : undefined;
}

const OF_DATA = /\b(?:information|data|details|it|this|these|your|addresse?s?|numbers?|names?|documents?|permissions?|access)\b/;

/**
 * What an entry names. Where the vocabulary knows nothing of it, in the policy's words: "understand what people read" in a list of what data
 * are used for, "to see what sells" and "packing the boxes" in the column of purposes.
 */
function* inEntry(sentence: Sentence, action: Action): Generator<Draft<'purpose'>> {
  const mentions = purposesIn(sentence.lower, 0).filter(
    ({ range }) => !isOfOccasion(sentence.lower, 0, range.start, range.start) && !isInName(sentence, range),
  );
  if (mentions.length > 0) return yield* drafts(sentence, mentions, action);
  const opens = words.pattern('purpose-opens').find(sentence.lower);
  const isNamed =
    sentence.block.kind === 'cell'
      ? opens !== null ||
        (opensWithGerund(sentence.lower) &&
          isFragment(sentence.lower) &&
          !sentence.lower.includes('.') &&
          findConcepts('purposes', sentence.lower).length === 0)
      : words.pattern('to-do').at(opens ? sentence.lower : `to ${sentence.lower}`, 0) !== null &&
        isFragment(sentence.lower) &&
        !isAboutRights(sentence.block.section);
  if (!isNamed) return;
  if (words.pattern('invitation').test(sentence.lower)) return;
  const start = opens?.end ?? 0;
  const told = sentence.text.slice(start).trimStart();
  const text = shortened(told);
  // What was cut to length is better left out: the next entry tells as much.
  if (!saysOne(text) || isUnfinished(told) || told.length - text.length > LONGEST_END) return;
  const at = sentence.text.indexOf(text, start);
  yield {
    value: { purpose: text, text },
    focus: { start: sentence.start + at, end: sentence.start + at + text.length },
    polarity: polarityOf(sentence, { start: at, end: at + text.length }),
    confidence: 'medium',
    scope: { action },
  };
}

/** "; and" */
const LONGEST_END = 8;

const saysOne = (text: string): boolean =>
  text.includes(' ') &&
  !(MAY_SAY_NOTHING.test(text) && (SAYS_NOTHING.test(text) || words.pattern('says-nothing').test(text.toLowerCase())));

/** A purpose that the vocabulary does not know, in the policy's words. */
function* unnamed(sentence: Sentence, acts: readonly DataAct[], act: DataAct): Generator<Draft<'purpose'>> {
  const { lower } = sentence;
  const from = act.range.end;
  const match = words
    .pattern('to-do')
    .all(lower)
    .find(({ start }) => start >= from && !words.pattern('no-purpose').test(lower.slice(Math.max(0, start - 80), start)));
  if (!match) return;
  const start = lower.indexOf('to ', match.start) + 3;
  if (COULD_BE_USED.test(lower.slice(Math.max(0, start - 60), start)) && lower.startsWith('identify', start)) return;
  const end = clauseEnd(lower, start);
  // "Tea Inc. to": no end of a sentence.
  if (/^\. [a-z]/.test(sentence.text.slice(end, end + 3))) return;
  const rest = sentence.text.slice(start, end);
  const told = rest.slice(0, Math.min(...[rest.indexOf(';'), THEN.exec(rest)?.index ?? -1].map((at) => (at < 0 ? rest.length : at))));
  const text = shortened(told);
  const polarity = polarityAfter(sentence, { start, end: start + text.length }, acts);
  if (isNobodys(lower, start) || words.pattern('theirs').test(text.toLowerCase())) return;
  if (!saysOne(text) || isUnfinished(told) || isTorn(told, text) || !polarity) return;
  yield {
    value: { purpose: text, text, ...(polarity === 'negated' ? deniedLimits(sentence, { start, end: start + text.length }, acts) : {}) },
    focus: { start: sentence.start + start, end: sentence.start + start + text.length },
    polarity,
    confidence: 'medium',
    scope: { action: act.action },
  };
}

/** "To show you the way, and then deleted". */
const THEN = expression('purpose')`,? ${'then'} `;

/** "Identifiers that can be used to identify you": what they are. */
const COULD_BE_USED = /\b(?:can|could|may|might|cannot|can't|not|that|which)(?: [a-z]+){0,3} (?:be|are|is) used to $/;

/** The verbs of what comes next. */
const MAY_SAY_NOTHING = expression('purpose', 'i')`^${'may-say-nothing'}`;

/** "Achieve the purposes set out above": no purpose. */
const SAYS_NOTHING =
  /^(?:contact us\b|make use of\b|(?:help|support|assist)(?: us| you)?(?: with our (?:services|business|operations))?[:.]?$|conduct (?:that|such|this) processing|carry out a service|(?:perform|provide|fulfil|fulfill) (?:their|its|his|these|those|such) (?:services?|tasks?|functions?|work|duties)\b|comply with (?:this|these) |(?:perform|do|carry out) the following\b|(?:meet|pursue|serve) (?:a |our |the |its )?legitimate (?:business )?interests?(?: in (?:data )?processing)?$|(?:achieve|fulfil|fulfill|meet|serve|accomplish|satisfy|carry out|pursue) (?:this$|that$|it$|(?:(?:the|these|those|this|our|its|their|such) )(?:\w{1,12} ){0,2}(?:purposes?|goals?|aims?|objectives?)\b))/i;

const words = lexicon('purpose');

/** "To our newsletter" says where to. */
const WHY =
  / (?:(?<!\b(?:respond|responding|relating|related|according|due|subject|access|addition|linked|connected|pertaining|prior|regard|respect|similar|agree|consent|submit|submitted|register|registering|subscribe|subscribing) )to(?! (?:our|the|your|you|us|a|an|any|this|that|these|those|third|other|its|their|them|such|all)\b)|for(?! example\b| instance\b)|in order to|so that|so we can|as part of|purposes?|in connection with) /;

/**
 * Whether what a thing is done for is denied. Null: a denial stands between what is done and what for that is neither's own ("without
 * telling you", "which is not possible without"), and nothing can be said.
 */
function polarityAfter(sentence: Sentence, range: Range, acts: readonly DataAct[]): Polarity | null {
  const act = acts.findLast((other) => other.range.end <= range.start);
  const polarity = polarityOf(sentence, range);
  if (polarity === 'affirmed') return polarity;
  if (!act) return words.pattern('unsure').test(sentence.lower.slice(0, range.start)) ? null : polarity;
  const between = sentence.lower.slice(act.range.end, range.start);
  if (polarityAt(sentence, act.range.start) === 'negated') return words.pattern('unsure').test(between) ? null : 'negated';
  return words.pattern('denied-for').test(between) ? 'negated' : null;
}

function* drafts(
  sentence: Sentence,
  mentions: readonly Mention[],
  action: Action,
  acts: readonly DataAct[] = [],
): Generator<Draft<'purpose'>> {
  const data = findConcepts('data', sentence.lower, 0, mentions[0]?.range.start ?? 0)
    .filter((mention) => !mention.ambiguous)
    .map((mention) => mention.id);
  const seen = new Set<string>();
  for (const { id, range } of mentions) {
    const polarity = polarityAfter(sentence, range, acts);
    if (seen.has(id) || !polarity) continue;
    seen.add(id);
    const whole = wholePhrase(sentence.lower, fromVerb(sentence.lower, range));
    yield {
      value: {
        purpose: concept('purposes', id)?.label ?? id,
        text: sentence.text.slice(whole.start, whole.end),
        ...(polarity === 'negated' ? deniedLimits(sentence, range, acts) : {}),
      },
      range: { start: sentence.start, end: sentence.end },
      focus: { start: sentence.start + whole.start, end: sentence.start + whole.end },
      polarity,
      scope: { purpose: [id], action, ...(data.length > 0 ? { data: [...new Set(data)] } : {}) },
    };
  }
}
