// Writes docs/seeds.md: what is found in the five policies of fixtures/seeds, each finding at its line.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function generate() {
  const [recommended, auditor] = [check(), check('--preset', 'auditor', '--min-confidence', 'low')];
  const parts = recommended.map((document, index) => documentPart(document, auditor[index]));
  writeFileSync(
    `${root}docs/seeds.md`,
    `# Five real policies, and what is found in them\n\nMade by \`npm run generate\` from [fixtures/seeds](../fixtures/seeds): what the preset \`recommended\` reports, then what \`--preset auditor --min-confidence low\` adds. Errors first, then by line.\n\n${parts.join('\n')}`,
  );
}

function check(...options) {
  const args = ['bin/policylint.js', 'check', 'fixtures/seeds', '--no-cache', '--exit-zero', '-f', 'json', ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`fixtures/seeds: policylint failed:\n${stderr}`);
  return JSON.parse(stdout).documents;
}

const WEIGHT = { error: 0, warning: 1, note: 2 };

function documentPart({ path, findings, coverage }, auditor) {
  const source = readFileSync(`${root}${path}`, 'utf8');
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const added = auditor.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const missing = coverage.filter(({ status }) => status === 'absent').map(({ requirement }) => requirement);
  return [
    `## ${path.split('/').at(-1)}`,
    '',
    ...table(findings, source),
    '',
    `Requirements that the text does not meet: ${missing.join(', ') || 'none'}.`,
    '',
    'For auditors, besides:',
    '',
    ...table(added, source),
    '',
  ].join('\n');
}

function table(findings, source) {
  const rows = [...findings]
    .sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level] || a.region.startLine - b.region.startLine || (a.ruleId < b.ruleId ? -1 : 1))
    .map(({ level, ruleId, message, region, related }) => {
      const words = source.slice(region.charOffset, region.charOffset + region.charLength);
      const other = related[0] && ruleId.startsWith('consistency/') ? ` and ${related[0].region.startLine}` : '';
      return `| ${region.startLine}${other} | ${level} | [${ruleId}](rules/${ruleId}.md) | ${cell(words, 90)} | ${cell(firstSentence(message), 160)} |`;
    });
  return ['| Line | Level | Rule | Words | What |', '| --- | --- | --- | --- | --- |', ...rows];
}

const firstSentence = (message) => /^.*?[.!?](?= [A-Z]|$)/s.exec(message)?.[0] ?? message;

/** One line of a table: no pipes, no markup, no more than `size` characters. */
function cell(text, size) {
  const flat = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|`*_<>[\]]/g, '\\$&');
  return flat.length > size ? `${flat.slice(0, size - 1)}…` : flat;
}
