/** Ages of people in lower-cased text: "under 13", "thirteen (13) years of age", "18+". */
import type { Range } from '../document/types.js';
import { NUMBER, numberOf } from './number-words.js';

export interface Age extends Range {
  /** Of a span ("13 to 15"), the lower end. */
  readonly years: number;
  /** `under`: "younger than 13"; `least`: "16 or older"; `exact`: "the age of majority is 18", "13-year-old". */
  readonly bound: 'under' | 'least' | 'exact';
  /** Upper end of a span. */
  readonly to?: number;
}

/** Every age in `lower`, in order. A bare number is one only where people are spoken of. */
export function agesIn(lower: string): Age[] {
  const found: Age[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(lower); match; match = expression.exec(lower)) {
    const age = ageOf(match, lower, found.at(-1));
    if (age) found.push(age);
  }
  return found;
}

const IN_BRACKETS = `(?: ?[(\\[] ?(?:(?:aged?|under|age of) )?(${NUMBER}) ?[)\\]])?`;
const expression = new RegExp(
  `(?<![\\w.,$€£#/§])(${NUMBER})${IN_BRACKETS}(?: ?(?:-|to|and|through) ?(${NUMBER})(?=[ ,.;:)+-]|$))?(\\+|(?:[- ]?(?:years?|yrs?)(?:'|\\(s\\))?)?[- ]?(?:of[- ]age|olds?|y/?o)\\b|[- ]?(?:years?|yrs?)\\b|s\\b|(?:st|nd|rd|th) birthdays?\\b)?`,
  'g',
);

const UNDER =
  /\b(?:under|below|younger than|less than|lower than|(?:not|n't) (?:yet )?(?:reached|attained|turned|had)|have not yet turned|not yet|(?:are|is|'re) not(?: yet)?|(?:are|is)n't(?: yet)?|before)(?: the| your| their| a)?(?: minimum)?(?: legal)?(?: ages?)?(?: of)?[- ]$/;
const LEAST =
  /\b(?:over|above|older than|at least|at the age of|minimum(?: of)?|no younger than|not younger than|attained|reached?|turned?|(?:must|should|shall|gotta|need to|needs to|have to|has to|got to) be)(?: the| your| their)?(?: minimum)?(?: legal)?(?: ages?)?(?: of)? $/;
const AGE_WORD =
  /\bminimum age\b[^.,;]{0,40} (?:is|of) $|\b(?:ages?|aged)(?: limit)?(?: requirement)?(?: of| is| was|:)?(?: (?:at least|over|under|between|from|below|the))? $/;
const PEOPLE =
  /\b(?:child\w{0,4}|kids?|minors?|persons?|people|individuals?|anyone|someone|anybody|everyone|users?|those|who|you|you're|he|she|they|visitors?|members?|adults?|teen\w{0,6}|residents?|consumers?|customers?|players?|students?|audiences?|participants?|nobody|no one|ages?|aged|girls?|boys?|youth|juveniles?|applicants?|guardians?|parents?|youngsters?|restricted to|intended for|only to)\b/;
// After a bare number: the end of the phrase, or a word that does not make it a count of something else.
const BARE_END =
  /^(?:$|[.,;:)\]"'?!/]| ?\(| -|(?: (?:and|or|who|whose|to|without|from|in|with|may|must|shall|should|is|are|on|through|unless|for|as|by|at|has|have|had|that|which|when|where|if|you|we|please|not|cannot|can|will|would|could|using|use|uses|access|register|but|do|does|under|it|they|visit|you're|only|your|our|this|the|then|so|due|because|upon|after|before|while|during|into|via|at|be|been|was|were|also|whom|residing|living|located|outside|gave|give|gives|provides?|submits?|sent|sends?|signs?|takes?|join|joins|needs?|plays?|gets?|wants?|creates?|opens?|\w{2,12}ed|\w{2,12}ing)\b))/;
const INCLUSIVE_UNDER = /^ ?,? ?(?:and|or|&) (?:under|younger|below)\b/;
const INCLUSIVE_OVER = /^ ?,? ?(?:and|or|&) (?:older|over|above|up|greater|more)\b/;

function ageOf(match: RegExpExecArray, lower: string, previous: Age | undefined): Age | null {
  const [text, first = '', again, upper, tail = ''] = match;
  const years = numberOf(again ?? first);
  const start = match.index;
  const end = start + text.length;
  if (!Number.isInteger(years) || years < 5 || years > 120) return null;
  // "Children under (13) years".
  const before = lower.slice(Math.max(0, start - 100), start).replace(/[([]$/, '');
  const after = lower.slice(end, end + 24);
  const strong = /old|age|o$|birthday/.test(tail) || AGE_WORD.test(before);
  const years_ = /y/.test(tail);
  const inclusive = INCLUSIVE_UNDER.test(after);
  const over = tail === '+' || INCLUSIVE_OVER.test(after);
  const under = UNDER.test(before);
  const least = LEAST.test(before);
  const people = PEOPLE.test(before);
  const bare = BARE_END.test(after);
  const goesOn = previous !== undefined && /^ (?:or|and) (?:under )?$/.test(lower.slice(previous.end, start)) && bare;
  const plausible = years <= 25;
  const isAge =
    strong ||
    (goesOn && plausible) ||
    (plausible && people && (under || least || over || inclusive) && (bare || inclusive || over)) ||
    (plausible && years_ && under && bare) ||
    (plausible && tail === '+' && /^(?:$|[).,;\]]| only| years)/.test(after)) ||
    (plausible && tail === 's' && under);
  if (!isAge || (tail === 's' && !under)) return null;
  const to = upper === undefined ? undefined : numberOf(upper);
  const bound = under || inclusive ? 'under' : over || least ? 'least' : goesOn ? (previous?.bound ?? 'exact') : 'exact';
  return { start, end, years: inclusive ? firstAllowed(years) : years, bound, ...(to !== undefined && to > years ? { to } : {}) };
}

/** "12 and under" is the law's "under 13"; but "13 or under" is most often meant as under 13 too, and stays. */
function firstAllowed(years: number): number {
  const limits = [13, 14, 16, 18, 21];
  return !limits.includes(years) && limits.includes(years + 1) ? years + 1 : years;
}
