import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { BEYOND, neededText } from './needed-text.mjs';
import { MARKS } from './sample-texts.mjs';

/**
 * V8 compiles a regular expression at its first use, which takes as long as some hundred uses. Most of ours seek what most texts do not hold:
 * the build tells each what text it needs (`src/data/gated.ts`), and a page of text compiles a quarter fewer.
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
 * The code of a module with what its expressions need. Literals become objects of `Gated` where only `test` and `exec` are asked of them, or
 * where they are given to a method of a text; those that remember a place (`y`, and `g` where it is asked itself) stay, and so do those that
 * need nothing in particular.
 */
export function gated(code, path) {
  const { literals, tagged } = expressionsIn(code, path);
  const edits = [];
  const made = [];
  for (const { start, end, source, flags, isHeld } of literals) {
    const needed = source.length < SHORTEST ? null : told(neededText(source, flags), flags);
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

/** Shorter ones are as quickly made as an object in their place. */
const SHORTEST = 10;

/** As `mayMatch` of src/data/gated.ts reads it. */
export function told(needed, flags) {
  if (needed === null) return null;
  const lists = needed.map(({ kind, pieces, signs }) =>
    kind === 'pieces'
      ? pieces.map(toldPiece)
      : [
          {
            sign: (kind === 'firsts' ? '[{' : ']}')[signs.includes(BEYOND) ? 1 : 0],
            text: String.fromCharCode(...signs.filter((code) => code !== BEYOND)),
          },
        ],
  );
  const all = lists.flatMap((list, index) => (index === 0 ? list : [{ sign: '&', text: '' }, ...list]));
  return [[flags.includes('i') ? '~' : '-', ...all.map(({ sign }) => sign)].join(''), ...all.map(({ text }) => text)].join('\b');
}

function toldPiece(piece) {
  if (piece === MARKS.digit) return { sign: '#', text: '' };
  const [, before, text, after] = /^([\x02\x08]*)([\s\S]*?)([\x03\x08]*)$/.exec(piece);
  const isEdge = [before.includes(MARKS.edge), after.includes(MARKS.edge)];
  const [isStart, isEnd] = [before.includes(MARKS.start), after.includes(MARKS.end)];
  if (isStart && isEnd) return { sign: '=', text };
  if (isStart) return { sign: isEdge[1] ? 'a' : '^', text };
  if (isEnd) return { sign: isEdge[0] ? 'z' : '$', text };
  return { sign: isEdge[0] ? (isEdge[1] ? '|' : '<') : isEdge[1] ? '>' : '*', text };
}

/**
 * Literals of which only `test` and `exec` are asked, or which a text's methods are given, `isHeld` by a constant of the module or used where
 * they stand, and what is written with `expression`, with its words.
 */
export function expressionsIn(code, path) {
  const literals = [];
  const tagged = [];
  const { program } = parseSync(path, code);
  const held = new Map();
  const used = new Map();
  const exported = new Set();
  const askedItself = new Set();
  const declared = new Set(
    program.body.flatMap((node) => (node.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : [])),
  );
  new Visitor({
    ExportSpecifier: ({ local }) => void exported.add(local.name),
    VariableDeclarator(node) {
      if (isExpression(node.init) && declared.has(node) && node.id.type === 'Identifier') held.set(node.id.name, node);
    },
    Identifier: ({ name }) => void used.set(name, (used.get(name) ?? 0) + 1),
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== 'MemberExpression' || callee.computed) return;
      const asked = /^(?:test|exec)$/.test(callee.property.name) ? callee.object : TAKING.test(callee.property.name) ? given[0] : undefined;
      if (asked?.type === 'Identifier') {
        used.set(asked.name, (used.get(asked.name) ?? 0) - 1);
        if (asked === callee.object) askedItself.add(asked.name);
      } else if (isExpression(asked) && (asked !== callee.object || isStateless(asked)))
        literals.push({ ...placeOf(asked), isHeld: false });
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
  for (const [name, { init }] of held)
    if (used.get(name) === 1 && !exported.has(name) && (isStateless(init) || !askedItself.has(name)))
      literals.push({ ...placeOf(init), isHeld: true });
  return { literals, tagged };
}

const isExpression = (node) => node?.type === 'Literal' && 'regex' in node && !node.regex.flags.includes('y');
const isStateless = (node) => isExpression(node) && !node.regex.flags.includes('g');
/** Methods of texts that take an expression; each begins anew. */
const TAKING = /^(?:replace(?:All)?|match(?:All)?|split|search)$/;
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
