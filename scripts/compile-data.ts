import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { CompiledLexicon, CompiledTriggers } from '../src/data/lexicon.js';
import { ruleTable } from '../src/data/rule-table.js';
import type { CompiledTopics } from '../src/document/topics.js';
import { PhraseError, type Terms } from '../src/phrase/compile.js';
import type { Frequency } from '../src/phrase/required.js';
import { triggerPhrases } from '../src/phrase/triggers.js';
import { compileConditions, compileRule, type RuleSource } from '../src/rules/compile.js';
import { compileCues } from './compile-cues.js';
import { frequencyOf } from './compile-frequencies.js';
import { compileLaw } from './compile-law.js';
import { compileOntology } from './compile-ontology.js';
import { PhraseTable } from './compile-phrases.js';
import { compileRegistry } from './compile-registry.js';

/**
 * Reads `rules/` below `root`, with the wording of one language (`rules/lexicon/<language>`), writes `build/data/*.json`. Throws with file
 * and reason at the first thing that is wrong.
 */
export function compile(root: string, language = 'en'): void {
  const wording = join(root, 'rules', 'lexicon', language);
  const out = join(root, 'build', 'data');
  mkdirSync(out, { recursive: true });
  const table = new PhraseTable(frequenciesIn(wording));
  const lexicon = compileLexicon(wording, language, table);
  lexicon.raw['languages'] = readYaml(join(root, 'rules', 'lexicon', 'languages.yaml'));
  write(out, 'lexicon', lexicon);
  write(out, 'registry', compileRegistry(readFolder(join(root, 'rules', 'registry'))));
  write(out, 'law', compileLaw(readFolder(join(root, 'rules', 'law'))));
  const terms = termsOf(readYaml(join(wording, 'shared.yaml')), 'shared.yaml');
  write(out, 'ontology', compileOntology(readFolder(join(root, 'rules', 'ontology')), terms, table));
  compileRules(root, wording, out, table);
  write(out, 'phrases', table.data());
  write(out, 'expressions', table.expressions());
}

/** How common words are, where a language says so. */
function frequenciesIn(wording: string): Frequency | undefined {
  const file = join(wording, `${FREQUENCIES}.yaml`);
  return existsSync(file) ? frequencyOf(readYaml(file)) : undefined;
}

/** Every rule of every pack, validated; the long texts apart, since only `explain` and the reports read them. */
function compileRules(root: string, wording: string, out: string, table: PhraseTable): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const schema = record(JSON.parse(readFileSync(join(root, 'schema', 'rule.schema.json'), 'utf8')), 'rule.schema.json');
  const isRule = ajv.compile<RuleSource>(schema);
  const terms = termsOf(readYaml(join(wording, 'shared.yaml')), 'shared.yaml');
  const compilePhrases = (phrases: readonly string[], where: string) => table.add(phrases, terms, where);
  // Packs of a team are compiled when they are loaded and may use the same terms.
  write(out, 'terms', terms);
  const provisions = provisionsOf(Object.values(readFolder(join(root, 'rules', 'law'))));
  const compiled = filesBelow(join(root, 'rules', 'packs')).map((file) => {
    const source = readYaml(file);
    const name = relative(join(root, 'rules', 'packs'), file).replace(/\\/g, '/');
    if (!isRule(source)) throw new Error(`rules/packs/${name}: ${(isRule.errors ?? []).map(explain).join('; ')}`);
    if (`${source.id}.yaml` !== name) throw new Error(`rules/packs/${name}: its id is "${source.id}"; the file must be ${source.id}.yaml`);
    const { rule, docs } = compileRule(source, terms, compilePhrases);
    return { rule: { ...rule, ...inForce(rule.law, provisions, name) }, docs };
  });
  compiled.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const conditions = compileConditions(record(readYaml(join(root, 'rules', 'conditions.yaml')), 'conditions.yaml'), compilePhrases);
  const presets = Object.values(readFolder(join(root, 'rules', 'presets')));
  write(out, 'rules', {
    rules: ruleTable(compiled.map((entry) => entry.rule)),
    presets,
    conditions,
    groups: readYaml(join(root, 'rules', 'groups.yaml')),
  });
  write(
    out,
    'rule-docs',
    compiled.map((entry) => entry.docs),
  );
}

type Period = { readonly from?: string; readonly until?: string };

/** Provision id → when it applies. */
function provisionsOf(files: readonly unknown[]): ReadonlyMap<string, Period> {
  const lists = files.flatMap((file) => {
    const list = record(file, 'law')['provisions'];
    return Array.isArray(list) ? list.map((entry: unknown) => record(entry, 'law')) : [];
  });
  const date = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
  return new Map(
    lists.map(({ id, from, until }) => {
      const [start, end] = [date(from), date(until)];
      return [String(id), { ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { until: end }) }];
    }),
  );
}

/** The periods of a rule's provisions, where all of them have one. */
function inForce(law: readonly string[], provisions: ReadonlyMap<string, Period>, name: string): { inForce?: Period[] } {
  const periods = law.map((id) => provisions.get(id) ?? fail(`rules/packs/${name}: no provision "${id}" in rules/law`));
  return periods.length > 0 && periods.every(({ from, until }) => from ?? until) ? { inForce: periods } : {};
}

const explain = (error: ErrorObject): string =>
  `${error.instancePath || 'the rule'} ${error.message ?? ''} ${JSON.stringify(error.params)}`;

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Another process may read while this one writes: rename is atomic. */
function write(out: string, name: string, data: unknown): void {
  const temporary = join(out, `${name}.${process.pid}.tmp`);
  writeFileSync(temporary, JSON.stringify(data));
  renameSync(temporary, join(out, `${name}.json`));
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** File name without ending → content. */
function readFolder(folder: string): Record<string, unknown> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return Object.fromEntries(files.map((file) => [basename(file, '.yaml'), readYaml(join(folder, file))]));
}

/** Word lists that have a format of their own. */
const NOT_PHRASES = new Set(['numbers', 'topics']);
/** Read by the build alone. */
const FREQUENCIES = 'frequencies';

function compileLexicon(folder: string, language: string, table: PhraseTable): CompiledLexicon {
  const files = readFolder(folder);
  const shared = termsOf(files['shared'], 'shared.yaml');
  const lexicon: CompiledLexicon = { language, kinds: {}, raw: {} };
  for (const [name, content] of Object.entries(files)) {
    if (name === FREQUENCIES) continue;
    if (NOT_PHRASES.has(name)) {
      lexicon.raw[name] = name === 'topics' ? compileTopics(content, shared, table) : content;
      continue;
    }
    const file = record(content, `${name}.yaml`);
    const terms = { ...shared, ...termsOf(content, `${name}.yaml`) };
    const patterns: string[][] = [];
    const values: string[][] = [];
    // Groups may stand beside `patterns`: "region: {eu: [...]}".
    const { patterns: own, triggers, terms: _terms, meta: _meta, cues, written, words: plain, ...groups } = file;
    for (const [key, entry] of Object.entries({ ...groups, ...record(own ?? {}, `${name}.yaml patterns`) })) {
      const where = `lexicon ${name}.yaml ${key}`;
      if (Array.isArray(entry)) patterns.push([key, String(table.add(strings(entry, where), terms, where).list)]);
      else {
        const group = Object.entries(record(entry, where)).flatMap(([value, phrases]) => [
          value,
          String(table.add(strings(phrases, `${where}.${value}`), terms, `${where}.${value}`).list),
        ]);
        // Behind a name stands a tab, also where no value follows.
        values.push([key, ...(group.length === 0 ? [''] : group)]);
      }
    }
    lexicon.kinds[name] = {
      triggers: compileTriggers(strings(triggers ?? [], `${name}.yaml triggers`), table, `${name}.yaml triggers`),
      ...lines('patterns', patterns),
      ...lines('values', values),
      ...lines(
        'cues',
        compileCues({ small: lists(cues, `${name}.yaml cues`), 'as-written': lists(written, `${name}.yaml written`) }, terms),
      ),
      ...lines(
        'words',
        Object.entries(lists(plain, `${name}.yaml words`)).map(([key, list]) => [key, ...list.map(small)]),
      ),
    };
  }
  return lexicon;
}

function compileTriggers(triggers: readonly string[], table: PhraseTable, where: string): CompiledTriggers {
  const { words, longer } = triggerPhrases(triggers);
  return {
    ...(words.length === 0 ? {} : { words: table.add(words, {}, where) }),
    ...(longer.length === 0 ? {} : { longer: table.add(longer, {}, where) }),
  };
}

const small = (word: string): string => word.toLowerCase();

/** See `CompiledKind`. */
const lines = <K extends string>(key: K, rows: readonly (readonly string[])[]): { [P in K]?: string } =>
  rows.length === 0 ? {} : ({ [key]: rows.map((row) => row.join('\t')).join('\n') } as { [P in K]?: string }); // a key that is a type parameter

const lists = (value: unknown, where: string): Record<string, string[]> =>
  Object.fromEntries(Object.entries(record(value ?? {}, where)).map(([key, list]) => [key, strings(list, `${where} ${key}`)]));

function compileTopics(content: unknown, terms: Terms, table: PhraseTable): CompiledTopics {
  const topics = record(content, 'topics.yaml')['topics'];
  if (!Array.isArray(topics)) throw new Error('topics.yaml: a list "topics" was expected');
  const entries = topics.map((topic: unknown) => record(topic, 'topics.yaml'));
  const part = (key: string): CompiledTopics['heading'] => {
    const weights = entries.flatMap((entry, topic) =>
      Object.entries(record(entry[key] ?? {}, `topics.yaml ${String(entry['id'])}`)).map(([phrase, weight]) => ({
        phrase,
        topic,
        weight: Number(weight),
      })),
    );
    const { list } = table.add(
      weights.map(({ phrase }) => phrase),
      terms,
      `topics.yaml ${key}`,
    );
    return { list, weights: weights.flatMap(({ topic, weight }) => [topic, weight]) };
  };
  return { ids: entries.map((entry) => String(entry['id'])), heading: part('heading'), content: part('content') };
}

function termsOf(content: unknown, where: string): Terms {
  const terms = record(record(content ?? {}, where)['terms'] ?? {}, `${where} terms`);
  return Object.fromEntries(Object.entries(terms).map(([name, phrases]) => [name, strings(phrases, `${where} term ${name}`)]));
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PhraseError(`${where}: a map was expected`);
  return value as Record<string, unknown>; // checked above: a plain object from YAML
}

function strings(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) throw new PhraseError(`${where}: a list was expected`);
  return value.map((entry) =>
    typeof entry === 'string' || typeof entry === 'number'
      ? String(entry)
      : fail(`${where}: every entry must be text; quote what YAML reads otherwise (yes, no, "a: b")`),
  );
}

function fail(message: string): never {
  throw new PhraseError(message);
}
