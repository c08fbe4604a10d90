/**
 * Tests between a text and its translation. They read what needs no grammar: figures, names, addresses and dates, with the words for
 * units and months from the options of the rules.
 */
import { anyOf } from '../data/lexicon.js';
import { strings } from '../data/untyped.js';
import { LineIndex } from '../files/lines.js';
import type { ClaimView, SectionView } from '../report/view.js';
import type { FolderHit, Member } from './folder.js';
import type { FolderTest } from './folder-tests.js';
import { polarity } from './translation-polarity.js';

export const translationTests: Readonly<Record<string, FolderTest>> = {
  polarity,
  /** A period or an age stands in one text where the other has another. Options: `units` (name of the unit → words), `numbers`. */
  *numbers(a, b, { units, numbers }) {
    const [first, second] = [a, b].map((member) => periodsIn(member.view.source, wordLists(units), wordLists(numbers)));
    if (!first || !second) return;
    const only = (mine: readonly Period[], theirs: readonly Period[]): Period[] =>
      mine.filter(({ days }) => !theirs.some((other) => Math.abs(other.days - days) < EXACT));
    const [ours, theirs] = [only(first, second), only(second, first)];
    for (const [i, mine] of ours.entries()) {
      const other = theirs[i];
      // A figure without a counterpart may be a rule of one country; one for another is a slip.
      if (other)
        yield place(b, other.at, other.words, `${mine.days} ${other.days}`, {
          quote: other.words,
          original: mine.words,
          other: a.view.path,
        });
    }
  },
  /** A provider, or the domain of a mailbox, that one text names and the other does not. */
  *recipients(a, b) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const theirs = other.view.source.toLowerCase();
      for (const [name, claim] of vendorsOf(one))
        if (!theirs.includes(name.toLowerCase()))
          yield { member: one, claim, key: name, values: { name, path: one.view.path, other: other.view.path } };
      const domains = new Set(mailboxes(other.view.source).map(({ domain }) => domain));
      for (const { at, address, domain } of mailboxes(one.view.source))
        if (domains.size > 0 && !domains.has(domain))
          yield place(one, at, address, address, { name: address, path: one.view.path, other: other.view.path });
    }
  },
  /**
   * The later text bears another date. Options: `months` (number → names), `cues` (what stands before the date of a version),
   * `day-endings` and `particles` (what stands behind a day and before a month or year: "1er", "1 de mayo").
   */
  *date(a, b, { months, cues, 'day-endings': endings, particles }) {
    const date = dateExpression(strings(endings), strings(particles));
    const [first, second] = [a, b].map((member) => versionDate(member.view.source, date, wordLists(months), strings(cues)));
    if (!first || !second || first.date === second.date) return;
    yield place(b, second.at, second.words, second.date, { date: second.date, original: first.date, other: a.view.path });
  },
  /** The translation has fewer sections. Options: `fewest` (sections of the original from which it is compared), `share` (that may lack). */
  *sections(a, b, { fewest, share }) {
    const [first, second] = [a, b].map((member) => flat(member.view.sections).filter(({ heading }) => heading !== ''));
    const start = second?.[0];
    if (!first || !second || !start || first.length < Number(fewest)) return;
    if (second.length >= first.length * (1 - Number(share))) return;
    const claim = { region: start.region, section: [start.heading] };
    yield { member: b, claim, key: 'sections', values: { count: second.length, original: first.length, other: a.view.path } };
  },
};

interface Period {
  readonly days: number;
  readonly at: number;
  readonly words: string;
}

/** Twelve months are a year, but thirty days no month: a translation keeps the unit. */
const DAYS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 365.25 / 12, year: 365.25 };
const EXACT = 1e-6;

/** Each length of time once, in order of the text. */
function periodsIn(source: string, units: Words, numbers: Words): Period[] {
  const found = new Map<number, Period>();
  // What follows is only looked at: of "within one month", "one" is the count and not the end of a pair.
  for (const match of source.toLowerCase().matchAll(/(?<![\p{L}\p{N}])(\p{L}{1,15}|\d{1,3})(?=([ \u00a0-]{1,2})(\p{L}{2,12}))/gu)) {
    const [count = '', , gap = '', unit = ''] = match;
    const days = Number(/^\d/.test(count) ? count : numbers.get(count)) * (DAYS[units.get(unit) ?? ''] ?? Number.NaN);
    const end = match.index + count.length + gap.length + unit.length;
    if (days > 0 && !found.has(days)) found.set(days, { days, at: match.index, words: source.slice(match.index, end) });
  }
  return [...found.values()];
}

type Words = ReadonlyMap<string, string>;

/** From `{name: [words]}` to word → name. */
function wordLists(option: unknown): Words {
  if (typeof option !== 'object' || option === null) return new Map();
  return new Map(
    Object.entries(option).flatMap(([name, words]) =>
      Array.isArray(words) ? words.map((word): [string, string] => [String(word), name]) : [],
    ),
  );
}

function vendorsOf({ view }: Member): Map<string, ClaimView> {
  const found = new Map<string, ClaimView>();
  for (const claim of view.claims)
    if (claim.kind === 'processor' && claim.polarity === 'affirmed' && Reflect.get(claim.value, 'known') === true) {
      const name = String(Reflect.get(claim.value, 'name'));
      if (!found.has(name)) found.set(name, claim);
    }
  return found;
}

function mailboxes(source: string): { at: number; address: string; domain: string }[] {
  const found = new Map<string, { at: number; address: string; domain: string }>();
  for (const { 0: address, 1: domain = '', index: at } of source
    .toLowerCase()
    .matchAll(/[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{2,63}){1,3})/g))
    if (!found.has(domain)) found.set(domain, { at, address, domain });
  return [...found.values()];
}

/** The first date that stands within forty characters after a cue. */
function versionDate(
  source: string,
  dates: RegExp,
  months: Words,
  cues: readonly string[],
): { date: string; at: number; words: string } | null {
  const lower = source.toLowerCase();
  for (const match of lower.matchAll(dates)) {
    const before = lower.slice(Math.max(0, match.index - 40), match.index);
    if (!cues.some((cue) => before.includes(cue))) continue;
    const [, isoYear, isoMonth, isoDay, day, month, year, name, nameDay, nameYear] = match;
    const parts =
      isoYear !== undefined
        ? [isoYear, isoMonth, isoDay]
        : day !== undefined
          ? [year, /^\d/.test(month ?? '') ? month : months.get(month ?? ''), day]
          : [nameYear, months.get(name ?? ''), nameDay];
    const [y, m, d] = parts.map(Number);
    if (y && m && d && m <= 12 && d <= 31) {
      const date = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
      return { date, at: match.index, words: source.slice(match.index, match.index + match[0].length) };
    }
  }
  return null;
}

/** 2026-03-01; 1.3.2026, 1. März 2026, 1er mars 2026, 1 de marzo de 2026; March 1, 2026. Never 3/1/2026, which means two days. */
function dateExpression(endings: readonly string[], particles: readonly string[]): RegExp {
  const [ending, particle] = [anyOf(endings), anyOf(particles)];
  const day = `(\\d{1,2})(?:\\.|${ending})?`;
  return new RegExp(
    `\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b|\\b${day} ?(?:${particle} )?(\\d{1,2}(?=\\.)|\\p{L}{3,12})\\.? ?(?:${particle} )?(\\d{4})\\b|(\\p{L}{3,12}) (\\d{1,2})${ending}?, (\\d{4})\\b`,
    'gu',
  );
}

const flat = (sections: readonly SectionView[]): SectionView[] => sections.flatMap((section) => [section, ...flat(section.children)]);

function place(member: Member, start: number, words: string, key: string, values: FolderHit['values']): FolderHit {
  const region = new LineIndex(member.view.source).region({ start, end: start + words.length });
  return { member, claim: { region, section: [] }, key, values };
}
