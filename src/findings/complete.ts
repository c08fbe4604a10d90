/** From hits to findings: messages filled in, places in the source, fixes, fingerprints, order. */
import type { PolicyDocument, Section, Span } from '../document/types.js';
import type { RuleHit } from '../rules/run.js';
import { fingerprintOf } from './fingerprint.js';
import { fixesFor } from './fixes.js';
import type { Finding, Level, Place } from './types.js';

/** In order of position, then of rule. */
export function completeFindings(hits: readonly RuleHit[], document: PolicyDocument): Finding[] {
  const ordered = [...hits].sort(
    (a, b) =>
      a.hit.range.start - b.hit.range.start || compare(a.rule.id, b.rule.id) || (a.hit.focus?.start ?? 0) - (b.hit.focus?.start ?? 0),
  );
  const occurrences = new Map<string, number>();
  const placeOf = ({ rule, hit }: RuleHit): Place => {
    const span = document.toSource(hit.range);
    const section = sectionPath(hit.section);
    const key = hit.key ?? document.text.slice(hit.range.start, hit.range.end);
    // What is missing is missing from the document: the heading that carries the finding is no part of what it is.
    const home = rule.check.require ? [] : section;
    const identity = `${rule.id}\n${home.join('>')}\n${key}`;
    const occurrence = (occurrences.get(identity) ?? 0) + 1;
    occurrences.set(identity, occurrence);
    return {
      message: fill(hit.message ?? rule.message, hit.values ?? {}),
      span,
      focus: hit.focus ? within(document.toSource(hit.focus), span) : span,
      section,
      fingerprint: fingerprintOf({ ruleId: rule.id, section: home, key, occurrence }),
    };
  };
  return ordered.map(({ rule, hit }): Finding => {
    const { message, span, focus, section, fingerprint } = placeOf({ rule, hit });
    const others = hit.places?.map((place) =>
      placeOf({ rule, hit: { ...place, values: { ...place.values, count: hit.values?.['count'] ?? 1 } } }),
    );
    return {
      ruleId: rule.id,
      level: lower(rule.severity, hit.level),
      confidence: hit.confidence ?? rule.confidence,
      message,
      span,
      focus,
      section,
      related: (hit.related ?? []).map((place) => ({ message: place.message, span: document.toSource(place.range) })),
      law: rule.law,
      fixes: fixesFor(rule, hit, document),
      fingerprint,
      ...(others?.length ? { places: others } : {}),
      ...(rule.group ? { group: rule.group } : {}),
    };
  });
}

/** Titles of the sections around a place, outermost first, without the root. */
export function sectionPath(section: Section): string[] {
  const titles: string[] = [];
  for (let at: Section | null = section; at?.heading; at = at.parent) titles.unshift(at.title);
  return titles;
}

const WEIGHT: Record<Level, number> = { error: 2, warning: 1, note: 0 };
const lower = (rule: Level, hit: Level | undefined): Level => (hit && WEIGHT[hit] < WEIGHT[rule] ? hit : rule);

/** Fills `{name}`; what a hit does not know is left out with the space before it. */
function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/ ?\{([a-zA-Z][\w.-]*)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? '' : (placeholder.startsWith(' ') ? ' ' : '') + shorten(String(value));
  });
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 160 ? `${flat.slice(0, 157)}...` : flat;
}

const within = (inner: Span, outer: Span): Span => (inner.start >= outer.start && inner.end <= outer.end ? inner : outer);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
