import type { Flow } from './flow.js';

/**
 * Writes the value of a Markdown text node to the flow, each character with the place in `source.slice(start, end)` that
 * stands for it: escapes, entities and what opens continuation lines ("> ", indentation) are stepped over.
 */
export function alignText(flow: Flow, start: number, end: number, value: string): void {
  const { source } = flow;
  let at = start;
  let i = 0;
  while (i < value.length && at < end) {
    const code = value.charCodeAt(i);
    if (isBreak(code)) {
      i += code === CR && value.charCodeAt(i + 1) === LF ? 2 : 1;
      while (at < end && !isBreak(source.charCodeAt(at))) at++;
      if (at >= end) break;
      at += source.startsWith('\r\n', at) ? 2 : 1;
      flow.endLine();
      const next = value.charAt(i);
      while (at < end && source.charAt(at) !== next && ' \t>'.includes(source.charAt(at))) at++;
      continue;
    }
    const run = sameLength(source, at, end, value, i);
    if (run > 0) {
      flow.copy(at, at + run);
      at += run;
      i += run;
      continue;
    }
    const entity = entityAt(source, at, end, value, i);
    if (entity > 0) {
      const size = decodedLength(value, i);
      flow.replace(value.slice(i, i + size), at, at + entity);
      at += entity;
      i += size;
    } else at++;
  }
}

/** How many characters are the same in both, up to where the source has an escape, an entity or a line end. */
function sameLength(source: string, at: number, end: number, value: string, i: number): number {
  let run = 0;
  const most = Math.min(end - at, value.length - i);
  for (; run < most; run++) {
    const code = source.charCodeAt(at + run);
    if (isBreak(code)) break;
    if (code !== value.charCodeAt(i + run) && code !== 0) break;
    if (code === BACKSLASH && isPunctuation(source.charCodeAt(at + run + 1))) {
      // Where the next one is a backslash too, this one is its escape; else it would not be in the value.
      if (source.charCodeAt(at + run + 1) === BACKSLASH) break;
    } else if (code === AMPERSAND && entityAt(source, at + run, end, value, i + run) > 0) break;
  }
  return run;
}

const LF = 10;
const CR = 13;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;

function isBreak(code: number): boolean {
  return code === LF || code === CR;
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) || (code >= 0x3a && code <= 0x40) || (code >= 0x5b && code <= 0x60) || (code >= 0x7b && code <= 0x7e)
  );
}

const ENTITY = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/;
const AMPERSAND_ENTITY = /^&(?:amp|AMP|#0{0,5}38|#[xX]0{0,4}26);$/;

/** Length in the source of the character reference at `at` that the value shows decoded; 0 for none. */
function entityAt(source: string, at: number, end: number, value: string, i: number): number {
  if (source.charCodeAt(at) !== AMPERSAND) return 0;
  const text = ENTITY.exec(source.slice(at, Math.min(end, at + 40)))?.[0];
  if (text === undefined) return 0;
  // An unknown name stands as it is written; so does a decoded ampersand before "amp;".
  return value.startsWith(text, i) && !AMPERSAND_ENTITY.test(text) ? 0 : text.length;
}

/** Length of what one character reference decodes to: a code point, in some cases with a second one that joins it. */
function decodedLength(value: string, i: number): number {
  const size = (value.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  const next = value.charCodeAt(i + size);
  return next === 0x338 || next === 0x20d2 || next === 0x20e5 || next === 0xfe00 || next === 0x331 || next === 0x333 ? size + 1 : size;
}
