/**
 * A table in one string: a line a key, sorted, its values behind it. Nothing is read of it but the lines that a search passes, so that a
 * program may carry thousands of names and start as fast as with none.
 */

/** The table of these lines. Throws where a key comes twice, or holds what tells lines and values apart. */
export function lineTable(lines: readonly (readonly [key: string, values: readonly string[]])[]): string {
  for (const [key, values] of lines)
    if ([key, ...values].some((part) => SEPARATORS.some((sign) => part.includes(sign)))) throw new Error(`"${key}" holds a separator`);
  const sorted = lines.map(([key, values]) => [narrow(key), values.map(narrow)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.forEach(([key], index) => {
    if (sorted[index - 1]?.[0] === key) throw new Error(`"${key}" stands twice in the table`);
  });
  return sorted.map(([key, values]) => LINE + [key, ...values].join(VALUE)).join('') + LINE;
}

/** The values of a key; undefined where the table has none. Takes the logarithm of the table's size. */
export function lookUp(table: string, name: string): readonly string[] | undefined {
  const key = narrow(name);
  // Both are the places of a `LINE`: the line searched for begins at the first, at the second, or between them.
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const start = table.lastIndexOf(LINE, (low + high) >> 1) + 1;
    const order = orderOf(table, start, key);
    if (order > 0) high = start - 1;
    else {
      const end = table.indexOf(LINE, start);
      if (order === 0)
        return start + key.length === end
          ? []
          : table
              .slice(start + key.length + 1, end)
              .split(VALUE)
              .map(widened);
      low = end;
    }
  }
  return undefined;
}

/** Below zero where the key of the line that begins at `start` comes before this one, zero where it is the same. Cuts nothing out. */
function orderOf(table: string, start: number, key: string): number {
  for (let at = 0; at < key.length; at++) {
    const sign = table.charCodeAt(start + at);
    if (isEnd(sign)) return -1;
    const difference = sign - key.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return isEnd(table.charCodeAt(start + key.length)) ? 0 : 1;
}

const isEnd = (sign: number): boolean => sign === LINE_SIGN || sign === VALUE_SIGN;

/** A sign of two bytes would make two of every one of the table: such a sign is written as a number. */
const narrow = (text: string): string =>
  WIDE.test(text) ? text.replace(EACH_WIDE, (sign) => `${MARK}${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) : text;
const widened = (text: string): string =>
  text.includes(MARK) ? text.replace(EACH_MARKED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) : text;

const WIDE = /[^\0-\xff]/;
const EACH_WIDE = /[^\0-\xff]/g;
const MARK = '\u0080';
const EACH_MARKED = /\u0080([0-9a-f]{4})/g;

/** Neither is in any name, and neither is escaped in JSON. */
const LINE = '\u007f';
const VALUE = '|';
const LINE_SIGN = LINE.charCodeAt(0);
const VALUE_SIGN = VALUE.charCodeAt(0);
const SEPARATORS = [LINE, VALUE, MARK];
