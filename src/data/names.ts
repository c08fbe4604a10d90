/** Finds many proper names in a text at once: by the first word, then the longest name that stands there. Case-sensitive, whole words. */
import type { Range } from '../document/types.js';
import { lineTable, lookUp } from './line-table.js';
import { ownString } from './own-string.js';

export interface NameMatch<T> extends Range {
  readonly entry: T;
}

/** Made by `compileNames` of the build. */
export interface CompiledNames {
  /** First word → names that begin with it, the longest first, each followed by its entry. */
  readonly table: string;
  /** First words in lower case, the longest first: other words in lower case are no names. */
  readonly lowerCase: readonly string[];
}

/** A table of names, each with an entry in text. */
export function compileNames(names: readonly (readonly [name: string, entry: string])[]): CompiledNames {
  const byFirstWord = new Map<string, (readonly [name: string, entry: string])[]>();
  for (const named of names) {
    const first = FIRST_WORD.exec(named[0])?.[0];
    if (first) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), named]);
  }
  const lines = [...byFirstWord].map(([first, named]) => [first, named.toSorted(([a], [b]) => b.length - a.length).flat()] as const);
  const lowerCase = [...byFirstWord.keys()].filter((first) => /^[a-z]/.test(first)).sort((a, b) => b.length - a.length);
  return { table: lineTable(lines), lowerCase };
}

/** Linear in the text: one scan over its words; only words that begin a name are looked at twice. Entries are read when they are first found. */
export function nameFinder<T>({ table, lowerCase }: CompiledNames, read: (entry: string) => T): (text: string) => NameMatch<T>[] {
  const small = lowerCase.length ? `|(?:${lowerCase.map(quoted).join('|')})(?![A-Za-z0-9])` : '';
  const words = new RegExp(`\\b(?:[A-Z0-9][A-Za-z0-9]*${small})`, 'g');
  const known = new Map<string, readonly Named<T>[] | null>();
  const startingWith = (word: string): readonly Named<T>[] | null => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const values = lookUp(table, word);
    const made = values === undefined ? null : namedIn(values, read);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(ownString(word), made);
    return made;
  };
  return (text) => {
    const found: NameMatch<T>[] = [];
    words.lastIndex = 0;
    for (let match = words.exec(text); match; match = words.exec(text)) {
      const candidates = startingWith(match[0]);
      if (!candidates) continue;
      const start = match.index;
      const hit = candidates.find(({ name }) => text.startsWith(name, start) && !WORD.test(text.charAt(start + name.length)));
      if (!hit) continue;
      const end = start + hit.name.length;
      found.push({ start, end, entry: hit.entry() });
      words.lastIndex = end;
    }
    return found;
  };
}

interface Named<T> {
  readonly name: string;
  readonly entry: () => T;
}

function namedIn<T>(values: readonly string[], read: (entry: string) => T): Named<T>[] {
  const named: Named<T>[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [name = '', entry = ''] = values.slice(at, at + 2);
    let made: { readonly value: T } | undefined;
    named.push({
      name,
      entry: () => {
        made ??= { value: read(entry) };
        return made.value;
      },
    });
  }
  return named;
}

/** Words are remembered, those that begin no name too: a text of nothing but words must not fill the memory. */
const MAX_KNOWN = 10_000;

const FIRST_WORD = /^[A-Za-z0-9]+/;
const WORD = /[A-Za-z0-9]/;
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
