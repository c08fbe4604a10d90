/** What is known already: the baseline and --since. Known findings move from a document's findings to its suppressed ones. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { ConfigFor } from '../files/config/index.js';
import type { FoundFile } from '../files/discover.js';
import { fromBytes } from '../files/read.js';
import { toForwardSlashes } from '../files/repository.js';
import { writeAtomically } from '../files/write.js';
import { type BaselineEntry, BaselineError, formatBaseline, matchBaseline, parseBaseline } from '../findings/baseline.js';
import { count, shorten } from '../report/text.js';
import type { DocumentView, FindingView } from '../report/view.js';
import type { Rule } from '../rules/types.js';
import type { Arguments } from './options.js';
import { apart, leftOf } from './places.js';
import { type Terminal, UsageError } from './terminal.js';

/** Documents and the files they come from, in one order. */
export interface Checked {
  readonly documents: readonly DocumentView[];
  readonly files: readonly FoundFile[];
  /** The rules that ran. */
  readonly rules: readonly Rule[];
}

/** `configured`: the baseline of the configuration, absolute. Throws UsageError. */
export async function withoutKnown(
  checked: Checked,
  configured: string | undefined,
  configFor: ConfigFor,
  args: Arguments,
  terminal: Terminal,
): Promise<readonly DocumentView[]> {
  const ref = args.value('since');
  const named = args.value('baseline');
  const file = named === undefined ? configured : resolve(terminal.cwd, named);
  const [update, prune] = [args.flag('update-baseline'), args.flag('prune-baseline')];
  if (update && prune) throw new UsageError('Either --update-baseline, which leaves nothing stale, or --prune-baseline.');
  // What --since leaves out would look settled.
  if (ref !== undefined && (update || prune))
    throw new UsageError(`Either --since or --${update ? 'update' : 'prune'}-baseline, not both.`);
  const documents = ref === undefined ? checked.documents : await withoutOld(checked, ref, configFor);
  if (file === undefined) {
    if (update || prune)
      throw new UsageError(`--${update ? 'update' : 'prune'}-baseline needs --baseline FILE, or "baseline" in the configuration.`);
    return documents;
  }
  const { set } = await configFor(checked.files[0]?.absolute ?? join(terminal.cwd, '-'));
  const ran = new Set(checked.rules.map(({ id }) => id));
  // Of a rule that is switched off for this run it cannot be said that it finds nothing any more.
  const isOff = (rule: string): boolean => !ran.has(rule) && (set.known ?? []).includes(rule);
  return withBaseline({ ...checked, documents }, file, { update, prune }, isOff, terminal);
}

function withBaseline(
  { documents, files }: Checked,
  file: string,
  { update, prune }: { update: boolean; prune: boolean },
  isOff: (rule: string) => boolean,
  terminal: Terminal,
): DocumentView[] {
  const name = toForwardSlashes(relative(terminal.cwd, file)) || '.';
  const folder = dirname(file);
  const entries = read(file, name, update);
  const places = new Map(documents.flatMap(({ findings }) => findings.map((finding) => [finding, apart(finding)] as const)));
  const identified = documents.map(({ findings, source }, i) => ({
    // What could not be read was not looked at: its entries stay.
    file: source === '' ? '' : toForwardSlashes(relative(folder, files[i]?.absolute ?? folder)),
    findings: findings.filter(({ ruleId }) => !ruleId.startsWith('file/')).flatMap((finding) => places.get(finding) ?? []),
  }));
  const isGone = (path: string): boolean => !existsSync(join(folder, path));
  const { known, stale: unmatched } = matchBaseline(identified, entries, isGone);
  const stale = unmatched.filter(({ rule }) => !isOff(rule));
  const all = documents.map((_, i) => known[i] ?? new Map<FindingView, BaselineEntry>());
  if (update) {
    const fresh = documents.flatMap((document, i) =>
      (identified[i]?.findings ?? []).map((finding) =>
        entryFor(finding, document, identified[i]?.file ?? '', all[i]?.get(finding)?.reason),
      ),
    );
    const looked = new Set(identified.map((document) => document.file));
    const others = entries.filter((entry) => (!looked.has(entry.file) || isOff(entry.rule)) && !isGone(entry.file));
    write(file, name, [...others, ...fresh]);
    const added = fresh.length - all.reduce((sum, map) => sum + map.size, 0);
    terminal.err(`policylint: ${name}: ${count(fresh.length, 'finding')} written, ${added} of them new; ${stale.length} removed.\n`);
    const reason = `in the baseline ${name}`;
    return documents.map((document, i) =>
      moved(document, new Map((identified[i]?.findings ?? []).map((place) => [place, reason])), places),
    );
  }
  if (prune) {
    write(
      file,
      name,
      entries.filter((entry) => !stale.includes(entry)),
    );
    terminal.err(
      `policylint: ${name}: ${stale.length === 0 ? 'nothing to remove' : `${count(stale.length, 'stale entry', 'stale entries')} removed`}.\n`,
    );
  } else if (stale.length > 0) {
    const examples = stale.slice(0, 3).map(({ rule, file: path }) => `${rule} in ${path}`);
    const list = examples.join(', ') + (stale.length > 3 ? ', …' : '');
    terminal.err(
      `policylint: ${name}: ${count(stale.length, 'entry', 'entries')} no longer found (${list}). Remove with --prune-baseline.\n`,
    );
  }
  return documents.map((document, i) =>
    moved(document, new Map([...(all[i] ?? [])].map(([place, entry]) => [place, entry.reason ?? `in the baseline ${name}`])), places),
  );
}

/** Leaves the findings that the file did not have as of a commit: it is linted as it was then, under the same rules. */
async function withoutOld({ documents, files }: Checked, ref: string, configFor: ConfigFor): Promise<DocumentView[]> {
  const [{ fileAt, GitError, resolveCommit }, { lint }] = await Promise.all([import('../files/git.js'), import('../lint.js')]);
  const result: DocumentView[] = [];
  for (const [i, document] of documents.entries()) {
    const { absolute, path } = files[i] ?? { absolute: '', path: document.path };
    let bytes: Uint8Array | null = null;
    try {
      bytes = fileAt(resolveCommit(ref, dirname(absolute)), absolute);
    } catch (error) {
      if (error instanceof GitError) throw new UsageError(error.message);
      throw error;
    }
    const { source } = bytes === null ? { source: null } : fromBytes(bytes, path);
    if (source === null) {
      result.push(document);
      continue;
    }
    const { findings, suppressed } = await lint(source, { path }, (await configFor(absolute)).set);
    const all = [...findings, ...suppressed.map(({ finding }) => finding)];
    const old = new Set(all.flatMap((finding) => [finding, ...(finding.places ?? [])].map(({ fingerprint }) => fingerprint)));
    const places = new Map(document.findings.map((finding) => [finding, apart(finding)] as const));
    const known = [...places.values()].flat().filter(({ fingerprint, ruleId }) => old.has(fingerprint) && !ruleId.startsWith('file/'));
    result.push(moved(document, new Map(known.map((place) => [place, `there since ${ref} or before`])), places));
  }
  return result;
}

/** `known`: places with the reason why they are; `places`: those of every finding. */
function moved(
  document: DocumentView,
  known: ReadonlyMap<FindingView, string>,
  places: ReadonlyMap<FindingView, readonly FindingView[]>,
): DocumentView {
  if (known.size === 0) return document;
  const suppressed = document.findings.flatMap((finding) => {
    const own = (places.get(finding) ?? []).filter((place) => known.has(place));
    const [first] = own;
    if (!first) return [];
    // All of it is known, or the places that are.
    const whole =
      own.length === places.get(finding)?.length ? finding : (leftOf(finding, (place) => !known.has(place), places.get(finding)) ?? first);
    return [{ ...whole, suppression: { kind: 'external' as const, reason: known.get(first) ?? '' } }];
  });
  return {
    ...document,
    findings: document.findings.flatMap((finding) => leftOf(finding, (place) => known.has(place), places.get(finding)) ?? []),
    suppressed: [...document.suppressed, ...suppressed].sort(
      (a, b) => a.region.charOffset - b.region.charOffset || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
    ),
  };
}

function entryFor(
  { ruleId, fingerprint, region }: FindingView,
  { source }: DocumentView,
  file: string,
  reason: string | undefined,
): BaselineEntry {
  const words = source
    .slice(region.charOffset, region.charOffset + region.charLength)
    .replace(/\s+/g, ' ')
    .trim();
  return { file, rule: ruleId, fingerprint, excerpt: shorten(words, 80), ...(reason === undefined ? {} : { reason }) };
}

function read(file: string, name: string, mayLack: boolean): BaselineEntry[] {
  if (!existsSync(file)) {
    if (mayLack) return [];
    throw new UsageError(`There is no baseline "${name}". Write it with --update-baseline.`);
  }
  try {
    return parseBaseline(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(`${name}:${error.line}: ${error.message}.`);
    throw new UsageError(`The baseline "${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function write(file: string, name: string, entries: readonly BaselineEntry[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeAtomically(file, formatBaseline(entries));
  } catch (error) {
    throw new UsageError(`The baseline cannot be written to "${name}": ${error instanceof Error ? error.message : String(error)}.`);
  }
}
