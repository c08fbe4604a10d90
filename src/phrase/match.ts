/**
 * The matcher of phrases. A text asks for a few hundred of thousands of phrases and tries each once or twice: compiling a regular expression
 * for that takes longer than everything else that is done with it. A phrase is a program instead, compiled by the build
 * (`src/phrase/program.ts`), and means what its expression means.
 */
import { isWord } from './tokens.js';

/** Numbers: an array, or a view of the bytes of a file. */
export interface Numbers extends ArrayLike<number> {
  slice(start: number, end: number): Numbers;
}

/**
 * Programs that share the groups that they have in common. A group is a table: how many signs it tells apart; each sign and how far behind
 * the table's place the list for it stands; the same of the list for all other signs (0: none may stand there). A list: how many
 * alternatives may begin with the sign, and how far before the table's place each begins, in the order in which they are tried.
 */
export interface Programs {
  readonly code: Numbers;
  /** Where programs and groups begin in `code`, by their numbers. */
  readonly places: Numbers;
  /** The text of a step, by its number. */
  text(number: number): string;
}

/**
 * Where the match of a program ends that begins at a place of the text, or -1. It tries what a regular expression tries, in the same order:
 * gaps as short as possible, everything else as long as possible, the first alternative that leads to the end. Every repetition is bounded,
 * so that the time does not depend on the text's length.
 */
export function matchAt(programs: Programs, number: number, text: string, start: number): number {
  return run(programs, programs.places[number] ?? 0, text, start, undefined);
}

/** The first place from `from` on at which a program matches, and where the match ends; null where it matches nowhere. */
export function search(programs: Programs, number: number, text: string, from: number): { start: number; end: number } | null {
  const first = programs.code[programs.places[number] ?? 0] ?? 0;
  // Only where the text stands that it begins with.
  const wanted = first < TEXTS ? '' : programs.text((first - TEXTS) >> 2);
  const next = (at: number): number => (wanted === '' ? at : text.indexOf(wanted, at));
  for (let start = next(from); start >= 0 && start <= text.length; start = next(start + 1)) {
    const end = matchAt(programs, number, text, start);
    if (end >= 0) return { start, end };
  }
  return null;
}

// What a program asks of the text, in the order of the phrase: numbers in `code`.

/** The end of the program, or of an alternative: goes on behind the group that it is in. */
const END = 0;
/** `\b` */
const BOUNDARY = 1;
/** `,? ` */
const SEPARATOR = 2;
/** `[- ]?` */
const JOINT = 3;
/** `[\w']{0,24}` */
const ANY_ENDING = 4;
/** `\d(?:[\d,.]{0,11}\d)?` */
const NUMBER = 5;
/** `(?:[^ ]{1,80} ){0,N}?`, N behind it. */
const GAP = 6;
/** `^` */
const START = 7;
/** `[.!?:;]?$` */
const FINISH = 8;
/** One of the alternatives of the group with the number behind it. */
const GROUP = 9;
/** The same, or nothing. */
const OPTIONAL = 10;
/** From here on: a text, by its number times four; and whether a boundary is asked for before it (1) and behind it (2). */
const TEXTS = 16;

/** The steps by name, for whoever writes programs. */
export const STEP = {
  end: END,
  boundary: BOUNDARY,
  separator: SEPARATOR,
  joint: JOINT,
  anyEnding: ANY_ENDING,
  number: NUMBER,
  gap: GAP,
  start: START,
  finish: FINISH,
  group: GROUP,
  optional: OPTIONAL,
  texts: TEXTS,
} as const;

/** Whether a program matches at the start of a text alone. */
export const beginsAtStart = ({ code, places }: Programs, number: number): boolean => code[places[number] ?? 0] === START;

/** Where to go on behind a group, and behind the one that it is in. */
interface Behind {
  readonly step: number;
  readonly outer: Behind | undefined;
}

function run(programs: Programs, from: number, text: string, start: number, group: Behind | undefined): number {
  const { code } = programs;
  let next = from;
  let at = start;
  let behind = group;
  for (;;) {
    const step = code[next++] ?? 0;
    switch (step) {
      case END: {
        if (behind === undefined) return at;
        next = behind.step;
        behind = behind.outer;
        break;
      }
      case BOUNDARY: {
        if (!isBoundary(text, at)) return -1;
        break;
      }
      case SEPARATOR: {
        if (text.charCodeAt(at) === COMMA) at++;
        if (text.charCodeAt(at++) !== SPACE) return -1;
        break;
      }
      case JOINT: {
        const sign = text.charCodeAt(at);
        if (sign !== HYPHEN && sign !== SPACE) break;
        const end = run(programs, next, text, at + 1, behind);
        if (end >= 0) return end;
        break;
      }
      case ANY_ENDING: {
        const last = endOfWord(text, at);
        // Before the end of the word no separator stands.
        for (let end = last; end > at && code[next] !== SEPARATOR; end--) {
          const found = run(programs, next, text, end, behind);
          if (found >= 0) return found;
        }
        if (code[next] === SEPARATOR) at = last;
        break;
      }
      case NUMBER: {
        if (!isDigit(text.charCodeAt(at))) return -1;
        for (let end = endOfNumber(text, at + 1); end > at + 1; end--) {
          if (!isDigit(text.charCodeAt(end - 1))) continue;
          const found = run(programs, next, text, end, behind);
          if (found >= 0) return found;
        }
        at++;
        break;
      }
      case GAP: {
        for (let words = code[next++] ?? 0; words > 0; words--) {
          const found = run(programs, next, text, at, behind);
          if (found >= 0) return found;
          const space = text.slice(at, at + LONGEST_WORD + 1).indexOf(' ');
          if (space < 1) return -1;
          at += space + 1;
        }
        break;
      }
      case START: {
        if (at > 0) return -1;
        break;
      }
      case FINISH: {
        if (at < text.length && CLOSING.includes(text.charAt(at))) at++;
        if (at < text.length) return -1;
        break;
      }
      case GROUP:
      case OPTIONAL: {
        const place = programs.places[code[next++] ?? 0] ?? 0;
        const list = listFor(code, place, text.charCodeAt(at));
        const isOptional = step === OPTIONAL;
        if (list === 0) {
          if (isOptional) break;
          return -1;
        }
        const inner = { step: next, outer: behind };
        // The last alternative of a group needs no way back.
        const last = list + (code[list] ?? 0);
        for (let option = list + 1; option < last || (isOptional && option === last); option++) {
          const found = run(programs, place - (code[option] ?? 0), text, at, inner);
          if (found >= 0) return found;
        }
        if (isOptional) break;
        next = place - (code[last] ?? 0);
        behind = inner;
        break;
      }
      default: {
        const wanted = programs.text((step - TEXTS) >> 2);
        if (!text.startsWith(wanted, at) || ((step & 1) === 1 && !isBoundary(text, at))) return -1;
        at += wanted.length;
        if ((step & 2) === 2 && !isBoundary(text, at)) return -1;
      }
    }
  }
}

/** The place of the list of a group's alternatives that may begin with the sign; 0 where none may. */
function listFor(code: Numbers, place: number, sign: number): number {
  let entry = place + 1;
  const end = entry + (code[place] ?? 0) * 2;
  while (entry < end && code[entry] !== sign) entry += 2;
  const distance = code[entry < end ? entry + 1 : end] ?? 0;
  return distance === 0 ? 0 : place + distance;
}

function endOfWord(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); end < at + LONGEST_ENDING && (isWord(code) || code === APOSTROPHE); code = text.charCodeAt(end))
    end++;
  return end;
}

function endOfNumber(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); end < at + LONGEST_NUMBER && (isDigit(code) || code === COMMA || code === POINT); )
    code = text.charCodeAt(++end);
  return end;
}

const isBoundary = (text: string, at: number): boolean => isWord(text.charCodeAt(at)) !== isWord(text.charCodeAt(at - 1));
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const SPACE = 32;
const APOSTROPHE = 39;
const COMMA = 44;
const HYPHEN = 45;
const POINT = 46;
const CLOSING = '.!?:;';
const LONGEST_WORD = 80;
const LONGEST_ENDING = 24;
/** Behind its first digit. */
const LONGEST_NUMBER = 12;
