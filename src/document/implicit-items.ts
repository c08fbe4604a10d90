import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { isBold } from './emphasis.js';
import type { RawBlock } from './raw.js';
import { endsOpen, titleCase, titleLike } from './titles.js';

/**
 * List entries that have lost their bullets: after a colon, paragraphs that end in semicolons or commas, or short lines
 * without an end mark.
 */
export function implicitItems(units: readonly RawBlock[]): void {
  let listed = false;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (!unit) continue;
    const text = textOf(unit);
    if (!isPlain(unit)) {
      listed = unit.kind === 'item' || (unit.kind === 'heading' && text.endsWith(':'));
      continue;
    }
    const before = units[i - 1];
    const lead = before ? textOf(before) : '';
    const opens = lead.endsWith(':') && before?.kind !== 'item';
    if ((isEntry(text) && (opens || listed)) || (before?.kind === 'item' && isEntry(lead))) {
      toItem(unit, before);
      listed = true;
    } else if (opens) {
      const end = Math.max(endOfShortLines(units, i), endOfLikeSentences(units, i));
      for (let k = i; k < end; k++) {
        const line = units[k];
        if (line) toItem(line, units[k - 1]);
      }
      listed = end > i;
      if (listed) i = end - 1;
    } else listed = false;
  }
}

/** Where a run of two or more short lines from `from` on ends; `from` where there is none. */
function endOfShortLines(units: readonly RawBlock[], from: number): number {
  let end = from;
  for (let unit = units[end]; unit && isPlain(unit) && isShortLine(unit); unit = units[++end]);
  const last = units[end - 1];
  const below = units[end];
  // A line in capitals right above prose is that prose's title, not the last entry.
  if (last && below && end > from && titleLike(textOf(last)) && (titleCase(textOf(last)) || end - from < 3)) end--;
  return end - from >= 2 ? end : from;
}

/** Where a run of two or more single sentences that open in one way ("To bill you.", "Providing support.") ends. */
function endOfLikeSentences(units: readonly RawBlock[], from: number): number {
  let end = from;
  let way: string | null = null;
  for (let unit = units[end]; unit && isPlain(unit); unit = units[++end]) {
    const text = textOf(unit);
    const opening = openingOf(text);
    if (opening === null || (way !== null && opening !== way) || text.length > 300 || /[.!?] [A-Z]/.test(text) || text.endsWith(':')) break;
    way = opening;
  }
  return end - from >= 2 ? end : from;
}

function openingOf(text: string): string | null {
  const [word = ''] = text.toLowerCase().split(/[ ,]/, 1);
  if (wording.words('purpose-first').has(word)) return 'purpose';
  if (word.length > 5 && [...wording.words('gerund-ending')].some((ending) => word.endsWith(ending))) return 'gerund';
  return wording.words('imperative').has(word) ? 'imperative' : null;
}

const wording = lexicon('layout');
const ENTRY_END = expression('layout')`(?:;|,)(?: ${'joins-items'})?$`;

function isShortLine(unit: RawBlock): boolean {
  const [line] = unit.lines;
  return line !== undefined && line.text.length <= 80 && endsOpen(line.text) && !isBold(line) && !/\w@\w|\d{4}/.test(line.text);
}

function isPlain(unit: RawBlock): boolean {
  return unit.kind === 'paragraph' && unit.depth === 0 && !unit.table;
}

function isEntry(text: string): boolean {
  return text.length < 400 && ENTRY_END.test(text);
}

function textOf(unit: RawBlock): string {
  return unit.lines[0]?.text ?? '';
}

function toItem(unit: RawBlock, before: RawBlock | undefined): void {
  unit.kind = 'item';
  unit.depth = Math.max(1, before?.kind === 'item' ? before.depth : 1);
}
