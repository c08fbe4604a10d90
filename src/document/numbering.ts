import { expression } from '../data/expression.js';

export interface SectionNumber {
  /** Numbers of one list or outline share it: kind of digit, case, the marks around it. */
  style: string;
  /** Count of parts: 1 for "4.", 2 for "4.2". */
  depth: number;
  /** The last part. */
  value: number;
  /** As a Roman numeral where it could be a letter as well ("C.", "i)"). */
  roman: number;
  /** Length with the white space behind. */
  length: number;
}

const NUMBER = expression(
  'layout',
  'i',
)`^(?:(?:${'numbered-part'}|§{1,2})\s{0,2})?(\(?)(?:(\d{1,3}(?:\.\d{1,3}){0,4})|([ivxl]{1,7}|[IVXL]{1,7})|([a-z]|[A-Z]))([.):]?(?:\s?[–—-])?)(?:\s{1,10}|$)`;

/** The number that a heading or ordered item opens with ("4.", "4.2", "(b)", "IV.", "Section 3 –"), or null. */
export function numberOf(text: string): SectionNumber | null {
  const match = NUMBER.exec(text.slice(0, 40));
  if (!match) return null;
  const [whole, open = '', digits, roman, letter, close = ''] = match;
  const word = /^[a-z§]{2,}|^§/i.exec(whole)?.[0].toLowerCase() ?? '';
  const marks = `${word && !roman ? word : ''}${open}${close.trim()}`;
  if (digits !== undefined) {
    const parts = digits.split('.');
    // "2023 changes", "30 days": a bare number of one part opens a sentence as well; only a mark or a word makes it a number.
    return {
      style: `1${parts.length > 1 ? parts.length : marks}`,
      depth: parts.length,
      value: Number(parts.at(-1)),
      roman: 0,
      length: whole.length,
    };
  }
  const text0 = roman ?? letter ?? '';
  const single = text0.length === 1;
  if (marks === '' && word === '') return null;
  const lower = text0.toLowerCase();
  const style = `${text0 === lower ? 'a' : 'A'}${marks}`;
  return {
    style: single ? style : `${style}r`,
    depth: 1,
    value: single ? lower.charCodeAt(0) - 96 : 0,
    roman: romanValue(lower),
    length: whole.length,
  };
}

/** Whether a bare number ("4 Data retention") has no mark that shows it to be a section number. */
export function isBare(number: SectionNumber): boolean {
  return number.style === '1';
}

function romanValue(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN[text.charAt(i)] ?? 0;
    if (value === 0) return 0;
    sum += value < (ROMAN[text.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
