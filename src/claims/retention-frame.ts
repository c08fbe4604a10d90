/** What the surroundings of a sentence say about what it keeps: its label, its row, its column, its lead-in and its heading. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Block, Range, Sentence } from '../document/types.js';

/** What the surroundings say about a sentence. */
export interface Frame {
  /** A period is to be expected here even without a verb: a column "Retention", a lead-in "We keep:", a heading "How long ...". */
  readonly expected: boolean;
  readonly cell: boolean;
  /** The heading speaks of deletion. */
  readonly deleting: boolean;
  /** What the row, label, lead-in or heading is about. */
  readonly subject: string | undefined;
  /** The subject is that of a label. */
  readonly isLabel: boolean;
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
  const row = block.table?.rowHeader;
  const isOfPurpose = wording.pattern('purpose-header').test(row?.table?.columnHeader?.sentences[0]?.lower ?? '');
  const rowHeader = row && !isOfPurpose ? textOf(row) : undefined;
  return {
    expected: isPeriodColumn || isPeriodLabel || introduced || (aboutPeriods && block.kind !== 'cell'),
    cell: block.kind === 'cell',
    deleting: DELETING.test(headingText),
    subject: firstUseful([rowHeader, isPeriodLabel || plan ? undefined : label]),
    isLabel: firstUseful([rowHeader]) === undefined,
    plan,
  };
}

/** "We retain data as follows:" introduces periods; "We delete your data when:" does too. */
function introduces(lower: string): boolean {
  return (wording.pattern('keep').test(lower) || wording.pattern('delete').test(lower)) && ANNOUNCES.test(lower);
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

const DELETING = expression('retention')`${'deleting'}`;
const ANNOUNCES = expression('retention')`${'announces'}[^.]{0,60}[:.]?$`;
