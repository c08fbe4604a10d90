import type { RawBlock } from './raw.js';

/** Paragraphs that continue a list without a bullet: after a colon, entries that end in semicolons or commas. */
export function implicitItems(units: readonly RawBlock[]): void {
  let listed = false;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    const text = unit?.lines[0]?.text ?? '';
    if (!unit) continue;
    if (unit.kind !== 'paragraph' || unit.depth > 0 || unit.table) {
      listed = unit.kind === 'item' || (unit.kind === 'heading' && text.endsWith(':'));
      continue;
    }
    const before = units[i - 1];
    const entry = /;(?: (?:and|or|and\/or))?$|,(?: and| or)?$/.test(text) && text.length < 400;
    const lead = before?.lines[0]?.text ?? '';
    const last = /;(?: (?:and|or|and\/or))?$|,(?: and| or)?$/.test(lead) && before?.kind === 'item';
    if ((entry && (lead.endsWith(':') || listed)) || last) {
      unit.kind = 'item';
      unit.depth = Math.max(1, before?.kind === 'item' ? before.depth : 1);
      listed = true;
    } else listed = false;
  }
}
