import { isBold, isLinked } from './emphasis.js';
import { joinLines, LineBuilder } from './line.js';
import { isBare, numberOf, type SectionNumber } from './numbering.js';
import type { RawBlock } from './raw.js';
import { isClause, titleCase, titleLike } from './titles.js';

/**
 * Numbered lines that are titles of what follows become headings, number included. Looks at whole sequences: in a list
 * the members follow each other; between headings there is text.
 */
export function numberedHeadings(source: string, units: RawBlock[]): void {
  const candidates = findCandidates(source, units);
  for (const sequence of findSequences(candidates)) {
    if (!isOutline(sequence, units)) continue;
    for (const { index, title } of sequence) if (title) makeHeading(source, units, index);
  }
  for (const candidate of candidates) {
    if (candidate.number.depth < 2 || !candidate.title) continue;
    const next = candidates[candidate.order + 1];
    const last = candidate.index === units.length - 1;
    const text = units[candidate.index]?.lines[0]?.text ?? '';
    if (isClause(text.slice(numberOf(text)?.length ?? 0)) && !titleCase(text) && !candidate.strong) continue;
    if (!last && !(next?.index === candidate.index + 1 && next.number.style === candidate.number.style))
      makeHeading(source, units, candidate.index);
  }
}

interface Candidate {
  order: number;
  index: number;
  number: SectionNumber;
  title: boolean;
  strong: boolean;
}

function findCandidates(source: string, units: readonly RawBlock[]): Candidate[] {
  const candidates: Candidate[] = [];
  units.forEach((unit, index) => {
    const line = unit.lines[0];
    if (!line || (unit.kind !== 'item' && unit.kind !== 'paragraph')) return;
    const marker = unit.marker?.ordered ? source.slice(unit.marker.start, unit.marker.end) : null;
    const hidden = unit.kind === 'item' && marker === null ? unit.ordinal : null;
    if (unit.kind === 'item' && marker === null && hidden === null) return;
    const number = hidden === null ? numberOf(marker ?? line.text) : ordinal(hidden);
    if (!number) return;
    const text = marker === null && hidden === null ? line.text.slice(number.length) : line.text;
    const strong = isBold(line);
    // "30 days after", "2 Corinthians": a number without a mark counts only before a title in capitals.
    const below = units[index + 1]?.lines[0]?.text.charAt(0) ?? '';
    const broken = units[index + 1]?.kind === 'paragraph' && below !== below.toUpperCase();
    const title = titleLike(text) && !broken && !isLinked(line) && (!isBare(number) || titleCase(text) || strong);
    if (isBare(number) && !title) return;
    candidates.push({ order: candidates.length, index, number, title, strong });
  });
  return candidates;
}

/** The number that a browser writes before an item of an ordered list. */
function ordinal(value: number): SectionNumber {
  return { style: '1ol', depth: 1, value, roman: 0, length: 0 };
}

/** Runs of numbers of one style that count on from one another; a list inside a section does not end the sections' run. */
function findSequences(candidates: readonly Candidate[]): Candidate[][] {
  const sequences: Candidate[][] = [];
  const open = new Map<string, Candidate[][]>();
  for (const candidate of candidates) {
    const { number } = candidate;
    if (number.depth > 1) continue;
    const style = number.style.replace(/r$/, '');
    const stack = open.get(style) ?? [];
    open.set(style, stack);
    const fits = stack.filter((sequence) => continues(sequence.at(-1), candidate));
    const best = fits.reverse().find((sequence) => alike(sequence, candidate)) ?? fits[0];
    if (best) {
      best.push(candidate);
      stack.length = stack.indexOf(best) + 1;
    } else {
      const sequence = [candidate];
      stack.push(sequence);
      if (stack.length > MAX_OPEN) stack.shift();
      sequences.push(sequence);
    }
  }
  return sequences;
}

const MAX_OPEN = 8;

function continues(last: Candidate | undefined, next: Candidate): boolean {
  if (!last) return false;
  const a = last.number;
  const b = next.number;
  if (a.value > 0 && b.value === a.value + 1) return true;
  return a.roman > 0 && b.roman === a.roman + 1;
}

function alike(sequence: readonly Candidate[], candidate: Candidate): boolean {
  const last = sequence.at(-1);
  return last !== undefined && last.title === candidate.title && last.strong === candidate.strong;
}

/** Whether a sequence is an outline of sections rather than a list. */
function isOutline(sequence: readonly Candidate[], units: readonly RawBlock[]): boolean {
  const [first] = sequence;
  if (!first) return false;
  const titles = sequence.filter((member) => member.title).length;
  if (titles < sequence.length * 0.6) return false;
  if (isBare(first.number) && sequence.length < 3) return false;
  let apart = 0;
  sequence.forEach((member, i) => {
    const next = sequence[i + 1];
    if (next && next.index > member.index + 1 && !onlyNested(units, member.index, next.index)) apart++;
  });
  const last = sequence.at(-1) ?? first;
  const below = units[last.index + 1];
  const lead = units[first.index - 1]?.lines[0]?.text.endsWith(':') ?? false;
  if (sequence.length === 1) {
    const text = units[first.index]?.lines[0]?.text ?? '';
    return !lead && below !== undefined && (first.strong || titleCase(text) || !isClause(text)) && (units[first.index]?.depth ?? 0) <= 1;
  }
  const share = apart / (sequence.length - 1);
  return share >= (lead ? 0.8 : 0.5);
}

/** Whether between two members of a list there are only nested items. */
function onlyNested(units: readonly RawBlock[], from: number, to: number): boolean {
  const depth = units[from]?.depth ?? 0;
  for (let i = from + 1; i < to; i++) {
    const unit = units[i];
    if (unit?.kind !== 'item' || unit.depth <= depth || unit.marker === null) return false;
  }
  // A title over bullets alone is a section all the same where it is bold or in capitals throughout.
  const line = units[from]?.lines[0];
  return !(line && (isBold(line) || titleCase(line.text)));
}

function makeHeading(source: string, units: RawBlock[], index: number): void {
  const unit = units[index];
  const line = unit?.lines[0];
  if (!unit || !line || unit.kind === 'heading') return;
  unit.kind = 'heading';
  if (unit.marker) {
    const builder = new LineBuilder();
    builder.copy(source, unit.marker.start, unit.marker.end);
    const marker = builder.take();
    if (marker) unit.lines = [joinLines([marker, line])];
  }
  if (unit.depth > 0) liftContent(units, index, unit.depth);
  unit.depth = 0;
  unit.marker = null;
}

/** What was inside the list item that turned out to be a heading is no longer nested in it. */
function liftContent(units: readonly RawBlock[], index: number, depth: number): void {
  for (let i = index + 1; i < units.length; i++) {
    const unit = units[i];
    if (!unit || unit.depth < depth || (unit.kind === 'item' && unit.depth === depth) || unit.kind === 'heading') return;
    unit.depth -= depth;
  }
}
