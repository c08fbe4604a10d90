// Puts the figures of record (bench/accuracy.json, written by `npm run eval`) into the README, between `<!-- accuracy -->` marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function generate() {
  const figures = JSON.parse(readFileSync(`${root}bench/accuracy.json`, 'utf8'));
  const file = `${root}README.md`;
  const text = readFileSync(file, 'utf8');
  const made = text.replace(/(<!-- accuracy -->\n)[\s\S]*?(<!-- \/accuracy -->)/, (_, open, close) => `${open}${table(figures)}${close}`);
  if (made !== text) writeFileSync(file, made);
}

function table(figures) {
  const micro = (name) => figures[name].micro;
  const two = (value) => value.toFixed(2);
  const gold = (name) => Object.values(figures[name].byKind).reduce((sum, { gold: count }) => sum + count, 0);
  const claims = (set, label) =>
    `| Claims, ${label} (${gold(`claims ${set}`)} statements) | P ${two(micro(`claims ${set}`).precision)}, R ${two(micro(`claims ${set}`).recall)} | |`;
  const rows = [
    claims('seeds', 'five policies of the first fixtures'),
    claims('dev', '16 further policies'),
    `| Missing requirements, the same 16 policies | P ${two(micro('coverage dev').precision)}, R ${two(micro('coverage dev').recall)} | |`,
    `| Missing requirements, GDPR-Transparency-200, half (100 app policies, 12 labels) | macro F1 ${two(figures['gdpr-transparency'].macroF1)} | keyword baseline about .90 |`,
    `| Concepts of headings and paragraphs, GoPPC, half (60 policies) | macro F1 ${two(figures.goppc.macroF1)} | published: .68 |`,
    `| Categories of segments, OPP-115, half (57 policies) | mean F1 ${two(figures.opp115.meanOfPresenceAndAbsence)} | published: .81 |`,
  ];
  return `| What | Figure | For comparison |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
