/** Completion: directives and rule names within comments, clauses for what is missing, keys of the configuration file. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { builtInRules } from '../data/rules.js';
import type { Analysis } from './analysis.js';

const DIRECTIVES = ['policylint-ignore-next', 'policylint-ignore-section', 'policylint-ignore-file'];

export function completionsAt(analysis: Analysis, offset: number): CompletionItem[] {
  const { source } = analysis.result.document;
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && !line.slice(comment).includes('-->')) return inComment(line.slice(comment + 4), analysis);
  // A clause starts on a line of its own.
  return line.trim() === '' ? clauses(analysis) : [];
}

function inComment(text: string, analysis: Analysis): CompletionItem[] {
  if (!/policylint-ignore-\w+\s/.test(text)) return DIRECTIVES.map((name) => ({ label: name, kind: CompletionItemKind.Keyword }));
  if (text.includes(' -- ')) return [];
  const found = new Set(analysis.findings.map(({ ruleId }) => ruleId));
  return builtInRules.map((rule) => ({
    label: rule.id,
    kind: CompletionItemKind.EnumMember,
    detail: rule.title,
    // What is found in this text comes first.
    sortText: `${found.has(rule.id) ? '0' : '1'}${rule.id}`,
  }));
}

function clauses(analysis: Analysis): CompletionItem[] {
  const missing = new Set(analysis.findings.map(({ ruleId }) => ruleId));
  return builtInRules.flatMap((rule) => {
    const clause = rule.fix?.clause;
    if (!clause || !missing.has(rule.id)) return [];
    let tab = 0;
    const snippet = clause
      .replace(/[$}\\]/g, (sign) => (sign === '}' ? sign : `\\${sign}`))
      .replace(/\{([^{}]{1,100})\}/g, (_, name: string) => `\${${++tab}:${name}}`);
    return [
      {
        label: `clause: ${rule.title}`,
        kind: CompletionItemKind.Snippet,
        detail: rule.id,
        documentation: clause,
        insertText: snippet,
        insertTextFormat: InsertTextFormat.Snippet,
      },
    ];
  });
}
