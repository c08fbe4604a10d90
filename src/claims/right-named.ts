/** Which rights words name that could name two: "a copy in a machine-readable format", "stop using it while you check". */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlaps, overlapsAny } from '../document/range.js';
import type { Range } from '../document/types.js';
import type { RightName } from './types.js';

const words = lexicon('right');

/** Each right that a sentence names with the first words for it, of those found. `title`: what it stands under, lower-cased. */
export function rightsNamed(all: readonly (readonly [RightName, Range])[], lower: string, title: string): Map<RightName, Range> {
  const found = new Map<RightName, Range>();
  const isAccessOnly = all.every(([name]) => name === 'access');
  for (const [name, range] of all) {
    if (name === 'access' && !isAccessOnly && isDoneToData(range, lower)) continue;
    if (name === 'access' && overlapsAny(words.pattern('no-access').all(lower), range)) continue;
    if (name === 'no-automated-decision' && overlapsAny(words.pattern('not-done-by-machines').all(lower), range)) continue;
    if (name === 'rectification' && overlapsAny(words.pattern('changes-mind').all(lower), range)) continue;
    const before = found.get(name);
    if (!before || range.start < before.start) found.set(name, range);
  }
  if (isPortabilityOnly(found, lower)) found.delete('access');
  if (isForATime(found, lower)) found.delete('objection');
  stopForATime(found, lower);
  nameByTitle(found, lower, title);
  nameByDecisions(found, lower);
  return found;
}

/** "Receive your data in a machine-readable format": the copy is how data are moved, and no access of its own. */
function isPortabilityOnly(found: ReadonlyMap<RightName, Range>, lower: string): boolean {
  const access = found.get('access');
  if (!access || !found.has('portability')) return false;
  if (!words.pattern('receives').test(lower.slice(access.start)) || words.pattern('sees').test(lower)) return false;
  // "To request information, and to have your data moved", "ask for a copy, have it deleted, and receive it in a reusable format": two.
  const isBetween = (at: number): boolean =>
    [...found].some(([name, { start }]) => name !== 'portability' && start > access.end && start < at);
  const isSameOffer = (at: number): boolean => !NEXT_OFFERED.test(lower.slice(access.end, at + 1)) && !isBetween(at);
  const moved = words.pattern('moved').all(lower);
  return moved.some(({ start }) => isSameOffer(start));
}

/** "The right to get information about you deleted": what is got is no information. */
function isDoneToData(access: Range, lower: string): boolean {
  const inner = words.pattern('done-to-data').find(lower, access.start);
  return inner !== null && overlaps(inner, access) && !words.pattern('plain-access').test(lower.slice(access.start, access.end));
}

/** "Stop using it while you check": a restriction, and no objection besides. */
function isForATime(found: ReadonlyMap<RightName, Range>, lower: string): boolean {
  const objection = found.get('objection');
  if (!objection || !found.has('restriction')) return false;
  const focus = lower.slice(objection.start, objection.end);
  return words.pattern('stops').test(focus) && !focus.includes('object') && words.pattern('for-a-time').test(lower);
}

/** "(Temporarily) stop using it": a restriction. */
function stopForATime(found: Map<RightName, Range>, lower: string): void {
  const objection = found.get('objection');
  if (!objection || found.has('restriction') || !words.pattern('temporary-stop').test(lower)) return;
  found.delete('objection');
  found.set('restriction', objection);
}

/** "Stop processing it" is one right or the other by the title above, and none where it says what a withdrawal leads to. */
function nameByTitle(found: Map<RightName, Range>, lower: string, title: string): void {
  for (const [name, other] of STOPS) {
    const range = found.get(name);
    const focus = range ? lower.slice(range.start, range.end) : '';
    if (!range || !words.pattern('stops').test(focus) || isTitled(focus, name)) continue;
    if (
      found.has('withdraw-consent') &&
      words
        .pattern('stops-then')
        .all(lower)
        .some((then) => overlaps(then, range))
    )
      found.delete(name);
    else if (isTitled(title, other) && !isTitled(title, name)) {
      found.delete(name);
      if (!found.has(other)) found.set(other, range);
    }
  }
}

const STOPS = [
  ['restriction', 'objection'],
  ['objection', 'restriction'],
] as const;

const isTitled = (title: string, name: RightName): boolean =>
  title !== '' && words.values('title-of').some(([titled, pattern]) => titled === name && pattern.test(title));

/** "Object to automated decisions" is the right not to be subject to them. */
function nameByDecisions(found: Map<RightName, Range>, lower: string): void {
  const objection = found.get('objection');
  // Profiling is objected to under Article 21.
  if (!objection || words.pattern('objects-to-profiling').test(lower)) return;
  if (!overlapsAny(words.pattern('objects-to-decisions').all(lower), objection)) return;
  found.delete('objection');
  if (!found.has('no-automated-decision')) found.set('no-automated-decision', objection);
}

/** "..., to have it deleted": the next thing that is offered. */
export const NEXT_OFFERED = expression('right')`^[^.;:]{0,100}?, (?:${'shared/joining'} )?${'infinitive'} (?!${'the'} )(?=[a-z])`;
