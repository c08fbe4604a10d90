/** Points for a policy, with every point that was taken: docs/score.md has the sum. */
import type { Level } from '../findings/types.js';
import type { Rule } from '../rules/types.js';
import type { DocumentView } from './view.js';

export interface Score {
  readonly path: string;
  /** 0 to 100; null where too little could be judged, the GDPR was not applied or no personal data are processed. */
  readonly points: number | null;
  readonly grade: string | null;
  /** Points for coverage, before findings are counted. */
  readonly coverage: number | null;
  /** What took points, the most first. */
  readonly reasons: readonly { readonly what: string; readonly points: number; readonly id: string }[];
}

export function scoreOf({ path, coverage, findings, reach, deniesData }: DocumentView, rules: readonly Rule[]): Score {
  const weights = new Map<string, number>();
  for (const { requirement, severity } of rules)
    if (requirement) weights.set(requirement, Math.max(weights.get(requirement) ?? 0, WEIGHT[severity]));
  const judged = coverage.filter(({ status }) => status !== 'not-applicable');
  // The table asks what the GDPR asks: no yardstick for a text that it does not reach, nor for one without data.
  const isReached = !reach.some(({ regime, status }) => regime === 'gdpr' && status === 'not-shown');
  if (judged.length < LEAST || !isReached || deniesData) return { path, points: null, grade: null, coverage: null, reasons: [] };
  const weightOf = (requirement: string): number => weights.get(requirement) ?? 1;
  const total = judged.reduce((sum, { requirement }) => sum + weightOf(requirement), 0);
  const reasons = judged
    .filter(({ status }) => status === 'absent')
    .map(({ requirement }) => ({ what: 'missing', id: requirement, points: round((100 * weightOf(requirement)) / total) }));
  const missing = judged.filter(({ status }) => status === 'absent').reduce((sum, { requirement }) => sum + weightOf(requirement), 0);
  const covered = 100 - (100 * missing) / total;
  const gaps = new Set(rules.filter(({ requirement }) => requirement).map(({ id }) => id));
  const taken = new Map<string, { points: number; times: number; level: Level }>();
  for (const { ruleId, level, confidence } of findings) {
    if (gaps.has(ruleId)) continue;
    const known = taken.get(ruleId) ?? { points: 0, times: 0, level };
    const points = known.times < MOST ? PENALTY[level] * TRUST[confidence] : 0;
    taken.set(ruleId, { level, times: known.times + 1, points: known.points + points });
  }
  for (const [id, { points, level }] of taken) if (points > 0) reasons.push({ what: level, id, points: round(points) });
  const lost = [...taken.values()].reduce((sum, { points }) => sum + points, 0);
  const points = Math.max(0, Math.floor(covered - lost + 1e-9));
  reasons.sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
  return { path, points, grade: GRADES.find(([least]) => points >= least)?.[1] ?? 'F', coverage: round(covered), reasons };
}

const LEAST = 3;
const MOST = 3;
const WEIGHT: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 };
const PENALTY: Readonly<Record<Level, number>> = { error: 5, warning: 2, note: 0.5 };
const TRUST = { high: 1, medium: 0.5, low: 0 } as const;
const GRADES: readonly (readonly [least: number, grade: string])[] = [
  [90, 'A'],
  [80, 'B'],
  [70, 'C'],
  [60, 'D'],
  [50, 'E'],
];
const round = (value: number): number => Math.round(value * 10) / 10;
