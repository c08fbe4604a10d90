import type { Terms } from '../src/phrase/compile.js';
import { compilePhraseList } from '../src/phrase/list.js';
import type { PhraseTable } from './compile-phrases.js';

/** A vocabulary as `src/data/ontology.ts` reads it. */
interface CompiledVocabulary {
  concepts: Record<string, unknown>[];
  /** The phrases of all concepts: the number of the list under which they are filed. */
  list: number;
  /** For each of them the number of the concept. */
  concept: number[];
  /** Which of them are ambiguous. */
  ambiguous: number[];
}

/** The list of concepts in each file of `rules/ontology`, by the key that holds it. */
const LISTS: Readonly<Record<string, string>> = {
  data: 'concepts',
  purposes: 'purposes',
  recipients: 'recipients',
  bases: 'bases',
  rights: 'rights',
};

/** Compiles every vocabulary; files its phrases in the table. Throws with file and concept at what is wrong. */
export function compileOntology(files: Record<string, unknown>, terms: Terms, table: PhraseTable): Record<string, CompiledVocabulary> {
  const compiled: Record<string, CompiledVocabulary> = {};
  for (const [file, key] of Object.entries(LISTS)) {
    const content = files[file];
    if (content === undefined) continue;
    compiled[file] = compileVocabulary(entriesOf(content, key, file), terms, table, file);
  }
  return compiled;
}

function compileVocabulary(entries: Record<string, unknown>[], terms: Terms, table: PhraseTable, file: string): CompiledVocabulary {
  const vocabulary: CompiledVocabulary = { concepts: [], list: 0, concept: [], ambiguous: [] };
  const all: string[] = [];
  entries.forEach((entry, index) => {
    const { phrases, ambiguous, ...concept } = entry;
    vocabulary.concepts.push(concept);
    const where = `ontology ${file}.yaml ${String(entry['id'])}`;
    const doubtful = new Set(strings(ambiguous ?? [], where));
    for (const phrase of strings(phrases ?? [], where)) {
      const [compiled] = compilePhraseList([phrase], terms, where);
      if (!compiled || compiled[1] === '') throw new Error(`${where}: "${phrase}" must begin with a word`);
      if (doubtful.has(phrase)) vocabulary.ambiguous.push(all.length);
      vocabulary.concept.push(index);
      all.push(phrase);
    }
  });
  vocabulary.list = table.add(all, terms, `ontology ${file}.yaml`).list;
  return vocabulary;
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
