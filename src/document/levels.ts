import { numberOf } from './numbering.js';
import type { RawBlock } from './raw.js';

/** Gives every heading its level in the section tree, from 1 and without gaps. */
export function findLevels(units: readonly RawBlock[]): void {
  const stack: number[] = [];
  let first = true;
  for (const unit of units) {
    if (unit.kind !== 'heading') continue;
    const rank = first && isTitle(unit, units) ? 0 : rankOf(unit);
    first = false;
    while (stack.length > 0 && (stack.at(-1) ?? 0) >= rank) stack.pop();
    stack.push(rank);
    unit.outline = stack.length;
  }
}

/** Whether the first heading names the whole document. */
function isTitle(unit: RawBlock, units: readonly RawBlock[]): boolean {
  if (units.find((other) => other.kind === 'heading') !== unit) return false;
  const text = unit.lines[0]?.text ?? '';
  if (numberOf(text)) return false;
  const level = unit.level;
  return level === null || !units.some((other) => other !== unit && other.kind === 'heading' && other.level !== null && other.level <= level);
}

/** Lower is more significant. */
function rankOf(unit: RawBlock): number {
  const text = unit.lines[0]?.text ?? '';
  const number = numberOf(text);
  if (unit.level !== null) return unit.level;
  if (number) return number.style === 'decimal' ? 10 + number.depth : 10;
  if (text.endsWith(':')) return 22;
  return text === text.toUpperCase() ? 20 : 21;
}
