/** What a list, table or heading says of its entries: that they are data, with what is done with them, or purposes. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Block } from '../document/types.js';
import { isFragment } from './clause.js';
import { isContents, isOfDefinitions, isOfRights, isOwnTitle, isReference } from './passage.js';
import type { Action } from './types.js';

/** What an entry of a list or table is, from its lead-in, its column or its heading: data with an action, a purpose, or neither. */
export function entryOf(block: Block): Entry | null {
  if (block.kind !== 'item' && block.kind !== 'cell') return null;
  const known = entries.get(block);
  if (known !== undefined) return known;
  const entry = readEntry(block);
  entries.set(block, entry);
  return entry;
}

export interface Entry {
  readonly of: 'data' | 'purpose';
  readonly action: Action;
}

const entries = new WeakMap<Block, Entry | null>();

function readEntry(block: Block): Entry | null {
  if (isOfDefinitions(block) || (block.kind === 'item' && isContents(block.section))) return null;
  const entry = block.table ? columnOf(block) : itemOf(block);
  // "To fix errors" in a list of data, or in one that says neither: what for.
  const first = block.sentences[0]?.lower ?? '';
  if (entry?.of !== 'data') return entry;
  if (isOwnTitle(first) || words.pattern('instruction-head').test(first)) return null;
  if (words.pattern('practice-head').test(first) && isFragment(first)) return null;
  if (entry.action === 'share' && words.pattern('recipient-head').test(first)) return null;
  const label = block.label ? block.label.end - block.start : 0;
  const isWhy = INFINITIVE.test(first) || words.pattern('purpose-head').test(first) || LABEL_OF_WHY.test(first.slice(label));
  if (isWhy && !/\bwe\b/.test(first)) return { of: 'purpose', action: entry.action };
  return entry;
}

function itemOf(block: Block): Entry | null {
  const heading = block.section.heading?.sentences[0]?.lower ?? '';
  // A list right under a heading has it for its lead-in.
  const leadIn = block.leadIn && block.leadIn.block.kind !== 'heading' ? block.leadIn.lower.replace(/[\s:：.]{1,3}$/, '') : '';
  if (leadIn && words.pattern('not-applying').test(leadIn)) return null;
  if (PURPOSE_END.test(heading.replace(/[\s:.]{1,3}$/, ''))) return { of: 'purpose', action: 'use' };
  if (leadIn && !words.pattern('not-a-statement').test(leadIn)) {
    if (words.pattern('choices-lead-in').test(leadIn)) return null;
    if (
      PURPOSE_END.test(leadIn) ||
      words.pattern('purpose-subject').test(leadIn) ||
      (words.pattern('purpose-lead-in').test(leadIn) && !words.pattern('data-lead-in').test(leadIn))
    )
      return { of: 'purpose', action: actionIn(leadIn) ?? 'use' };
    if (words.pattern('rules-lead-in').test(leadIn)) return null;
    if (words.pattern('data-lead-in').test(leadIn) && !words.pattern('not-data-lead-in').test(leadIn))
      return { of: 'data', action: actionIn(leadIn) ?? 'collect' };
  }
  if (isReference(block) || words.pattern('choices-heading').test(heading)) return null;
  if (words.pattern('purpose-heading').test(heading)) return { of: 'purpose', action: 'use' };
  if (leadIn && words.pattern('not-data-lead-in').test(leadIn)) return null;
  if (words.pattern('data-heading').test(heading) && !words.pattern('not-data-heading').test(heading))
    return { of: 'data', action: actionIn(heading) ?? 'collect' };
  return null;
}

function columnOf(block: Block): Entry | null {
  if (!block.table || block.table.row === 0 || isOfRights(block)) return null;
  const header = block.table.columnHeader?.sentences[0]?.lower ?? '';
  if (words.pattern('purpose-column').test(header)) return { of: 'purpose', action: 'use' };
  const heading = `${block.section.heading?.sentences[0]?.lower ?? ''} ${block.leadIn?.lower ?? ''} ${header}`;
  if (!words.pattern('column').test(header) || /\b(?:cookie|third|recipient|provider|retention|kept|how long|basis|right)/.test(header))
    return null;
  return { of: 'data', action: actionIn(heading) ?? 'collect' };
}

/** Whatever else is done with the data of a list, they are collected where the words say so. */
function actionIn(lower: string): Action | null {
  if (COLLECTING.test(lower)) return 'collect';
  let best: { action: Action; at: number } | null = null;
  for (const group of ['active', 'passive'])
    for (const [action, pattern] of words.values(group, lower)) {
      const found = pattern.find(lower);
      if (found && (!best || found.start < best.at)) best = { action: action as Action, at: found.start };
    }
  return best?.action ?? null;
}

const words = lexicon('data-act');

/** "Other mail: such as to send you news". */
const LABEL_OF_WHY = expression('data-act')`^[^:]{0,60}: ?${'such-as-to'} [a-z]`;

const INFINITIVE =
  /^(?:to (?!(?:the|our|your|you|us|any|a|an|third|other|its|their|whom)\b)[a-z]|for (?!(?:example|instance|each|you)\b)[^:–-]{0,60}(?:[,;.]|$))/;

const COLLECTING = /\b(?:collect|gather|obtain|receiv|provid|submit|captur|record)/;
const PURPOSE_END =
  /\b(?:to|purposes?|purposes? of|in order to|so that we can|purposes? (?:including|such as)|for the following(?: purposes| reasons)?|helps us|allows us to|used for|(?:use|process) (?:\w{1,20} ){1,6}for|ways)$/;
