// Puts what the tool really prints into the README, between `<!-- output: ARGUMENTS -->` and `<!-- /output -->`.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function generate() {
  const file = `${root}README.md`;
  const text = readFileSync(file, 'utf8');
  const made = text.replace(/(<!-- output: ([^\n]*) -->\n)[\s\S]*?(<!-- \/output -->)/g, (_, open, args, close) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/policylint.js', ...args.split(' ')], {
      cwd: root,
      encoding: 'utf8',
      env: { NO_COLOR: '1' },
    });
    if (status !== 0 && status !== 1) throw new Error(`README: policylint ${args} failed:\n${stderr}`);
    return `${open}\`\`\`text\n$ npx policylint ${args}\n${stdout}\`\`\`\n${close}`;
  });
  if (made !== text) writeFileSync(file, made);
}
