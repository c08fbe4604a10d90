/** Numbers in words and figures, units of time and months, from rules/lexicon/en/numbers.yaml. */
import { whenAsked } from '../data/expression.js';
import { rawLexicon } from '../data/lexicon.js';

/** The id of a unit in numbers.yaml: hour, day, business-day, week, month, year ... */
export type Unit = string;

interface NumbersFile {
  readonly words: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly units: readonly { readonly id: Unit; readonly words: readonly string[]; readonly days: number; readonly business?: boolean }[];
  /** Between number and unit; true where it makes them working days. */
  readonly modifiers: Readonly<Record<string, boolean>>;
  readonly months: Readonly<Record<string, number>>;
}

// The file is part of the product and its use is tested; its shape is not a user's to get wrong.
export const numbers = rawLexicon('numbers') as NumbersFile;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Longest first, so that "no more than" is not read as "no". */
export const alternation = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|');

const WORD = `(?:${alternation([...Object.keys(numbers.words), ...Object.keys(numbers.scales)])})`;

const FIGURES = '\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,5}(?:\\.\\d{1,2})?';
const NO_CODE = '(?![a-z]{0,1}[\\d])';

/**
 * Expressions around numbers: "30", "1,000", "1.5", "twenty-four", "one hundred and eighty". `source` gets the source for one, without
 * capturing groups, which must stand where a word may begin; the expression has the flag `g` and begins at the start of the text. Most texts
 * write their numbers in figures, and what knows no words for them compiles in a quarter of the time.
 */
export function aroundNumbers(source: (number: string) => string): (lower: string) => RegExp {
  const figures = whenAsked(() => new RegExp(source(`(?:${FIGURES})${NO_CODE}`), 'g'));
  const all = whenAsked(() => new RegExp(source(`(?:${FIGURES}|${WORD}(?:[- ](?:and )?${WORD}){0,4})${NO_CODE}`), 'g'));
  return (lower) => {
    const expression = NUMBER_WORD.test(lower) ? all() : figures();
    expression.lastIndex = 0;
    return expression;
  };
}

const NUMBER_WORD = new RegExp(`\\b${WORD}`);

/** The value of what NUMBER matched; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text.replace(/,/g, ''));
  let total = 0;
  for (const word of text.split(/[- ]/)) {
    if (word === 'and') continue;
    const scale = numbers.scales[word];
    const value = numbers.words[word];
    if (scale !== undefined) total = (total || 1) * scale;
    else if (value !== undefined) total += value;
    else return Number.NaN;
  }
  return total;
}
