import { dateOrderOf, datesIn } from '../../claims/dates.js';
import { claimHit } from '../places.js';
import type { StructureTest } from './test.js';

/**
 * The date of the text in figures that read two ways (04/05/2026). Where other figures of the text prove the order, the date
 * is written out as the text writes others.
 */
export const ambiguousDate: StructureTest = ({ document, claims }) => {
  return claims.flatMap((claim) => {
    if (claim.kind !== 'effective-date') return [];
    const { start, end } = claim.focus;
    const words = document.text.slice(start, end);
    const figures = /^(\d{1,2}) ?[/-] ?(\d{1,2}) ?[/-] ?\d{2,4}$/.exec(words);
    if (!figures || Number(figures[1]) > 12 || Number(figures[2]) > 12 || Number(figures[1]) === Number(figures[2])) return [];
    const hit = { ...claimHit(claim), values: { words } };
    const order = dateOrderOf(document);
    if (!order) return [hit];
    const text = writtenOut(claim.value.date, writesMonthFirst(document.lower) ?? order === 'month-first');
    return [{ ...hit, fixes: [{ title: `Write "${text}"`, safety: 'safe' as const, edits: [{ range: { start, end }, text }] }] }];
  });
};

/** Whether dates with the month's name have it first; undefined where there is none. */
function writesMonthFirst(lower: string): boolean | undefined {
  const named = datesIn(lower).find(({ start, end, precision }) => precision === 'day' && /[a-z]{3}/.test(lower.slice(start, end)));
  return named && /^[a-z]/.test(lower.slice(named.start, named.end));
}

function writtenOut(iso: string, isMonthFirst: boolean): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[Number(month) - 1] ?? month;
  return isMonthFirst ? `${name} ${Number(day)}, ${year}` : `${Number(day)} ${name} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
