import { concept, findConcepts, type Mention } from '../data/ontology.js';
import type { Sentence } from '../document/types.js';
import { clauseEnd, isConditional } from './clause.js';
import { dataActs, entryOf } from './data-act.js';
import type { Draft, Extractor } from './extractor.js';
import { polarityAt, polarityOf } from './polarity.js';
import type { Action } from './types.js';

/** What the controller uses data for, or says that it does not: after "to", "for", "in order to", and in lists and tables of purposes. */
export const purpose: Extractor<'purpose'> = {
  kind: 'purpose',
  *extract(sentence, context) {
    if (entryOf(sentence.block) || sentence.block.table?.row === 0) return;
    yield* inSentence(sentence, context.selfNames);
  },
  *finish(context) {
    for (const block of context.document.blocks) {
      const entry = block.kind === 'item' || block.kind === 'cell' ? entryOf(block) : null;
      if (!entry) continue;
      for (const [index, sentence] of block.sentences.entries()) {
        if (index === 0 && entry.of === 'purpose') yield* drafts(sentence, findConcepts('purposes', sentence.lower), entry.action);
        else yield* inSentence(sentence, context.selfNames);
      }
    }
  },
};

function* inSentence(sentence: Sentence, selfNames: readonly string[]): Generator<Draft<'purpose'>> {
  const { lower } = sentence;
  const act = dataActs(sentence, selfNames)[0];
  if (!act || isConditional(lower, act.range.start)) return;
  const why = WHY.exec(lower.slice(act.range.end));
  if (!why) return;
  const from = act.range.end + why.index;
  const mentions = findConcepts('purposes', lower, from + 1);
  if (mentions.length > 0) yield* drafts(sentence, mentions, act.action);
  else yield* unnamed(sentence, act.range.end, act.action);
}

/** A purpose that the vocabulary does not know, in the policy's words. */
function* unnamed(sentence: Sentence, from: number, action: Action): Generator<Draft<'purpose'>> {
  const match = TO_DO.exec(sentence.lower.slice(from));
  if (!match) return;
  const start = from + match.index + match[0].length;
  const end = Math.min(clauseEnd(sentence.lower, start), start + MAX_TEXT);
  const text = sentence.text.slice(start, end).replace(/[\s.,;]{1,3}$/, '');
  yield {
    value: { purpose: text, text },
    focus: { start: sentence.start + start, end: sentence.start + start + text.length },
    polarity: polarityAt(sentence, start),
    confidence: 'medium',
    scope: { action },
  };
}

/** "to greet you", but not "to us" or "to third parties". */
const TO_DO =
  / (?:in order )?to (?!you\b|us\b|our\b|the\b|your\b|any\b|an?\b|third\b|other|be\b|its\b|their\b|them\b|anyone\b|those\b|which\b|such\b|each\b|whom\b|this\b|these\b|all\b|it\b|\w{1,20}ing\b|partners\b|advertisers\b|service\b|law\b|and\b|more\b|\d)(?=[a-z])/;
const MAX_TEXT = 100;

const WHY = / (?:to|for|in order to|so that|so we can|as part of|purposes?|in connection with) /;

function* drafts(sentence: Sentence, mentions: readonly Mention[], action: Action): Generator<Draft<'purpose'>> {
  const data = findConcepts('data', sentence.lower, 0, mentions[0]?.range.start ?? 0)
    .filter((mention) => !mention.ambiguous)
    .map((mention) => mention.id);
  const seen = new Set<string>();
  for (const { id, range } of mentions) {
    if (seen.has(id)) continue;
    seen.add(id);
    yield {
      value: { purpose: concept('purposes', id)?.label ?? id, text: sentence.text.slice(range.start, range.end) },
      range: { start: sentence.start, end: sentence.end },
      focus: { start: sentence.start + range.start, end: sentence.start + range.end },
      polarity: polarityOf(sentence, range),
      scope: { purpose: [id], action, ...(data.length > 0 ? { data: [...new Set(data)] } : {}) },
    };
  }
}
