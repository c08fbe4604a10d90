/** The name of what is kept: the words found for it, without what is said of it besides. */
import { type Expression, expression } from '../data/expression.js';

export function tidied(text: string): string | undefined {
  const bare = text
    .replace(/^.{0,60}:\*{0,2} ?(?=\w)/, '')
    .replace(/^[\s"'(*•·-]+/, '')
    .replace(/^\d{1,2}(?:\.\d{1,2}){1,3}\.? /, '');
  // "If you leave the site the data you entered ...": what is kept comes after the condition.
  const plain = without(bare, OPENING, CONDITION, BEFORE_COMMA, JOINED, ARTICLE, SECOND_ARTICLE, RELATIVE, ASIDE_OF_NAME, FINITE)
    .replace(/^([^()]*)\).*$/, '$1')
    .trim();
  const [core = plain] = plain.split(NARROWED(plain));
  const words = (core || plain).split(' ');
  const first = words.slice(0, LONGEST).join(' ');
  const whole = without(words.length > LONGEST ? without(first, CUT) : first, ADVERB);
  const short = without(whole.replace(/ \([^)]*$/, '').replace(/[\s,;:]{1,3}$/, ''), LEFT_OVER);
  return short ? uncapitalised(short) : undefined;
}

const without = (text: string, ...parts: readonly Expression[]): string => parts.reduce((rest, part) => rest.replace(part(rest), ''), text);

/** "Personal Data" and "Server logs" as in running text; "IP addresses" and "Google Analytics" as they are. */
function uncapitalised(phrase: string): string {
  if (DATA.test(phrase)) return phrase.replace(/\b[A-Z](?=[a-z]+\b)/g, (letter) => letter.toLowerCase());
  const isName = /^(?:[A-Z][\w'-]* ){1,7}[A-Z][\w'-]*$/.test(phrase);
  return isName || !/^[A-Z][a-z]/.test(phrase) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

const OPENING = expression('retention', 'i')`^${'opening'} `;
const CONDITION = expression('retention', 'i')`^${'condition'} .{1,80} (?=${'main-subject'} )`;
const BEFORE_COMMA = expression('retention', 'i')`^${'adverbial'}[^,]{0,60}, `;
const JOINED = expression('retention', 'i')`^${'joins-clause'} (?=${'article'} )`;
const ARTICLE = expression('retention', 'i')`^${'article'} `;
const SECOND_ARTICLE = expression('retention', 'i')`^${'second-article'} `;
const RELATIVE = expression('retention', 'i')`^${'relative-clause'} .{0,80}$`;
/** "Data, being used for fun". */
const ASIDE_OF_NAME = expression('retention', 'i')`, ${'relative-clause'} .*$`;
/** "The process may take", "information depends": a verb ends what it is said of. */
const FINITE = expression('retention', 'i')` (?:${'before-finite'} )?${'finite'}(?: .*|$)`;
const NARROWED = expression('retention', 'i')` ${'narrowed-by'}`;
/** Words of a subject at most; what is longer ends before the clause that was cut. */
const LONGEST = 8;
const CUT = expression('phrase', 'i')` ${'phrase-joins'}(?: [^ ]{1,20}){0,2}$`;
const ADVERB = expression('retention', 'i')` ${'adverb'}$`;
const LEFT_OVER = expression('retention', 'i')`(?: ${'left-over'}){1,3}$`;
const DATA = expression('retention', 'i')`${'data-noun'}$`;
