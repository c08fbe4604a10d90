import type { Level } from '../findings/types.js';
import type { Formatter } from './formats.js';
import type { DocumentView, FindingView } from './view.js';
import { xml } from './xml.js';

const SEVERITY: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'info' };

/** Checkstyle's XML, which many review tools read. */
export const checkstyle: Formatter = ({ documents, problems }) => {
  const missing = problems.map(({ path, id, message }) => fileElement(path, [errorElement(1, 1, 'error', message, id)]));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...documents.map(documentElement),
    ...missing,
    '</checkstyle>',
    '',
  ].join('\n');
};

function documentElement({ path, findings }: DocumentView): string {
  return fileElement(path, findings.map(findingElement));
}

function fileElement(path: string, errors: readonly string[]): string {
  return [`  <file name="${xml(path)}">`, ...errors, '  </file>'].join('\n');
}

function findingElement({ region, level, message, ruleId }: FindingView): string {
  return errorElement(region.startLine, region.startColumn, SEVERITY[level], message, ruleId);
}

function errorElement(line: number, column: number, severity: string, message: string, ruleId: string): string {
  return `    <error line="${line}" column="${column}" severity="${severity}" message="${xml(message)}" source="policylint.${xml(ruleId.replaceAll('/', '.'))}"/>`;
}
