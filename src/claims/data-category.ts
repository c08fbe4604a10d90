import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { concept, type Mention } from '../data/ontology.js';
import type { Block, Range, Sentence } from '../document/types.js';
import { clauseStart, isConditional } from './clause.js';
import { type DataAct, dataActs } from './data-act.js';
import { isBeyond, isForOneEnd, isOfAnother, isOfChildren } from './data-denial.js';
import { entryOf } from './data-entry.js';
import { asOwn, mentionsIn } from './data-mentions.js';
import { actOn, isAside, isMessageSent, isOfCondition, isSupposed, objectEnd } from './data-object.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { limitsWithList } from './limit.js';
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
    yield* drafts(sentence, inSentence(sentence, context.selfNames), context);
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
        yield* drafts(
          sentence,
          index === 0 ? inEntry(sentence, entry.action, context, answer) : inSentence(sentence, context.selfNames),
          context,
        );
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

function* drafts(sentence: Sentence, found: Iterable<Found>, { document }: ExtractContext): Generator<Draft<'data-category'>> {
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
        ...(polarity === 'negated' ? { action, ...limitsWithList(sentence, mention.range, id === CHILDREN, document) } : {}),
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
  const denial = label > 0 ? DENIES.exec(lower.slice(label))?.[0] : undefined;
  const isOfPart = denial !== undefined && PART_OF_IT.test(lower.slice(label + denial.length));
  const denied = answeredNo || denial !== undefined;
  for (const mention of isOfPart ? [] : mentionsIn(lower, label)) yield { mention, action, ...(denied ? { denied } : {}) };
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
    if (mention.range.start >= label && !IS_NOT.test(lower.slice(mention.range.end, mention.range.end + 16)))
      yield { mention, action, ...(answeredNo ? { denied: true } : {}) };
}

const OTHERS_SHALL = expression('data-category')`\b${'shall'} `;
const PART_OF_IT = expression('data-category')`^ (?:${'determiner'} )?${'part-of-it'} `;
const IS_NOT = expression('data-category')`^ ${'is-not'}\b`;
const FINITE = expression('data-category')`^,.* ${'shared/finite-verb'} `;

/** "Personal data means ..." says nothing of what is done; "your photo, if you contact us about it" does. */
const asideStart = (lower: string, { start, end }: Range): number =>
  /^(?:means|refers|is defined|consists?|personal|information|data|pii)\b/.test(lower.slice(start, end))
    ? clauseStart(lower, start)
    : start;

const words = lexicon('data-category');
const act = lexicon('data-act');
