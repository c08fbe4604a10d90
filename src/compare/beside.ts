/** What files that lie beside a policy say of a project: the packages that it is built with, and what its store labels declare. */
import { record } from '../data/untyped.js';

/** A file beside a policy, as text. */
export interface BesideFile {
  /** As reports name it: relative to the working directory, forward slashes. */
  readonly path: string;
  readonly content: string;
}

/** Whether a file's name is that of a list of packages or of a store label; of CSV files the first line decides. */
export function isBeside(path: string): boolean {
  return kindOf(path) !== null;
}

export interface Package {
  /** As the registry names the places that packages come from. */
  readonly from: 'npm' | 'pypi' | 'pod' | 'maven' | 'gem';
  readonly name: string;
}

/** The packages that a file names as parts of what is shipped; none where it is no list of packages or cannot be read. */
export function packagesIn({ path, content }: BesideFile): Package[] {
  const kind = kindOf(path);
  return kind === null || kind === 'apple' || kind === 'play' ? [] : PACKAGES[kind](content);
}

export interface StoreLabel {
  /** Types of data as the store names them: `NSPrivacyCollectedDataTypePreciseLocation`, `PSL_PRECISE_LOCATION`. */
  readonly collected: readonly string[];
  readonly shared: readonly string[];
  /** Apple: data are joined with those of others for advertising or given to data brokers. */
  readonly tracks: boolean;
  /** Google: the form says that no data are collected or shared at all. */
  readonly collectsNothing: boolean;
  /** Google: the form says that people cannot ask for deletion. */
  readonly deniesDeletion: boolean;
}

/** What a store label declares; null where the file is none. Apple's privacy manifest as XML, Google Play's data safety form as CSV. */
export function labelIn({ path, content }: BesideFile): StoreLabel | null {
  const kind = kindOf(path);
  if (kind === 'apple') return content.includes('<plist') ? appleLabel(content) : null;
  return kind === 'play' && /^\uFEFF?"?Question ID/.test(content) ? playLabel(content) : null;
}

type Kind = 'npm' | 'pypi' | 'pyproject' | 'pod' | 'gradle' | 'gem' | 'apple' | 'play';

function kindOf(path: string): Kind | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^package\.json$/, 'npm'],
  [/^requirements(?:[-_.][\w-]{1,40})?\.txt$/, 'pypi'],
  [/^pyproject\.toml$/, 'pyproject'],
  [/^Podfile$/, 'pod'],
  [/^build\.gradle(?:\.kts)?$/, 'gradle'],
  [/^Gemfile$/, 'gem'],
  [/\.xcprivacy$/, 'apple'],
  [/\.csv$/i, 'play'],
];

/** Of requirements and groups that are named so, those for development and tests do not count. */
const PACKAGES: Readonly<Record<Exclude<Kind, 'apple' | 'play'>, (content: string) => Package[]>> = {
  npm(content) {
    const parsed = json(content);
    return ['dependencies', 'optionalDependencies']
      .flatMap((key) => Object.keys(record(parsed[key])))
      .map((name) => ({ from: 'npm', name }));
  },
  pypi: (content) => lines(content).flatMap((line) => python(line)),
  pyproject(content) {
    let section = '';
    let isList = false;
    return lines(content).flatMap((line) => {
      const head = /^\s{0,20}\[([\w.-]{1,80})\]/.exec(line)?.[1];
      if (head !== undefined) {
        section = head;
        return [];
      }
      if (section === 'tool.poetry.dependencies') return python(line.split('=', 1)[0] ?? '').filter(({ name }) => name !== 'python');
      if (section !== 'project') return [];
      if (/^\s{0,20}dependencies\s{0,20}=/.test(line)) isList = true;
      if (!isList) return [];
      // Extras ("uvicorn[standard]") have a bracket too: the list ends where one stands outside of quotes.
      if (line.replace(/"[^"]{0,200}"|'[^']{0,200}'/g, '').includes(']')) isList = false;
      return [...line.matchAll(/["']([^"']{1,200})["']/g)].flatMap(([, text = '']) => python(text));
    });
  },
  pod: (content) => lines(content).flatMap((line) => named('pod', /^\s{0,40}pod\s{1,10}\(?["']([\w.+-]{1,100})/.exec(line)?.[1])),
  gradle: (content) =>
    lines(content).flatMap((line) =>
      named(
        'maven',
        /^\s{0,40}(?:implementation|api|compile|runtimeOnly)\b[\s(]{0,10}(?:platform\()?["']([\w.-]{1,100}:[\w.-]{1,100})/.exec(line)?.[1],
      ),
    ),
  gem: (content) => lines(content).flatMap((line) => named('gem', /^\s{0,40}gem\s{1,10}\(?["']([\w.-]{1,100})/.exec(line)?.[1])),
};

const lines = (content: string): string[] => content.split(/\r?\n/);
const named = (from: Package['from'], name: string | undefined): Package[] => (name === undefined ? [] : [{ from, name }]);

/** Names of Python's index are the same in any case and with any of "-", "_" and ".". */
function python(requirement: string): Package[] {
  const name = /^\s{0,40}["']?([a-z0-9][\w.-]{0,99})/i.exec(requirement)?.[1];
  return named('pypi', name?.toLowerCase().replace(/[-_.]{1,10}/g, '-'));
}

/** Keys and values follow each other; what they are nested in does not matter. */
function appleLabel(content: string): StoreLabel {
  const collected: string[] = [];
  let tracks = false;
  let key = '';
  for (const [, tag, value = '', truth] of withoutComments(content).matchAll(/<(key|string)>([^<]{0,200})<\/|<(true|false)\s{0,5}\//g)) {
    if (tag === 'key') key = value.trim();
    else if (tag === 'string' && key === 'NSPrivacyCollectedDataType') collected.push(value.trim());
    else if (truth === 'true' && key === 'NSPrivacyTracking') tracks = true;
  }
  return { collected, shared: [], tracks, collectsNothing: false, deniesDeletion: false };
}

function withoutComments(content: string): string {
  return content
    .split('<!--')
    .map((part, i) => (i === 0 ? part : part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : part.length)))
    .join('');
}

/** A question, an answer and whether it holds stand first in a line; labels in quotes, which may hold anything, come after them. */
function playLabel(content: string): StoreLabel {
  const held = lines(content).flatMap((line) => {
    const match = /^"?([A-Z_:]{1,200})"?,"?(\w{0,100})"?,"?(true|false)"?(?:,|$)/i.exec(line);
    return match ? [{ question: match[1] ?? '', answer: match[2] ?? '', holds: match[3]?.toLowerCase() === 'true' }] : [];
  });
  const yes = held.filter(({ holds }) => holds);
  return {
    collected: yes.flatMap(({ question, answer }) => (question.startsWith('PSL_DATA_TYPES_') ? [answer] : [])),
    shared: yes.flatMap(({ question, answer }) =>
      answer === 'PSL_DATA_USAGE_ONLY_SHARED' ? [/^PSL_DATA_USAGE_RESPONSES:([A-Z_]{1,100}):/.exec(question)?.[1] ?? ''] : [],
    ),
    tracks: false,
    collectsNothing: held.some(({ question, holds }) => question === 'PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA' && !holds),
    deniesDeletion: yes.some(({ question, answer }) => question === 'PSL_SUPPORT_DATA_DELETION_BY_USER' && answer === 'DATA_DELETION_NO'),
  };
}

function json(content: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(content));
  } catch {
    // A broken file is for its own tools to complain about.
    return {};
  }
}
