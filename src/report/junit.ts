import type { Formatter } from './formats.js';
import type { DocumentView, FindingView } from './view.js';
import { xml } from './xml.js';

/** JUnit: a suite a document, a failed case a finding, one passed case where there is none. */
export const junit: Formatter = ({ documents, problems }) => {
  const missing = problems.map(({ path, message }) =>
    suite(path, 1, 0, 1, [`    <testcase name="${xml(path)}"><error message="${xml(message)}"/></testcase>`]),
  );
  const suites = [...documents.map(documentSuite), ...missing];
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="policylint">', ...suites, '</testsuites>', ''].join('\n');
};

function documentSuite({ path, findings }: DocumentView): string {
  if (findings.length === 0) return suite(path, 1, 0, 0, [`    <testcase name="${xml(path)}" classname="policylint"/>`]);
  return suite(
    path,
    findings.length,
    findings.length,
    0,
    findings.map((finding) => testcase(path, finding)),
  );
}

function suite(path: string, tests: number, failures: number, errors: number, cases: readonly string[]): string {
  const head = `  <testsuite name="${xml(path)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="0">`;
  return [head, ...cases, '  </testsuite>'].join('\n');
}

function testcase(path: string, { ruleId, level, message, region }: FindingView): string {
  const place = `${path}:${region.startLine}:${region.startColumn}`;
  const failure = `<failure type="${level}" message="${xml(message)}">${xml(place)}</failure>`;
  return `    <testcase name="${xml(ruleId)} ${region.startLine}:${region.startColumn}" classname="${xml(path)}">${failure}</testcase>`;
}
