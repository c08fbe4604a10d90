/** The policy's own date: when it was last updated, or from when it holds. */
import { lexicon } from '../data/lexicon.js';
import type { Block, PolicyDocument, Sentence } from '../document/types.js';
import type { Draft, Extractor } from './extractor.js';
import { type CalendarDate, dateOrderOf, datesIn } from './quantity.js';
import type { ClaimOf } from './types.js';

type DateLabel = ClaimOf<'effective-date'>['value']['label'];
const wording = lexicon('effective-date');

export const effectiveDate: Extractor<'effective-date'> = {
  kind: 'effective-date',
  headings: true,
  *extract(sentence, { document }) {
    const beside = cellBeside(sentence, document);
    if (beside) yield* besideLabel(sentence, beside, document);
    if (!/\d{4}|\d[./]\d{2}\b|\d{1,2}'?\d{2}/.test(sentence.lower)) return;
    // "Published 2 May 2020 | Reviewed 4 June 2024": of two dates of a sentence with the same label, the later is the policy's.
    const latest = new Map<DateLabel, CalendarDate>();
    for (const date of datesOf(sentence, document)) {
      const label = labelOf(sentence, date);
      const known = label && latest.get(label);
      if (label && (!known || known.iso < date.iso)) latest.set(label, date);
    }
    for (const [label, date] of latest) yield draftOf(sentence, date, label);
  },
  *finish({ document }, found) {
    const newest = found.every(isOnlyDated) ? newestOfTable(document) : undefined;
    if (newest) yield newest;
    else if (found.length === 0) yield* bareDates(document);
  },
  refine: oneOfEach,
};

const datesOf = (sentence: Sentence, document: PolicyDocument): CalendarDate[] => datesIn(sentence.lower, dateOrderOf(document));

/** How far before its date a label may stand, and how far after. */
const BEFORE = 60;
const AFTER = 40;

/** The nearest label before the date ("Last updated: ..."), or right after it ("May 2, 2022 (effective date)"). */
function labelOf(sentence: Sentence, date: CalendarDate): DateLabel | undefined {
  const { lower, block } = sentence;
  const lead = lower.slice(Math.max(0, date.start - BEFORE), date.start);
  const found = labelIn(lead) ?? labelAfter(lower, date);
  if (!found) return undefined;
  // "Effective July 1, 2023, if you live in ..." dates a rule, not the policy.
  if (found === 'effective' && wording.pattern('dates-a-rule').test(lower.slice(date.end).replace(/^[, ]{1,3}/, ''))) return undefined;
  const isLine = lower.length < 130 && (startsWithLabel(lower) || block.kind === 'heading' || block.kind === 'cell');
  if (wording.pattern('other').test(lower.slice(Math.max(0, date.start - 100), date.start)) && !isLine) return undefined;
  if (isLine || startsWithLabel(lower) || wording.pattern('plain-label').test(lead.trimEnd())) return found;
  return wording.pattern('policy').test(lower.slice(Math.max(0, date.start - 160), date.end + 40)) ? found : undefined;
}

/** The last label of `lead`; one that says what the date is goes before a bare "date" or "version". Nothing where another date follows it. */
function labelIn(lead: string): DateLabel | undefined {
  let best: { name: string; end: number } | undefined;
  for (const [name, pattern] of wording.values('label')) {
    const last = pattern.all(lead).at(-1);
    if (!last || /\d{4}|[;]|\. /.test(lead.slice(last.end))) continue;
    if (!best || best.name === 'generic' || (name !== 'generic' && last.end > best.end)) best = { name, end: last.end };
  }
  return best && labelNamed(best.name);
}

const labelNamed = (name: string): DateLabel => (name === 'effective' ? 'effective' : 'last-updated');

function labelAfter(lower: string, date: CalendarDate): DateLabel | undefined {
  const rest = lower.slice(date.end, date.end + AFTER);
  for (const [name, pattern] of wording.values('label')) {
    const found = pattern.find(rest);
    if (found && found.start < 6 && name !== 'generic') return labelNamed(name);
  }
  return undefined;
}

/** The next cell of the row that a short first cell opens. */
function cellBeside({ block }: Sentence, document: PolicyDocument): Block | undefined {
  if (block.kind !== 'cell' || block.table?.column !== 0 || block.end - block.start > 60) return undefined;
  const next = document.blocks[block.index + 1];
  return next?.table?.row === block.table.row && next.table.table === block.table.table ? next : undefined;
}

/** "| Document updated | 25.6.2025 |" */
function* besideLabel(sentence: Sentence, cell: Block, document: PolicyDocument): Iterable<Draft<'effective-date'>> {
  const [content] = cell.sentences;
  const label = labelIn(sentence.lower);
  if (!content || !label) return;
  const [date] = datesOf(content, document);
  if (date) yield { ...draftOf(content, date, label), range: { start: content.start, end: content.end } };
}

/** "Last updated ...", "This policy is effective ...": the label comes early, and nothing before it makes it another thing's. */
const startsWithLabel = (lower: string): boolean =>
  wording.values('label').some(([, pattern]) => {
    const found = pattern.find(lower);
    if (found === null || found.start >= 48) return false;
    const before = lower.slice(0, found.start);
    return !/[,;]/.test(before) && !wording.pattern('other').test(before);
  });

function draftOf(sentence: Sentence, date: CalendarDate, label: DateLabel): Draft<'effective-date'> {
  return {
    value: { date: date.iso, label },
    modality: 'stated',
    confidence: date.ambiguous ? 'medium' : 'high',
    focus: { start: sentence.start + date.start, end: sentence.start + date.end },
  };
}

const EDGE = 8;
const LONGEST_LINE = 60;
/** So many letters may stand beside the date: "Spring term, 4 May 2025". */
const MOST_BESIDE = 12;

/** "Spring term", "Privacy notice": so little beside a date that the line is the date. */
const isOnlyTitle = (rest: string): boolean =>
  rest.replace(/[\W\d_]/g, '').length <= MOST_BESIDE || wording.pattern('title-alone').test(rest.replace(/[^a-z]+/g, ' ').trim());

/** "Published on 2 May 2020": says of itself only that it is a date, and not that nothing has changed since. */
const isOnlyDated = ({ sentence: { lower } }: ClaimOf<'effective-date'>): boolean =>
  wording.values('label').every(([name, pattern]) => name === 'generic' || !pattern.test(lower));

/** The latest date of a table of versions. */
function newestOfTable(document: PolicyDocument): Draft<'effective-date'> | undefined {
  const histories = new Set<number>();
  let newest: Draft<'effective-date'> | undefined;
  for (const { table, sentences } of document.blocks) {
    const [sentence] = sentences;
    if (!table || !sentence || sentence.text.length > LONGEST_LINE) continue;
    // Of a table without headers, the first row holds them.
    if (table.row < 2 && wording.pattern('history').test(sentence.lower)) histories.add(table.table);
    const date = histories.has(table.table) ? datesOf(sentence, document)[0] : undefined;
    if (!date || date.start > 2 || sentence.text.length > date.end + 2 || (newest && newest.value.date >= date.iso)) continue;
    newest = { ...draftOf(sentence, date, 'last-updated'), confidence: 'medium' };
  }
  return newest;
}

/** The latest of the dates that open the blocks of a section, or stand above its parts: of entries that tell what changed, the last need not be the newest. */
function newestEntry({ kind, section }: Block, document: PolicyDocument): Draft<'effective-date'> | undefined {
  let newest: Draft<'effective-date'> | undefined;
  let count = 0;
  const entries = kind === 'heading' ? section.parent?.children.map(({ heading }) => heading) : section.blocks;
  for (const block of entries ?? []) {
    const sentence = block?.sentences[0];
    const date = sentence && sentence.text.length <= LONGEST_LINE ? datesOf(sentence, document)[0] : undefined;
    if (!sentence || !date || date.start > 2 || sentence.text.length > date.end + 2) continue;
    count++;
    if (!newest || newest.value.date < date.iso) newest = { ...draftOf(sentence, date, 'last-updated'), confidence: 'medium' };
  }
  return count > 1 ? newest : undefined;
}

/** A line that is nothing but a date near the top or at the end; else the newest entry under "Changes". */
function* bareDates(document: PolicyDocument): Iterable<Draft<'effective-date'>> {
  const { blocks } = document;
  const edges = [...blocks.slice(0, EDGE), ...blocks.slice(Math.max(EDGE, blocks.length - 3))];
  for (const block of edges) {
    if (block.kind === 'code') continue;
    for (const sentence of block.sentences) {
      const [date] = sentence.text.length <= LONGEST_LINE ? datesOf(sentence, document) : [];
      if (
        !date ||
        !isOnlyTitle(sentence.lower.slice(0, date.start) + sentence.lower.slice(date.end)) ||
        wording.pattern('other').test(sentence.lower)
      )
        continue;
      yield (block.index >= EDGE && newestEntry(block, document)) || {
        ...draftOf(sentence, date, 'effective'),
        confidence: 'medium',
        range: { start: sentence.start, end: sentence.end },
      };
      return;
    }
  }
  let newest: Draft<'effective-date'> | undefined;
  for (const { section, sentences } of blocks) {
    const [sentence] = sentences;
    if (section.topics[0] !== 'changes' || !sentence) continue;
    const date = datesOf(sentence, document)[0];
    if (!date || date.start > 2 || (sentence.text.length > 40 && !/^ ?[:–—-]/.test(sentence.lower.slice(date.end)))) continue;
    if (newest && newest.value.date >= date.iso) continue;
    newest = { ...draftOf(sentence, date, 'last-updated'), range: { start: sentence.start, end: sentence.end }, confidence: 'medium' };
  }
  if (newest) yield newest;
}

/** A list of versions has many dates: the first of each label is the policy's, and whatever repeats it. */
function oneOfEach(all: readonly ClaimOf<'effective-date'>[]): readonly ClaimOf<'effective-date'>[] {
  const first = new Map<DateLabel, string>();
  const newest = all.at(-1);
  const isPassed = (claim: ClaimOf<'effective-date'>): boolean =>
    newest !== undefined && newest.confidence === 'medium' && claim.value.date < newest.value.date && isOnlyDated(claim);
  const found = newest?.sentence.block.kind === 'cell' ? all.filter((claim) => claim === newest || !isPassed(claim)) : all;
  return found.filter((claim) => {
    const { label, date } = claim.value;
    const known = first.get(label);
    if (known === undefined) first.set(label, date);
    return known === undefined || known === date;
  });
}
