/** Takes out the findings that a comment in the text silences, and says which comments are wrong, expired or silence nothing. */
import type { PolicyDocument, Section, Sentence, Span } from '../document/types.js';
import { nearest } from '../nearest.js';
import type { RuleSet } from '../rules/ruleset.js';
import { sectionPath } from './complete.js';
import { commentsOf, type Directive, parseDirective } from './directives.js';
import { fingerprintOf } from './fingerprint.js';
import { OWN_RULES, type OwnRuleId } from './own-rules.js';
import type { Finding } from './types.js';

export interface Suppression {
  /** `inSource`: by a comment; `external`: by the baseline or --since. */
  readonly kind: 'inSource' | 'external';
  readonly reason: string;
}

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly suppression: Suppression;
}

interface SuppressOptions {
  /** Rules that ran: only of these can it be said that nothing was found. */
  readonly enabled: ReadonlySet<string>;
  /** All rule ids there are, and those that no comment may silence. */
  readonly known: readonly string[];
  readonly unsuppressible: ReadonlySet<string>;
  /** ISO date to hold expiry dates against; none expires without it. */
  readonly today: string | null;
}

export interface Suppressed {
  /** What is left, with findings about directives, by position. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Expiry dates are held against `set.today`. */
export function suppress(findings: readonly Finding[], document: PolicyDocument, set: RuleSet): Suppressed {
  const options = optionsFrom(set);
  const said = new Sayings(document);
  if (document.format === 'text') return { findings: withDirectivesInPlainText(findings, document, said), suppressed: [] };
  const active: Active[] = [];
  for (const comment of commentsOf(document)) {
    const parsed = parseDirective(comment);
    if (parsed === null) continue;
    if ('flaw' in parsed) {
      said.add('policylint/invalid-suppression', comment.span, parsed.flaw);
      continue;
    }
    const { directive } = parsed;
    const flaws = directive.rules.flatMap((rule) => flawOf(rule, options) ?? []);
    for (const flaw of flaws) said.add('policylint/invalid-suppression', comment.span, flaw);
    if (directive.until !== null && options.today !== null && directive.until < options.today) {
      const what = `This comment held until ${directive.until}: ${directive.rules.join(', ')} is reported again.`;
      said.add('policylint/expired-suppression', comment.span, what);
      continue;
    }
    const rules = directive.rules.filter((rule) => flawOf(rule, options) === null);
    active.push({ directive, rules, area: areaOf(directive, document), used: new Set() });
  }
  const suppressed: SuppressedFinding[] = [];
  const left = findings.filter((finding) => {
    const by = options.unsuppressible.has(finding.ruleId) ? undefined : active.find((entry) => silences(entry, finding));
    if (by) suppressed.push({ finding, suppression: { kind: 'inSource', reason: by.directive.reason } });
    return !by;
  });
  for (const { directive, rules, used } of active) {
    for (const rule of rules.filter((entry) => !used.has(entry) && hasRun(entry, options)))
      said.add('policylint/unused-suppression', directive.comment.span, `Nothing of ${rule} is found here: the comment silences nothing.`);
  }
  return { findings: said.merge(left), suppressed };
}

function optionsFrom({ rules, known, today }: RuleSet): SuppressOptions {
  const ids = rules.map(({ id }) => id);
  return {
    enabled: new Set(ids),
    known: known ?? ids,
    unsuppressible: new Set(rules.filter(({ suppressible }) => suppressible === false).map(({ id }) => id)),
    today: today ?? null,
  };
}

interface Active {
  readonly directive: Directive;
  readonly rules: readonly string[];
  /** Part of the source; null: all of it. */
  readonly area: Span | null;
  readonly used: Set<string>;
}

/** A contradiction has two places: the comment may stand at either. */
function silences({ rules, area, used }: Active, finding: Finding): boolean {
  const rule = rules.find((entry) => covers(entry, finding.ruleId));
  if (rule === undefined) return false;
  const places = [finding.span, ...finding.related.map(({ span }) => span)];
  if (area !== null && !places.some(({ start, end }) => start < area.end && Math.max(end, start + 1) > area.start)) return false;
  used.add(rule);
  return true;
}

const covers = (pattern: string, id: string): boolean => pattern === id || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1)));

function hasRun(rule: string, { enabled }: SuppressOptions): boolean {
  return [...enabled].some((id) => covers(rule, id));
}

function flawOf(rule: string, { known, unsuppressible }: SuppressOptions): string | null {
  if (unsuppressible.has(rule)) return `${rule} may not be silenced by a comment.`;
  if (known.some((id) => covers(rule, id))) return null;
  const near = known.find((id) => id.endsWith(rule.slice(rule.indexOf('/')))) ?? nearest(rule, known);
  return `There is no rule "${rule}"${near ? `; did you mean "${near}"?` : '.'}`;
}

/** The part of the source in which a directive holds. */
function areaOf({ comment, scope }: Directive, document: PolicyDocument): Span | null {
  const { span } = comment;
  if (scope === 'file') return null;
  if (scope === 'section') return sectionSpan(sectionAt(document, span.start), document);
  const next = document.sentences.find((sentence) => document.toSource(sentence).start >= span.end);
  if (!next) return { start: span.end, end: span.end };
  return document.toSource(isAtom(next) ? next.block : next);
}

/** Items, cells and headings are short: one comment holds for all their sentences. */
function isAtom({ block }: Sentence): boolean {
  return block.kind === 'item' || block.kind === 'cell' || block.kind === 'heading';
}

/** The section whose heading is the last before an offset of the source; the root before the first heading. */
function sectionAt(document: PolicyDocument, offset: number): Section {
  let found = document.root;
  for (const { kind, section, start, end } of document.blocks)
    if (kind === 'heading' && document.toSource({ start, end }).start <= offset) found = section;
  return found;
}

function sectionSpan(section: Section, document: PolicyDocument): Span {
  return document.toSource({ start: section.start, end: section.end });
}

/** Findings about directives, with fingerprints of their own. */
class Sayings {
  private readonly findings: Finding[] = [];

  constructor(private readonly document: PolicyDocument) {}

  add(ruleId: OwnRuleId, span: Span, detail: string): void {
    const key = this.document.source.slice(span.start, span.end);
    const section = sectionPath(sectionAt(this.document, span.start));
    const occurrence = this.findings.filter((other) => other.ruleId === ruleId && other.message.startsWith(detail)).length + 1;
    this.findings.push({
      ruleId,
      level: OWN_RULES[ruleId].level,
      confidence: 'high',
      message: `${detail} ${OWN_RULES[ruleId].how}`,
      span,
      focus: span,
      section,
      related: [],
      law: [],
      fixes: ruleId === 'policylint/unused-suppression' ? removal(this.document, span) : [],
      fingerprint: fingerprintOf({ ruleId, section, key: `${detail} ${key}`, occurrence }),
    });
  }

  merge(findings: readonly Finding[]): Finding[] {
    return [...findings, ...this.findings].sort(
      (a, b) => a.span.start - b.span.start || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
    );
  }
}

/** Taking out a comment that names one rule alone; with its line where it stands alone on one. */
function removal(document: PolicyDocument, span: Span): Finding['fixes'] {
  const { source } = document;
  const comment = commentsOf(document).find((entry) => entry.span.start === span.start);
  const parsed = comment ? parseDirective(comment) : null;
  if (!parsed || 'flaw' in parsed || parsed.directive.rules.length !== 1) return [];
  const lineStart = source.lastIndexOf('\n', span.start - 1) + 1;
  const newline = source.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? source.length : newline + 1;
  const isAlone = (source.slice(lineStart, span.start) + source.slice(span.end, lineEnd)).trim() === '';
  const cut = isAlone ? { start: lineStart, end: lineEnd } : { start: span.start, end: source[span.end] === ' ' ? span.end + 1 : span.end };
  return [{ title: 'Remove the comment', safety: 'safe', edits: [{ span: cut, text: '' }] }];
}

/** Plain text has no comments: what looks like a directive would be shown to every reader, and does nothing. */
function withDirectivesInPlainText(findings: readonly Finding[], { source }: PolicyDocument, said: Sayings): Finding[] {
  for (const match of source.matchAll(/<!--\s{0,20}policylint-[^\n]{0,300}?-->/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    said.add(
      'policylint/invalid-suppression',
      span,
      'Plain text has no comments: readers see this, and it silences nothing. Use the configuration or a baseline.',
    );
  }
  return said.merge(findings);
}
