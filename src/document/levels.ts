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

const NAMES = /\b(?:privacy|policy|notice|statement|terms|agreement|cookies?|data protection|gdpr|legal)\b/i;

function styleOf(unit: RawBlock): string {
  const [line] = unit.lines;
  if (!line) return '';
  return numberOf(line.text) ? 'number' : isBold(line) ? 'bold' : allCaps(line.text) ? 'capitals' : 'plain';
}

interface NumberedSpans {
  /** First and last heading index of each run of numbered headings, none of them a markup heading. */
  runs: { start: number; end: number; style: string }[];
  /** Whether unnumbered headings stand inside a run, so that they are below the numbered ones. */
  holds: boolean;
}

function numberedSpans(headings: readonly RawBlock[]): NumberedSpans {
  const runs: { start: number; end: number; value: number; style: string }[] = [];
  headings.forEach((unit, index) => {
    if (unit.level !== null) return;
    const number = numberOf(unit.lines[0]?.text ?? '');
    if (!number || number.depth > 1) return;
    const last = runs.at(-1);
    const value = number.style.endsWith('r') ? number.roman : number.value;
    if (last && last.style.charAt(0) === number.style.charAt(0) && (value === last.value + 1 || number.roman === last.value + 1)) {
      last.end = index;
      last.value++;
    } else runs.push({ start: index, end: index, value, style: number.style });
  });
  const holds = headings.some(
    (unit, index) =>
      unit.level === null && !numberOf(unit.lines[0]?.text ?? '') && runs.some((run) => run.start < index && index < run.end),
  );
  return { runs, holds };
}

/** Lower is more significant. Markup comes first, then numbers, then bold, capitals and plain labels. */
function rankOf(unit: RawBlock, index: number, { runs, holds }: NumberedSpans): number {
  const line = unit.lines[0];
  const text = line?.text ?? '';
  const number = numberOf(text);
  const depth = number && /^[\d(§]/.test(text) ? number.depth : 1;
  if (unit.level !== null) return unit.level + (depth - 1) * 0.1;
  if (number) {
    if (number.style.startsWith('1')) return 11 + depth;
    // Letters and Roman numerals are below figures unless they come first.
    const above = runs.find((run) => run.style.startsWith('1'));
    return above && above.start < index ? 15 : 11;
  }
  const plain = (line && isBold(line) ? 20 : 22) + (allCaps(text) ? -0.5 : 0) + (text.endsWith(':') ? 1 : 0);
  if (runs.length === 0 || holds) return plain;
  const outside = !runs.some((run) => run.start < index && index < run.end);
  return outside && !text.endsWith(':') ? 12 : plain;
}
