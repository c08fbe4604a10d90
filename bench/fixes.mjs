// Applies fixes and suggestions to the fixtures and to real policies: node bench/fixes.mjs [FOLDER [COUNT]]     writes bench/fixes.json
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engine } from '../scripts/engine.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { measureFixes } = await engine({ '../bench/fixes': 'measureFixes' });
const [folder = join(root, '../shared/corpus/policies'), count = '50'] = process.argv.slice(2);
const result = {
  fixtures: await measureFixes(join(root, 'fixtures/seeds'), Number(count)),
  policies: await measureFixes(folder, Number(count)),
};
console.log(JSON.stringify(result, null, 2));
writeFileSync(join(root, 'bench/fixes.json'), `${JSON.stringify(result, null, 2)}\n`);
