import type { Line } from './raw.js';

/** Whether all of a line is bold. */
export function isBold(line: Line): boolean {
  let covered = 0;
  let end = 0;
  for (const range of line.strong) {
    const start = Math.max(range.start, end);
    if (range.end > start) covered += range.end - start;
    end = Math.max(end, range.end);
  }
  return line.strong.length > 0 && covered >= line.text.length - 2;
}

/** Whether all of a line is a link to a place in the same page: an entry of a table of contents. */
export function isLinked(line: Line): boolean {
  return line.links.some((link) => link.url.startsWith('#') && link.end - link.start >= line.text.length - 4);
}
