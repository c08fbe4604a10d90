/** What changed between two versions, for people and for programs. */
import type { Change } from '../compare/pair.js';
import { count, harmless, shorten } from './text.js';

/** A change as plain data; `before` and `after` are the words, null where there are none. */
export interface ChangeView {
  readonly type: Change['type'];
  readonly kind: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface DocumentChanges {
  readonly path: string;
  readonly changes: readonly ChangeView[];
}

export function changeViews(changes: readonly Change[]): ChangeView[] {
  return changes.map(({ type, before, after }) => ({
    type,
    kind: (after ?? before)?.kind ?? '',
    before: before?.quote ?? null,
    after: after?.quote ?? null,
  }));
}

export function changesText(documents: readonly DocumentChanges[]): string {
  return documents.map(({ path, changes }) => [`${harmless(path)}  ${summary(changes)}`, ...changes.map(line), ''].join('\n')).join('\n');
}

export function changesMarkdown(documents: readonly DocumentChanges[]): string {
  return documents
    .map(({ path, changes }) => {
      const rows = changes
        .slice(0, MOST)
        .map(({ type, kind, before, after }) => `| ${SIGN[type]} ${type} | ${kind} | ${cell(before)} | ${cell(after)} |`);
      const more = changes.length > MOST ? `\n\n*${changes.length - MOST} more are not shown here.*` : '';
      const table =
        rows.length > 0 ? `\n\n| Change | Statement | Before | After |\n| --- | --- | --- | --- |\n${rows.join('\n')}${more}` : '';
      return `## What changed in ${plainText(path)}\n\n${summary(changes)}${table}\n`;
    })
    .join('\n');
}

/** Rows of a comment: GitHub takes comments of up to 65,536 characters. */
const MOST = 60;
const SIGN: Readonly<Record<Change['type'], string>> = { added: '➕', removed: '➖', weakened: '🔻', strengthened: '🔺', changed: '✏️' };

function summary(changes: readonly ChangeView[]): string {
  if (changes.length === 0) return 'No statement changed.';
  const types = ['added', 'removed', 'weakened', 'strengthened', 'changed'] as const;
  const counts = types.map((type) => [type, changes.filter((change) => change.type === type).length] as const);
  const parts = counts.filter(([, number]) => number > 0).map(([type, number]) => `${number} ${type}`);
  return `${count(changes.length, 'statement')}: ${parts.join(', ')}`;
}

function line({ type, kind, before, after }: ChangeView): string {
  const words = [before, after].flatMap((text) => (text === null ? [] : [`“${flat(text)}”`])).join(' → ');
  return `  ${type.padEnd(13)} ${kind.padEnd(16)} ${words}`;
}

const flat = (text: string): string => shorten(harmless(text).replace(/\s+/g, ' ').trim(), 120);
const cell = (text: string | null): string => (text === null ? '' : plainText(flat(text)));
const plainText = (text: string): string =>
  harmless(text)
    .replace(/[\\`*_{}[\]()|!~$]/g, '\\$&')
    .replace(/[&<>@#]|(?<=https?):|(?<=www)\./gi, (char) => `&#${char.charCodeAt(0)};`);
