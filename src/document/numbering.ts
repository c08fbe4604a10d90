export interface SectionNumber {
  style: 'decimal' | 'roman' | 'letter';
  /** Count of parts: 1 for "4.", 2 for "4.2". */
  depth: number;
  /** The last part. */
  value: number;
}

/** The number that a heading or ordered item opens with ("4.", "4.2", "(b)", "IV."), or null. */
export function numberOf(text: string): SectionNumber | null {
  const match = /^\(?(?:(\d{1,3}(?:\.\d{1,3}){0,4})|([ivxl]{1,6}|[IVXL]{1,6})|([a-z]|[A-Z]))[.):]?(?:\s|$)/.exec(text);
  if (!match) return null;
  if (match[1]) {
    const parts = match[1].split('.');
    return { style: 'decimal', depth: parts.length, value: Number(parts.at(-1)) };
  }
  if (match[2]) return { style: 'roman', depth: 1, value: roman(match[2].toLowerCase()) };
  return { style: 'letter', depth: 1, value: (match[3] ?? '').toLowerCase().charCodeAt(0) - 96 };
}

function roman(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charAt(i)] ?? 0;
    const next = values[text.charAt(i + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}
