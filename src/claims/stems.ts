/// <reference path="./natural.d.ts" />
/** Words by their stems, so that "activity logs" and "the activity log" are the same thing. */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { lexicon } from '../data/lexicon.js';
import { ownString } from '../data/own-string.js';

const known = new Map<string, string>();
const MEMORY = 20_000;

/** The stems of the words that mean something, sorted, once each, joined by spaces. */
export function stemKey(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]{1,40}/g) ?? [];
  const empty = lexicon('scope').words('empty');
  return [...new Set(words.filter((word) => !empty.has(word)).map(stem))].sort().join(' ');
}

function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size > MEMORY) known.clear();
  const made = porter.stem(word);
  known.set(ownString(word), made);
  return made;
}
