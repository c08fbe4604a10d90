import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Block, PolicyDocument, Range, Section, Sentence } from '../document/types.js';
import { isOfRecipients } from './apparatus.js';
import type { Draft, Extractor } from './extractor.js';
import { isRunInLabel } from './passage.js';
import { polarityAt, polarityOf } from './polarity.js';
import { remember } from './remember.js';
import type { CookieCategory, Polarity } from './types.js';

/**
 * Cookies and similar trackers by category: named ("analytics cookies"), or told by their purpose where the sentence, the list
 * or the section is of cookies ("We use cookies to keep you logged in").
 */
export const cookie: Extractor<'cookie'> = {
  kind: 'cookie',
  *extract(sentence, { document }) {
    if (
      sentence.block.table?.row === 0 ||
      RECIPIENTS.test(sentence.lower) ||
      isListOfRecipients(sentence) ||
      isOfRecipients(sentence.block) ||
      words.pattern('choices-lead').test(sentence.block.leadIn?.lower ?? '') ||
      isNumberedTitle(sentence)
    )
      return;
    const seen = new Set<string>();
    for (const [category, range, polarity] of categoriesIn(sentence)) {
      if (category === 'essential' && polarity === 'affirmed' && isOfNonEssential(sentence.block)) continue;
      const key = `${category} ${polarity}`;
      const tool = polarity === 'affirmed' ? toolAt(sentence, range) : undefined;
      if (seen.has(key) || (tool && seen.has(tool))) continue;
      if (tool && worksWithoutCookies(tool, sentence, document)) {
        seen.add(tool);
        continue;
      }
      seen.add(key);
      yield draft(sentence, category, range, polarity);
    }
  },
};

/** A cell or item of recipients: "Advertising technology companies,". */
const RECIPIENTS = /^(?:[a-z-]{2,20} ){1,4}(?:companies|partners|networks|providers|vendors|agencies|platforms)[,.;]?$/;

/** "Our affiliates; payment processors; advertising networks". */
const isListOfRecipients = ({ lower }: Sentence): boolean =>
  !/\b(?:we|they|is|are|has|have|does|do|will|can|use|uses|may|no|not|cookies?)\b/.test(lower) && lower.search(WHO) >= 0;
const WHO = /\b(?:companies|partners|networks|providers|vendors|agencies|processors|affiliates|advertisers|publishers)\b/;

/** "3.2 Analytics and cookies", where the markup does not show that it is a heading. */
const isNumberedTitle = ({ block, lower }: Sentence): boolean =>
  block.kind === 'paragraph' &&
  block.sentences.length === 1 &&
  /^\d{1,2}(?:\.\d{1,2}){1,3} [^.;:]{3,60}$/.test(lower) &&
  !/\b(?:we|our|no|not|is|are|uses?)\b/.test(lower);

/** Under "Non-essential cookies": what signing in has to do with them makes none of them essential. */
const isOfNonEssential = ({ section, parent }: Block): boolean =>
  [section.heading?.sentences[0], parent?.sentences[0]].some((over) => over && words.pattern('non-essential').test(over.lower));

/** The name of a tool, where it stands without a tracker. */
function toolAt({ lower }: Sentence, { start, end }: Range): string | undefined {
  const name = lower.slice(start, end);
  return words.pattern('tool').test(name) && !words.pattern('tracker').test(name) ? name : undefined;
}

/** "We use Beacon Analytics. It sets no cookies": the text says close by that the tool needs none. */
function worksWithoutCookies(name: string, { index, block }: Sentence, { sentences }: PolicyDocument): boolean {
  return sentences.slice(Math.max(0, index - TOLD_OF_TOOL), index + TOLD_OF_TOOL + 1).some((other) => {
    const isOfIt = other.lower.includes(name) || (other.index === index + 1 && other.block === block && GOES_ON.test(other.lower));
    return isOfIt && words.pattern('works-without').test(other.lower);
  });
}

/** How many sentences before and after a tool's name tell what it does. */
const TOLD_OF_TOOL = 6;
const GOES_ON = expression('cookie')`^${'goes-on'} `;

/** "**Cookies and advertising.** You may ...", but not "**Storing your settings.** ..." in a list of what cookies are used for. */
const isLabel = (sentence: Sentence): boolean =>
  isRunInLabel(sentence) &&
  (sentence.block.kind === 'paragraph' || (words.pattern('tracker').test(sentence.lower) && !/\bto\b/.test(sentence.lower)));

const words = lexicon('cookie');

type Found = readonly [CookieCategory, Range, Polarity];

function draft(sentence: Sentence, category: CookieCategory, range: Range, polarity: Polarity): Draft<'cookie'> {
  return { value: { category }, focus: { start: sentence.start + range.start, end: sentence.start + range.end }, polarity };
}

function* categoriesIn(sentence: Sentence): Generator<Found> {
  const { lower } = sentence;
  // Quotation marks around a word change nothing: 'To "opt out" of'.
  const isGeneral = words.pattern('general').test(lower.replace(/["“”]/g, '')) && !tellsPurposes(sentence);
  if (!isGeneral) {
    for (const [category, range] of matches('named', lower)) {
      if (!isUsed(sentence, range) || isIn('not-named', lower, range) || LIST.test(lower.slice(range.start, range.end))) continue;
      const isTracker = words.pattern('tracker').test(lower.slice(range.start, range.end));
      if (polarityOf(sentence, range) === 'affirmed') {
        if (isTracker || category !== 'analytics' || !words.pattern('cookieless').test(lower)) yield [category, range, 'affirmed'];
      } else if (NOT_USED_TO.test(lower.slice(range.end))) continue;
      else if (isDenied(sentence, range, WORDS_BEFORE_NAME) && !LIMITED.test(lower.slice(range.end))) yield [category, range, 'negated'];
    }
    const denied = new Set([...deniedIn(sentence)].map(([category]) => category));
    // A label names what follows, and its words alone tell no purpose.
    if (isLabel(sentence)) return;
    // "Our ads are cookieless and set no tracking cookies" speaks of ads to deny them.
    if (isOfCookies(sentence)) for (const found of toldByPurpose(sentence)) if (!denied.has(found[0])) yield found;
  }
  yield* deniedIn(sentence);
}

/** "Cookies are small files that allow us to ...": what they are, and what they are used for. */
const tellsPurposes = (sentence: Sentence): boolean =>
  words.pattern('for-purposes').test(sentence.lower) && (words.pattern('tracker').test(sentence.lower) || followsTrackers(sentence));

function* toldByPurpose(sentence: Sentence): Generator<Found> {
  const only = categoryOf(sentence);
  let isTold = false;
  // What goes on about a sentence before has to tell its purpose plainly.
  for (const group of words.pattern('tracker').test(sentence.lower) || sentence.block.kind !== 'paragraph'
    ? ['purpose', 'weak']
    : ['purpose']) {
    // What advertisers track is for their ads.
    if (isTold || (group === 'weak' && words.pattern('commercial').test(sentence.lower))) return;
    for (const [category, range] of matches(group, sentence.lower)) {
      if (polarityOf(sentence, range) === 'negated' || isIn('not-a-purpose', sentence.lower, range)) continue;
      // "Personalise advertising content".
      if (category === 'functional' && words.pattern('commercial').test(sentence.lower.slice(range.start, range.end))) continue;
      if (only && only !== category) continue;
      if (SOMETIMES.test(sentence.lower.slice(Math.max(0, range.start - 40), range.start))) continue;
      isTold = true;
      yield [category, range, 'affirmed'];
    }
  }
}

/** The one category that the row, the item or its label is of: "Functionality cookies", below which logging in is no other one. */
function categoryOf({ block }: Sentence): CookieCategory | null {
  const label = block.label ? (block.sentences[0]?.lower.slice(0, block.label.end - block.start) ?? '') : '';
  for (const name of [block.table?.rowHeader?.sentences[0]?.lower, label, block.parent?.sentences[0]?.lower]) {
    if (!name || name.length > 60) continue;
    const [first, ...others] = new Set([...matches('named', name)].map(([category]) => category));
    if (first) return others.length === 0 ? first : null;
  }
  return null;
}

/** "Your advertising ID", "the effectiveness of our ads", "non-essential cookies": words of a purpose that tell none. */
const isIn = (pattern: string, lower: string, range: Range): boolean => overlapsAny(words.pattern(pattern).all(lower), range);

/** "Our ads, cookies", "our ads set no cookies": two things side by side, and no cookies for ads. */
const LIST = expression(
  'cookie',
)`\b${'no'}\b|^(?:[a-z-]{1,20} ){0,3}[a-z-]{1,20}, (?:[a-z-]{1,20} )?${'tracker-like'}| (?:${'shared/joining'}|&|/) ${'tracker-like'}`;

/** "We do not use functional cookies to target you": only that end is denied. */
const LIMITED = expression('cookie')`^ ${'to-an-end'}\b`;

/** "If the user is logged in": a state that is no purpose. */
const SOMETIMES = expression('cookie')`\b${'state'} ${'somebody'}[^,;.]{0,25}$`;

const NOT_USED_TO = expression('cookie')`^ ?${'not-used-to'} (?:${'to-an-end'}|[a-z]+)\b`;

/** "No analytics, no tracking SDKs", "we do not use cookies": the latter denies those that no one needs. */
function* deniedIn(sentence: Sentence): Generator<Found> {
  const { lower } = sentence;
  for (const [category, range] of matches('denied', lower))
    if (!isIn('not-denied', lower, range) && isDenied(sentence, range)) yield [category, range, 'negated'];
  const all = words.pattern('all').find(lower);
  // In a row of a provider, "page counts, no cookies" is of that provider.
  if (
    !all ||
    (sentence.block.kind === 'cell' && all.start > 0) ||
    words.pattern('all-but').test(lower) ||
    words.pattern('denial-of-others').test(lower)
  )
    return;
  yield ['analytics', all, 'negated'];
  yield ['advertising', all, 'negated'];
}

/** The thing is what a verb of use denies, not merely within a denied sentence. */
function isDenied(sentence: Sentence, range: Range, reach = MAX_WORDS_BETWEEN): boolean {
  const { lower } = sentence;
  if (words.pattern('denial-of-others').test(lower)) return false;
  if (polarityAt(sentence, range.start) === 'affirmed') return polarityOf(sentence, range) === 'negated';
  const denials = words.pattern('denial').all(lower);
  // A list under "we never use:" is denied by what introduces it.
  if (denials.length === 0) return sentence.block.kind === 'item' && lower.length < 80;
  return denials.some((denial) => denial.start <= range.start && lower.slice(denial.end, range.start).split(' ').length <= reach);
}

const MAX_WORDS_BETWEEN = 16;
const WORDS_BEFORE_NAME = 8;

function* matches(group: string, lower: string): Generator<readonly [CookieCategory, Range]> {
  // The keys of these groups are cookie categories; tests/claims/cookie.test.ts holds each of them.
  for (const [name, pattern] of words.values(group, lower)) for (const range of pattern.all(lower)) yield [name as CookieCategory, range];
}

/** A name without the word "cookie" ("Google Analytics") counts only where something is said to be used; "analytics tools", where trackers or visits are spoken of. */
function isUsed(sentence: Sentence, range: Range): boolean {
  const { lower } = sentence;
  if (words.pattern('tracker').test(lower.slice(range.start, range.end))) return true;
  if (words.pattern('any-tool').test(lower.slice(range.start, range.end)) && !isNearTrackers(sentence)) return false;
  // "Providers such as Beacon Analytics": who they are, and not what they set.
  const isExample = examplesIn(lower).some(({ start, end }) => start < range.start && end >= range.end);
  if (isExample && !isNearTrackers(sentence)) return false;
  return words.pattern('use').test(lower) && !/\b(?:opt[- ]?out|privacy policy|terms)\b/.test(lower);
}

/** What is named as one of some; a bracket parts words as a comma does. */
const examplesIn = remember((lower) => words.pattern('example').all(lower.replaceAll(' (', ', ')));

/** A tracker or who visits a site in the sentence, before or after it, or in the heading. */
function isNearTrackers({ block, index }: Sentence): boolean {
  const at = index - (block.sentences[0]?.index ?? index);
  const near = block.sentences.slice(Math.max(0, at - REACH), at + REACH + 1);
  return headed(block.section) || near.some(({ lower }) => words.pattern('tracker').test(lower) || words.pattern('of-visits').test(lower));
}

const REACH = 2;

/** The sentence, what introduces it, or, for lists, tables and what goes on about "they", the heading over it. */
function isOfCookies(sentence: Sentence): boolean {
  const { block, lower } = sentence;
  const tracker = words.pattern('tracker');
  if (words.pattern('as-data').test(lower) && !words.pattern('used-as-tool').test(lower)) return false;
  if (!tracker.test(lower) && words.pattern('by-other-means').test(lower)) return false;
  if (tracker.test(lower))
    return words.pattern('use').test(lower) || block.kind === 'item' || block.kind === 'cell' || block.label !== null;
  if (block.kind === 'item' && /\brights?\b/.test(block.leadIn?.lower ?? '')) return false;
  if (block.kind === 'item' || block.kind === 'cell') {
    return [block.leadIn, block.parent?.sentences[0]].some((context) => context && leadsOnOfTrackers(context)) || headed(block.section);
  }
  // A line of a list of cookies that the markup does not show as one: "_session_id, unique token, ...".
  if (COOKIE_NAME.test(lower)) return headed(block.section);
  return (
    /^(?:\d+(?:\.\d+)* )?(?:they|this|it|these(?! (?:[a-z-]{1,20} )?(?:companies|partners|providers|vendors|third|parties|organi[sz]ations|services|links|websites|sites))|the (?:site|website|app))\b/.test(
      lower,
    ) &&
    (headed(block.section) || followsTrackers(sentence)) &&
    !goesOnAboutFiles(sentence) &&
    !goesOnAboutSharing(sentence)
  );
}

/** "We use cookies to:", and not "we collect certain information by means such as cookies:", whose items are that information. */
const leadsOnOfTrackers = ({ lower }: Sentence): boolean =>
  words.pattern('tracker').test(lower) &&
  !words.pattern('data-lead').test(lower) &&
  (!words.pattern('as-data').test(lower) || words.pattern('used-as-tool').test(lower));

/** "A cookie is a small file that a site sends ... It records ...": all before tells what a cookie is, and nobody has one yet. */
const goesOnAboutFiles = ({ block, index }: Sentence): boolean => {
  const before = block.sentences.filter((other) => other.index < index);
  return (
    before.length > 0 &&
    words.pattern('a-file').test(before[0]?.lower ?? '') &&
    !before.some(({ lower }) => words.pattern('ours').test(lower))
  );
};

/** "We share your address with partners. This helps us to ...": what is shared helps, and no cookie. */
const goesOnAboutSharing = ({ block, index, lower }: Sentence): boolean => {
  const before = block.sentences[index - 1 - (block.sentences[0]?.index ?? index)]?.lower ?? '';
  return THIS.test(lower) && words.pattern('shared-before').test(before) && !words.pattern('tracker').test(before);
};

const THIS = expression('cookie')`^${'this'} `;

const COOKIE_NAME = /^(?:_[a-z0-9]|[a-z0-9]{1,24}_[a-z0-9]|cart,)/;

/** "We use cookies. These help us to ...": what goes on about the trackers of the sentence before. */
function followsTrackers({ block, index }: Sentence): boolean {
  const before = block.sentences.find((other) => other.index === index - 1);
  return before !== undefined && words.pattern('tracker').test(before.lower) && !words.pattern('denied-before').test(before.lower);
}

/** Under a heading of cookies; not merely in a "Privacy and cookies policy", nor under a heading of another matter within the chapter on cookies. */
function headed(section: Section | null): boolean {
  const heading: Block | null | undefined = section?.heading;
  if (!section || !heading) return false;
  const title = heading.sentences[0]?.lower ?? '';
  if (HEADING_OF_TRACKERS().test(title)) return !HEADING_OF_ALL().test(title);
  return !words.pattern('heading-of-another').test(title) && headed(section.parent);
}

const HEADING_OF_TRACKERS = expression('cookie')`\b${'tracker-like'}`;
const HEADING_OF_ALL = expression('cookie')`\b${'privacy'}\b`;
