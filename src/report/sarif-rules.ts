/** The static part of a SARIF run: rules with their texts, the law as taxonomies. The same for every run of one rule set. */
import type * as Sarif from 'sarif';
import { type Provision, provision } from '../data/law.js';
import { ruleDocs } from '../data/rule-docs.js';
import { PROBLEMS } from '../files/problems.js';
import { OWN_RULES } from '../findings/own-rules.js';
import type { FindingConfidence, Level } from '../findings/types.js';
import type { Rule } from '../rules/types.js';
import { HOME, ruleUrl } from './links.js';
import { shorten } from './text.js';

export interface Descriptors {
  readonly rules: Sarif.ReportingDescriptor[];
  readonly taxonomies: Sarif.ToolComponent[];
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** References into `taxonomies`. */
  taxaOf(law: readonly string[]): Sarif.ReportingDescriptorReference[];
}

/** GitHub's limit for the texts of a rule. */
const MAX_TEXT = 1024;
const MAX_TAGS = 20;

export function descriptors(enabled: readonly Rule[]): Descriptors {
  const cited = [...new Set(enabled.flatMap((rule) => rule.law))].sort().flatMap((id) => provision(id) ?? []);
  const instruments = [...new Map(cited.map((entry) => [entry.instrument.id, entry.instrument])).values()];
  const taxonomies = instruments.map(({ id, short, title, url }): Sarif.ToolComponent => {
    const taxa = cited.filter((entry) => entry.instrument.id === id).map(taxon);
    return { name: short, fullName: title, informationUri: url, shortDescription: { text: shorten(title, MAX_TEXT) }, taxa };
  });
  const place = new Map<string, Sarif.ReportingDescriptorReference>();
  taxonomies.forEach(({ name, taxa = [] }, component) => {
    taxa.forEach(({ id }, index) => {
      place.set(id, { id, index, toolComponent: { name, index: component } });
    });
  });
  const taxaOf = (law: readonly string[]) => law.flatMap((id) => place.get(id) ?? []);
  const rules = [...enabled.map((rule) => ruleDescriptor(rule, taxaOf(rule.law))), ...problemDescriptors()];
  return { rules, taxonomies, taxaOf, ruleIndex: new Map(rules.map(({ id }, index) => [id, index])) };
}

function ruleDescriptor(rule: Rule, taxa: Sarif.ReportingDescriptorReference[]): Sarif.ReportingDescriptor {
  const docs = ruleDocs.get(rule.id);
  const why = docs?.why ?? rule.title;
  const how = docs?.how ?? rule.message;
  const tags = ['privacy', rule.id.slice(0, rule.id.indexOf('/')), ...rule.regimes];
  return {
    ...texts(rule.id, rule.title, why, how, rule.severity),
    ...(taxa.length === 0 ? {} : { relationships: taxa.map((target) => ({ target, kinds: ['relevant'] })) }),
    properties: {
      precision: PRECISION[rule.confidence],
      'problem.severity': SEVERITY[rule.severity],
      tags: [...new Set(tags)].slice(0, MAX_TAGS),
    },
  };
}

function problemDescriptors(): Sarif.ReportingDescriptor[] {
  return Object.entries({ ...PROBLEMS, ...OWN_RULES }).map(([id, { title, level, why, how }]) => ({
    ...texts(id, title, why, how, level),
    helpUri: HOME,
    properties: { precision: 'very-high', 'problem.severity': SEVERITY[level], tags: ['file'] },
  }));
}

function texts(id: string, title: string, why: string, how: string, level: Level): Sarif.ReportingDescriptor {
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: shorten(title, MAX_TEXT) },
    fullDescription: { text: shorten(why, MAX_TEXT) },
    help: { text: `${why}\n\n${how}`, markdown: `${why}\n\n**What to do:** ${how}\n\n[More on this rule](${ruleUrl(id)})` },
    helpUri: ruleUrl(id),
    defaultConfiguration: { level },
  };
}

const PRECISION: Readonly<Record<FindingConfidence, string>> = { high: 'high', medium: 'medium', low: 'low' };
const SEVERITY: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'recommendation' };

function taxon({ id, ref, title, duty, url }: Provision): Sarif.ReportingDescriptor {
  return {
    id,
    name: ref,
    shortDescription: { text: shorten(title, MAX_TEXT) },
    fullDescription: { text: shorten(duty, MAX_TEXT) },
    helpUri: url,
  };
}

/** gdpr/right-restriction → GdprRightRestriction. */
function nameOf(id: string): string {
  return id
    .split(/[^a-zA-Z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
