/** The order in which people read findings: the weightier first, then what is written before what is missing; what belongs together in one block. */
import { groupTexts } from '../data/rules.js';
import type { Level } from '../findings/types.js';
import type { FindingView, Report } from './view.js';

export type Block =
  | { readonly kind: 'single'; readonly finding: FindingView }
  | {
      readonly kind: 'group';
      /** "Missing rights". */
      readonly title: string;
      /** At least two, in order of weight. */
      readonly findings: readonly [FindingView, ...FindingView[]];
      /** One for each finding: its rule's name without what all of them share. */
      readonly labels: readonly string[];
      /** What holds of all of them. */
      readonly text: string;
    };

/** Sorted by the weightiest level of a block, then (where `isGap` tells) what is missing last, then by position. */
export function arrange(findings: readonly FindingView[], isGap: (finding: FindingView) => boolean = () => false): Block[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    // What is written is shown with its words; only what is missing is read together, where there is something to say of all of it.
    const isAlone = finding.group === undefined || !groupTexts.has(finding.group) || !isGap(finding);
    const key = isAlone ? `${finding.fingerprint} ${groups.size}` : `group ${finding.group}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const blocks = [...groups.values()].map((members): Block => {
    const [first, ...rest] = members.sort(byWeight) as [FindingView, ...FindingView[]]; // made above with one member at least
    if (rest.length === 0) return { kind: 'single', finding: first };
    const title = sentenceCase(first.group ?? '');
    return {
      kind: 'group',
      title,
      findings: [first, ...rest],
      labels: labels(members, title),
      text: groupTexts.get(first.group ?? '') ?? '',
    };
  });
  const weigh = (a: FindingView, b: FindingView) =>
    WEIGHT[a.level] - WEIGHT[b.level] || Number(isGap(a)) - Number(isGap(b)) || byWeight(a, b);
  return blocks.sort((a, b) => weigh(leader(a), leader(b)));
}

type Related = FindingView['related'][number];

/** The places of which the same is said: the first few to be shown with their words, and the others. */
export function placesByMessage(related: readonly Related[]): { message: string; shown: readonly Related[]; rest: readonly Related[] }[] {
  return [...new Set(related.map(({ message }) => message))].map((message) => {
    const places = related.filter((place) => place.message === message);
    // Where one place stands takes as much room as its words.
    const end = places.length > MAX_SHOWN + 1 ? MAX_SHOWN : places.length;
    return { message, shown: places.slice(0, end), rest: places.slice(end) };
  });
}

/** Twenty places with their words hide the finding. */
const MAX_SHOWN = 3;

/** The rules whose findings say that something is missing: there are no words to show. */
export function gapRules({ rules, documents }: Report): ReadonlySet<string> {
  const found = new Set(documents.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)));
  return new Set(rules.filter((rule) => found.has(rule.id) && rule.check.require).map(({ id }) => id));
}

function leader(block: Block): FindingView {
  return block.kind === 'single' ? block.finding : block.findings[0];
}

const WEIGHT: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

function byWeight(a: FindingView, b: FindingView): number {
  return (
    WEIGHT[a.level] - WEIGHT[b.level] ||
    a.region.charOffset - b.region.charOffset ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  );
}

/** In "Missing rights": gdpr/right-restriction, gdpr/complaint → restriction, complaint. */
function labels(findings: readonly FindingView[], title: string): string[] {
  const said = title
    .toLowerCase()
    .split(' ')
    .flatMap((word) => [word, word.replace(/s$/, '')]);
  return findings.map(({ ruleId }) => {
    const words = ruleId.slice(ruleId.indexOf('/') + 1).split('-');
    const rest = words.filter((word) => !said.includes(word));
    return (rest.length > 0 ? rest : words).join(' ');
  });
}

function sentenceCase(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
