/** The order in which people read findings: the weightier first, what belongs together in one block. */
import type { Level } from '../findings/types.js';
import type { FindingView } from './view.js';

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
    };

/** Sorted by the weightiest level of a block, then by position. */
export function arrange(findings: readonly FindingView[]): Block[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const key = finding.group === undefined ? `${finding.fingerprint} ${groups.size}` : `group ${finding.group}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const blocks = [...groups.values()].map((members): Block => {
    const [first, ...rest] = members.sort(byWeight) as [FindingView, ...FindingView[]]; // made above with one member at least
    if (rest.length === 0) return { kind: 'single', finding: first };
    return { kind: 'group', title: sentenceCase(first.group ?? ''), findings: [first, ...rest], labels: labels(members) };
  });
  return blocks.sort((a, b) => byWeight(leader(a), leader(b)));
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

/** gdpr/right-restriction, gdpr/right-objection → restriction, objection. */
function labels(findings: readonly FindingView[]): string[] {
  const names = findings.map(({ ruleId }) => ruleId.slice(ruleId.indexOf('/') + 1).split('-'));
  const [first = []] = names;
  let shared = 0;
  while (shared < first.length - 1 && names.every((name) => name.length > shared + 1 && name[shared] === first[shared])) shared++;
  return names.map((name) => name.slice(shared).join(' '));
}

function sentenceCase(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
