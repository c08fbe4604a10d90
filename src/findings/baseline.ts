/**
 * The findings that a team has when it starts: known, and no longer reported. An entry is a fingerprint, so that it survives
 * edits around its place and that a fix and a new violation never cancel out. One entry a line, sorted: two branches merge
 * line by line (`merge=union`).
 */
export interface BaselineEntry {
  /** Forward slashes, relative to the folder of the baseline. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** The words, for people who read the file. */
  readonly excerpt: string;
  readonly reason?: string;
}

/** What is known of a finding here. */
export interface Identified {
  readonly ruleId: string;
  readonly fingerprint: string;
}

export interface IdentifiedDocument<F extends Identified> {
  /** As in the entries. */
  readonly file: string;
  readonly findings: readonly F[];
}

export interface BaselineMatch<F> {
  /** Known findings, by document, each with its entry. */
  readonly known: readonly ReadonlyMap<F, BaselineEntry>[];
  /** Entries of these documents, or of files that are gone, that match nothing any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Throws BaselineError with the line that is wrong. Entries that a merge doubled count once. */
export function parseBaseline(text: string): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() === '') return;
    if (/^(?:<{7}|={7}|>{7})/.test(line)) throw new BaselineError(index + 1, 'an unresolved merge conflict: keep the lines of both sides');
    const entry = entryOf(line);
    if (entry === null) throw new BaselineError(index + 1, 'no entry: {"file", "rule", "fingerprint", "excerpt"} was expected');
    entries.set(keyOf(entry), entry);
  });
  return [...entries.values()];
}

export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const unique = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return [...unique.values()]
    .sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint))
    .map(({ file, rule, fingerprint, excerpt, reason }) => `${JSON.stringify({ file, rule, fingerprint, excerpt, reason })}\n`)
    .join('');
}

/**
 * Finds the known findings. An entry also holds for a file that was renamed: where its own file is `gone`, for a finding with
 * that fingerprint anywhere.
 */
export function matchBaseline<F extends Identified>(
  documents: readonly IdentifiedDocument<F>[],
  entries: readonly BaselineEntry[],
  gone: (file: string) => boolean,
): BaselineMatch<F> {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const homeless = new Map(entries.filter(({ file }) => gone(file)).map((entry) => [`${entry.rule}\n${entry.fingerprint}`, entry]));
  const used = new Set<BaselineEntry>();
  const known = documents.map(({ file, findings }) => {
    const found = new Map<F, BaselineEntry>();
    for (const finding of findings) {
      const identity = `${finding.ruleId}\n${finding.fingerprint}`;
      const entry = byKey.get(`${file}\n${identity}`) ?? homeless.get(identity);
      if (!entry) continue;
      found.set(finding, entry);
      used.add(entry);
    }
    return found;
  });
  const looked = new Set(documents.map(({ file }) => file));
  return { known, stale: entries.filter((entry) => !used.has(entry) && (looked.has(entry.file) || gone(entry.file))) };
}

export class BaselineError extends Error {
  override name = 'BaselineError';
  constructor(
    readonly line: number,
    what: string,
  ) {
    super(what);
  }
}

function entryOf(line: string): BaselineEntry | null {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof data !== 'object' || data === null) return null;
  const [file, rule, fingerprint, excerpt, reason] = ['file', 'rule', 'fingerprint', 'excerpt', 'reason'].map((key): unknown =>
    Reflect.get(data, key),
  );
  if (typeof file !== 'string' || typeof rule !== 'string' || typeof fingerprint !== 'string') return null;
  return {
    file,
    rule,
    fingerprint,
    excerpt: typeof excerpt === 'string' ? excerpt : '',
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}

const keyOf = ({ file, rule, fingerprint }: BaselineEntry): string => `${file}\n${rule}\n${fingerprint}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
