import { compilePhrase, type Terms } from '../src/phrase/compile.js';
import { firstWords } from '../src/phrase/first-words.js';

/** A vocabulary as `src/data/ontology.ts` reads it. */
interface CompiledVocabulary {
  concepts: Record<string, unknown>[];
  /** [number of the concept, source, 1 where ambiguous]. */
  phrases: [number, string, number][];
  /** First word, or its beginning, → numbers of phrases. */
  exact: Record<string, number[]>;
  prefixes: Record<string, number[]>;
  any: number[];
}

/** The list of concepts in each file of `rules/ontology`, by the key that holds it. */
const LISTS: Readonly<Record<string, string>> = {
  data: 'concepts',
  purposes: 'purposes',
  recipients: 'recipients',
  bases: 'bases',
  rights: 'rights',
};

/** Compiles the phrases of every vocabulary into tables by first word. Throws with file and concept at what is wrong. */
export function compileOntology(files: Record<string, unknown>, terms: Terms): Record<string, CompiledVocabulary> {
  const compiled: Record<string, CompiledVocabulary> = {};
  for (const [file, key] of Object.entries(LISTS)) {
    const content = files[file];
    if (content === undefined) continue;
    compiled[file] = compileVocabulary(entriesOf(content, key, file), terms, file);
  }
  return compiled;
}

function compileVocabulary(entries: Record<string, unknown>[], terms: Terms, file: string): CompiledVocabulary {
  const vocabulary: CompiledVocabulary = { concepts: [], phrases: [], exact: {}, prefixes: {}, any: [] };
  entries.forEach((entry, index) => {
    const { phrases, ambiguous, ...concept } = entry;
    vocabulary.concepts.push(concept);
    const where = `ontology ${file}.yaml ${String(entry['id'])}`;
    const doubtful = new Set(strings(ambiguous ?? [], where));
    for (const phrase of strings(phrases ?? [], where)) {
      const record = vocabulary.phrases.push([index, compilePhrase(phrase, terms, where), doubtful.has(phrase) ? 1 : 0]) - 1;
      const first = firstWords(phrase, terms);
      if (first.any) vocabulary.any.push(record);
      for (const word of first.any ? [] : first.exact) add(vocabulary.exact, word, record);
      for (const prefix of first.any ? [] : first.prefixes) add(vocabulary.prefixes, prefix, record);
    }
  });
  return vocabulary;
}

function add(table: Record<string, number[]>, word: string, record: number): void {
  const known = Object.hasOwn(table, word) ? table[word] : undefined;
  if (known) known.push(record);
  else table[word] = [record];
}

function entriesOf(content: unknown, key: string, file: string): Record<string, unknown>[] {
  const entries = typeof content === 'object' && content !== null ? Reflect.get(content, key) : undefined;
  if (!Array.isArray(entries)) throw new Error(`ontology ${file}.yaml: a list "${key}" was expected`);
  return entries;
}

function strings(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) throw new Error(`${where}: a list of phrases was expected`);
  return value.map(String);
}
