/** The fixes that a rule offers for a hit: replacements of its words, or a clause to insert. */
import { linesOf } from '../document/lines.js';
import type { PolicyDocument, Span } from '../document/types.js';
import type { Rule } from '../rules/types.js';
import { touches } from './edits.js';
import { insertions } from './insert.js';
import type { Edit, Fix, Hit, HitFix } from './types.js';

/** The best first. */
export function fixesFor(rule: Rule, hit: Hit, document: PolicyDocument): Fix[] {
  const own = (hit.fixes ?? []).flatMap((fix) => inSource(fix, document) ?? []);
  if (!rule.fix) return own;
  return [...own, ...replacements(rule.fix.replace ?? [], hit, document), ...(rule.check.require ? insertions(rule.fix, document) : [])];
}

/** Null where one of its edits has no place of its own in the source. */
function inSource({ title, safety, edits }: HitFix, document: PolicyDocument): Fix | null {
  const placed: Edit[] = [];
  for (const { range, text, lines } of edits) {
    const span = lines ? linesOf(range, document) : document.toSource(range);
    if (span === null) return null;
    placed.push({ span, text });
  }
  return { title, safety, edits: placed };
}

function replacements(replace: readonly { from: string; to: string; safety: Fix['safety'] }[], hit: Hit, document: PolicyDocument): Fix[] {
  const fixes: Fix[] = [];
  // The words in question first; where they do not hold what is to be replaced, their sentence does.
  const places = [hit.focus ?? hit.range, hit.range].map((range) => document.toSource(range));
  for (const { from, to, safety } of replace) {
    const start = places.map((span) => placeOf(from, span, document)).find((at) => at !== null) ?? null;
    if (start === null) continue;
    const edits = [{ span: { start, end: start + from.length }, text: to }];
    // "Directive 95/46/EC" and "95/46/EC": the first that fits is the one meant.
    if (fixes.some((fix) => touches(fix.edits, edits))) continue;
    fixes.push({ title: `Replace "${from}" by "${to}"`, safety, edits });
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
