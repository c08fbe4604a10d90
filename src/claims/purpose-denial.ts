/** What the denial of a purpose is limited to. All offsets are within the sentence. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { forLettersOf } from '../document/letters.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseOpening } from './clause.js';
import type { DataAct } from './data-act.js';
import { type Limits, limitsOf } from './limit.js';
import { shortened } from './whole-phrase.js';

/**
 * What takes back or narrows the denial of the purpose at `range`. "We do not share it with others for marketing" denies that sharing, and
 * "we do not use your photos to show ads" denies it of photos: `acts` are those of the sentence, in order.
 */
export function deniedLimits(sentence: Sentence, range: Range, acts: readonly DataAct[]): Limits {
  const found = limitsOf(sentence, range);
  const limit = actLimit(sentence, range, acts, found.limit);
  return { ...found, ...(limit ? { limit } : {}) };
}

function actLimit(sentence: Sentence, range: Range, acts: readonly DataAct[], found: string | undefined): string | undefined {
  const done = actsBefore(sentence.lower, range, acts);
  const [first] = done;
  const last = done.at(-1);
  if (!first || !last) return found ?? passedTo(sentence, range) ?? entryTitle(sentence);
  if (done.every(({ action }) => action === 'share' || action === 'sell'))
    return found && last.passive && OPENING_CONDITION.test(found) ? found : told(sentence, first.range.start, range);
  const whose = last.passive ? subjectOf(sentence, first) : told(sentence, last.range.end, range);
  // "What we get via cookies" says more than "via cookies".
  return found && !whose.includes(found) ? found : (unlessAll(whose) ?? found ?? entryTitle(sentence));
}

/** "Used for repairs, and not for ads" in a table or list: of what the row, or the label of the entry, names. */
function entryTitle({ block, text }: Sentence): string | undefined {
  const row = block.table?.rowHeader?.sentences[0]?.text;
  if (row !== undefined) return unlessAll(shortened(row)) || undefined;
  const first = block.sentences[0];
  if (block.kind !== 'item' || !block.label || !first) return undefined;
  const label = first.text.slice(0, block.label.end - first.start).replace(LABEL_ENDS, '');
  return text.startsWith(label) || first.end <= block.label.end + 2 ? unlessAll(shortened(label)) || undefined : undefined;
}

/** "If you give us your number, it is not passed on": of what is passed on only the condition tells. */
const OPENING_CONDITION = expression('purpose', 'i')`^${'if-you'} `;

const LABEL_ENDS = /[\s:.*_–-]{1,6}$/;

/** "With partners", where the verb stands in another form or before the list that the purpose is an entry of. */
function passedTo({ lower, text, block }: Sentence, range: Range): string | undefined {
  const here = words.pattern('to-somebody').find(lower);
  if (here && here.end <= range.start) return text.slice(here.start, here.end);
  const there = block.leadIn && words.pattern('to-somebody').find(block.leadIn.lower);
  return there ? block.leadIn?.text.slice(there.start, there.end) : undefined;
}

/** The acts that a purpose belongs to: "use, rent or share" are one. */
function actsBefore(lower: string, range: Range, acts: readonly DataAct[]): readonly DataAct[] {
  const before = acts.filter(
    ({ range: { start, end } }) =>
      end <= range.start && !OF_A_NOUN.test(lower.slice(Math.max(0, start - 30), end)) && !GIVEN.test(lower.slice(start, end)),
  );
  let first = before.length - 1;
  while (first > 0) {
    const [earlier, later] = [before[first - 1], before[first]];
    if (!earlier || !later || !JOINED.test(lower.slice(earlier.range.end, later.range.start))) break;
    first--;
  }
  return before.slice(Math.max(first, 0));
}

const JOINED = expression('purpose')`^[ ,/]{0,3}(?:${'joins-acts'}[ ,]{0,2}){0,3}$`;

/** "Information [that we collect]", "what [you give]": not what is denied. */
const OF_A_NOUN = expression('purpose')`${'noun-of-data'} (?:${'relative'} )?${'we-or-you'} [^,]*$`;

/** "We use what [you choose to tell us]": who gives it is not whose use is denied. */
const GIVEN = expression('purpose')`^${'people'} `;

/** "Photos" of "photos are never used to show ads". */
function subjectOf({ lower, text }: Sentence, { range: { start } }: DataAct): string {
  const from = clauseOpening(lower, start);
  const subject = beforeAuxiliary(lower, text, from, start);
  return subject || beforeAuxiliary(lower, text, 0, start);
}

/** Without what opens the clause ("so that", a bracket). */
function beforeAuxiliary(lower: string, text: string, from: number, to: number): string {
  const end = AUXILIARY.exec(lower.slice(from, to))?.index;
  if (end === undefined) return '';
  const subject = text.slice(from, from + end);
  const opening = Math.max(OPENING.exec(subject.toLowerCase())?.[0].length ?? 0, subject.lastIndexOf('(') + 1);
  return shortened(withoutOpening(subject.slice(opening)));
}

const AUXILIARY = expression('purpose')`(?:^| )${'auxiliary'} `;
const OPENING = expression('purpose')`^[ ,;]{0,3}(?:${'opens-a-clause'}(?: |$)){0,2}`;
const withoutOpening = (text: string): string =>
  text
    .replace(
      forLettersOf(text, /^[^a-zA-Z0-9]{1,6}/, () => /^[^\p{L}\p{N}]{1,6}/u),
      '',
    )
    .replace(AND_ALSO(), '')
    .trim();

/** "Not collect [and process your age]": of two verbs, the second is no part of what it is. */
const AND_ALSO = expression('purpose', 'i')`^(?:${'shared/joining'}) (?:${'done-with-data'}) `;

/** The words from an offset on, up to what leads on to the purpose. */
function told({ lower, text }: Sentence, from: number, range: Range): string {
  const whole = lower.slice(from, range.start);
  const contrast = BUT_NOT.exec(whole);
  const between = whole.slice(0, contrast?.index ?? whole.length);
  const end = contrast?.[1] ? between.length : (LEADS_ON.exec(between)?.index ?? between.length);
  return shortened(withoutOpening(text.slice(from, from + end)));
}

/** "Use it for this, but not to": what is denied is the use of it. */
const BUT_NOT = expression('purpose')`( ${'for-this'})?,? ${'but-not'}(?: ${'leads-on'})? ?$`;

/** " for their own", " to directly": the last before the purpose. */
const LEADS_ON = expression('purpose')` ${'leads-on'}(?: (?!${'leads-on'} )[^ ,;]{1,20}){0,5} ?$`;

/** Undefined where no data are told apart: "your personal information that we collect". */
function unlessAll(text: string): string | undefined {
  const lower = text.toLowerCase();
  const told = lower.split(forLettersOf(lower, /[^a-z’']+/, () => /[^\p{L}’']+/u));
  return told.every((word) => word === '' || words.words('of-all-data').has(word)) ? undefined : text;
}

const words = lexicon('purpose');
