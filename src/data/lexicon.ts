/** The compiled wording of `rules/lexicon/<language>/*.yaml`: patterns by name, matched on lower-cased clean text. */
import compiled from '../../build/data/lexicon.json' with { type: 'json' };
import { type BuiltList, makePhrases, type Pattern, type PhraseSource } from './phrases.js';
import { Lists, type Words, wordsOf } from './words.js';

export type { Pattern } from './phrases.js';

export interface CompiledLexicon {
  /** BCP 47 primary subtag of the language whose wording it is. */
  language: string;
  /** By file name: `triggers` (words, `*` for any ending), `patterns` (lists of phrases) and groups of patterns by value. */
  kinds: Record<string, CompiledKind>;
  /** Files with a format of their own (numbers, topics), as they are. */
  raw: Record<string, unknown>;
}

/** Tables are texts, of which nothing is read but the lines that are asked for. A tab stands between the fields of a line. */
export interface CompiledKind {
  triggers: CompiledTriggers;
  /** A line a pattern: its name and the number of its list of phrases. */
  patterns?: string;
  /** A line a group: its name, then its values, each with the number of its list behind it. */
  values?: string;
  /** A line a cue: its name and the source of its expression. */
  cues?: string;
  /** A line a list: its name and its words. */
  words?: string;
}

/** Words and beginnings of words that stand alone, and longer triggers. */
export interface CompiledTriggers {
  words?: BuiltList;
  longer?: BuiltList;
}

// Written by scripts/compile-data.ts in this shape; JSON has no tuples.
const lexiconData = compiled as unknown as CompiledLexicon;

/** The language that the wording is of. */
export const { language } = lexiconData;

/** The wording of one lexicon file. Throws where a name is not there: that is a bug, not an input error. */
export function lexicon(name: string): Lexicon {
  const known = lexicons.get(name);
  if (known) return known;
  const made = read(name);
  lexicons.set(name, made);
  return made;
}

const lexicons = new Map<string, Lexicon>();

function read(name: string): Lexicon {
  const data = lexiconData.kinds[name];
  if (!data) throw new Error(`no lexicon file rules/lexicon/${language}/${name}.yaml`);
  const patterns = new Map<string, Pattern>();
  const groups = new Map<string, Group>();
  const wordLists = new Map<string, ReadonlySet<string>>();
  return {
    isTriggered: triggersOf(data.triggers),
    pattern(key) {
      const known = patterns.get(key);
      if (known) return known;
      const list = lineOf(data.patterns, key) ?? missing(name, 'pattern', key);
      const pattern = makePhrases({ list: Number(list) });
      patterns.set(key, pattern);
      return pattern;
    },
    values(key, lower) {
      const known = groups.get(key);
      if (known) return lower === undefined ? known.entries : possible(known, lower);
      const lists = pairs((lineOf(data.values, key) ?? missing(name, 'group', key)).split('\t'));
      const entries = lists.map(([value, list]) => [value, makePhrases(list)] as const);
      const group = { entries, lists: new Lists(lists.map(([, list]) => list)) };
      groups.set(key, group);
      return lower === undefined ? entries : possible(group, lower);
    },
    cue(key) {
      return lineOf(data.cues, key) ?? anyOf(listOf(data, key) ?? missing(name, 'cue', key));
    },
    words(key) {
      const known = wordLists.get(key);
      if (known) return known;
      const words = new Set(listOf(data, key) ?? missing(name, 'list of words', key));
      wordLists.set(key, words);
      return words;
    },
  };
}

/** Values and the numbers of their lists, in turn. */
function pairs(fields: readonly string[]): readonly (readonly [value: string, list: BuiltList])[] {
  const found: (readonly [string, BuiltList])[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) found.push([fields[at] ?? '', { list: Number(fields[at + 1]) }]);
  return found;
}

/** Of words that stand alone, a look at the words tells. */
export function triggersOf({ words, longer }: { readonly words?: PhraseSource; readonly longer?: PhraseSource }): Lexicon['isTriggered'] {
  const single = words && makePhrases(words);
  const other = longer && makePhrases(longer);
  return (text) => single?.mayMatch(text) === true || (other !== undefined && other.findIn(text) !== null);
}

function possible(group: Group, lower: string): readonly (readonly [string, Pattern])[] {
  const words = wordsOf(lower);
  return group.lists.isNone(words) ? NONE : group.entries.filter((entry) => entry[1].mayMatch(words));
}

/** A group of patterns, and the lists of all of them. */
interface Group {
  readonly entries: readonly (readonly [string, Pattern])[];
  readonly lists: Lists;
}

const NONE: readonly (readonly [string, Pattern])[] = [];

/** The source of an expression for any of some plain words; for none it matches nothing. */
export const anyOf = (words: readonly string[]): string =>
  words.length === 0 ? '(?!)' : `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`;

const listOf = ({ words }: CompiledKind, key: string): readonly string[] | undefined => lineOf(words, key)?.split('\t');

/** What stands behind a name in lines that begin with one, a tab behind it. */
function lineOf(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  const head = `${name}\t`;
  const start = text.startsWith(head) ? 0 : text.indexOf(`\n${head}`) + 1;
  if (start === 0 && !text.startsWith(head)) return undefined;
  const end = text.indexOf('\n', start);
  return text.slice(start + head.length, end < 0 ? undefined : end);
}

function missing(file: string, what: string, key: string): never {
  throw new Error(`rules/lexicon/${language}/${file}.yaml has no ${what} "${key}"`);
}

/** Files with a format of their own. */
export function rawLexicon(name: string): unknown {
  return lexiconData.raw[name];
}

export interface Lexicon {
  /** Whether a text with these words holds a trigger. */
  isTriggered(words: Words): boolean;
  pattern(key: string): Pattern;
  /**
   * A group of patterns by value, in the file's order: `[['access', pattern], ...]`. With the text that they are to be sought in, only
   * those that its words do not rule out: of a large group that is a few.
   */
  values(key: string, lower?: string): readonly (readonly [string, Pattern])[];
  /** The source of an expression that finds any of the cue's phrases, or any word of a list of words; `expression` puts it to use. */
  cue(key: string): string;
  /** Plain words, in small letters. */
  words(key: string): ReadonlySet<string>;
}
