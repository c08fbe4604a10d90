/**
 * From a rule as an author writes it (YAML, `schema/rule.schema.json`) to a rule as the engine runs it: phrases are
 * compiled, kebab-case keys camel case, the long texts move to the docs. The input has passed the schema.
 */
import type { PhraseSource } from '../data/phrases.js';
import type { Terms } from '../phrase/compile.js';
import { compilePhraseList } from '../phrase/list.js';
import type { Condition, Example, Rule, RuleDocs } from './types.js';

/** Compiles a list of phrases; `where` is for its complaints. */
type ListCompiler = (phrases: readonly string[], where: string) => PhraseSource;

/** A rule file's content. Throws PhraseError with the rule's id where a phrase is wrong. The build has a table of its own for lists. */
export function compileRule(
  source: RuleSource,
  terms: Terms,
  compile: ListCompiler = (phrases, where) => compilePhraseList(phrases, terms, where),
): { rule: Rule; docs: RuleDocs } {
  const { why, how, limits, links, examples, check, when, 'silent-when': silentWhen, 'warning-when': warningWhen, ...rest } = source;
  const at = `rule ${source.id}`;
  const rule: Rule = {
    ...rest,
    status: source.status ?? 'stable',
    regimes: source.regimes ?? [],
    // The schema fixes the shape of all; compileNode keeps it and changes only names and phrases.
    check: compileNode(check, compile, at) as Rule['check'],
    ...(when === undefined ? {} : { when: compileNode(when, compile, at) as Condition }),
    ...(silentWhen === undefined ? {} : { silentWhen: compileNode(silentWhen, compile, at) as Condition }),
    ...(warningWhen === undefined ? {} : { warningWhen: compileNode(warningWhen, compile, at) as Condition }),
  };
  const docs: RuleDocs = {
    id: source.id,
    why,
    how,
    ...(limits === undefined ? {} : { limits }),
    links: links ?? [],
    examples: expanded(examples),
  };
  return { rule, docs };
}

/** The content of `rules/conditions.yaml`: conditions by name. */
export function compileConditions(source: Readonly<Record<string, unknown>>, compile: ListCompiler): Record<string, Condition> {
  // Written by us in the shape of a rule's `when`; compileNode keeps it and changes only names and phrases.
  return Object.fromEntries(
    Object.entries(source).map(([name, condition]) => [name, compileNode(condition, compile, `condition ${name}`) as Condition]),
  );
}

export interface RuleSource extends Omit<Rule, 'check' | 'when' | 'silentWhen' | 'warningWhen' | 'status' | 'regimes'> {
  readonly status?: Rule['status'];
  readonly regimes?: Rule['regimes'];
  readonly why: string;
  readonly how: string;
  readonly limits?: string;
  readonly links?: readonly string[];
  readonly examples: { readonly fail: readonly Example[]; readonly pass: readonly Example[] };
  readonly check: unknown;
  readonly when?: unknown;
  readonly 'silent-when'?: unknown;
  readonly 'warning-when'?: unknown;
}

/** Keys whose lists are wording. `text` as a list is short for `{any: list}` where a text selector stands. */
const PHRASE_KEYS = new Set(['unless', 'unless-near', 'unless-section', 'with', 'with-near']);
/** Maps that are passed on as they are. */
const OPAQUE_KEYS = new Set(['fact']);
/** Of the options of a test, those that are wording. */
const OPTION_PHRASES = new Set(['any', 'of', 'unless']);

function compileNode(node: unknown, compile: ListCompiler, at: string): unknown {
  if (Array.isArray(node)) return node.map((entry) => compileNode(entry, compile, at));
  if (!isRecord(node)) return node;
  const isSelector = 'kind' in node;
  const isTextSelector = Array.isArray(node['any']) && node['any'].every((entry) => typeof entry === 'string');
  const compiled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    const name = camel(key);
    if (OPAQUE_KEYS.has(key)) compiled[name] = value;
    else if (key === 'options' && isRecord(value))
      compiled[name] = Object.fromEntries(
        Object.entries(value).map(([option, given]) => [option, optionValue(option, given, compile, at)]),
      );
    else if (key === 'where' && isRecord(value))
      compiled[name] = Object.fromEntries(Object.entries(value).map(([field, test]) => [field, fieldTest(test, compile, at)]));
    else if (key === 'about' && isRecord(value))
      compiled[name] = Object.fromEntries(Object.entries(value).map(([topic, list]) => [topic, compile(phrasesOf(list), at)]));
    else if (key === 'any' && isTextSelector) compiled[name] = compile(phrasesOf(value), at);
    else if (PHRASE_KEYS.has(key) || (key === 'text' && isSelector)) compiled[name] = compile(phrasesOf(value), at);
    else if (key === 'text')
      compiled[name] = Array.isArray(value) ? { any: compile(phrasesOf(value), at) } : compileNode(value, compile, at);
    else compiled[name] = compileNode(value, compile, at);
  }
  if ('require' in compiled && isRecord(compiled['require'])) {
    const { at: topic, ...condition } = compiled['require'];
    compiled['require'] = { condition, ...(topic === undefined ? {} : { at: typeof topic === 'string' ? [topic] : topic }) };
  }
  return compiled;
}

function fieldTest(test: unknown, compile: ListCompiler, at: string): unknown {
  return isRecord(test) && Array.isArray(test['text']) ? { ...test, text: compile(phrasesOf(test['text']), at) } : test;
}

/** `repeat` written out, so that every reader of examples sees the text itself. */
function expanded({ fail, pass }: RuleSource['examples']): RuleDocs['examples'] {
  const expand = (example: Example): Example =>
    typeof example === 'object' && example.text !== undefined && example.repeat !== undefined
      ? { ...example, text: Array.from({ length: example.repeat }, () => example.text?.trim()).join('\n\n') }
      : example;
  return { fail: fail.map(expand), pass: pass.map(expand) };
}

function optionValue(option: string, value: unknown, compile: ListCompiler, at: string): unknown {
  return OPTION_PHRASES.has(option) && Array.isArray(value) ? compile(phrasesOf(value), at) : value;
}

const phrasesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
