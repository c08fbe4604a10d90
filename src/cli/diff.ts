import { resolve } from 'node:path';
import { compareVersions } from '../compare/versions.js';
import { GitError } from '../files/git.js';
import { fromBytes } from '../files/read.js';
import { type TextPair, textPairs } from '../files/versions.js';
import { writeAtomically } from '../files/write.js';
import { completeFindings } from '../findings/complete.js';
import type { Level } from '../findings/types.js';
import { lint } from '../lint.js';
import { changesMarkdown, changesText, changeViews, type DocumentChanges } from '../report/changes.js';
import { FORMATS } from '../report/formats.js';
import { type DocumentView, documentView, failedDocument, makeReport } from '../report/view.js';
import type { RuleSet } from '../rules/ruleset.js';
import type { Command } from './commands.js';
import { DIFF_HELP } from './help-more.js';
import { type Arguments, oneOf } from './options.js';
import { LEVELS, runSettings, SETTINGS, settingsFrom, wantsColor } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const diff: Command = { options: [...SETTINGS, 'format', 'output', 'fail-on', 'exit-zero'], help: DIFF_HELP, run };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'stylish', ['stylish', 'json', 'markdown', 'sarif']);
  const failOn = oneOf<Level | 'never'>('level', args.value('fail-on') ?? 'error', [...LEVELS, 'never']);
  const pairs = await pairsFrom(args, terminal);
  const settings = await runSettings(
    settingsFrom(args, terminal),
    pairs.map(({ path }) => resolve(terminal.cwd, path)),
    terminal,
  );
  const set: RuleSet = { ...settings.set, rules: settings.set.rules.filter(({ check }) => check.compare?.between === 'versions') };
  const changes: DocumentChanges[] = [];
  const documents: DocumentView[] = [];
  for (const pair of pairs) {
    const compared = await compare(pair, set);
    documents.push(compared.document);
    changes.push({ path: pair.path, changes: compared.changes });
  }
  const report = makeReport(set, settings.minConfidence, documents, []);
  const formatter = await FORMATS[format]?.();
  const body = formatter
    ? await formatter(report, { color: wantsColor(args, terminal), width: terminal.isTerminal ? terminal.columns : 80 })
    : '';
  const text = {
    stylish: () => `${changesText(changes)}\n${body}`,
    markdown: () => `${changesMarkdown(changes)}\n${body}`,
    json: () => `${JSON.stringify({ formatVersion: 1, documents: changes, findings: findingsOf(body) }, null, 2)}\n`,
    sarif: () => body,
  }[format]();
  const output = args.value('output');
  if (output === undefined) terminal.out(text);
  else writeAtomically(resolve(terminal.cwd, output), text);
  if (documents.some(({ source, findings }) => !source && findings.some(({ ruleId }) => ruleId.startsWith('file/')))) return EXIT.failure;
  const counted = failOn === 'never' || args.flag('exit-zero') ? [] : LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return counted.some((level) => report.summary.findings[level] > 0) ? EXIT.findings : EXIT.ok;
}

/** The findings of a JSON report, each with its file. */
function findingsOf(json: string): unknown[] {
  // What the JSON format wrote.
  const { documents } = JSON.parse(json) as { documents: { path: string; findings: object[] }[] };
  return documents.flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })));
}

async function pairsFrom(args: Arguments, terminal: Terminal): Promise<TextPair[]> {
  const isRange = args.positionals[0]?.includes('..') === true;
  if (args.positionals.length === 0 || (args.positionals.length !== 2 && !isRange))
    throw new UsageError('Which two? policylint diff OLD NEW, or policylint diff main..HEAD');
  try {
    const pairs = await textPairs(args.positionals, terminal.cwd);
    if (pairs.length === 0) terminal.err('policylint: no policy differs.\n');
    return pairs;
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(error.message);
    throw error;
  }
}

async function compare(
  { path, old, fresh }: TextPair,
  set: RuleSet,
): Promise<{ document: DocumentView; changes: DocumentChanges['changes'] }> {
  const texts = [old, fresh].map((bytes) => (bytes === null ? null : fromBytes(bytes, path)));
  const bad = texts.flatMap((read) => (read && read.source === null ? read.problems : []));
  if (bad.length > 0) return { document: failedDocument(path, path, bad), changes: [] };
  const [before, after] = [await lint(texts[0]?.source ?? ' ', { path }, set), await lint(texts[1]?.source ?? ' ', { path }, set)];
  const { changes, hits } = compareVersions(before, after, set);
  // A file that came or went is no edit: its statements are listed, the rules on edits have nothing to say.
  const findings = old === null || fresh === null ? [] : completeFindings(hits, after.document);
  return { document: documentView({ ...after, findings, suppressed: [] }, path), changes: changeViews(changes) };
}
