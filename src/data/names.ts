/** Finds many proper names in a text at once: by the first word, then the longest name that stands there. Case-sensitive, whole words. */
import type { Range } from '../document/types.js';

export interface NameMatch<T> extends Range {
  readonly entry: T;
}

/** Linear in the text: one scan over its words; only words that begin a name are looked at twice. */
export function nameFinder<T>(names: Iterable<readonly [name: string, entry: T]>): (text: string) => NameMatch<T>[] {
  const byFirstWord = new Map<string, { readonly name: string; readonly entry: T }[]>();
  const lowerCase: string[] = [];
  for (const [name, entry] of names) {
    const first = FIRST_WORD.exec(name)?.[0];
    if (!first || !name.startsWith(first)) continue;
    if (/^[a-z]/.test(first)) lowerCase.push(first);
    const list = byFirstWord.get(first);
    if (list) list.push({ name, entry });
    else byFirstWord.set(first, [{ name, entry }]);
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.name.length - a.name.length);
  const small = [...new Set(lowerCase)].sort((a, b) => b.length - a.length).map(quoted);
  const words = new RegExp(`\\b(?:[A-Z0-9][A-Za-z0-9]*${small.length ? `|(?:${small.join('|')})(?![A-Za-z0-9])` : ''})`, 'g');
  return (text) => {
    const found: NameMatch<T>[] = [];
    words.lastIndex = 0;
    for (let match = words.exec(text); match; match = words.exec(text)) {
      const candidates = byFirstWord.get(match[0]);
      if (!candidates) continue;
      const start = match.index;
      const hit = candidates.find(({ name }) => text.startsWith(name, start) && !WORD.test(text.charAt(start + name.length)));
      if (!hit) continue;
      const end = start + hit.name.length;
      found.push({ start, end, entry: hit.entry });
      words.lastIndex = end;
    }
    return found;
  };
}

const FIRST_WORD = /[A-Za-z0-9]+/;
const WORD = /[A-Za-z0-9]/;
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
