// docs/rules/: a page for each rule, made from its file, and an index by pack and by article. The examples are run, and the words that the
// rule marks in them are shown as code.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileData } from './compile-data.mjs';
import { engine as engineOf } from './engine.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'docs/rules');
const REGIMES = ['gdpr', 'eprivacy', 'uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'];
const SEVERITIES = { error: 'the law requires it', warning: 'guidance asks for it, or the law may', note: 'good practice' };

export async function generate() {
  await compileData();
  const engine = await load();
  const noise = existsSync(join(root, 'bench/noise.json'))
    ? JSON.parse(readFileSync(join(root, 'bench/noise.json'), 'utf8'))
    : { rules: {} };
  const pages = new Map();
  for (const rule of engine.builtInRules) pages.set(`${rule.id}.md`, await page(rule, engine, noise));
  pages.set('README.md', index(engine));
  for (const [name, text] of pages) {
    const file = join(docs, name);
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  for (const entry of readdirSync(docs, { recursive: true, withFileTypes: true })) {
    const name = join(entry.parentPath, entry.name)
      .slice(docs.length + 1)
      .replaceAll('\\', '/');
    if (entry.isFile() && !pages.has(name)) rmSync(join(docs, name));
  }
}

const load = () =>
  engineOf({
    lint: 'lint',
    'data/rules': 'builtInRules, builtInPresets',
    'data/rule-docs': 'ruleDocs',
    'rules/load': 'loadRules',
    'data/law': 'provision, cite',
  });

async function page(rule, engine, noise) {
  const { why, how, limits, links, examples } = engine.ruleDocs.get(rule.id);
  const failing = [];
  for (const example of examples.fail) failing.push(await shown(example, rule, engine));
  const parts = [
    `# ${rule.title}`,
    `\`${rule.id}\` · ${rule.severity} (${SEVERITIES[rule.severity]}) · confidence ${rule.confidence}${rule.status === 'experimental' ? ' · **experimental**: off in every preset' : ''}`,
    why,
    `What it says: ${placeholders(rule.message)}`,
    `## The law\n\n${rule.law.map((id) => provisionLine(id, engine)).join('\n')}`,
    `## How to fix it\n\n${how}`,
    ...(rule.fix?.clause ? [`A clause to start from:\n\n> ${placeholders(rule.fix.clause)}`] : []),
    `## Found\n\n${rule.check.require ? 'What is missing has no words: the finding stands at the heading where it belongs.' : 'The words that the rule marks stand in `code`.'}\n\n${failing.join('\n\n')}`,
    `## Not found\n\n${examples.pass.map(plain).join('\n\n')}`,
    ...(limits ? [`## Known limits\n\n${limits}`] : []),
    `## When it runs\n\n${runs(rule, engine)}${measured(rule, noise)}`,
    ...(links.length ? [`## Further reading\n\n${links.map((link) => `- <${link}>`).join('\n')}`] : []),
    `Silence one place with \`<!-- policylint-ignore ${rule.id} -->\`, the rule with \`${rule.id}: off\` in the configuration. Its file: [rules/packs/${rule.id}.yaml](../../../rules/packs/${rule.id}.yaml).`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function provisionLine(id, engine) {
  const found = engine.provision(id);
  return `- [${engine.cite(id)}](${found.url}): ${found.duty}`;
}

function runs(rule, engine) {
  const presets = engine.builtInPresets
    .filter(({ id }) => engine.loadRules({ preset: id }).rules.some((entry) => entry.id === rule.id))
    .map(({ id }) => `\`${id}\``);
  const where = rule.regimes.length ? `Under: ${rule.regimes.join(', ')} (detected from the text, or configured).` : 'Under every law.';
  return `${where} Presets: ${presets.join(', ') || 'none'}.`;
}

function measured(rule, noise) {
  const found = noise.rules[rule.id];
  if (!found) return '';
  return ` On ${noise.policies} published policies it fires in ${found.policies} (${found.findings} findings).`;
}

/** The example with the marked words as code; where a rule misses something, the heading or line that carries the finding. */
async function shown(example, rule, { lint }) {
  if (typeof example !== 'string' && example.text === undefined) return plain(example);
  const text = typeof example === 'string' ? example : example.text;
  if (rule.check.require) return quote(text);
  const set = {
    rules: [rule],
    facts: example.facts ?? {},
    regimes: REGIMES,
    preset: 'auditor',
    lawAsOf: '2026-11-01',
    today: '2026-11-21',
  };
  const { findings } = await lint(text, { path: 'policy.md' }, set);
  const spans = findings.flatMap(({ focus, related }) => [focus, ...related.map(({ span }) => span)]).sort((a, b) => b.start - a.start);
  let marked = text;
  let last = Number.POSITIVE_INFINITY;
  for (const { start, end } of spans) {
    if (end > last || /[`\n]/.test(text.slice(start, end).trim())) continue;
    marked = `${marked.slice(0, start)}\`${marked.slice(start, end)}\`${marked.slice(end)}`;
    last = start;
  }
  return quote(marked);
}

function plain(example) {
  if (typeof example === 'string') return quote(example);
  const parts = [];
  if (example.note) parts.push(`${example.note}:`);
  if (example.text !== undefined) parts.push(quote(example.text));
  for (const [name, text] of Object.entries(example.documents ?? {})) parts.push(`\`${name}\``, quote(text));
  if (example.old !== undefined) parts.push('Before:', quote(example.old));
  if (example.new !== undefined) parts.push('After:', quote(example.new));
  if (example.facts) parts.push(`Facts: \`${JSON.stringify(example.facts)}\``);
  return parts.join('\n\n');
}

const quote = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
const placeholders = (text) => text.replace(/\{[^}]+\}/g, (match) => `\`${match}\``);

function index({ builtInRules, provision, cite }) {
  const packs = new Map();
  const articles = new Map();
  for (const rule of builtInRules) {
    const [pack, name] = rule.id.split('/');
    packs.set(pack, [...(packs.get(pack) ?? []), rule]);
    for (const id of rule.law) articles.set(id, [...(articles.get(id) ?? []), `[${rule.id}](${pack}/${name}.md)`]);
  }
  const byPack = [...packs].map(([pack, rules]) => {
    const rows = rules.map(
      ({ id, title, severity, confidence, status }) =>
        `| [${id}](${id}.md) | ${title} | ${severity}${status === 'experimental' ? ', experimental' : ''} | ${confidence} |`,
    );
    return `### ${pack} (${rules.length})\n\n| Rule | What it finds | Severity | Confidence |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
  });
  const instruments = new Map();
  for (const id of articles.keys()) {
    const { short } = provision(id).instrument;
    instruments.set(short, [...(instruments.get(short) ?? []), id]);
  }
  const byArticle = [...instruments]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([short, ids]) => {
      const rows = ids
        .sort((a, b) => cite(a).localeCompare(cite(b), 'en', { numeric: true }))
        .map((id) => `| [${cite(id)}](${provision(id).url}) | ${articles.get(id).join(', ')} |`);
      return `### ${short}\n\n| Provision | Rules |\n| --- | --- |\n${rows.join('\n')}`;
    });
  return `# The rules

${builtInRules.length} rules, one file each under [rules/packs](../../rules/packs). These pages are made from those files by \`npm run generate\`; \`policylint explain RULE\` prints the same. None of this is legal advice.

How to write one: [writing-rules.md](../writing-rules.md). The language of its phrases: [phrases.md](../phrases.md).

## By pack

${byPack.join('\n\n')}

## By law

${byArticle.join('\n\n')}
`;
}
