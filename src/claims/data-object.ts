/** What the verbs of a sentence are done to: whose object words for data are, and what only looks like one. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Mention } from '../data/ontology.js';
import type { Range } from '../document/types.js';
import { clauseStart, isConditional, lastBefore } from './clause.js';
import type { DataAct } from './data-act.js';

/** The act whose object the words are: the last active verb before them in reach, or the passive verb after them. */
export function actOn(
  acts: readonly DataAct[],
  { id, range }: Mention,
  lower: string,
  ends: Map<DataAct, readonly Range[]>,
): DataAct | undefined {
  const before = acts.findLast((act) => !act.passive && act.range.end <= range.start);
  if (before && reachOf(before, lower, ends).some(({ start, end }) => start <= range.start && range.start <= end)) return before;
  const start = clauseStart(lower, range.start);
  // What stays on the user's device is nobody's else, but for what is put there.
  const onDevice = id === 'cookie-data' ? [] : words.pattern('on-device').all(lower);
  return acts.find(
    (act) =>
      act.passive &&
      act.range.start >= range.end &&
      // "The care for your data when they are stored".
      !isConditional(lower, act.range.start) &&
      !onDevice.some((device) => device.start === act.range.start) &&
      clauseStart(lower, act.range.start) <= range.start &&
      // "Numbers collected for SMS purposes are never sold": what stands behind "for" is not what is sold.
      objectEnd(lower, start) >= range.start,
  );
}

/** "If you do not want us to use, store or share your photos": in a condition, also behind the commas between its verbs. */
export function isSupposed(lower: string, at: number): boolean {
  if (isConditional(lower, at)) return true;
  const opened = lastBefore(words.pattern('condition').all(lower), at);
  if (!opened || at - opened.end > 120) return false;
  const [, ...joined] = lower.slice(opened.end, at).split(',');
  return joined.length > 0 && joined.every((part) => JOINED_VERB.test(part)) && !OTHER_CLAUSE.test(lower.slice(opened.end, at));
}

/** "If an app reads features, such as your photos": the verb stands in a condition, which the comma before its examples does not end. */
export function isOfCondition(lower: string, verb: Range, at: number): boolean {
  const opened = lastBefore(words.pattern('condition').all(lower), verb.start);
  if (!opened || verb.start - opened.end > 60 || NEW_CLAUSE.test(lower.slice(opened.end, verb.start))) return false;
  const resumes = RESUMES(lower);
  resumes.lastIndex = verb.end;
  const list = resumes.exec(lower);
  return list !== null && list.index < at;
}
const NEW_CLAUSE = /[,.;:()]/;

const JOINED_VERB = expression('data-category')`^ (?:${'shared/joining'} )?${'joined-verb'}(?: |$)`;
const OTHER_CLAUSE = /[.;:()]/;

/** "We process your data to: verify your age": purposes come after the colon. */
const LEADS_TO_WHY = /\b(?:(?<!limited )to|for|following (?:purposes?|reasons?|ways)|in order to)$/;

const WHY = /^ ?(?:to|for|in order|so) /;
const OTHER_SUBJECT = expression('data-category')`\b${'other-subject'}\b`;
const RESUMES = expression('data-category', 'g')`,? \(?${'resumes'},? (?!${'no-example'})`;

/** Where the objects of an active verb stand: "We collect what we need to run the service: names" resumes after the colon. */
function reachOf(act: DataAct, lower: string, ends: Map<DataAct, readonly Range[]>): readonly Range[] {
  const known = ends.get(act);
  if (known !== undefined) return known;
  const from = act.range.end;
  let end = objectEnd(lower, from);
  if (act.until !== undefined) return [{ start: from, end: Math.min(end, act.until) }];
  // "We share with our partners, and they with us, your name": those to whom come first.
  if (act.action === 'share' && end <= from + 2) end = objectEnd(lower, end + 1);
  const colon = lower.indexOf(': ', from);
  const leadsToWhy = colon >= 0 && LEADS_TO_WHY.test(lower.slice(Math.max(0, colon - 40), colon));
  if (leadsToWhy) end = Math.min(end, colon);
  const reach = [{ start: from, end }];
  const resumed = leadsToWhy ? -1 : colon >= end ? colon : resumedAt(act, lower, end);
  if (resumed >= 0) reach.push({ start: resumed, end: objectEnd(lower, resumed) });
  ends.set(act, reach);
  return reach;
}

/** Where the objects go on behind `end`: after the bracket in which they stop, or with "such as". */
function resumedAt(act: DataAct, lower: string, end: number): number {
  if (end >= lower.length || words.pattern('turns-on').at(lower, end)) return -1;
  const open = lower.lastIndexOf('(', end);
  if (open > act.range.end && lower.lastIndexOf(')', end) < open) return lower.indexOf(')', end);
  // "What your device sends when you visit us, such as its model": the list is of what is collected, and not of when.
  const resumes = RESUMES(lower);
  resumes.lastIndex = end;
  const list = resumes.exec(lower);
  const isOfData = !WHY.test(lower.slice(end, end + 10)) || (act.action === 'collect' && list?.[0].includes('('));
  // "However they may collect data, such as ...": the list is theirs.
  return list && isOfData && list.index < end + 100 && !OTHER_SUBJECT.test(lower.slice(end, list.index)) ? list.index + list[0].length : -1;
}

/** The end of what an act at `from` is done to: what follows says why, when or how. */
export function objectEnd(lower: string, from: number): number {
  const stop = verbs.pattern('stop').find(lower, from);
  TO_VERB.lastIndex = from;
  const why = TO_VERB.exec(lower);
  const rest = OWN_CLAUSE_AFTER.exec(lower.slice(from));
  return Math.min(stop?.start ?? lower.length, why?.index ?? lower.length, rest ? from + rest.index : lower.length);
}

/** "Add it to your calendar", "as part of that transaction": a word of many meanings behind a preposition is no object. */
export function isAside(act: DataAct, range: Range, lower: string): boolean {
  if (/(?:data|information|details|history|records|recordings|logs|address(?:es)?)$/.test(lower.slice(range.start, range.end)))
    return false;
  if (act.passive) return MEANS.test(lower.slice(Math.max(0, range.start - 60), range.start));
  const between = lower.slice(act.range.end, range.start);
  return ASIDE.test(between) || OCCASION.test(between);
}

/** "In connection with a request, order or transaction". */
const OCCASION =
  /\b(?:in connection with|in relation to|as part of|in response to|in the (?:ordinary |normal |usual )?course of) (?:\(?[a-z'-]{1,20}\)?,? ){0,8}$/;

/** "Data collected via such cookies is stored": the cookies are not what is stored. */
const MEANS = /\b(?:via|by|through|by means of|with the help of) (?:[a-z-]{1,20} ){0,3}$/;

/** "We may send an e-mail": what people are written is not data on them; "send your e-mails to our partner" is. */
export function isMessageSent({ range: verb, action, passive }: DataAct, { id, range }: Mention, lower: string): boolean {
  if (
    MESSAGES.has(id) &&
    /\b(?:send|sends|sending|write|writing|receive) (?:us |me )?(?:an|a|any) $/.test(
      lower.slice(Math.max(0, range.start - 20), range.start),
    )
  )
    return true;
  if (action !== 'share' || passive || !MESSAGES.has(id) || !lower.startsWith('send', verb.start)) return false;
  return !/\b(?:your|their|his|her|users?'?|customers?'?) (?:[a-z-]{1,20} )?$/.test(
    lower.slice(Math.max(0, range.start - 40), range.start),
  );
}

const MESSAGES: ReadonlySet<string> = new Set([
  'email-address',
  'communications',
  'chat-messages',
  'sms',
  'support-messages',
  'billing-data',
]);

const ASIDE =
  /\b(?:from|in|on|to|as part of|by|via|through|with|into|at|using|during|after|before|opening|reading|receive|exchange|depending on) (?:(?:the|your|our|a|an|that|this|any|such|these) )?(?:[a-z-]{1,20} )?$/;

const words = lexicon('data-category');
const verbs = lexicon('data-act');

const OWN_CLAUSE_AFTER = expression('data-act')`, ${'own-clause'} `;

/** " to improve", " for billing", but not " to us", " for you". */
const TO_VERB =
  / (?:to|for) (?!you\b|us\b|our\b|the\b|your\b|any\b|a\b|an\b|third\b|other\b|be\b|example\b|instance\b|its\b|their\b|them\b|which\b|such\b|each\b)/g;
