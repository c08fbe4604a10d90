// Policies in any number, made from a corpus of real ones by seeded variation: a run of sections of one of them, with other names, numbers,
// dates and domains. The same seed gives the same bytes. For measuring only; nothing of it is kept.
//   node bench/scale-corpus.mjs FOLDER FILES [BYTES A FILE]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator } from './random.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const CORPUS = join(root, '..', 'shared', 'corpus', 'policies');

/** Writes `files` policies of about `bytes` on average, 1,000 a folder. Returns how many bytes were written. */
export function writePolicies(folder, files, bytes = 9_000) {
  const policies = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => sections(readFileSync(join(CORPUS, name), 'utf8')))
    .filter((parts) => parts.length > 3);
  let written = 0;
  for (let number = 0; number < files; number++) {
    const random = generator(Math.imul(number + 1, 0x9e3779b1));
    const parts = policies[Math.floor(random() * policies.length)];
    // Some are short, some are long, as real ones are: from half to twice the mean.
    const wanted = bytes * (0.5 + random() * 1.1);
    let text = `# Privacy Policy of ${name(random)}\n\nLast updated: ${1 + Math.floor(random() * 28)} March ${2016 + Math.floor(random() * 10)}\n\n`;
    for (
      let at = Math.floor(random() * parts.length), turns = 0;
      text.length < wanted && turns < 400;
      at = (at + 1) % parts.length, turns++
    )
      text += parts[at].slice(0, 40_000);
    const content = Buffer.from(vary(text, random));
    const group = join(folder, String(Math.floor(number / 1000)).padStart(4, '0'));
    if (number % 1000 === 0) mkdirSync(group, { recursive: true });
    writeFileSync(join(group, `policy-${String(number).padStart(6, '0')}.md`), content);
    written += content.length;
  }
  return written;
}

/** Cut before headings, and between paragraphs where a section is long. */
function sections(text) {
  return text
    .split(/^(?=#{1,6} )/m)
    .flatMap((part) => part.match(/[\s\S]{1,3000}(?:\n\n|$)|[\s\S]{1,3000}/g) ?? [])
    .filter((part) => part.trim().length > 40)
    .map((part) => (part.endsWith('\n\n') ? part : `${part}\n\n`));
}

function vary(text, random) {
  const domain = `${name(random).toLowerCase().replace(/\W/g, '')}.example`;
  return text
    .replace(/\b\d{1,2}(?= (?:days|months|years|hours)\b)/g, () => String(1 + Math.floor(random() * 36)))
    .replace(/\b20[01]\d\b/g, () => String(2010 + Math.floor(random() * 16)))
    .replace(/@[\w-]+\.(?:com|org|net|io)\b/g, `@${domain}`)
    .replace(/\b(?:may|will|can)\b/g, (word) => (random() < 0.1 ? 'will' : word));
}

const SYLLABLES = [
  'al',
  'ber',
  'co',
  'dan',
  'el',
  'fi',
  'gar',
  'ho',
  'in',
  'jo',
  'ka',
  'lum',
  'mar',
  'no',
  'or',
  'pel',
  'qui',
  'ros',
  'sol',
  'ta',
];
function name(random) {
  const word = Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} Ltd`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, files, bytes] = process.argv.slice(2);
  console.log(writePolicies(folder, Number(files), bytes === undefined ? undefined : Number(bytes)));
}
