/** The vocabularies that claims are normalised to, and where their words stand in a text. Compiled from `rules/ontology`. */
import compiled from '../../build/data/ontology.json' with { type: 'json' };
import type { Range } from '../document/types.js';
import { type Match, makePhrases, type Pattern } from './phrases.js';

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
  const { matches, read } = tableOf(vocabulary);
  return matches.longest(lower, from, to).map(read);
}

interface Vocabulary {
  readonly concepts: readonly Concept[];
  /** The list under which its phrases are filed, for each of them the number of its concept, and which of them are ambiguous. */
  readonly list: number;
  readonly concept: readonly number[];
  readonly ambiguous: readonly number[];
}

interface Table {
  readonly matches: Pattern;
  read(match: Match): Mention;
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

function tableOf(name: VocabularyName): Table {
  const known = tables.get(name);
  if (known) return known;
  const { concepts: all, list, concept: concepts, ambiguous } = vocabularyOf(name);
  const doubtful = new Set(ambiguous);
  const read = ({ phrase, start, end }: Match): Mention => ({
    id: all[concepts[phrase] ?? -1]?.id ?? '',
    range: { start, end },
    ambiguous: doubtful.has(phrase),
  });
  const table: Table = { matches: makePhrases({ list }), read };
  tables.set(name, table);
  return table;
}
