import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { CONFIG_NAMES, findConfig } from '../files/config/find.js';
import { discover, type FoundFile } from '../files/discover.js';
import { readPolicy } from '../files/read.js';
import { toForwardSlashes } from '../files/repository.js';
import { writeAtomically } from '../files/write.js';
import { count } from '../report/text.js';
import { loadRules } from '../rules/load.js';
import { appliedRegimes } from '../rules/reach.js';
import type { Regime } from '../rules/types.js';
import type { Command } from './commands.js';
import { INIT_HELP } from './help-more.js';
import type { Arguments } from './options.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const init: Command = { options: [], help: INIT_HELP, run };

const FILE = 'policylint.config.yaml';

/** Writes a configuration for what is found in the working directory. Never overwrites. */
async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const [stray] = args.positionals;
  if (stray !== undefined) throw new UsageError(`"init" looks at the working directory; it takes no "${stray}".`);
  const present = CONFIG_NAMES.find((name) => existsSync(join(terminal.cwd, name)));
  const inherited = present ?? findConfig(terminal.cwd);
  if (inherited)
    throw new UsageError(
      `There is a configuration already: ${present ?? toForwardSlashes(relative(terminal.cwd, inherited))}. Nothing was written.`,
    );
  const { files } = await discover(['.'], terminal.cwd);
  const policies: FoundPolicy[] = [];
  for (const file of files) {
    const found = await policyIn(file);
    if (found) policies.push(found);
  }
  writeAtomically(join(terminal.cwd, FILE), textFor(policies));
  const list = policies.map(({ path }) => `  ${path}\n`).join('');
  terminal.out(
    `Found ${count(policies.length, 'privacy policy', 'privacy policies')}${list ? `:\n${list}` : '.\n'}Wrote ${FILE}. Next: policylint ${policies[0] ? folderOf(policies) : 'PATH'}\n`,
  );
  return EXIT.ok;
}

interface FoundPolicy {
  readonly path: string;
  readonly regimes: readonly Regime[];
  readonly controller: string | null;
  readonly findings: number;
}

/** Null for what is no policy: by its name or by what it says. */
async function policyIn({ absolute, path }: FoundFile): Promise<FoundPolicy | null> {
  const { source } = readPolicy(absolute, path);
  if (source === null || !/privac|datenschutz|data protection|personal (?:data|information)/i.test(path + source.slice(0, 20_000)))
    return null;
  const { lint } = await import('../lint.js');
  const { claims, reach, findings } = await lint(source, { path }, loadRules());
  const named = /privac|datenschutz|data-protection|gdpr/i.test(basename(path)) || isTitled(source);
  if (!named && new Set(claims.map(({ kind }) => kind)).size < 4) return null;
  const controllers = claims.flatMap((claim) => (claim.kind === 'controller' ? [claim.value.name] : []));
  return { path, regimes: appliedRegimes(reach), controller: mostFrequent(controllers), findings: findings.length };
}

/** Its first lines name it: "# Privacy policy", "<h1>Privacy notice</h1>". */
function isTitled(source: string): boolean {
  return /^\s{0,200}(?:#{1,2}[ \t]{0,10}|[^\n]{0,80}<h1[^>\n]{0,200}>\s{0,20})?[^\n]{0,60}(?:privacy|data protection)[ \t]+(?:policy|notice|statement)\b/i.test(
    source.slice(0, 2000),
  );
}

function textFor(policies: readonly FoundPolicy[]): string {
  const regimes = [...new Set(policies.flatMap((policy) => policy.regimes))];
  const controller = mostFrequent(policies.flatMap((policy) => policy.controller ?? []));
  const elsewhere = policies.map(({ path }) => path).join(', ');
  return `# Configuration of policylint. All keys: https://github.com/policylint/policylint/blob/main/docs/configuration.md
# yaml-language-server: $schema=https://raw.githubusercontent.com/policylint/policylint/main/schema/config.schema.json

# ${elsewhere ? `Found here: ${elsewhere}` : 'No policy was found here yet.'}

# recommended: what a lawyer would raise; strict: also what guidance asks for; auditor: everything.
extends: recommended

# The laws to read the policies under${regimes.length > 0 ? '; what the texts suggest' : ''}. "auto" reads it from each text.
regimes: ${regimes.length > 0 ? `[${regimes.join(', ')}]` : 'auto'}

# What is so, whatever the policy says: turns guesses into checks.
${controller ? `facts:\n  controller: ${JSON.stringify(controller)} # as the text names it: please verify\n` : '# facts:\n#   controller: Example Ltd\n'}#   establishment: DE
#   audience: general
#   processors: [Stripe, Hetzner]
#   consentUsed: false

# Old findings, to be settled later: policylint PATH --update-baseline
# baseline: policylint-baseline.jsonl

# rules:
#   gdpr/dpo-contact: off
`;
}

function folderOf(policies: readonly FoundPolicy[]): string {
  const folders = new Set(policies.map(({ path }) => dirname(path)));
  return folders.size === 1 && policies.length > 1
    ? ([...folders][0] ?? '.')
    : policies
        .map(({ path }) => (/\s/.test(path) ? `"${path}"` : path))
        .slice(0, 3)
        .join(' ');
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
