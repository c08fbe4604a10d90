/** The vocabularies that claims are normalised to, and where their words stand in a text. Compiled from `rules/ontology`. */
import compiled from '../../build/data/ontology.json' with { type: 'json' };
import type { Range } from '../document/types.js';
import { firstFrom } from '../phrase/tokens.js';
import { ownString } from './own-string.js';
import { FirstWordTable } from './phrases.js';
import { wordsOf } from './words.js';

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
  const { starts, words } = wordsOf(lower);
  let last = from;
  for (let i = from === 0 ? 0 : firstFrom(starts, from); i < words.length; i++) {
    const start = starts[i] ?? 0;
    if (start >= to) break;
    if (start < last) continue;
    let best: Mention | undefined;
    for (const phrase of table.startingWith(words[i]?.text ?? '')) {
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
  /** Number of the concept, source, 1 where ambiguous, first words. */
  readonly phrases: readonly (readonly [number, string, number, string])[];
}

interface Phrase {
  readonly id: string;
  readonly expression: RegExp;
  readonly ambiguous: boolean;
}

interface Table {
  startingWith(word: string): readonly Phrase[];
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

/** Expressions are made when a word first asks for them, and remembered by word. */
function tableOf(name: VocabularyName): Table {
  const known = tables.get(name);
  if (known) return known;
  const vocabulary = vocabularyOf(name);
  const first = new FirstWordTable(vocabulary.phrases.map(([, , , firstWords]) => firstWords));
  const phrases: (Phrase | undefined)[] = [];
  const phraseAt = (index: number): Phrase[] => {
    const made = phrases[index];
    if (made) return [made];
    const entry = vocabulary.phrases[index];
    const id = entry && vocabulary.concepts[entry[0]]?.id;
    if (!entry || !id) return [];
    const phrase = { id, expression: new RegExp(entry[1], 'y'), ambiguous: entry[2] === 1 };
    phrases[index] = phrase;
    return [phrase];
  };
  const byWord = new Map<string, readonly Phrase[]>();
  const table: Table = {
    startingWith(word) {
      const remembered = byWord.get(word);
      if (remembered) return remembered;
      const list = first.startingWith(word).flatMap(phraseAt);
      if (byWord.size > MAX_WORDS) byWord.clear();
      byWord.set(ownString(word), list);
      return list;
    },
  };
  tables.set(name, table);
  return table;
}

const MAX_WORDS = 20_000;
