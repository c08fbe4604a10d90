import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { isWhole } from '../data/phrases.js';
import { forLettersOf } from './letters.js';

const wording = lexicon('layout');

/** Whether a line could be a title: short, opening with a capital or digit, no sentence. */
export function titleLike(text: string): boolean {
  if (text.length > 110 || text.length < 3 || NO_TITLE.test(text)) return false;
  const last = text.charAt(text.length - 1);
  if (last === ',' || last === ';' || isControl(text) || COPYRIGHT.test(text)) return false;
  if (last === '.' && !shortTitle(text.slice(0, -1))) return false;
  const words = text.split(' ');
  if (words.length > (last === '?' ? 18 : 15)) return false;
  if (!opensTitle(text)) return false;
  if (/https?:\/\/|www\.|\w@\w|\d{3}[ .-]\d{3}/.test(text)) return false;
  if (/\b(?:19|20)\d\d[.)]?$/.test(text) && /\d/.test(text.slice(0, -5))) return false;
  if (DATE_LABEL.test(text) && words.length < 8 && /\d/.test(text)) return false;
  return !/[.!?] /.test(text) || !/[.!?] ["'“(]?[A-Z]/.test(text.slice(0, -1).replace(ABBREVIATION(), ''));
}

/** Words of buttons and links that copies of web pages carry along. */
const isControl = (text: string): boolean => isWhole(wording.pattern('control'), text.toLowerCase());
const NO_TITLE = expression('layout', 'i')`^${'no-title'}$`;
const COPYRIGHT = expression('layout', 'i')`^${'copyright-line'}|${'copyright-claim'}`;
const DATE_LABEL = expression('layout', 'i')`^${'date-label'}`;

/** With a capital, a digit or a letter of a script without capitals, behind quotes or a number in parentheses. */
function opensTitle(text: string): boolean {
  let i = 0;
  while (i < 2 && '"\'“‘[¿¡'.includes(text.charAt(i))) i++;
  const char = text.charAt(i);
  if (char >= '0' && char <= '9') return true;
  if (char !== char.toLowerCase()) return true;
  return text.charCodeAt(i) >= 0x5d0 ? /\p{Lo}/u.test(char) : /^\([\da-zA-Z]{1,4}\.?\)/.test(text);
}

const ABBREVIATION = expression('layout', 'gi')`${'title-abbreviation'}\. |^\(?[\dA-Za-z]{1,4}(?:\.\d{1,3}){0,4}\. `;

/** A title that its author closed with a full stop: a few words, no clause. */
function shortTitle(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 8 || /[.:]/.test(text.replace(/^\(?[\dA-Za-z]{1,4}(?:\.\d{1,3}){0,4}[.)] /, ''))) return false;
  return titleCase(text) || (words.length <= 3 && !isClause(text));
}

/** Whether every word of weight begins with a capital, or the whole is in capitals. */
export function titleCase(text: string): boolean {
  let capitals = 0;
  for (const word of text.split(/[\s/–—-]+/)) {
    const letters = word.replace(/^[^A-Za-z\d\u00c0-\uffff]{1,4}/, '');
    if (letters === '') continue;
    const first = letters.charAt(0);
    if (first !== first.toLowerCase() || /\d/.test(first)) capitals++;
    else if (letters.length > 3 && !wording.words('small-in-titles').has(letters)) return false;
  }
  return capitals > 0;
}

export function allCaps(text: string): boolean {
  let capitals = 0;
  let small = 0;
  for (const char of text) {
    const upper = char.toUpperCase();
    if (upper === char.toLowerCase()) continue;
    if (char === upper) capitals++;
    else small++;
  }
  // "CHILDREN (top)"
  return capitals > 2 * small;
}

/** Whether somebody does something in it ("we use", "is stored"), going by words that titles seldom have. */
export function isClause(text: string): boolean {
  const lower = text.toLowerCase().replace(/’/g, "'");
  const words = lower.split(forLettersOf(lower, /[^a-z']+/, () => /[^\p{L}']+/u));
  const [first = ''] = words;
  if (wording.words('title-first').has(first) || text.endsWith('?')) return false;
  const verbs = wording.words('clause-verb');
  return wording.words('clause-subject').has(first) || words.some((word) => verbs.has(word));
}

/** Whether a line introduces what follows rather than naming it. */
export function leadInLike(text: string): boolean {
  const colon = text.endsWith(':');
  const words = text.replace(/:$/, '').toLowerCase().split(' ');
  const ending = words.at(-1) ?? '';
  const last = ending.replace(
    forLettersOf(ending, /[^a-z']/g, () => /[^\p{L}']/gu),
    '',
  );
  if (!colon && questionTitle(text)) return false;
  if (wording.words('lead-in-last').has(last)) return !titleCase(text) || !colon;
  if (!colon) return false;
  const [first = ''] = words;
  if (words.length > 10 || words.some((word) => wording.words('points-on').has(word)) || OWN_CLAUSE.test(text)) return true;
  if (titleCase(text)) return wording.words('lead-in-subject').has(first);
  return wording.words('lead-in-first').has(first) || isClause(text.slice(0, -1));
}

/** Whether a line reads as a sentence or more. */
export function proseLike(text: string): boolean {
  const words = text.split(' ').length;
  return (words >= 5 && /[.!?:;]["')\]”’]{0,2}$/.test(text)) || words >= 15;
}

/** Whether a line stops without an end mark. */
export function endsOpen(text: string): boolean {
  return !/[.!?:;…]["')\]”’*_]{0,3}$/.test(text);
}

/** "Who we are", "What you are entitled to": a question for a title, which may stop at a word that elsewhere wants another one. */
export const questionTitle = (text: string): boolean =>
  text.length <= 45 && wording.words('question-first').has(text.split(' ', 1)[0]?.toLowerCase() ?? '');

/** Whether a line stops at a comma or at a word that wants another one. */
export function endsInside(text: string): boolean {
  if (text.endsWith(',')) return text.length > 30;
  return wording.words('inside').has(text.slice(text.lastIndexOf(' ') + 1));
}

const OWN_CLAUSE = expression('layout', 'i')`, ${'subject'}`;
