import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { concept, type Mention } from '../data/ontology.js';
import type { Block, Range, Sentence } from '../document/types.js';
import { clauseStart, isConditional, lastBefore } from './clause.js';
import { type DataAct, dataActs, entryOf, objectEnd } from './data-act.js';
import { isBeyond, isForOneEnd, isOfAnother, isOfChildren } from './data-denial.js';
import { asOwn, mentionsIn } from './data-mentions.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { limitsOf } from './limit.js';
import { isInTitle, isRunInLabel } from './passage.js';
import { polarityAt, polarityOf } from './polarity.js';
import type { Action } from './types.js';

/**
 * Data that the controller collects, stores, uses, shares or sells, or says that it does not: objects of such verbs, and the
 * entries of lists and tables of data. `scope` holds the concept's id and the action.
 */
export const dataCategory: Extractor<'data-category'> = {
  kind: 'data-category',
  *extract(sentence, context) {
    // Entries of data are read in `finish`; those of purposes say what for, unless what is used follows their label.
    const entry = entryOf(sentence.block);
    if (entry?.of === 'data' || sentence.block.table?.row === 0) return;
    if (entry && sentence.block.sentences[0] === sentence && !isOfLabel(sentence)) return;
    yield* drafts(sentence, inSentence(sentence, context.selfNames));
  },
  *finish(context) {
    for (const block of context.document.blocks) {
      const entry = block.kind === 'item' || block.kind === 'cell' ? entryOf(block) : null;
      if (entry?.of !== 'data') continue;
      const answers = answersTo(block, context.document.blocks);
      // "| Biometric data | fingerprints | NO |": not collected. "| Genetic data | None | None |": perhaps not, perhaps with nobody.
      const answer = answers.some((cell) => words.words('answer-no').has(cell));
      if (!answer && answers.length > 1 && answers.every((cell) => words.words('answer-none').has(cell))) continue;
      for (const [index, sentence] of block.sentences.entries())
        yield* drafts(sentence, index === 0 ? inEntry(sentence, entry.action, context, answer) : inSentence(sentence, context.selfNames));
    }
  },
};

/** "**Races:** We use your photo to name the crews." */
const isOfLabel = ({ block, lower, start }: Sentence): boolean =>
  block.label !== null && OWN_SENTENCE.test(lower.slice(Math.max(0, block.label.end - start)));
const OWN_SENTENCE = expression('data-category')`^[^a-z]{0,6}(?:[a-z -]{1,40}, )?${'speaker'} `;

/** What the other cells of the row say to a kind of data, or the item behind it. */
function answersTo({ index, kind, table }: Block, blocks: readonly Block[]): readonly string[] {
  if (kind === 'item') return [answerOf(blocks[index + 1])];
  const answers: string[] = [];
  for (
    let next = blocks[index + 1];
    table && next?.table?.table === table.table && next.table.row === table.row;
    next = blocks[next.index + 1]
  )
    answers.push(answerOf(next));
  return answers;
}

/** The whole text of a block of one sentence, without its end. */
const answerOf = (block: Block | undefined): string =>
  block?.sentences.length === 1 ? (block.sentences[0]?.lower ?? '').replace(/^[•*\s]{0,4}|[.\s]{1,3}$/g, '') : '';

interface Found {
  readonly mention: Mention;
  readonly action: Action;
  /** "Location: we do not collect it." */
  readonly denied?: boolean;
  /** Where the verb stands whose object it is: what a verb after it denies is something else. */
  readonly verb?: number;
}

/** What follows a label: that nothing of the kind is done. */
const DENIES =
  /^[\s:.–—_*-]{0,4}(?:(?:we|the app|this app|it) (?:do(?:es)? not|don't|doesn't|never|will not|won't) (?:\w{1,16} )?(?:collect|store|access|use|request|share|process|track|record)|not (?:collected|stored|shared|accessed|used|processed|required))\b/;

/** "We do not keep your data any longer than we have to": how long, and not whether; `retention` tells it. */
const BOUNDED = /^ (?:for )?(?:(?:any|a period|much|periods?|time) )?longer than\b/;

/** "Not used to contact you", "never shared in a form that names you", "kept no longer than": what for, how or how long, and not whether. */
function isLimited(lower: string, range: Range, action: Action): boolean {
  if (!DENIAL.test(lower)) return false;
  const rest = lower.slice(range.end, range.end + 320);
  return (
    words.pattern('in-part').test(rest) || (action === 'use' && USED_FOR.test(rest)) || isForOneEnd(lower, range) || isBeyond(lower, range)
  );
}

const CHILDREN = 'children-data';

const DENIAL = /\b(?:not|never|no|cannot)\b|n't\b/;
const USED_FOR =
  /^(?:(?!\b(?:except|unless|and)\b)[^.,;:]){0,45}? (?:(?<!\b(?:pursuant|according|subject|related|relating) )to (?!(?:the|a|an|any|our|your|us|you|third|other|children|article|others)\b)|for (?!any\b|example\b|purposes?\b)(?:[a-z]+ ){0,3}?(?:purposes?\b|[a-z]+ing\b|decisions?\b|activities\b))/;

function* drafts(sentence: Sentence, found: Iterable<Found>): Generator<Draft<'data-category'>> {
  const seen = new Set<string>();
  for (const { mention, action, denied, verb } of found) {
    if (BOUNDED.test(sentence.lower.slice(mention.range.end))) continue;
    const polarity = denied ? 'negated' : polarityOf(sentence, mention.range);
    if (polarity === 'negated' && !denied && isLimited(sentence.lower, mention.range, action)) continue;
    if (polarity === 'negated' && verb !== undefined && isOfAnother(sentence, verb, mention.range)) continue;
    const id = polarity === 'negated' && isOfChildren(sentence.lower, mention) ? CHILDREN : mention.id;
    const key = `${id} ${action} ${polarity}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { start, end } = mention.range;
    yield {
      value: {
        category: concept('data', id)?.label ?? id,
        text: sentence.text.slice(start, end),
        ...(polarity === 'negated' ? { action, ...limitsOf(sentence, mention.range, id === CHILDREN) } : {}),
      },
      range: { start: sentence.start, end: sentence.end },
      focus: { start: sentence.start + start, end: sentence.start + end },
      polarity,
      scope: { data: [id], action },
    };
  }
}

function* inSentence(sentence: Sentence, selfNames: readonly string[]): Generator<Found> {
  const { lower } = sentence;
  const mentions = mentionsIn(lower, lower.length).flatMap((mention) => asOwn(mention, sentence.text, selfNames) ?? []);
  if (mentions.length === 0) return;
  const acts = dataActs(sentence, selfNames);
  if (acts.length === 0) return;
  const ends = new Map<DataAct, readonly Range[]>();
  for (const mention of mentions) {
    const act = actOn(acts, mention, lower, ends);
    if (!act || isSupposed(lower, mention.range.start) || isMessageSent(act, mention, lower)) continue;
    // "Asked first if an app reads features, such as your photos": what resumes the list is supposed with the verb.
    if (!act.passive && isOfCondition(lower, act.range, mention.range.start)) continue;
    if (isInTitle(lower, mention.range.start)) continue;
    if (mention.ambiguous && isAside(act, mention.range, lower)) continue;
    // "Not seen, though kept in our logs": a denial is of the object, and not of the place.
    if (PLACE.test(lower.slice(0, mention.range.start)) && polarityOf(sentence, mention.range) === 'negated') continue;
    const denied = act.given && polarityAt(sentence, mention.range.start) === 'negated';
    // "It is vital that you post no photo": for them to do. "We never sell what you post, such as photos": what is denied is the selling.
    if (denied && polarityAt(sentence, act.range.start) === 'affirmed') continue;
    const outer = denied ? outerOf(acts, act, lower) : undefined;
    if (denied && !outer && OF_WHAT.test(lower.slice(Math.max(0, act.range.start - 10), act.range.start))) continue;
    if (outer && polarityAt(sentence, outer.range.end - 1) === 'affirmed') continue;
    yield { mention, action: (outer ?? act).action, ...(act.passive ? {} : { verb: (outer ?? act).range.start }) };
  }
}

const OF_WHAT = expression('data-category')`\b${'what-they'} $`;

/** What the controller does in the clause in which people give something. */
function outerOf(acts: readonly DataAct[], { range }: DataAct, lower: string): DataAct | undefined {
  const start = clauseStart(lower, range.start);
  return acts.findLast((act) => !act.given && !act.passive && act.range.start >= start && act.range.end <= range.start);
}

const PLACE = expression('data-category')` ${'place'} (?:${'determiner'} )?(?:[a-z-]{1,20} )?$`;

/** The first sentence of an entry: its label, then what it says that is done, or all that it names up to why or how. */
function* inEntry(sentence: Sentence, action: Action, context: ExtractContext, answeredNo: boolean): Generator<Found> {
  const { lower, block } = sentence;
  const label = block.label ? block.label.end - sentence.start : 0;
  if (/^(?:the )?(?:business or commercial |commercial |business )?(?:sources?|purposes?|reasons?) (?:of|for)\b/.test(lower)) return;
  // "**Beliefs.** We do not ask for them": denied by what follows, which tells it itself.
  const next = isRunInLabel(sentence) ? block.sentences[1] : undefined;
  if (next && DENIES.test(next.lower)) return;
  // "Rowers will not share passwords": a rule for others, and no thing of a list.
  const others = act.pattern('third-subject').at(lower, label);
  if (others && OTHERS_SHALL.test(lower.slice(others.end - 12, others.end + 14))) return;
  const denied = answeredNo || (label > 0 && DENIES.test(lower.slice(label)));
  for (const mention of mentionsIn(lower, label)) yield { mention, action, ...(denied ? { denied } : {}) };
  if (dataActs(sentence, context.selfNames).some((act) => act.range.start >= label)) {
    for (const found of inSentence(sentence, context.selfNames)) if (found.mention.range.start >= label) yield found;
    return;
  }
  // "If you come with a photo, our partners may see it": an event, and nothing that is collected.
  if (label === 0 && isConditional(lower, lower.indexOf(' ') + 1) && FINITE.test(lower.slice(lower.indexOf(',')))) return;
  // "Personal data means ...", "you can correct it": said of the data, and not what they are.
  const aside = act.pattern('not-a-statement').find(lower, label);
  const end = Math.min(objectEnd(lower, Math.max(label + 1, 1)), aside ? asideStart(lower, aside) : lower.length);
  for (const mention of mentionsIn(lower, end))
    if (mention.range.start >= label) yield { mention, action, ...(answeredNo ? { denied: true } : {}) };
}

const OTHERS_SHALL = expression('data-category')`\b${'shall'} `;
const FINITE = expression('data-category')`^,.* ${'shared/finite-verb'} `;

/** "Personal data means ..." says nothing of what is done; "your photo, if you contact us about it" does. */
const asideStart = (lower: string, { start, end }: Range): number =>
  /^(?:means|refers|is defined|consists?|personal|information|data|pii)\b/.test(lower.slice(start, end))
    ? clauseStart(lower, start)
    : start;

const words = lexicon('data-category');
const act = lexicon('data-act');

/** "Add it to your calendar", "as part of that transaction": a word of many meanings behind a preposition is no object. */
function isAside(act: DataAct, range: Range, lower: string): boolean {
  if (/(?:data|information|details|history|records|recordings|logs|address(?:es)?)$/.test(lower.slice(range.start, range.end)))
    return false;
  if (act.passive) return MEANS.test(lower.slice(Math.max(0, range.start - 60), range.start));
  const between = lower.slice(act.range.end, range.start);
  return ASIDE.test(between) || OCCASION.test(between);
}

/** "In connection with a request, order or transaction". */
const OCCASION =
  /\b(?:in connection with|in relation to|as part of|in response to|in the (?:ordinary |normal |usual )?course of) (?:\(?[a-z'-]{1,20}\)?,? ){0,8}$/;

/** "Data collected via such cookies is stored": the cookies are not what is stored. */
const MEANS = /\b(?:via|by|through|by means of|with the help of) (?:[a-z-]{1,20} ){0,3}$/;

/** "We may send an e-mail": what people are written is not data on them; "send your e-mails to our partner" is. */
function isMessageSent({ range: verb, action, passive }: DataAct, { id, range }: Mention, lower: string): boolean {
  if (
    MESSAGES.has(id) &&
    /\b(?:send|sends|sending|write|writing|receive) (?:us |me )?(?:an|a|any) $/.test(
      lower.slice(Math.max(0, range.start - 20), range.start),
    )
  )
    return true;
  if (action !== 'share' || passive || !MESSAGES.has(id) || !lower.startsWith('send', verb.start)) return false;
  return !/\b(?:your|their|his|her|users?'?|customers?'?) (?:[a-z-]{1,20} )?$/.test(
    lower.slice(Math.max(0, range.start - 40), range.start),
  );
}

const MESSAGES: ReadonlySet<string> = new Set([
  'email-address',
  'communications',
  'chat-messages',
  'sms',
  'support-messages',
  'billing-data',
]);

const ASIDE =
  /\b(?:from|in|on|to|as part of|by|via|through|with|into|at|using|during|after|before|opening|reading|receive|exchange|depending on) (?:(?:the|your|our|a|an|that|this|any|such|these) )?(?:[a-z-]{1,20} )?$/;

/** The act whose object the words are: the last active verb before them in reach, or the passive verb after them. */
function actOn(acts: readonly DataAct[], { id, range }: Mention, lower: string, ends: Map<DataAct, readonly Range[]>): DataAct | undefined {
  const before = acts.findLast((act) => !act.passive && act.range.end <= range.start);
  if (before && reachOf(before, lower, ends).some(({ start, end }) => start <= range.start && range.start <= end)) return before;
  const start = clauseStart(lower, range.start);
  // What stays on the user's device is nobody's else, but for what is put there.
  const onDevice = id === 'cookie-data' ? [] : words.pattern('on-device').all(lower);
  return acts.find(
    (act) =>
      act.passive &&
      act.range.start >= range.end &&
      // "The care for your data when they are stored".
      !isConditional(lower, act.range.start) &&
      !onDevice.some((device) => device.start === act.range.start) &&
      clauseStart(lower, act.range.start) <= range.start &&
      // "Numbers collected for SMS purposes are never sold": what stands behind "for" is not what is sold.
      objectEnd(lower, start) >= range.start,
  );
}

/** "If you do not want us to use, store or share your photos": in a condition, also behind the commas between its verbs. */
function isSupposed(lower: string, at: number): boolean {
  if (isConditional(lower, at)) return true;
  const opened = lastBefore(words.pattern('condition').all(lower), at);
  if (!opened || at - opened.end > 120) return false;
  const [, ...joined] = lower.slice(opened.end, at).split(',');
  return joined.length > 0 && joined.every((part) => JOINED_VERB.test(part)) && !OTHER_CLAUSE.test(lower.slice(opened.end, at));
}

/** "If an app reads features, such as your photos": the verb stands in a condition, which the comma before its examples does not end. */
function isOfCondition(lower: string, verb: Range, at: number): boolean {
  const opened = lastBefore(words.pattern('condition').all(lower), verb.start);
  if (!opened || verb.start - opened.end > 60 || NEW_CLAUSE.test(lower.slice(opened.end, verb.start))) return false;
  const resumes = RESUMES(lower);
  resumes.lastIndex = verb.end;
  const list = resumes.exec(lower);
  return list !== null && list.index < at;
}
const NEW_CLAUSE = /[,.;:()]/;

const JOINED_VERB = expression('data-category')`^ (?:${'shared/joining'} )?${'joined-verb'}(?: |$)`;
const OTHER_CLAUSE = /[.;:()]/;

/** "We process your data to: verify your age": purposes come after the colon. */
const LEADS_TO_WHY = /\b(?:(?<!limited )to|for|following (?:purposes?|reasons?|ways)|in order to)$/;

const WHY = /^ ?(?:to|for|in order|so) /;
const OTHER_SUBJECT = expression('data-category')`\b${'other-subject'}\b`;
const RESUMES = expression('data-category', 'g')`,? \(?${'resumes'},? (?!${'no-example'})`;

/** Where the objects of an active verb stand: "We collect what we need to run the service: names" resumes after the colon. */
function reachOf(act: DataAct, lower: string, ends: Map<DataAct, readonly Range[]>): readonly Range[] {
  const known = ends.get(act);
  if (known !== undefined) return known;
  const from = act.range.end;
  let end = objectEnd(lower, from);
  if (act.until !== undefined) return [{ start: from, end: Math.min(end, act.until) }];
  // "We share with our partners, and they with us, your name": those to whom come first.
  if (act.action === 'share' && end <= from + 2) end = objectEnd(lower, end + 1);
  const colon = lower.indexOf(': ', from);
  const leadsToWhy = colon >= 0 && LEADS_TO_WHY.test(lower.slice(Math.max(0, colon - 40), colon));
  if (leadsToWhy) end = Math.min(end, colon);
  const reach = [{ start: from, end }];
  const resumed = leadsToWhy ? -1 : colon >= end ? colon : resumedAt(act, lower, end);
  if (resumed >= 0) reach.push({ start: resumed, end: objectEnd(lower, resumed) });
  ends.set(act, reach);
  return reach;
}

/** Where the objects go on behind `end`: after the bracket in which they stop, or with "such as". */
function resumedAt(act: DataAct, lower: string, end: number): number {
  if (end >= lower.length || words.pattern('turns-on').at(lower, end)) return -1;
  const open = lower.lastIndexOf('(', end);
  if (open > act.range.end && lower.lastIndexOf(')', end) < open) return lower.indexOf(')', end);
  // "What your device sends when you visit us, such as its model": the list is of what is collected, and not of when.
  const resumes = RESUMES(lower);
  resumes.lastIndex = end;
  const list = resumes.exec(lower);
  const isOfData = !WHY.test(lower.slice(end, end + 10)) || (act.action === 'collect' && list?.[0].includes('('));
  // "However they may collect data, such as ...": the list is theirs.
  return list && isOfData && list.index < end + 100 && !OTHER_SUBJECT.test(lower.slice(end, list.index)) ? list.index + list[0].length : -1;
}
