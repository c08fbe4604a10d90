import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../../src/lint-files.js';
import { json } from '../../src/report/json.js';
import { makeReport, type Report } from '../../src/report/view.js';
import { loadRules } from '../../src/rules/load.js';
import { documentOf, findingAt, reportOf } from './sample.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schema = JSON.parse(readFileSync(`${root}schema/report.schema.json`, 'utf8'));
const validate = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(schema);
const options = { color: false, width: 80 };

async function seeds(): Promise<Report> {
  const set = loadRules();
  const { documents, problems } = await lintFiles(['fixtures/seeds', 'fixtures/example', 'no-such-file.md'], root, set);
  return makeReport(set, 'low', documents, problems);
}

describe('the JSON report', () => {
  it('is what its schema says, on the five policies and the example', async () => {
    const report = JSON.parse(await json(await seeds(), options));
    expect(validate(report), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(report.documents).toHaveLength(6);
    expect(report.problems).toMatchObject([{ ruleId: 'file/missing', path: 'no-such-file.md' }]);
  });

  it('is what its schema says, with suppressed findings, related places and fixes', async () => {
    const source = 'We keep logs for 30 days.';
    const finding = findingAt(source, source, '30');
    const full = {
      ...finding,
      related: [{ message: 'other', region: finding.region }],
      fixes: [{ title: 'Say 90', safety: 'safe' as const, edits: [{ region: finding.focus, text: '90' }] }],
    };
    const document = {
      ...documentOf(source, [full]),
      suppressed: [{ ...full, suppression: { kind: 'external' as const, reason: 'baseline' } }],
    };
    expect(validate(JSON.parse(await json(reportOf(document), options))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has the keys in the order of the contract', async () => {
    const report = JSON.parse(await json(await seeds(), options));
    const [document] = report.documents;
    expect(Object.keys(document)).toEqual([
      'path',
      'format',
      'language',
      'regimes',
      'reach',
      'sections',
      'claims',
      'coverage',
      'findings',
      'suppressed',
    ]);
    expect(Object.keys(document.claims[0])).toEqual(['kind', 'value', 'polarity', 'modality', 'confidence', 'section', 'region', 'quote']);
    expect(Object.keys(document.findings[0])).toEqual([
      'ruleId',
      'level',
      'confidence',
      'message',
      'region',
      'related',
      'law',
      'fixes',
      'fingerprint',
    ]);
  });

  it('is the same twice, and in whatever order the files are named', async () => {
    const set = loadRules();
    const names = ['fixtures/seeds/000_d62aa72dd00cee89.txt', 'fixtures/example/PRIVACY.md'];
    const texts = await Promise.all(
      [names, [...names].reverse(), names].map(async (order) => {
        const { documents, problems } = await lintFiles(order, root, set);
        return json(makeReport(set, 'medium', documents, problems), options);
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).not.toContain(root);
  });

  it('quotes the text at the place it names', async () => {
    const { documents } = await seeds();
    const claims = documents.flatMap(({ source, claims: found }) => found.map((claim) => ({ source, claim })));
    expect(claims.length).toBeGreaterThan(50);
    for (const { source, claim } of claims) {
      const { charOffset, charLength, startLine, startColumn } = claim.region;
      expect(source.slice(charOffset, charOffset + charLength)).toBe(claim.quote);
      expect(
        (source.split(/\r\n|\n|\r/)[startLine - 1] ?? '').slice(startColumn - 1).startsWith(claim.quote.split(/\r\n|\n|\r/)[0] ?? ''),
      ).toBe(true);
    }
  });

  it('counts what the level of confidence hides', () => {
    const source = 'We keep logs.';
    const findings = [findingAt(source, source, 'logs'), findingAt(source, source, 'keep', { confidence: 'low', level: 'note' })];
    expect(reportOf(documentOf(source, findings)).summary).toEqual({
      documents: 1,
      findings: { error: 1, warning: 0, note: 0 },
      hidden: 1,
    });
  });
});
