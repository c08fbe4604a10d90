/** The vocabularies that claims are normalised to, and where their words stand in a text. Compiled from `rules/ontology`. */
import compiled from '../../build/data/ontology.json' with { type: 'json' };
import type { Range } from '../document/types.js';
import { firstFrom } from '../phrase/tokens.js';
import type { EntryPhrase, KnownWord } from './filed.js';
import { ownString } from './own-string.js';
import { enlist, goesOn, holds, wordsOf } from './words.js';

export type VocabularyName = 'data' | 'purposes' | 'recipients' | 'bases' | 'rights';

export interface Concept {
  readonly id: string;
  readonly label: string;
  /** Ids of the broader concepts. */
  readonly 'is-a'?: readonly string[];
  /** Of data: singles out a person or a device on its own. */
  readonly identifier?: boolean;
  /** Of data: Article 9 GDPR. */
  readonly special?: boolean;
  /** Of purposes: services, security, legal, advertising, analytics. */
  readonly top?: string;
}

export interface Mention {
  readonly id: string;
  readonly range: Range;
  /** The words often mean something else: they count only as the object of a data verb, in a list or table of data. */
  readonly ambiguous: boolean;
}

/** The concept with this id, or undefined. */
export function concept(vocabulary: VocabularyName, id: string): Concept | undefined {
  return byId(vocabulary).get(id);
}

export function concepts(vocabulary: VocabularyName): readonly Concept[] {
  return vocabularyOf(vocabulary).concepts;
}

/** Whether `id` is `ancestor` or a narrower concept of it. */
export function isA(vocabulary: VocabularyName, id: string, ancestor: string): boolean {
  return id === ancestor || (concept(vocabulary, id)?.['is-a'] ?? []).some((broader) => isA(vocabulary, broader, ancestor));
}

/** Concepts named in lower-cased text, in order, the longest wording first, without overlaps. Linear in the text. */
export function findConcepts(vocabulary: VocabularyName, lower: string, from = 0, to = lower.length): Mention[] {
  const table = tableOf(vocabulary);
  const found: Mention[] = [];
  const all = wordsOf(lower);
  const { starts, words } = all;
  let last = from;
  for (let i = from === 0 ? 0 : firstFrom(starts, from); i < words.length; i++) {
    const start = starts[i] ?? 0;
    if (start >= to) break;
    const word = words[i];
    if (start < last || !word) continue;
    let best: Mention | undefined;
    for (const phrase of table.startingWith(word)) {
      if (!goesOn(all, i, phrase.second) || !holds(all, phrase.required)) continue;
      phrase.expression ??= new RegExp(phrase.source, 'y');
      phrase.expression.lastIndex = start;
      if (!phrase.expression.test(lower)) continue;
      const end = phrase.expression.lastIndex;
      if (end === start || end > to || (best && end <= best.range.end)) continue;
      best = { id: phrase.id, range: { start, end }, ambiguous: phrase.ambiguous };
    }
    if (!best) continue;
    found.push(best);
    last = best.range.end;
  }
  return found;
}

interface Vocabulary {
  readonly concepts: readonly Concept[];
  /** The list under which its phrases are filed, for each of them the number of its concept, and which of them are ambiguous. */
  readonly list: number;
  readonly concept: readonly number[];
  readonly ambiguous: readonly number[];
}

interface Phrase extends EntryPhrase {
  readonly id: string;
  readonly ambiguous: boolean;
  /** Made when it is first tried. */
  expression: RegExp | undefined;
}

interface Table {
  startingWith(word: KnownWord): readonly Phrase[];
}

// The shape is that of scripts/compile-ontology.ts; tests/data/ontology.test.ts reads every part of it.
const vocabularies = compiled as unknown as Readonly<Partial<Record<VocabularyName, Vocabulary>>>;
const tables = new Map<VocabularyName, Table>();
const ids = new Map<VocabularyName, ReadonlyMap<string, Concept>>();

function vocabularyOf(name: VocabularyName): Vocabulary {
  const found = vocabularies[name];
  if (!found) throw new Error(`no vocabulary rules/ontology/${name}.yaml`);
  return found;
}

function byId(name: VocabularyName): ReadonlyMap<string, Concept> {
  let known = ids.get(name);
  if (!known) {
    known = new Map(vocabularyOf(name).concepts.map((entry) => [entry.id, entry]));
    ids.set(name, known);
  }
  return known;
}

/** Phrases are remembered by the word that they may begin with. */
function tableOf(name: VocabularyName): Table {
  const known = tables.get(name);
  if (known) return known;
  const { concepts: all, list, concept: concepts, ambiguous } = vocabularyOf(name);
  const entry = enlist({ list });
  const doubtful = new Set(ambiguous);
  const phrases: (Phrase | undefined)[] = [];
  const phraseAt = (index: number): Phrase[] => {
    const made = phrases[index];
    if (made) return [made];
    const phrase = entry.phrase(index);
    const id = all[concepts[index] ?? -1]?.id;
    if (!phrase || !id) return [];
    const added = { ...phrase, id, ambiguous: doubtful.has(index), expression: undefined };
    phrases[index] = added;
    return [added];
  };
  const end = entry.first + entry.count;
  const byWord = new Map<string, readonly Phrase[]>();
  const table: Table = {
    startingWith({ text, starts }) {
      const remembered = byWord.get(text);
      if (remembered) return remembered;
      const own = starts.slice(firstFrom(starts, entry.first), firstFrom(starts, end));
      const found = own.flatMap((number) => phraseAt(number - entry.first));
      if (byWord.size > MAX_WORDS) byWord.clear();
      byWord.set(ownString(text), found);
      return found;
    },
  };
  tables.set(name, table);
  return table;
}

const MAX_WORDS = 20_000;
