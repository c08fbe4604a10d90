import { expression } from '../data/expression.js';
import { isBold } from './emphasis.js';
import { numberOf } from './numbering.js';
import type { RawBlock } from './raw.js';
import { allCaps } from './titles.js';

/** Gives every heading its level in the section tree, from 1 and without gaps. */
export function findLevels(units: readonly RawBlock[]): void {
  const headings = units.filter((unit) => unit.kind === 'heading');
  const spans = numberedSpans(headings);
  const stack: number[] = [];
  headings.forEach((unit, index) => {
    const rank = index === 0 && isDocumentTitle(unit, headings, units) ? 0 : rankOf(unit, index, spans);
    while (stack.length > 0 && (stack.at(-1) ?? 0) >= rank) stack.pop();
    stack.push(rank);
    unit.outline = stack.length;
  });
}

/** Whether the first heading names the whole document. */
function isDocumentTitle(unit: RawBlock, headings: readonly RawBlock[], units: readonly RawBlock[]): boolean {
  const text = unit.lines[0]?.text ?? '';
  if (numberOf(text) && /^[\d(§]/.test(text)) return false;
  const { level } = unit;
  if (level === null) {
    if (units.indexOf(unit) > 2 || headings.some((other) => other.level !== null)) return false;
    const [, second] = headings;
    return NAMES.test(text) || (second !== undefined && styleOf(second) !== styleOf(unit));
  }
  return !headings.some((other) => other !== unit && other.level !== null && other.level <= level);
}

const NAMES = expression('layout', 'i')`${'document-name'}`;

function styleOf(unit: RawBlock): string {
  const [line] = unit.lines;
  if (!line) return '';
  return numberOf(line.text) ? 'number' : isBold(line) ? 'bold' : allCaps(line.text) ? 'capitals' : 'plain';
}

interface NumberedSpans {
  /** For each heading, whether it stands between two of one run of numbers. */
  inside: readonly boolean[];
  /** Whether there are numbered headings without markup. */
  any: boolean;
  /** Index of the first one with figures. */
  firstFigure: number;
  /** Whether unnumbered headings stand inside a run, so that they are below the numbered ones. */
  holds: boolean;
}

function numberedSpans(headings: readonly RawBlock[]): NumberedSpans {
  const runs: { start: number; end: number; value: number }[] = [];
  const latest = new Map<string, { start: number; end: number; value: number }>();
  let firstFigure = headings.length;
  headings.forEach((unit, index) => {
    if (unit.level !== null) return;
    const number = numberOf(unit.lines[0]?.text ?? '');
    if (!number || number.depth > 1) return;
    const kind = number.style.charAt(0);
    if (kind === '1') firstFigure = Math.min(firstFigure, index);
    const last = latest.get(kind);
    const value = number.style.endsWith('r') ? number.roman : number.value;
    if (last && (value === last.value + 1 || number.roman === last.value + 1)) {
      last.end = index;
      last.value++;
    } else {
      const run = { start: index, end: index, value };
      runs.push(run);
      latest.set(kind, run);
    }
  });
  const inside = coverage(runs, headings.length);
  const holds = headings.some((unit, index) => inside[index] === true && unit.level === null && !numberOf(unit.lines[0]?.text ?? ''));
  return { inside, any: runs.length > 0, firstFigure, holds };
}

/** Which indexes lie strictly between the start and the end of a run. */
function coverage(runs: readonly { start: number; end: number }[], size: number): boolean[] {
  const change = new Array<number>(size + 1).fill(0);
  for (const { start, end } of runs) {
    if (end <= start + 1) continue;
    change[start + 1] = (change[start + 1] ?? 0) + 1;
    change[end] = (change[end] ?? 0) - 1;
  }
  let open = 0;
  return change.slice(0, size).map((step) => {
    open += step;
    return open > 0;
  });
}

/** Lower is more significant. Markup comes first, then numbers, then bold, capitals and plain labels. */
function rankOf(unit: RawBlock, index: number, { inside, any, firstFigure, holds }: NumberedSpans): number {
  const line = unit.lines[0];
  const text = line?.text ?? '';
  const number = numberOf(text);
  const depth = number && /^[\d(§]/.test(text) ? number.depth : 1;
  if (unit.level !== null) return unit.level + (depth - 1) * 0.1;
  if (number) {
    if (number.style.startsWith('1')) return 11 + depth;
    // Letters and Roman numerals are below figures unless they come first.
    return firstFigure < index ? 15 : 11;
  }
  const plain = (line && isBold(line) ? 20 : 22) + (allCaps(text) ? -0.5 : 0) + (text.endsWith(':') ? 1 : 0);
  return !any || holds || inside[index] === true || text.endsWith(':') ? plain : 12;
}
