import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { neededText } from './needed-text.mjs';

/**
 * V8 compiles a regular expression at its first use, which takes as long as some hundred uses. Most of ours seek what most texts do not hold:
 * the build tells each what text it needs (`src/data/gated.ts`), and a page of text compiles a fifth fewer.
 */
export const gateExpressions = {
  name: 'gate-expressions',
  setup(builder) {
    builder.onLoad({ filter: SOURCE }, ({ path }) =>
      path === GATED ? null : { contents: gated(readFileSync(path, 'utf8'), path), loader: 'ts' },
    );
  },
};

const SOURCE = /[\\/]src[\\/].*\.ts$/;
const GATED = fileURLToPath(new URL('../src/data/gated.ts', import.meta.url));

/**
 * The code of a module with what its expressions need. Literals become objects of `Gated` where only `test` and `exec` are asked of them; those
 * that remember a place (`g`, `y`) stay, and so do those that need nothing in particular.
 */
export function gated(code, path) {
  const { literals, tagged } = expressionsIn(code, path);
  const edits = [];
  const made = [];
  for (const { start, end, source, flags, isHeld } of literals) {
    const needed = told(neededText(source, flags), flags);
    if (needed === null) continue;
    const text = [needed, source, ...(flags === '' ? [] : [flags])].map((part) => JSON.stringify(part)).join(', ');
    if (isHeld) edits.push({ at: start, end, text: `new __Gated(${text})` });
    else {
      edits.push({ at: start, end, text: `__gated${made.length}` });
      made.push(`__gated${made.length} = new __Gated(${text})`);
    }
  }
  for (const { argumentsEnd, flags, source } of tagged) {
    const needed = told(neededText(source, flags ?? ''), flags ?? '');
    if (needed === null) continue;
    edits.push({ at: argumentsEnd, end: argumentsEnd, text: `${flags === undefined ? ", ''" : ''}, ${JSON.stringify(needed)}` });
  }
  if (edits.length === 0) return code;
  const text = edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((done, edit) => done.slice(0, edit.at) + edit.text + done.slice(edit.end), code);
  const constants = made.length > 0 ? `const ${made.join(', ')};` : '';
  return `import { Gated as __Gated } from ${JSON.stringify(GATED)};${constants}${text}`;
}

/** As `mayMatch` of src/data/gated.ts reads it. */
function told(needed, flags) {
  if (needed === null) return null;
  const sign = { start: '^', end: '$', anywhere: '*' }[needed.at];
  return (flags.includes('i') ? { '^': '<', $: '>', '*': '~' }[sign] : sign) + needed.pieces.join('\n');
}

/**
 * Literals of which only `test` and `exec` are asked, `isHeld` by a constant of the module or used where they stand, and what is written with
 * `expression`, with its words.
 */
export function expressionsIn(code, path) {
  const literals = [];
  const tagged = [];
  const { program } = parseSync(path, code);
  const held = new Map();
  const used = new Map();
  const exported = new Set();
  const declared = new Set(
    program.body.flatMap((node) => (node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [])),
  );
  new Visitor({
    ExportSpecifier: ({ local }) => void exported.add(local.name),
    VariableDeclarator(node) {
      if (isStateless(node.init) && declared.has(node) && node.id.type === 'Identifier') held.set(node.id.name, node);
    },
    Identifier: ({ name }) => void used.set(name, (used.get(name) ?? 0) + 1),
    CallExpression({ callee }) {
      if (callee.type !== 'MemberExpression' || callee.computed || !/^(?:test|exec)$/.test(callee.property.name)) return;
      if (callee.object.type === 'Identifier') used.set(callee.object.name, (used.get(callee.object.name) ?? 0) - 1);
      else if (isStateless(callee.object)) literals.push({ ...placeOf(callee.object), isHeld: false });
    },
    TaggedTemplateExpression({ tag, quasi }) {
      const known = tag.type === 'CallExpression' && tag.callee.name === 'expression' ? tag.arguments.map(({ value }) => value) : [];
      const [file, flags] = known;
      if (typeof file !== 'string' || !quasi.expressions.every(({ value }) => typeof value === 'string')) return;
      const source = quasi.quasis.map(({ value }, index) => value.raw + wordsOf(quasi.expressions[index]?.value, file)).join('');
      tagged.push({ argumentsEnd: tag.arguments.at(-1).end, flags, source });
    },
  }).visit(program);
  // Where it is declared, a name is used once; what is asked of it was taken off.
  for (const [name, { init }] of held) if (used.get(name) === 1 && !exported.has(name)) literals.push({ ...placeOf(init), isHeld: true });
  return { literals, tagged };
}

const isStateless = (node) => node?.type === 'Literal' && 'regex' in node && !/[gy]/.test(node.regex.flags);
const placeOf = ({ start, end, regex }) => ({ start, end, source: regex.pattern, flags: regex.flags });

/** The source of an expression for a cue or for a list of words, as `src/data/lexicon.ts` reads it. */
function wordsOf(name, file) {
  if (name === undefined) return '';
  const [key, kind = file] = name.split('/').reverse();
  lexicon ??= JSON.parse(readFileSync(new URL('../build/data/lexicon.json', import.meta.url), 'utf8')).kinds;
  const line = (text = '') =>
    text
      .split('\n')
      .find((entry) => entry.startsWith(`${key}\t`))
      ?.split('\t')
      .slice(1);
  const [cue] = line(lexicon[kind]?.cues) ?? [];
  const words = line(lexicon[kind]?.words);
  if (cue === undefined && words === undefined) throw new Error(`${kind}.yaml has no cue "${key}"`);
  return cue ?? `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`;
}

let lexicon;
