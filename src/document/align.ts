import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { LineBuilder } from './line.js';

/**
 * Appends a text node's value to the builder, each character mapped to the place in `source.slice(start, end)` that
 * writes it: escapes, entities and what stands at the start of continuation lines are stepped over.
 */
export function alignText(source: string, start: number, end: number, value: string, builder: LineBuilder, endLine: () => void): void {
  let at = start;
  let i = 0;
  while (i < value.length && at < end) {
    const char = value.charAt(i);
    if (char === '\n' || char === '\r') {
      i++;
      while (at < end && !/[\r\n]/.test(source.charAt(at))) at++;
      if (source.startsWith('\r\n', at)) at += 2;
      else at++;
      endLine();
      const next = value.charAt(i);
      while (at < end && source.charAt(at) !== next && /[ \t>]/.test(source.charAt(at))) at++;
      continue;
    }
    let run = 0;
    while (i + run < value.length && at + run < end && same(source, at + run, value, i + run)) run++;
    if (run > 0) {
      builder.copy(source, at, at + run);
      at += run;
      i += run;
      continue;
    }
    const entity = source.charAt(at) === '&' ? decodeEntity(source, at, end) : null;
    if (entity && value.startsWith(entity.text, i)) {
      builder.replace(entity.text, at, entity.end);
      at = entity.end;
      i += entity.text.length;
    } else at++;
  }
}

/** Whether both hold the same character, and the source does not open an escape or entity with it. */
function same(source: string, at: number, value: string, i: number): boolean {
  const char = source.charAt(at);
  if (char !== value.charAt(i) || char === '\n' || char === '\r') return false;
  if (char === '\\') return value.charAt(i + 1) === source.charAt(at + 1) && !(source.charAt(at + 1) === '\\' && value.charAt(i + 1) !== '\\');
  return true;
}

const ENTITY = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/;

/** The character reference at `at`, or null. */
export function decodeEntity(source: string, at: number, limit: number): { text: string; end: number } | null {
  const match = ENTITY.exec(source.slice(at, Math.min(limit, at + 40)));
  if (!match) return null;
  const end = at + match[0].length;
  if (match[3] !== undefined) {
    const text = decodeNamedCharacterReference(match[3]);
    return text === false ? null : { text, end };
  }
  const code = match[1] !== undefined ? Number(match[1]) : Number.parseInt(match[2] ?? '', 16);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { text: valid ? String.fromCodePoint(code) : '\ufffd', end };
}
