import { extractClaims } from '../../../src/claims/extract.js';
import { builtInRules } from '../../../src/data/rules.js';
import { parseDocument } from '../../../src/document/document.js';
import type { Hit } from '../../../src/findings/types.js';
import { compilePhraseList } from '../../../src/phrase/list.js';
import { makeContext } from '../../../src/rules/context.js';
import { structureTests } from '../../../src/rules/structure/index.js';

/** What a structure test finds in a text: the marked words of each hit. */
export async function found(test: string, text: string, options: Record<string, unknown> = {}): Promise<string[]> {
  return (await hitsOf(test, text, options)).map(({ words }) => words);
}

export async function hitsOf(test: string, text: string, options: Record<string, unknown> = {}): Promise<{ hit: Hit; words: string }[]> {
  const document = await parseDocument(text, { path: 'policy.md' });
  const claims = extractClaims(document, {});
  const context = makeContext(document, claims, { facts: {}, regimes: new Set(), role: 'privacy-policy', lawAsOf: '2026-11-01' });
  const run = structureTests[test];
  if (!run) throw new Error(`no test ${test}`);
  return [...run(context, compiled(options))].map((hit) => {
    const { start, end } = hit.focus ?? hit.range;
    return { hit, words: document.text.slice(start, end) };
  });
}

/** The words that the rule of a test gives it, without its numbers. */
export function wordingOf(test: string): Record<string, unknown> {
  const rule = builtInRules.find(({ check }) => check.structure?.test === test);
  if (!rule) throw new Error(`no rule has the test ${test}`);
  return Object.fromEntries(Object.entries(rule.check.structure?.options ?? {}).filter(([, value]) => typeof value !== 'number'));
}

/** Lists of phrases as the build compiles them. */
function compiled(options: Record<string, unknown>): Record<string, unknown> {
  const isWording = (key: string, value: unknown): value is string[] =>
    ['any', 'of', 'unless'].includes(key) && Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, isWording(key, value) ? compilePhraseList(value, {}) : value]),
  );
}
