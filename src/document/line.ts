import { expression } from '../data/expression.js';
import type { Line } from './raw.js';

/** Builds one line of clean text: folds white space, drops invisible characters, keeps the way back to the source. */
export class LineBuilder {
  private text = '';
  private map: number[] = [];
  private links: Line['links'] = [];
  private strong: Line['strong'] = [];
  /** White space seen and not yet written: its span in the source; -1 for none. */
  private spaceStart = -1;
  private spaceEnd = -1;

  /** Length of the clean text so far, counting white space that is still to be written. */
  get position(): number {
    return this.text.length + (this.spaceStart >= 0 && this.text !== '' ? 1 : 0);
  }

  get empty(): boolean {
    return this.text === '';
  }

  /** Appends `source.slice(start, end)`, character for character. */
  copy(source: string, start: number, end: number): void {
    let run = start;
    for (let i = start; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code > 0x20 && code < 0x7f) continue;
      if (code === 0x20 && i > run && i + 1 < end && isInk(source.charCodeAt(i + 1))) continue;
      const kind = charKind(code);
      if (kind === INK) continue;
      this.write(source.slice(run, i), run, i - run);
      if (kind === SPACE) this.space(i, i + 1);
      run = i + 1;
    }
    this.write(source.slice(run, end), run, end - run);
  }

  /** Appends text that the source writes differently (an entity) at the given span. */
  replace(text: string, start: number, end: number): void {
    let ink = '';
    for (const char of text) {
      const kind = charKind(char.charCodeAt(0));
      if (kind === INK) ink += char;
      else if (kind === SPACE) {
        this.write(ink, start, end - start);
        ink = '';
        this.space(start, end);
      }
    }
    this.write(ink, start, end - start);
  }

  space(start: number, end: number): void {
    if (this.spaceStart < 0) this.spaceStart = start;
    this.spaceEnd = end;
  }

  link(start: number, url: string): void {
    const end = this.text.length;
    this.links.push({ start: Math.min(start, end), end, url });
  }

  bold(start: number): void {
    const end = this.text.length;
    if (end > start) this.strong.push({ start, end });
  }

  /** The line so far, or null where it has no text; the builder starts anew. */
  take(hard = false): Line | null {
    const line = { text: this.text, map: this.map, links: this.links, strong: this.strong, hard };
    this.text = '';
    this.map = [];
    this.links = [];
    this.strong = [];
    this.spaceStart = -1;
    return line.text === '' ? null : line;
  }

  private write(text: string, start: number, length: number): void {
    if (text === '') return;
    if (this.spaceStart >= 0) {
      const from = this.spaceStart;
      this.spaceStart = -1;
      if (this.text !== '') this.push(' ', from, this.spaceEnd - from);
    }
    this.push(text, start, length);
  }

  private push(text: string, start: number, length: number): void {
    pushSegment(this.map, this.text.length, text.length, start, length);
    this.text += text;
  }
}

/** Appends a segment to a map of triples, or lengthens the last one where both go on one to one. */
export function pushSegment(map: number[], at: number, size: number, start: number, length: number): void {
  const last = map.length - 3;
  if (last >= 0 && size === length) {
    const lastAt = map[last] ?? 0;
    const lastStart = map[last + 1] ?? 0;
    const lastLength = map[last + 2] ?? 0;
    if (lastLength === at - lastAt && lastStart + lastLength === start) {
      map[last + 2] = lastLength + length;
      return;
    }
  }
  map.push(at, start, length);
}

/** The part of a line from `start` to `end`, without white space around it; null where nothing is left. */
export function sliceLine(line: Line, start: number, end: number): Line | null {
  const { text } = line;
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && text.charCodeAt(from) === 0x20) from++;
  while (to > from && text.charCodeAt(to - 1) === 0x20) to--;
  if (from >= to) return null;
  const map: number[] = [];
  for (let i = 0; i < line.map.length; i += 3) {
    const at = line.map[i] ?? 0;
    const segmentStart = line.map[i + 1] ?? 0;
    const length = line.map[i + 2] ?? 0;
    const size = (line.map[i + 3] ?? text.length) - at;
    const first = Math.max(at, from);
    const last = Math.min(at + size, to);
    if (first >= last) continue;
    if (size === length) map.push(first - from, segmentStart + first - at, last - first);
    else map.push(first - from, segmentStart, length);
  }
  const cut = <T extends { start: number; end: number }>(ranges: T[]): T[] =>
    ranges
      .filter((r) => r.end > from && r.start < to)
      .map((r) => ({ ...r, start: Math.max(r.start, from) - from, end: Math.min(r.end, to) - from }));
  return { text: text.slice(from, to), map, links: cut(line.links), strong: cut(line.strong), hard: line.hard };
}

/** Whether a line breaks inside a compound ("third-" + "party"). */
function breaksWord(line: string, next: string): boolean {
  return /[a-z]-$/.test(line) && /^[a-z]/.test(next) && !JOINS.test(next);
}

const JOINS = expression('layout')`^${'joins-compounds'}`;

/** The source span of a whole line. */
export function lineSpan(line: Line): { start: number; end: number } {
  const last = line.map.length - 3;
  return { start: line.map[1] ?? 0, end: (line.map[last + 1] ?? 0) + (line.map[last + 2] ?? 0) };
}

/** A character that shows. */
export const INK = 0;
const SPACE = 1;
const NOTHING = 2;

/** Whether a UTF-16 unit shows, is white space (control characters too), or is neither (zero-width, soft hyphen, direction marks). */
export function charKind(code: number): 0 | 1 | 2 {
  if (code < 0x7f) return code > 0x20 ? INK : SPACE;
  if (code < 0xa1) return SPACE;
  if (code === 0xad) return NOTHING;
  if (code < 0x1680) return code === 0x34f ? NOTHING : INK;
  if (code < 0x2000) return code === 0x1680 ? SPACE : code === 0x180e ? NOTHING : INK;
  if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000) return SPACE;
  if (code <= 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code === 0xfeff) return NOTHING;
  return INK;
}

function isInk(code: number): boolean {
  return charKind(code) === INK;
}

/** One line made of several, with a space between them. */
export function joinLines(lines: readonly Line[]): Line {
  const [first] = lines;
  if (lines.length === 1 && first) return first;
  const joined: Line = { text: '', map: [], links: [], strong: [], hard: lines.at(-1)?.hard ?? false };
  const texts: string[] = [];
  let at = 0;
  let end = 0;
  for (const line of lines) {
    const span = lineSpan(line);
    const before = texts.at(-1);
    if (before !== undefined && !breaksWord(before, line.text)) {
      pushSegment(joined.map, at, 1, end, Math.max(0, span.start - end));
      texts.push(' ');
      at++;
    }
    for (let i = 0; i < line.map.length; i += 3) {
      const from = line.map[i] ?? 0;
      pushSegment(joined.map, at + from, (line.map[i + 3] ?? line.text.length) - from, line.map[i + 1] ?? 0, line.map[i + 2] ?? 0);
    }
    for (const link of line.links) joined.links.push({ ...link, start: link.start + at, end: link.end + at });
    for (const range of line.strong) joined.strong.push({ start: range.start + at, end: range.end + at });
    texts.push(line.text);
    at += line.text.length;
    end = span.end;
  }
  joined.text = texts.join('');
  return joined;
}
