/**
 * Comments that silence findings:
 *
 *     <!-- policylint-ignore-next gdpr/retention -- the period is in the annex -->
 *     <!-- policylint-ignore-section gdpr/* until 2027-01-31 -- legal reviews this part -->
 *     <!-- policylint-ignore-file gdpr/dpo-contact, gdpr/cookies -- no officer is needed; no cookies are set -->
 *
 * The grammar is strict: what does not follow it silences nothing and is said, since a directive that is misread would
 * hide more, or less, than its author believes.
 */
import type { Comment, PolicyDocument } from '../document/types.js';
import { nearest } from '../nearest.js';

export type DirectiveScope = 'next' | 'section' | 'file';

export interface Directive {
  readonly comment: Comment;
  readonly scope: DirectiveScope;
  /** Rule ids or `<pack>/*`. */
  readonly rules: readonly string[];
  /** ISO date of the last day on which it holds. */
  readonly until: string | null;
  readonly reason: string;
}

export type ParsedDirective = { readonly directive: Directive } | { readonly comment: Comment; readonly flaw: string };

/** Stands where an editor's suppression asks for the reason; refused as one, so that nobody forgets to replace it. */
export const REASON_PLACEHOLDER = 'REASON';

const VERBS = ['policylint-ignore-next', 'policylint-ignore-section', 'policylint-ignore-file'];
const FORM = `The form is: policylint-ignore-next RULE -- ${REASON_PLACEHOLDER}`;

/** The comments in which directives may stand: those of HTML, in MDX files those of expressions. In order. */
export function commentsOf({ path, source, comments }: PolicyDocument): Comment[] {
  if (!isMdx(path)) return [...comments];
  const own = [...source.matchAll(/\{\/\*([^{}]{0,2000}?)\*\/\}/g)].map(
    (match): Comment => ({ span: { start: match.index, end: match.index + match[0].length }, text: (match[1] ?? '').trim() }),
  );
  return [...comments, ...own].sort((a, b) => a.span.start - b.span.start);
}

/** A comment that readers do not see: MDX knows no HTML comments. */
export function commentFor(text: string, path: string): string {
  return isMdx(path) ? `{/* ${text} */}` : `<!-- ${text} -->`;
}

const isMdx = (path: string): boolean => /\.mdx$/i.test(path);

/** What a comment says to policylint; null where it does not speak to it. */
export function parseDirective(comment: Comment): ParsedDirective | null {
  const verb = /^policylint[\w-]{0,40}/i.exec(comment.text)?.[0];
  if (verb === undefined) return null;
  const flaw = (text: string): ParsedDirective => ({ comment, flaw: text });
  if (!VERBS.includes(verb)) return flaw(unknownVerb(verb));
  const rest = comment.text.slice(verb.length);
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const reason = dashes
    ? rest
        .slice(dashes.index + dashes[0].length)
        .replace(/\s+/g, ' ')
        .trim()
    : '';
  const head = (dashes ? rest.slice(0, dashes.index) : rest).trim();
  const expiry = /(?:^|\s)until(?:\s+(\S{1,20}))?$/.exec(head);
  const date = expiry?.[1] ?? null;
  if (expiry && !isDate(date)) return flaw(`"until ${date ?? ''}" names no date such as 2027-01-31.`.replace(' "', '"'));
  const names = (expiry ? head.slice(0, expiry.index) : head).split(/[\s,]+/).filter((name) => name !== '');
  if (names.length === 0) return flaw(`It names no rule. ${FORM}.`);
  const bad = names.find((name) => !/^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/.test(name));
  if (bad !== undefined) return flaw(`"${bad}" is no rule: <pack>/<name> or <pack>/* is. ${FORM}.`);
  if (reason === '') return flaw(`It gives no reason, which has to stand after " -- ". ${FORM}.`);
  if (reason === REASON_PLACEHOLDER) return flaw(`"${REASON_PLACEHOLDER}" is no reason: say in its place why this may stay as it is.`);
  return { directive: { comment, scope: scopeOf(verb), rules: names, until: date, reason } };
}

function unknownVerb(verb: string): string {
  const near = nearest(verb, VERBS);
  return `"${verb}" is no directive${near ? `; did you mean "${near}"?` : `; known: ${VERBS.join(', ')}.`}`;
}

function isDate(text: string | null): boolean {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text);
}

function scopeOf(verb: string): DirectiveScope {
  if (verb.endsWith('next')) return 'next';
  return verb.endsWith('file') ? 'file' : 'section';
}

/** February has no 30th: the date must survive a round trip. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
