import { datesIn } from '../../claims/dates.js';
import { polarityOf } from '../../claims/polarity.js';
import { scopeOf } from '../../claims/scope.js';
import { stemKey } from '../../claims/stems.js';
import type { Hit, Level } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { covers } from '../covers.js';
import { type Overlap, overlapOf } from '../overlap.js';
import { valuesOf } from '../places.js';
import { fieldOf, selectClaims } from '../select.js';
import { dataOf, type Statement } from '../statement.js';
import type { ConflictCheck, ConflictSide, PhraseSource } from '../types.js';

/** One hit for each key on which two statements disagree where their scopes meet: the first pair, the others related. */
export function checkConflict(check: ConflictCheck, context: RuleContext): Hit[] {
  const first = sidesOf(check.a).flatMap((side) => statementsOf(side, context));
  if (first.length === 0) return [];
  const second = sidesOf(check.b).flatMap((side) => statementsOf(side, context));
  const pairs = new Map<string, Pair[]>();
  let left = MAX_PAIRS;
  for (const a of first) {
    for (const b of second) {
      if (left-- <= 0) break;
      if (a.sentence === b.sentence || !disagree(a, b, check)) continue;
      for (const topic of topicsOf(a, b, check, context)) {
        const overlap = overlapOf(a, b, check, context);
        if (!overlap) continue;
        const key = keyOf(a, check, topic);
        const found = pairs.get(key);
        if (found) found.push({ a, b, overlap, topic });
        else pairs.set(key, [{ a, b, overlap, topic }]);
      }
    }
  }
  return [...pairs.values()].map((found) => pairHit(found, check, context));
}

/** More pairs than any policy has: a text of nothing but statements must not cost their square. */
const MAX_PAIRS = 30_000;

interface Pair {
  readonly a: Statement;
  readonly b: Statement;
  readonly overlap: Overlap;
  /** The key of `check.about` that both name; empty where the check has none. */
  readonly topic: string;
}

const sidesOf = (sides: ConflictCheck['b']): readonly ConflictSide[] => (isList(sides) ? sides : [sides]);
const isList = (sides: ConflictCheck['b']): sides is readonly ConflictSide[] => Array.isArray(sides);

function statementsOf(side: ConflictSide, context: RuleContext): Statement[] {
  const strength = { ...(side.level ? { level: side.level } : {}), ...(side.firm ? { firm: true } : {}) };
  if (side.claim)
    return selectClaims(side.claim, context).map((claim) => ({
      claim,
      scope: claim.scope,
      sentence: claim.sentence,
      range: claim.range,
      focus: claim.focus,
      section: claim.section,
      polarity: undefined,
      ...strength,
    }));
  if (!side.text) return [];
  const { polarity } = side.text;
  return context.sentencesBy(side.text).map(({ sentence, focus }) => ({
    claim: null,
    scope: scopeOf(sentence, context.document),
    sentence,
    range: { start: sentence.start, end: sentence.end },
    focus,
    section: sentence.block.section,
    polarity,
    ...strength,
  }));
}

function disagree(a: Statement, b: Statement, check: ConflictCheck): boolean {
  const { same, differ, covers: covered } = check;
  if (covered && !covered.every((dimension) => covers(a, b, dimension))) return false;
  if (same && !same.every((field) => sameValue(read(a, field), read(b, field)))) return false;
  if (!differ) return true;
  if (a.range.start >= b.range.start) return false;
  const left = read(a, differ.field);
  const right = read(b, differ.field);
  if (typeof left === 'number' && typeof right === 'number')
    return (
      Math.abs(left - right) > (differ.tolerance ?? 0) * Math.max(Math.abs(left), Math.abs(right)) && !isWithinBound(a, b, left, right)
    );
  return typeof left === 'string' && typeof right === 'string' && left !== right;
}

/** "30 days" keeps the promise of "90 days at most", and that of "10 days at least". */
function isWithinBound(a: Statement, b: Statement, left: number, right: number): boolean {
  const [boundA, boundB] = [read(a, 'bound'), read(b, 'bound')];
  if (boundA === boundB) return boundA === 'min';
  const [low, high] = left < right ? [boundA, boundB] : [boundB, boundA];
  return low === 'min' || high === 'max';
}

/** A field of the claim; `date` of a sentence is the day that it names; `data` is the kinds of data that its subject, or else its sentence, names. */
function read(statement: Statement, field: string): unknown {
  if (field === 'data') return dataOf(statement);
  if (field === 'date' && !statement.claim) return datesIn(statement.sentence.lower).find((date) => date.precision === 'day')?.iso;
  return statement.claim ? fieldOf(statement.claim, field) : undefined;
}

/** Lists are the same where they hold the same, an empty one is like nothing; words where their stems are. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length > 0 && a.length === b.length && a.every((entry) => b.includes(entry));
  if (typeof a === 'string' && typeof b === 'string') return stemKey(a) === stemKey(b);
  return a === b;
}

/** What both sentences name of the things that the check lists under `about`. */
function topicsOf(a: Statement, b: Statement, check: ConflictCheck, context: RuleContext): readonly string[] {
  if (!check.about) return [''];
  const found = Object.entries(check.about).find(([, source]) => names(a, source, context) && names(b, source, context));
  return found ? [found[0]] : [];
}

/** The thing is named where it is denied, in a denial, and where it is affirmed, in a statement. */
function names({ sentence, polarity }: Statement, source: PhraseSource, context: RuleContext): boolean {
  const found = context.pattern(source).all(sentence.lower);
  return polarity === undefined ? found.length > 0 : found.some((range) => polarityOf(sentence, range) === polarity);
}

function keyOf(a: Statement, check: ConflictCheck, topic: string): string {
  return [topic, ...(check.same ?? []).map((field) => String(read(a, field) ?? ''))].join('|');
}

/** The pair that says most: full overlap before one with an unknown, then the first in reading order; the others are related. */
function pairHit(found: readonly Pair[], check: ConflictCheck, context: RuleContext): Hit {
  const [first, ...rest] = found;
  if (!first) throw new Error('a conflict without a pair');
  const chosen = rest.reduce((best, pair) => (weightOf(pair) > weightOf(best) ? pair : best), first);
  const { a, b, overlap, topic } = chosen;
  const values: Record<string, string | number> = { overlap: overlap.on, topic: topic.replaceAll('-', ' ') };
  for (const [name, side] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const own = side.claim ? valuesOf(side.claim) : {};
    for (const [key, value] of Object.entries(own)) values[`${name}.${key}`] = value;
    values[`${name}.quote`] = shorten(side.sentence.text);
    values[`${name}.words`] = context.document.text.slice(side.focus.start, side.focus.end);
    values[`${name}.data`] = dataOf(side).join(', ').replaceAll('-', ' ');
  }
  const others = [
    ...new Map(found.filter((pair) => pair.a === a && pair.b.sentence !== b.sentence).map((pair) => [pair.b.range.start, pair.b])).values(),
  ];
  return {
    range: a.range,
    focus: a.focus,
    section: a.section,
    values,
    related: [
      { message: `${check.aboutB ?? 'the other statement'} (${overlap.on})`, range: b.range },
      ...others.slice(0, 10).map((other) => ({ message: 'also here', range: other.range })),
    ],
    key: `${keyOf(a, check, topic)}|${a.sentence.lower.slice(0, 80)}|${b.sentence.lower.slice(0, 80)}`,
    ...levelOf(chosen),
  };
}

/** An unknown, or a side that is open to another reading, lowers what the rule says. */
function levelOf({ a, b, overlap }: Pair): Pick<Hit, 'level' | 'confidence'> {
  if (!overlap.certain) return { level: 'note', confidence: 'low' };
  const levels = a.firm ? [a.level] : [a.level, b.level];
  const level = levels.includes('note') ? 'note' : levels.includes('warning') ? 'warning' : undefined;
  return level ? { level } : {};
}

const WEIGHTS: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 };
const weightOf = (pair: Pair): number => WEIGHTS[levelOf(pair).level ?? 'error'];

const QUOTE_LENGTH = 160;

function shorten(text: string): string {
  if (text.length <= QUOTE_LENGTH) return text;
  const cut = text.slice(0, QUOTE_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(' '))} ...`;
}
