import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from './types.js';

const wording = lexicon('sentences');

/**
 * Half-open ranges of the sentences of one block's clean text, without white space around them; linear time. A text without an end of a
 * sentence is cut at spaces: what is done with a sentence may compare its parts, and must not take the square of a whole text's time.
 */
export function splitSentences(text: string): Range[] {
  const out = atStops(text);
  return out.some(({ start, end }) => end - start > LONGEST) ? out.flatMap((range) => piecesOf(text, range)) : out;
}

/** Signs. The longest sentence of some three hundred policies has 2,500, lists with semicolons among them. */
const LONGEST = 6000;

function piecesOf(text: string, { start, end }: Range): Range[] {
  const pieces: Range[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const cut = space > from ? space : betweenSigns(text, from + LONGEST);
    pieces.push({ start: from, end: cut });
    from = cut === space ? cut + 1 : cut;
  }
  return [...pieces, { start: from, end }];
}

/** Not between the two halves of one sign. */
const betweenSigns = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

function atStops(text: string): Range[] {
  const out: Range[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0xff01 || code === 0xff1f) {
      // East Asian stops have no space behind them.
      const end = closeSentence(text, i + 1);
      out.push({ start, end });
      start = text.charCodeAt(end) === 0x20 ? end + 1 : end;
      i = start - 1;
      continue;
    }
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f && code !== 0x2026) continue;
    const end = closeSentence(text, i + 1);
    if (end >= text.length) break;
    if (text.charCodeAt(end) === 0x20 && endsSentence(text, start, i, end)) {
      out.push({ start, end });
      start = end + 1;
    } else if (code === 0x2e && end === i + 1 && missesSpace(text, i)) {
      out.push({ start, end });
      start = end;
    }
    i = end - 1;
  }
  if (start < text.length) out.push({ start, end: text.length });
  return out;
}

/** Whether a space was lost behind a full stop ("your data.This is"): between a small word and one that opens sentences. */
function missesSpace(text: string, stop: number): boolean {
  if (!/^[a-z]{3}$/.test(text.slice(Math.max(0, stop - 3), stop))) return false;
  const next = /^([A-Z][a-z]{0,12}) /.exec(text.slice(stop + 1, stop + 15))?.[1];
  return next !== undefined && wording.words('opener').has(next.toLowerCase());
}

/** Where a run of stops, closing quotes and brackets ends. */
function closeSentence(text: string, from: number): number {
  let i = from;
  while (i < text.length && '.!?…。！？"\')]}’”»」』）*_'.includes(text.charAt(i))) i++;
  return i;
}

/** Whether the stop at `stop`, with the closing marks up to `end` and a space behind, ends a sentence. */
function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  const next = nextOpener(text, end + 1);
  if (next >= text.length) return true;
  const char = text.charAt(next);
  if (isLower(char)) return false;
  const ellipsis = text.charAt(stop) === '…' || text.startsWith('...', stop);
  if (ellipsis) return !/[\d,;:)]/.test(char);
  if (text.charAt(stop) !== '.') return !/[,;:)]/.test(char) && !COMPANY_FORM.test(text.slice(next, next + 8));
  if (end === stop + 1 && abbreviated(text, start, stop, next)) return false;
  return !/[,;:)]/.test(char);
}

/** Skips opening quotes and brackets. */
function nextOpener(text: string, from: number): number {
  let i = from;
  while (i < text.length && ' "\'([{“‘«„*_'.includes(text.charAt(i))) i++;
  return i;
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase();
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** Whether the stop belongs to an abbreviation or number, going by the word before and the character after it. */
function abbreviated(text: string, start: number, stop: number, next: number): boolean {
  let from = stop;
  // A word longer than this is no abbreviation; the bound keeps long runs without spaces linear.
  const bound = Math.max(start, stop - 16);
  while (from > bound && text.charAt(from - 1) !== ' ') from--;
  const word = text
    .slice(from, stop)
    .replace(/^["'([{“‘«„*_]{1,4}|[)\]]{1,2}$/g, '')
    .replace(/^.{0,14}[-/](?=[a-z]\.)/i, '')
    .toLowerCase();
  if (word === '') return false;
  const digitNext = isDigit(text.charAt(next));
  if (wording.words('never-last').has(word)) return true;
  if (wording.words('before-number').has(word))
    return digitNext || text.charAt(next) === '§' || /^[IVXLC]+\b/.test(text.slice(next, next + 8));
  if (digitNext && [...wording.words('street-ending')].some((ending) => word.endsWith(ending))) return true;
  // "Sec. 4. No. 5"
  if (/^\d{1,3}$/.test(word) && COUNTED_PART.test(text.slice(next, next + 8))) return true;
  if (wording.words('company').has(word) || wording.words('dotted').has(word) || /^(?:[a-z]\.){1,5}[a-z]$/.test(word))
    return goesOn(text, next);
  if (word.length === 1 && /[a-z]/.test(word) && text.charAt(stop - 1) !== word) return !wording.words('one-letter').has(word);
  // A number at the very start is the item's own number ("1. Foo").
  return from === start && /^(\d{1,3}(\.\d{1,3}){0,3}|[ivx]{1,5}|[a-z])$/.test(word);
}

/** After "Inc." or "U.S.": whether the sentence goes on, going by the next word. */
function goesOn(text: string, next: number): boolean {
  const word = /^[A-Za-z']{1,16}/.exec(text.slice(next, next + 17))?.[0];
  return word === undefined ? true : !wording.words('opener').has(word.toLowerCase());
}

const COMPANY_FORM = expression('sentences')`^${'company-form'}`;
/** "Sec. 4. No. 5" */
const COUNTED_PART = expression('sentences', 'i')`^${'counted-part'}\. ?\d`;
