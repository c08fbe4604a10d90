/** The team's known findings, which the command line does not report either. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { toForwardSlashes } from '../files/repository.js';
import { matchBaseline, parseBaseline } from '../findings/baseline.js';
import type { Finding } from '../findings/types.js';

/** `baseline`: absolute, or undefined where none is configured. A file that is not there yet knows nothing. Throws BaselineError. */
export function withoutBaseline(findings: readonly Finding[], path: string, baseline: string | undefined): readonly Finding[] {
  if (baseline === undefined || !existsSync(baseline)) return findings;
  const folder = dirname(baseline);
  const document = { file: toForwardSlashes(relative(folder, path)), findings };
  const { known } = matchBaseline([document], parseBaseline(readFileSync(baseline, 'utf8')), (file) => !existsSync(join(folder, file)));
  return findings.filter((finding) => !known[0]?.has(finding));
}
