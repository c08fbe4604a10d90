/** What the sections around a sentence say of whom, where and what they are for. */
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument, Section } from '../document/types.js';

/** Titles of the section and of those around it: a section for children or for one region speaks of nobody else. */
export function headingsOf(section: Section | null): string[] {
  const titles: string[] = [];
  for (let at = section; at && at.level > 0; at = at.parent) titles.push(at.title.toLowerCase());
  return titles;
}

/** "This section applies to individuals in the U.S.": what a section, or one around it, says at its beginning of whom it is for. */
export function announcedFor(section: Section | null, document: PolicyDocument): string[] {
  const announced = announcementsOf(document);
  const found: string[] = [];
  for (let at = section; at && at.level > 0; at = at.parent) {
    const sentence = announced.get(at);
    if (sentence !== undefined) found.push(sentence);
  }
  return found;
}

const announcements = new WeakMap<PolicyDocument, ReadonlyMap<Section, string>>();

function announcementsOf(document: PolicyDocument): ReadonlyMap<Section, string> {
  const known = announcements.get(document);
  if (known) return known;
  const made = new Map<Section, string>();
  const read = new Map<Section, number>();
  for (const { block, lower } of document.sentences) {
    const { section, kind } = block;
    const count = read.get(section) ?? 0;
    if (kind === 'heading' || count >= BEGINNING || section.level === 0) continue;
    read.set(section, count + 1);
    if (!made.has(section) && lexicon('scope').pattern('section-for').test(lower)) made.set(section, lower);
  }
  announcements.set(document, made);
  return made;
}

/** Sentences at the head of a section that may say whom it is for. */
const BEGINNING = 3;
