/** Proper names in running text: where one ends or begins at a given place, and what is no name. */
import { nameWords } from '../data/name-words.js';
import { forLettersOf } from '../document/letters.js';
import type { Range } from '../document/types.js';

const generic = nameWords('generic');
const legalForms = nameWords('legal-forms');

/** The name that begins at `from`, after quotes, brackets and "the"; or null where none does. */
export function nameAfter(text: string, from: number): Range | null {
  const lead = LEAD.exec(text.slice(from, from + 16))?.[0].length ?? 0;
  const tokens: Token[] = [];
  let count = 0;
  // Most often the first word is none of a name: no more than the next one is read ahead.
  for (let token = tokenFrom(text, from + lead), next: Token | null; token; token = next) {
    const index = tokens.length;
    next = index < LONGEST_NAME - 1 ? tokenBehind(text, token) : null;
    if (index > 0 && endsBefore(text, tokens[index - 1], token)) break;
    tokens.push(token);
    if (isCapital(token.word)) count = index + 1;
    else if (index > 0 && isLegalForm(token.word)) count = index + 1;
    else if (!(index > 0 && CONNECTOR.test(token.word) && isCapital(next?.word ?? ''))) break;
    if (STOP_AFTER.test(token.word) || (index > 0 && endsInForm(token.word, next?.word))) break;
  }
  return trimmed(text, tokens.slice(0, count));
}

/** The name that ends at `to`; or null. */
export function nameBefore(text: string, to: number): Range | null {
  const near = Math.max(0, to - 90);
  const from = near + text.slice(near, to).lastIndexOf('\n') + 1;
  const tokens: Token[] = [];
  for (let token = tokenFrom(text, from); token && token.start < to; token = tokenBehind(text, token)) tokens.push(token);
  let first = tokens.length;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (!token || (next && endsBefore(text, token, next)) || tokens.length - index > 9) break;
    if (isCapital(token.word) || (isLegalForm(token.word) && index > 0)) first = index;
    else if (next && CORPORATE.test(next.word) && isLegalForm(next.word) && SMALL.test(token.word) && !isGeneric(token.word)) first = index;
    else if (!(CONNECTOR.test(token.word) && next && isCapital(next.word) && isCapital(tokens[index - 1]?.word ?? ''))) break;
  }
  return trimmed(text, tokens.slice(first));
}

/** Whether the words can be a name at all: not only words that policies capitalise. */
export function isName(name: string): boolean {
  if (name.length < 2 || name.length > 70 || !forLettersOf(name, /[A-Za-z]/, () => /[\p{L}×]/u).test(name)) return false;
  const words = name
    .toLowerCase()
    .replace(/["“”()[\]]/g, ' ')
    .split(/[\s/]+/)
    .map(bare)
    .filter(Boolean);
  return words.some((word) => !generic.has(word) && !legalForms.has(word) && !/^\d+$/.test(word));
}

/** "Acme" for "Acme, Inc."; the name itself where it has no legal form. */
export function withoutLegalForm(name: string): string {
  let rest = name.trim();
  for (let round = 0; round < 4; round++) {
    const match = /^(.{2,160}?)[,\s]+\(?([^\s,()]{1,12})\)?\.?$/.exec(rest);
    if (!match?.[1] || !match[2] || !isLegalForm(match[2]) || /^(?:company|co|foundation)$/i.test(match[2])) break;
    rest = match[1];
  }
  return rest;
}

/** What two spellings of one name share: without legal form, domain ending, case and punctuation. */
export function keyOfName(name: string): string {
  const key = withoutLegalForm(name)
    .toLowerCase()
    .replace(/^the\s|\.(?:com|org|net|io|app|co|ai)$/g, '');
  return key.replace(
    forLettersOf(key, /[^a-z0-9]+/g, () => /[^\p{L}\p{N}]+/gu),
    '',
  );
}

/** Whether the name ends in a legal form: "Acme GmbH". */
export function hasLegalForm(name: string): boolean {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  return name.includes(' ') && isLegalForm(last) && !/^(?:as|co|company|foundation|se|ou|private|sa|ab)$/.test(last);
}

/** Whether a word says nothing by itself ("Hosting", "Provider"). */
export function isGeneric(word: string): boolean {
  return generic.has(bare(word.toLowerCase()));
}

interface Token extends Range {
  readonly word: string;
}

/** "npm, Inc.", "anvil S.A.": before such a form even a word in lower case is a name. */
const CORPORATE = /^(?:(?:Inc|LLC|Ltd|GmbH|LTD)\.?[,.]?|(?:[A-Z]\.){2,3},?|[sS]\.(?:r\.l|p\.A|r\.o)\.,?)$/;
const SMALL = /^[a-z][a-z0-9.-]{2,30},?$/;
const LEAD = /^[\s"“”'‘’([{]{0,6}(?:[Tt]he [“"'[]{0,3})?/;
const CONNECTOR = /^(?:of|and|the|for|de|du|la|le|von|van|der|den|y|und|et|&|\+|do|da)$/;
/** A word that a name does not go on after: ", Inc." and the like. */
const STOP_AFTER = /^(?:Inc\.?|LLC|Ltd\.?|GmbH|LTD|Limited|Incorporated|plc|PLC)[,.]?$/;

/** "Larkhof eG Am Weiher 4": what follows a legal form on the same line is an address, unless the form goes on ("AG & Co. KG"). */
const endsInForm = (word: string, next: string | undefined): boolean =>
  /^(?:AG|UG|KG|eG|e\.V\.|SARL|SAS|SRL|S\.r\.l\.|S\.p\.A\.|B\.?V\.?|N\.?V\.?|AB|Oy|OY|ApS|A\/S|s\.r\.o\.|a\.s\.|Kft|OÜ|d\.o\.o\.)[,.]?$/.test(
    word,
  ) &&
  isLegalForm(word) &&
  next !== undefined &&
  !/^(?:&|und|and|[(]|Co)/.test(next) &&
  !isLegalForm(next);

const LONGEST_NAME = 9;

/** The first run of signs from a place on that are neither quotes nor space. Plain loops: this runs for every capital of a text. */
function tokenFrom(text: string, from: number): Token | null {
  const { length } = text;
  let start = from;
  while (start < length && isBetween(text.charCodeAt(start))) start++;
  let end = start;
  while (end < length && !isBetween(text.charCodeAt(end))) end++;
  return end > start ? { word: text.slice(start, end), start, end } : null;
}

/** The token behind another, on the same line. */
function tokenBehind(text: string, { end }: Token): Token | null {
  for (let at = end; isBetween(text.charCodeAt(at)); at++) if (text.charAt(at) === '\n') return null;
  return tokenFrom(text, end);
}

const isBetween = (code: number): boolean =>
  code <= 160 ? code === 32 || code === 34 || (code >= 9 && code <= 13) || code === 160 : BETWEEN.test(String.fromCharCode(code));
const BETWEEN = /[\s“”]/;

/** Punctuation between two words ends a name, except the comma before a legal form. */
function endsBefore(text: string, left: Token | undefined, right: Token): boolean {
  if (!left) return false;
  const word = left.word;
  if (/["“”]/.test(text.slice(left.end, right.start))) return true;
  if (word.endsWith(',')) return !isLegalForm(right.word);
  if (/[;:!?)\]]$/.test(word)) return !/^\((?:pty|pvt|private)\)$/i.test(word);
  // "Acme Corporation. We": a form that is no abbreviation ends the sentence.
  if (word.endsWith('.') && legalForms.has(bare(word.toLowerCase())) && !legalForms.has(word.toLowerCase())) return true;
  if (word.endsWith('.')) return !isLegalForm(word) && !/^(?:[A-Z]\.)+$|^(?:St|Dr|Mr|Mrs|No)\.$/.test(word);
  if (/^[([]/.test(right.word)) return !/^\((?:pty|pvt|private|sas)\)?/i.test(right.word);
  return /^[-–—|•·/]$/.test(right.word) || /^[-–—|•·/]$/.test(word);
}

function isCapital(word: string): boolean {
  const plain = word.replace(/^["“”'‘’([{]+/, '');
  return (
    (/^[A-ZÀ-ÖØ-ÞĀ-Ž]/.test(plain) && !/^I(?:['’](?:m|ve|ll|d))?$/.test(plain)) ||
    /^\d+[A-Za-z&×]/.test(plain) ||
    /^\d{1,4}$/.test(plain) ||
    /^[a-z]{1,8}[A-Z]/.test(plain) ||
    /^[A-Za-z0-9-]{2,30}\.(?:com|org|net|io|app|ai|dev|co|in|me|de|uk|eu)\b/.test(plain)
  );
}

/** "AS" and "SE" are legal forms, "as" and "se" words. */
export function isLegalForm(word: string): boolean {
  if (/^[a-z]{2,3}[,.]?$/.test(word) && !/^(?:inc|llc|ltd|plc|llp)/.test(word)) return false;
  const lower = word.toLowerCase();
  return legalForms.has(lower.replace(/[,;:)]+$/, '').replace(/^\((?!pty|pvt|private|sas)/, '')) || legalForms.has(bare(lower));
}

const bare = (word: string): string =>
  word
    .replace(/^["“”'‘’([{]+/, '')
    .replace(/[,.;:!?)\]}"“”'‘’®™©]+$/, '')
    .replace(/['’]s$/, '');

/** Without generic words at its start, numbers alone, possessives and closing punctuation. */
function trimmed(text: string, tokens: readonly Token[]): Range | null {
  let from = 0;
  while (from < tokens.length && leading.has(bare((tokens[from]?.word ?? '').toLowerCase()))) from++;
  const first = tokens[from];
  const last = tokens.at(-1);
  if (!first || !last) return null;
  const opening = /^["“”'‘’([{]+/.exec(first.word)?.[0].length ?? 0;
  let end = last.end;
  const closing = /[,;:!?)\]}"“”'‘’®™©]+$/.exec(last.word);
  if (closing && !/\((?:pty|pvt|private|sas)\)$/i.test(last.word)) end -= closing[0].length;
  const possessive = /['’]s?$/.exec(text.slice(first.start, end));
  if (possessive) end -= possessive[0].length;
  if (text.charAt(end - 1) === '.' && !isLegalForm(text.slice(text.lastIndexOf(' ', end - 1) + 1, end))) end--;
  else if (
    text.charAt(end - 1) === '.' &&
    !/\b(?:Inc|Ltd|Corp|Co|S\.A|B\.V|N\.V|S\.r\.l|e\.V|L\.L\.C|S\.p\.A|S\.A\.S|S\.L|S\.R\.O|A\.S|O\.P\.S|Z\.S)\.$/i.test(text.slice(0, end))
  )
    end--;
  while (/[)\]}"”’]$/.test(text.slice(first.start, end)) && !text.slice(first.start + opening, end).includes('(')) end--;
  const start = first.start + opening;
  return end > start ? { start, end } : null;
}

/** Words that open a sentence before a name: "The", "At", "Our". */
const leading = nameWords('leading');
