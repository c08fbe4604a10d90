/** The fixes that a rule offers for a hit: replacements of its words, or a clause to insert. */
import type { PolicyDocument, Span } from '../document/types.js';
import type { Rule } from '../rules/types.js';
import { insertions } from './insert.js';
import type { Fix, Hit } from './types.js';

/** The best first. */
export function fixesFor(rule: Rule, hit: Hit, document: PolicyDocument): Fix[] {
  if (!rule.fix) return [];
  return [...replacements(rule.fix.replace ?? [], hit, document), ...(rule.check.require ? insertions(rule.fix, document) : [])];
}

function replacements(replace: readonly { from: string; to: string; safety: Fix['safety'] }[], hit: Hit, document: PolicyDocument): Fix[] {
  const fixes: Fix[] = [];
  // The words in question first; where they do not hold what is to be replaced, their sentence does.
  const places = [hit.focus ?? hit.range, hit.range].map((range) => document.toSource(range));
  for (const { from, to, safety } of replace) {
    const start = places.map((span) => placeOf(from, span, document)).find((at) => at !== null) ?? null;
    if (start === null) continue;
    fixes.push({
      title: `Replace "${from}" by "${to}"`,
      safety,
      edits: [{ span: { start, end: start + from.length }, text: to }],
    });
  }
  return fixes;
}

/** Where whole words stand in a part of the source, whatever their case. */
function placeOf(words: string, { start, end }: Span, { source }: PolicyDocument): number | null {
  const wanted = words.toLowerCase();
  for (let at = start; at + words.length <= end; at++) {
    if (source.slice(at, at + words.length).toLowerCase() !== wanted) continue;
    const isWhole = !/[\p{L}\p{N}]/u.test(source[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(source[at + words.length] ?? '');
    if (isWhole) return at;
  }
  return null;
}
