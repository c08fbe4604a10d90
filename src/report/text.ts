/** Text for a terminal: nothing in it may act on the terminal, and every column counts as it is drawn. */

/**
 * The text with everything that a terminal obeys made visible: escapes, other controls, marks that turn the reading direction,
 * half characters. Has the same length, so that positions hold.
 */
export function harmless(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  return text
    .replace(/[\0-\x1f]/g, (char) =>
      char === '\t' || char === '\n' || char === '\r' ? ' ' : String.fromCharCode(0x2400 + char.charCodeAt(0)),
    )
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Columns that a terminal draws it in: two for wide characters and emoji, none for what is drawn over its neighbour. */
export function displayWidth(text: string): number {
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let width = 0;
  let joined = false;
  for (const char of text) {
    if (char === '\u200d') joined = true;
    else {
      if (!joined) width += isNarrow(char) ? 1 : ZERO_WIDTH().test(char) ? 0 : WIDE().test(char) ? 2 : 1;
      joined = false;
    }
  }
  return width;
}

/** Letters of the Latin scripts, dashes and quotation marks: of most texts, all. */
function isNarrow(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 0x300 || (code >= 0x2010 && code <= 0x2027);
}

const ZERO_WIDTH = () => /^(?:\p{M}|[\u200b\u200c\u2060])$/u;
const WIDE = () =>
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;

/** Lines of at most `width` columns, broken at spaces; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  return wrapRanges(text, width).map(({ start, end }) => text.slice(start, end));
}

/** As `wrap`, but tells where in `text` the lines are. */
export function wrapRanges(text: string, width: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = -1;
  let end = -1;
  let used = 0;
  const word = /[^ ]+/g;
  const isPlain = !/[^\x20-\x7e]/.test(text);
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const size = isPlain ? match[0].length : displayWidth(match[0]);
    if (start >= 0 && used + 1 + size > width) {
      lines.push({ start, end });
      start = -1;
    }
    if (start < 0) {
      start = match.index;
      used = size;
    } else used += match.index - end + size;
    end = match.index + match[0].length;
  }
  if (start >= 0) lines.push({ start, end });
  return lines;
}

/** "1 error", "2 errors". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** At most `length` characters, whole where it fits, an ellipsis where not. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
