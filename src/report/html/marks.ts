/** A policy's text with sections, claims and findings marked where they stand; marks may overlap. */
import type { Region } from '../../files/lines.js';
import type { DocumentView, SectionView } from '../view.js';
import { escapeHtml } from './escape.js';

/** HTML of the whole source; ids begin with `prefix`: `m1` where finding 1 stands, `s1` where section 1 begins, `c1` for claim 1. */
export function markedText({ source, claims, findings, sections }: DocumentView, prefix: string): string {
  const length = source.length;
  const events = new Map<number, Event>();
  const at = (position: number): Event => {
    const offset = Math.max(0, Math.min(length, position));
    const known = events.get(offset) ?? { opens: [], closes: [], ids: [], refs: [] };
    events.set(offset, known);
    return known;
  };
  const span = (region: Region, mark: Mark): void => {
    if (region.charLength === 0) return;
    at(region.charOffset).opens.push(mark);
    at(region.charOffset + region.charLength).closes.push(mark);
  };
  flatSections(sections).forEach((section, i) => {
    const start = section.region.charOffset;
    const end = source.indexOf('\n', start);
    at(start).ids.push(`${prefix}s${i + 1}`);
    span({ ...section.region, charLength: Math.min((end < 0 ? length : end) - start, section.region.charLength) }, { kind: 's' });
  });
  claims.forEach((claim, i) => {
    at(claim.region.charOffset).ids.push(`${prefix}c${i + 1}`);
    span(claim.region, { kind: 'c' });
  });
  findings.forEach(({ region, level, message }, i) => {
    at(region.charOffset).ids.push(`${prefix}m${i + 1}`);
    span(region, { kind: level });
    const label = escapeHtml(`Finding ${i + 1}, ${level}: ${message}`);
    at(region.charOffset + region.charLength).refs.push(`<a class="ref" href="#${prefix}f${i + 1}" aria-label="${label}">${i + 1}</a>`);
  });
  return render(source, events);
}

/** All sections in the order of the text, as the ids number them. */
export function flatSections(sections: readonly SectionView[]): SectionView[] {
  return sections.flatMap((section) => [section, ...flatSections(section.children)]);
}

interface Mark {
  readonly kind: 's' | 'c' | 'error' | 'warning' | 'note';
}

interface Event {
  readonly opens: Mark[];
  readonly closes: Mark[];
  readonly ids: string[];
  readonly refs: string[];
}

/** Cuts the text at every event: each piece is one element with the classes of all marks that hold there. */
function render(source: string, events: ReadonlyMap<number, Event>): string {
  const open = { s: 0, c: 0, error: 0, warning: 0, note: 0 };
  const cuts = [...events.keys()].sort((a, b) => a - b);
  let html = '';
  let from = 0;
  const piece = (to: number): void => {
    if (to > from) {
      const text = escapeHtml(source.slice(from, to));
      const level = (['error', 'warning', 'note'] as const).find((name) => open[name] > 0);
      const classes = [open.s > 0 ? 's' : '', open.c > 0 ? 'c' : '', level ?? ''].filter(Boolean).join(' ');
      html += level ? `<mark class="${classes}">${text}</mark>` : classes ? `<span class="${classes}">${text}</span>` : text;
    }
    from = to;
  };
  for (const cut of cuts) {
    piece(cut);
    const { opens, closes, ids, refs } = events.get(cut) ?? { opens: [], closes: [], ids: [], refs: [] };
    for (const { kind } of closes) open[kind]--;
    for (const { kind } of opens) open[kind]++;
    html += refs.join('') + ids.map((id) => `<span id="${id}"></span>`).join('');
  }
  piece(source.length);
  return html;
}
