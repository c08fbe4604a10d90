import type { Formatter } from './formats.js';
import { count, harmless } from './text.js';
import type { FindingView } from './view.js';

/** For programs that read text: one terse line a finding, no colours, no excerpt beyond the words in question. */
export const agent: Formatter = ({ documents, problems, summary }) => {
  const lines = documents.flatMap(({ path, source, findings }) => findings.map((finding) => line(path, source, finding)));
  const missing = problems.map(({ path, id, message }) => `${harmless(path)}:1:1 error ${id} ${harmless(message)}`);
  const { error, warning, note } = summary.findings;
  const counts = [count(error, 'error'), count(warning, 'warning'), count(note, 'note'), count(summary.documents, 'document')];
  return [...missing, ...lines, counts.join(', '), ''].join('\n');
};

function line(path: string, source: string, { region, focus, level, ruleId, message, related }: FindingView): string {
  const words = focus.charLength < region.charLength ? source.slice(focus.charOffset, focus.charOffset + focus.charLength) : '';
  const parts = [
    `${path}:${region.startLine}:${region.startColumn}-${region.endLine}:${region.endColumn} ${level} ${ruleId} ${message}`,
    ...(words ? [`words: ${JSON.stringify(words.replace(/\s+/g, ' '))}`] : []),
    ...related.map((place) => `also ${place.region.startLine}:${place.region.startColumn}: ${place.message}`),
  ];
  return harmless(parts.join(' | '));
}
