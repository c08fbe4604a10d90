/** `check --stdin-ndjson`: a document a line in, a result a line out, for programs that drive many processes. */
import { resolve } from 'node:path';
import type { Format } from '../document/types.js';
import { streamLines } from '../files/line-stream.js';
import type { Level } from '../findings/types.js';
import { lintText } from '../lint-files.js';
import { documentJson } from '../report/json.js';
import { atLeast, type DocumentView } from '../report/view.js';
import { type Arguments, oneOf } from './options.js';
import { LEVELS, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

/** Reads until the input ends and resolves to the exit code. Holds one document at a time; waits where the reader is slower. */
export async function checkLines(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError('--stdin-ndjson reads the documents from standard input; name no files.');
  const other = args.used.find((name) => !ALLOWED.includes(name));
  if (other) throw new UsageError(`--${other} does not go with --stdin-ndjson.`);
  const failOption = args.value('fail-on');
  const failOn = oneOf<Level | 'never'>('level', failOption ?? 'error', [...LEVELS, 'never']);
  const counted = failOn === 'never' ? [] : LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  // One configuration, that of the working directory: what is kept of each folder would grow with the stream.
  const { file } = await settingsFrom(args, terminal)(resolve(terminal.cwd, '-'));
  const configFor = settingsFrom(args, terminal, file ?? false);
  let isComplete = true;
  let hasFindings = false;
  const { input, write } = terminal.stream ?? whole(terminal);
  for await (const { number, text, trouble } of streamLines(input, MOST)) {
    if (text !== null && text.trim() === '') continue;
    const entry = text === null ? { message: trouble ?? '', id: undefined } : entryOf(text);
    const id = entry.id === undefined ? {} : { id: entry.id };
    if ('message' in entry) {
      isComplete = false;
      await write(`${JSON.stringify({ line: number, ...id, error: { message: entry.message } })}\n`);
      continue;
    }
    const { set, minConfidence } = await configFor(resolve(terminal.cwd, entry.path));
    const document = atLeast(minConfidence, await lintText(entry.text, entry.path, entry.format, set));
    if (isUnread(document)) isComplete = false;
    hasFindings ||= document.findings.some(({ level }) => counted.includes(level));
    await write(`${JSON.stringify({ line: number, ...id, document: documentJson(document) })}\n`);
  }
  if (!isComplete) return EXIT.failure;
  return hasFindings && !args.flag('exit-zero') ? EXIT.findings : EXIT.ok;
}

const ALLOWED = [
  'stdin-ndjson',
  'config',
  'no-config',
  'preset',
  'regime',
  'law-as-of',
  'min-confidence',
  'today',
  'fail-on',
  'exit-zero',
  'no-cache',
];

/** The most bytes of a line that are held; a policy of a novel's length has a hundredth of it. */
const MOST = 64_000_000;

interface Entry {
  readonly id: string | number | undefined;
  readonly path: string;
  readonly text: string;
  readonly format: Format | undefined;
}

/** What a line asks for, or what is wrong with it. */
function entryOf(line: string): Entry | { readonly message: string; readonly id: string | number | undefined } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { message: `The line is no JSON: ${error instanceof Error ? error.message : String(error)}.`, id: undefined };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { message: 'The line is no object. {"path": "acme.md", "text": "..."} is one.', id: undefined };
  const given: unknown = Reflect.get(value, 'id');
  if (given !== undefined && typeof given !== 'string' && typeof given !== 'number')
    return { message: '"id" is neither a string nor a number.', id: undefined };
  for (const name of ['path', 'text'])
    if (typeof Reflect.get(value, name) !== 'string') return { message: `"${name}" is missing or no string.`, id: given };
  const type: unknown = Reflect.get(value, 'type');
  const format = typeof type === 'string' ? FORMATS.get(type.split(';')[0]?.trim().toLowerCase() ?? '') : undefined;
  if (type !== undefined && type !== null && format === undefined)
    return { message: `"type" is none of ${[...FORMATS.keys()].join(', ')}.`, id: given };
  return { id: given, path: String(Reflect.get(value, 'path')), text: String(Reflect.get(value, 'text')), format };
}

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['text', 'text'],
  ['text/markdown', 'markdown'],
  ['text/html', 'html'],
  ['text/plain', 'text'],
]);

const isUnread = ({ findings }: DocumentView): boolean =>
  findings.some(({ ruleId, level }) => ruleId.startsWith('file/') && level === 'error');

/** For terminals that do not stream: everything is read first. */
function whole(terminal: Terminal): NonNullable<Terminal['stream']> {
  const input = async function* () {
    yield await terminal.stdin();
  };
  return { input: input(), write: async (text) => terminal.out(text) };
}
