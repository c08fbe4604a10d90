/** Code actions: the fixes of a finding, suppressions with a placeholder reason, all safe fixes, the rule's page. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range as LspRange,
  type OptionalVersionedTextDocumentIdentifier,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { commentFor, REASON_PLACEHOLDER } from '../findings/directives.js';
import { endOf, lineBreak } from '../findings/places.js';
import type { Edit, Finding } from '../findings/types.js';
import { commentBefore } from '../findings/write-directive.js';
import { fixText } from '../fix.js';
import { ruleUrl } from '../report/links.js';
import { type Analysis, toRange } from './analysis.js';
import { diagnosticOf } from './diagnostics.js';

/** Opens a URL in the editor's browser; registered by the extension, unknown to others, which show the link of the code instead. */
export const EXPLAIN_COMMAND = 'policylint.explain';
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.policylint`;

/**
 * Actions for a range. Which findings are meant is read from our own analysis: the ranges that editors send back with their
 * diagnostics are not to be trusted (some count bytes).
 */
export async function actionsFor(
  analysis: Analysis,
  range: LspRange,
  only: readonly string[] | undefined,
  canResolve: boolean,
): Promise<CodeAction[]> {
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
  // Proving takes several runs: done where somebody asks for it, not with every movement of the cursor.
  if (wants(FIX_ALL) && (canResolve || only !== undefined) && analysis.findings.some(hasSafeFix)) {
    const action: CodeAction = { title: 'Fix all that is safe to fix (policylint)', kind: FIX_ALL, data: analysis.uri };
    if (canResolve) actions.push(action);
    else {
      const edit = await fixAllEdit(analysis);
      if (edit) actions.push({ ...action, edit });
    }
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
  const { ruleId, span } = finding;
  const isFixed = analysis.config.set.rules.some(({ id, suppressible }) => id === ruleId && suppressible === false);
  if (document.format === 'text' || ruleId.startsWith('policylint/') || isFixed) return [];
  const diagnostics: Diagnostic[] = [diagnosticOf(finding, analysis)];
  const comment = (verb: string): string => commentFor(`${verb} ${ruleId} -- ${REASON_PLACEHOLDER}`, document.path);
  const action = (title: string, edit: Edit): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: workspaceEdit(analysis, [edit]),
  });
  const inSection = sectionStart(analysis, span.start);
  return [
    action(`Ignore ${ruleId} here`, commentBefore(span, comment('policylint-ignore-next'), document)),
    ...(inSection === null
      ? []
      : [action(`Ignore ${ruleId} in this section`, ownLine(inSection, comment('policylint-ignore-section'), analysis))]),
    action(`Ignore ${ruleId} in this file`, ownLine(document.source.length, comment('policylint-ignore-file'), analysis)),
  ];
}

/** Behind the heading of the section around an offset, with its markup; null outside any section. */
function sectionStart({ result: { document } }: Analysis, offset: number): number | null {
  const heading = document.blocks.findLast((block) => block.kind === 'heading' && document.toSource(block).start <= offset);
  return heading ? endOf(heading, document) : null;
}

/** A paragraph of its own behind an offset that ends a line or an element. */
function ownLine(at: number, comment: string, { result: { document } }: Analysis): Edit {
  const end = lineBreak(document);
  if (document.format === 'html') return { span: { start: at, end: at }, text: `${end}${comment}` };
  const isLast = at === document.source.length;
  const before = isLast && document.source.endsWith('\n') ? end : end + end;
  return { span: { start: at, end: at }, text: `${before}${comment}${isLast ? end : ''}` };
}

const hasSafeFix = ({ fixes }: Finding): boolean => fixes.some(({ safety }) => safety === 'safe');

/** All safe fixes as one edit, each proven by linting again, as --fix does it; null where nothing comes of them. */
export async function fixAllEdit(analysis: Analysis): Promise<WorkspaceEdit | null> {
  const { path, result, config, findings } = analysis;
  const { source } = result.document;
  const shown = new Set(findings.map(({ fingerprint }) => fingerprint));
  const wanted = ({ fingerprint }: Finding): boolean => shown.has(fingerprint);
  const fixed = (await fixText(source, { path, suggestions: false, wanted }, config.set)).source;
  if (fixed === source) return null;
  let start = 0;
  while (start < Math.min(source.length, fixed.length) && source[start] === fixed[start]) start++;
  let tail = 0;
  while (tail < Math.min(source.length, fixed.length) - start && source.at(-1 - tail) === fixed.at(-1 - tail)) tail++;
  return workspaceEdit(analysis, [{ span: { start, end: source.length - tail }, text: fixed.slice(start, fixed.length - tail) }]);
}

/** Edits for exactly the version that was analysed: an editor that has moved on refuses them. */
function workspaceEdit(analysis: Analysis, edits: readonly Edit[]): WorkspaceEdit {
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
