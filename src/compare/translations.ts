/** Which documents are the same text in two languages. */
import type { Member } from './folder.js';

/**
 * Pairs of an original and its translation, the original first: the English one, else the first by path. Told by a path that differs
 * in the language alone (`privacy.en.md`, `de/privacy.md`); where a folder has one privacy policy in each of its languages, by that.
 */
export function translations(members: readonly Member[]): [Member, Member][] {
  const known = members.filter(({ view }) => view.language !== 'und' && view.sections.length > 0);
  const byName = grouped(known, ({ view, role }) => `${role} ${withoutLanguage(view.path, view.language)}`);
  const paired = new Set(byName.flat());
  const rest = known.filter((member) => !paired.has(member) && member.role === 'privacy-policy');
  return [...byName, ...grouped(rest, ({ view }) => view.path.slice(0, Math.max(0, view.path.lastIndexOf('/'))))].flatMap(pairsOf);
}

/** Groups in which each language occurs once, and more than one does. */
function grouped(members: readonly Member[], keyOf: (member: Member) => string): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
  return [...groups.values()].filter((group) => group.length > 1 && new Set(group.map(({ view }) => view.language)).size === group.length);
}

function pairsOf(group: readonly Member[]): [Member, Member][] {
  const original = group.find(({ view }) => view.language === 'en') ?? group[0];
  return original ? group.flatMap((other): [Member, Member][] => (other === original ? [] : [[original, other]])) : [];
}

/** The path without what names the language: "de", "de-AT", "de_at". */
function withoutLanguage(path: string, language: string): string {
  const parts = path.toLowerCase().split(/(?<=[/._-])|(?=[/._-])/);
  const at = parts.indexOf(language);
  if (at < 0) return parts.join('');
  const hasRegion = /^[-_]$/.test(parts[at + 1] ?? '') && /^[a-z]{2}$/.test(parts[at + 2] ?? '');
  const rest = [...parts.slice(0, at), ...parts.slice(at + (hasRegion ? 3 : 1))];
  return rest.join('').replace(/[/._-]{2,}/g, (marks) => (marks.includes('/') ? '/' : '.'));
}
