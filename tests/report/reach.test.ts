/** What reports say about the laws that policies were read under. */
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/report/formats.js';
import { reachLine, regimesRead } from '../../src/report/reach.js';
import { type DocumentView, failedDocument, type ReachView } from '../../src/report/view.js';
import { documentOf, findingAt, reportOf } from './sample.js';

const view = (reach: readonly Partial<ReachView>[], regimes: DocumentView['regimes'] = []): DocumentView => ({
  ...documentOf('# Privacy Policy\n', []),
  regimes,
  reach: reach.map((entry) => ({ regime: 'gdpr', status: 'shown', region: null, quote: '', ...entry })),
});
const region = { startLine: 7, startColumn: 1, endLine: 7, endColumn: 9, charOffset: 0, charLength: 8 };
const shown = view([{}], ['gdpr']);
const assumed = view([{ status: 'assumed' }], ['gdpr']);
const american = view([{ status: 'not-shown', country: 'United States', region }, { regime: 'ccpa' }], ['ccpa']);
const australian = view([{ status: 'not-shown', country: 'Australia', region }]);

describe('the line on one policy', () => {
  test('is left out where the text shows the law or the settings choose it', () => {
    expect(reachLine(shown)).toBeNull();
    expect(reachLine(view([{ status: 'configured' }], ['gdpr']))).toBeNull();
    expect(reachLine(failedDocument('a.md', 'a.md', []))).toBeNull();
  });

  test('says what was assumed, or why the law was not applied, and how to change it', () => {
    expect(reachLine(assumed)).toMatch(/^GDPR assumed: .* --regime\.$/);
    expect(reachLine(view([{ status: 'assumed', country: 'United States', region }]))).toMatch(
      /^GDPR assumed: .* a sign of the United States \(line 7\), .* warnings\. .* --regime\.$/,
    );
    expect(reachLine(american)).toMatch(/^GDPR not applied: the text shows only the United States \(line 7\)/);
    expect(reachLine(american)).not.toMatch(/no rules/);
    expect(reachLine(australian)).toMatch(/shows only Australia .*policylint has no rules for the law there/);
  });
});

describe('the line on the run', () => {
  test.each([
    [[shown], 'read under GDPR (as the text suggests)'],
    [[assumed], 'read under GDPR (as the text suggests; GDPR assumed)'],
    [
      [shown, american, assumed, assumed],
      'read under GDPR, CCPA (as the texts suggest; GDPR assumed in 2 documents; GDPR not applied in 1 document)',
    ],
    [[australian], 'read under no law that policylint has rules for (as the text suggests; GDPR not applied)'],
    [[failedDocument('a.md', 'a.md', [])], 'no text was read'],
    [[failedDocument('a.md', 'a.md', []), shown], 'read under GDPR (as the text suggests)'],
  ])('%#', (documents, said) => {
    expect(regimesRead(reportOf(...documents))).toBe(said);
  });

  test('takes what is configured as it is', () => {
    const report = reportOf(shown);
    expect(regimesRead({ ...report, settings: { ...report.settings, regimes: ['gdpr'] } })).toBe('read under GDPR');
  });
});

test.each(['stylish', 'markdown', 'html'])('%s says it beside the policy', async (name) => {
  const source = '# Privacy Policy\n\nWe keep logs.\n';
  const report = reportOf({ ...assumed, source, findings: [findingAt(source, 'We keep logs.', 'logs')] });
  const text = await (await FORMATS[name]?.())?.(report, { color: false, width: 110 });
  expect(text?.replace(/\s+/g, ' ')).toContain('GDPR assumed: the text does not say');
});
