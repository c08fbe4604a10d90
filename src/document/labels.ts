import { expression } from '../data/expression.js';
import { decorationLength } from './bullets.js';
import { isBold, isLinked } from './emphasis.js';
import { sliceLine } from './line.js';
import type { RawBlock } from './raw.js';
import { allCaps, isClause, leadInLike, proseLike, titleCase, titleLike } from './titles.js';

/** Lines that name what follows become headings: bold ones, and short ones with prose or a list right below. */
export function labelHeadings(source: string, units: RawBlock[]): void {
  demoteProse(units);
  hashHeadings(units);
  const marked = units.filter((unit) => unit.kind === 'heading' && unit.level !== null).length >= MANY;
  // From the end, so that a heading knows whether the line below it is one too.
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i];
    const line = unit?.lines[0];
    const next = units[i + 1];
    if (!unit || !line || !next || unit.table) continue;
    if (!(unit.kind === 'paragraph' && unit.depth === 0) && !isDecorated(source, unit, units[i - 1], next)) continue;
    if (next.kind === 'code' || isLinked(line)) continue;
    if (i > 0 && COMPANY.test(line.text)) continue;
    if (i === 0 && isDocumentTitle(line.text, next)) unit.kind = 'heading';
    else if (
      isBold(line) ? isBoldTitle(line.text) : (!marked || isCertain(line.text, next)) && isLabel(unit, line.text, next, units[i - 1])
    )
      unit.kind = 'heading';
  }
}

const MANY = 2;
/** A line that names a company opens its address. */
const COMPANY = expression('layout', 'i')`${'company-end'}\.?$`;

/** A company and a number, or a postal code and its town: an address of several lines. */
const ADDRESS = expression('layout', 'i')`${'company'}.{1,60}\d|\b\d{5} [A-Z]`;
const DATE_LABEL = expression('layout', 'i')`^${'any-date-label'}`;
const DATED = expression('layout', 'i')`^${'any-date-label'}[^:]{0,20}:? .{0,30}\d`;
const DATE_BEFORE = expression('layout', 'i')`^${'date-before'}`;
const ADDRESS_LABEL = expression('layout', 'i')`\w@\w|https?:|^${'address-label'}[^:]{0,12}:`;

/** Where the author marks headings up, only a line that nobody takes for a sentence is one as well. */
function isCertain(text: string, next: RawBlock): boolean {
  return titleCase(text) && !text.endsWith('.') && !(next.kind === 'heading' && next.level !== null);
}

/** A lone line with an emoji in front: a title rather than a list of one entry. */
function isDecorated(source: string, unit: RawBlock, previous: RawBlock | undefined, next: RawBlock): boolean {
  if (unit.kind !== 'item' || !unit.marker || unit.depth > 1 || next.kind !== 'paragraph' || previous?.kind === 'item') return false;
  return decorationLength(source.slice(unit.marker.start, unit.marker.end)) > 0;
}

/** "##Title": a heading in Markdown but for the missing space. */
function hashHeadings(units: readonly RawBlock[]): void {
  for (const unit of units) {
    const [line] = unit.lines;
    if (!line || unit.kind !== 'paragraph' || line.text.charCodeAt(0) !== HASH) continue;
    const marks = /^#{1,6}(?=[^\s#])/.exec(line.text)?.[0].length ?? 0;
    const rest = marks > 0 ? sliceLine(line, marks, line.text.length) : null;
    if (!rest || !titleLike(rest.text) || (marks === 1 && !rest.text.includes(' '))) continue;
    unit.kind = 'heading';
    unit.level = marks;
    unit.lines = [rest];
  }
}

const HASH = 0x23;

/** Markup sometimes makes a heading of a paragraph (a rule right below it, a "#" before prose). */
function demoteProse(units: readonly RawBlock[]): void {
  for (const unit of units) {
    if (unit.kind !== 'heading') continue;
    const text = unit.lines[0]?.text ?? '';
    if (text.length > 250 || (text.length > 120 && /[.!?] [A-Z]/.test(text))) {
      unit.kind = 'paragraph';
      unit.level = null;
    }
  }
}

function isDocumentTitle(text: string, next: RawBlock): boolean {
  if (text.length > 80 || !titleLike(text.replace(/[.!]$/, ''))) return false;
  if (!titleCase(text) && (/[.!]$/.test(text) || isClause(text))) return false;
  if (DATE_LABEL.test(text) || text.endsWith(':')) return false;
  return next.kind !== 'item' || titleCase(text);
}

function isBoldTitle(text: string): boolean {
  if (text.length > 120 || /[,;]$/.test(text) || leadInLike(text)) return false;
  if (ADDRESS_LABEL.test(text)) return false;
  if (DATED.test(text)) return false;
  return titleLike(text) || (!/[.!]$/.test(text) && text.split(' ').length <= 15);
}

function isLabel(unit: RawBlock, text: string, next: RawBlock, previous: RawBlock | undefined): boolean {
  if (!titleLike(text) || leadInLike(text)) return false;
  if (text.length > 80 && !allCaps(text) && !text.endsWith('?')) return false;
  // A street, a postcode, a telephone number.
  if (/^\d{1,5}[ ,]|\d{3,}$|, [A-Z]{2}\b/.test(text) || ADDRESS.test(text)) return false;
  const below = next.lines[0]?.text ?? '';
  if (text.endsWith(':')) return next.kind === 'item' || (proseLike(below) && text.split(' ').length <= 6);
  if (text.slice(0, -1).includes(': ') && !allCaps(text)) return false;
  if (!standsApart(unit, previous)) return false;
  const title = titleCase(text);
  if (!title && isClause(text)) return false;
  if (proseLike(below)) return true;
  if (text.endsWith('.')) return false;
  if (next.kind === 'item') return !next.marker?.ordered || title;
  if (next.kind === 'heading') return title || unit.gap;
  if (next.kind === 'cell') return title;
  return title && (/\w@\w|https?:|www\.|\[at\]/.test(below) || /^[^:]{1,30}: /.test(below));
}

/** Whether the line before is complete, so that this one cannot be the rest of it. */
function standsApart(unit: RawBlock, previous: RawBlock | undefined): boolean {
  if (unit.gap || !previous || previous.kind === 'heading' || previous.kind === 'item') return true;
  const before = previous.lines[0]?.text ?? '';
  if (titleLike(before) && titleCase(before) && !/[\d,]/.test(before)) return true;
  return /[.!?:]["')\]”’]{0,2}$/.test(before) || before.length > 90 || DATE_BEFORE.test(before);
}
