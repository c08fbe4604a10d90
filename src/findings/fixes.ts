/** The fixes that a rule offers for a hit: replacements of its words, or a clause to insert. */
import type { PolicyDocument } from '../document/types.js';
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
  for (const { from, to, safety } of replace) {
    const span = document.toSource(hit.focus ?? hit.range);
    const words = document.source.slice(span.start, span.end);
    const at = words.toLowerCase().indexOf(from.toLowerCase());
    if (at < 0) continue;
    fixes.push({
      title: `Replace "${from}" by "${to}"`,
      safety,
      edits: [{ span: { start: span.start + at, end: span.start + at + from.length }, text: to }],
    });
  }
  return fixes;
}
