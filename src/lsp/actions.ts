/** Code actions: the fixes of a finding, suppressions with a placeholder reason, all safe fixes, the rule's page. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range as LspRange,
  type OptionalVersionedTextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver';
import { touches } from '../findings/edits.js';
import type { Edit, Finding, Fix } from '../findings/types.js';
import { ruleUrl } from '../report/links.js';
import { type Analysis, toRange } from './analysis.js';
import { diagnosticOf } from './diagnostics.js';

/** Opens a URL in the editor's browser; registered by the extension, unknown to others, which show the link of the code instead. */
export const EXPLAIN_COMMAND = 'policylint.explain';
/** The linter insists on a reason: this placeholder is refused, so that nobody forgets to replace it. */
export const REASON_PLACEHOLDER = 'REASON';

/**
 * Actions for a range. Which findings are meant is read from our own analysis: the ranges that editors send back with their
 * diagnostics are not to be trusted (some count bytes).
 */
export function actionsFor(analysis: Analysis, range: LspRange, only: readonly string[] | undefined): CodeAction[] {
  const wants = (kind: string) => !only || only.some((prefix) => kind === prefix || kind.startsWith(`${prefix}.`));
  const here = analysis.findings.filter((finding) => meets(toRange(analysis.lines, finding.span), range));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of here) actions.push(...fixActions(finding, analysis));
    for (const finding of here) actions.push(...suppressActions(finding, analysis));
    for (const id of new Set(here.map(({ ruleId }) => ruleId)))
      actions.push({
        title: `Explain ${id}`,
        kind: CodeActionKind.QuickFix,
        command: { title: `Explain ${id}`, command: EXPLAIN_COMMAND, arguments: [id, ruleUrl(id)] },
      });
  }
  if (wants(`${CodeActionKind.SourceFixAll}.policylint`)) {
    const edits = safeEdits(analysis);
    if (edits.length > 0)
      actions.push({
        title: 'Fix all that is safe to fix (policylint)',
        kind: `${CodeActionKind.SourceFixAll}.policylint`,
        edit: workspaceEdit(analysis, edits),
      });
  }
  return actions;
}

function fixActions(finding: Finding, analysis: Analysis): CodeAction[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, analysis)],
    isPreferred: index === 0 && fix.safety === 'safe',
    edit: workspaceEdit(analysis, fix.edits),
  }));
}

/** Plain text has no comments, so nothing can be silenced there. */
function suppressActions(finding: Finding, analysis: Analysis): CodeAction[] {
  const { document } = analysis.result;
  if (document.format === 'text' || finding.ruleId.startsWith('policylint/')) return [];
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, analysis)];
  const action = (title: string, at: number, verb: string): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(analysis, [
      {
        span: { start: at, end: at },
        text: `<!-- ${verb} ${finding.ruleId} -- ${REASON_PLACEHOLDER} -->${lineBreakOf(document.source)}${lineBreakOf(document.source)}`,
      },
    ]),
  });
  const lineStart = document.source.lastIndexOf('\n', finding.span.start - 1) + 1;
  const sectionStart = sectionStartBefore(analysis, finding.span.start);
  return [
    action(`Ignore ${finding.ruleId} here`, lineStart, 'policylint-ignore-next'),
    ...(sectionStart === null ? [] : [action(`Ignore ${finding.ruleId} in this section`, sectionStart, 'policylint-ignore-section')]),
    action(`Ignore ${finding.ruleId} in this file`, startOfText(document.source), 'policylint-ignore-file'),
  ];
}

/** The line after the heading of the section around an offset; null outside any section. */
function sectionStartBefore(analysis: Analysis, offset: number): number | null {
  const { document } = analysis.result;
  const heading = document.blocks.findLast((block) => block.kind === 'heading' && document.toSource(block).start <= offset);
  if (!heading) return null;
  const lineEnd = document.source.indexOf('\n', document.toSource(heading).end);
  return lineEnd < 0 ? null : lineEnd + 1;
}

/** Behind front matter, which must stay first. */
function startOfText(source: string): number {
  const frontMatter = /^(?:---|\+\+\+)\r?\n[\s\S]*?\n(?:---|\+\+\+)\r?\n/.exec(source);
  return frontMatter?.[0].length ?? 0;
}

const lineBreakOf = (source: string): string => (source.includes('\r\n') ? '\r\n' : '\n');

/** The first safe fix of each finding, without those that touch one before them. */
function safeEdits(analysis: Analysis): Edit[] {
  const chosen: Fix[] = [];
  for (const finding of analysis.findings) {
    const fix = finding.fixes.find(({ safety }) => safety === 'safe');
    if (fix && !chosen.some((other) => touches(other.edits, fix.edits))) chosen.push(fix);
  }
  return chosen.flatMap(({ edits }) => edits);
}

/** Edits for exactly the version that was analysed: an editor that has moved on refuses them. */
function workspaceEdit(analysis: Analysis, edits: readonly Edit[]) {
  const textDocument: OptionalVersionedTextDocumentIdentifier = { uri: analysis.uri, version: analysis.version };
  return {
    documentChanges: [
      { textDocument, edits: edits.map(({ span, text }): TextEdit => ({ range: toRange(analysis.lines, span), newText: text })) },
    ],
  };
}

function meets(a: LspRange, b: LspRange): boolean {
  const before = (x: LspRange['start'], y: LspRange['start']) => x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}
