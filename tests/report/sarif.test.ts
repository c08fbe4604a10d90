/** SARIF against the OASIS schema, against Microsoft's validator with GitHub's rules, and against what GitHub documents. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { lintFiles } from '../../src/lint-files.js';
import { sarif } from '../../src/report/sarif.js';
import { type DocumentView, makeReport } from '../../src/report/view.js';
import { loadRules } from '../../src/rules/load.js';
import { documentOf, findingAt, reportOf } from './sample.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);
const options = { color: false, width: 80 };

/** The validator asks whether each address in the log can be reached, and gives a note where not: nothing listens there, and no time is lost. */
const OFFLINE = { ...process.env, http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };

const SOURCE = '# Privacy\n\nWe keep logs for 30 days.\n\nWe keep logs for 90 days.\n';
const finding = findingAt(SOURCE, 'We keep logs for 30 days.', '30 days', {
  related: [{ message: 'the other statement', region: findingAt(SOURCE, 'We keep logs for 90 days.', '90 days').region }],
  fixes: [
    { title: 'Say 90', safety: 'suggestion', edits: [{ region: findingAt(SOURCE, 'We keep logs for 30 days.', '30').focus, text: '90' }] },
  ],
});

async function seeds(): Promise<string> {
  const set = loadRules({ preset: 'auditor' });
  const { documents, problems } = await lintFiles(['fixtures/seeds', 'fixtures/example', 'no-such-file.md'], root, set);
  return sarif(makeReport(set, 'low', documents, problems), options);
}

async function sample(...documents: readonly DocumentView[]): Promise<Run> {
  const log: Log = JSON.parse(await sarif(reportOf(...documents), options));
  const [run] = log.runs;
  if (!run) throw new Error('no run');
  return run;
}

describe('SARIF of the five policies', () => {
  it('is valid by the OASIS schema', async () => {
    const binary: string = require('@microsoft/sarif-multitool');
    const schema = JSON.parse(readFileSync(join(dirname(binary), 'sarif-2.1.0.json'), 'utf8'));
    const ajv = addFormats.default(new Ajv2020.default({ strict: false }));
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(await seeds())), JSON.stringify(validate.errors)).toBe(true);
  });

  it("passes Microsoft's validator with GitHub's rules: no error, no warning", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policylint-sarif-'));
    try {
      const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
      writeFileSync(input, await seeds());
      const binary: string = require('@microsoft/sarif-multitool');
      // Its package makes it executable in an install script, which npm may not run.
      chmodSync(binary, 0o755);
      // Its exit code is 0 even with errors, and notes must be there: without them it has read nothing.
      const rules = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note'];
      spawnSync(binary, ['validate', input, ...rules, '--output', output, '--log', 'ForceOverwrite'], { stdio: 'ignore', env: OFFLINE });
      const log: Log = JSON.parse(readFileSync(output, 'utf8'));
      const results = log.runs[0]?.results ?? [];
      expect(results.filter(({ level }) => level !== 'note').map(({ ruleId, message }) => [ruleId, message])).toEqual([]);
      expect(results.length).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is the same twice', async () => {
    expect(await seeds()).toBe(await seeds());
  });
});

describe('SARIF as GitHub wants it', () => {
  it('describes every enabled rule, hit or not, with all texts within the limits', async () => {
    const { tool } = await sample(documentOf(SOURCE, []));
    const rules = tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['consistency/retention-same-data', 'gdpr/right-objection', 'gdpr/right-restriction', 'file/empty']),
    );
    for (const rule of rules) {
      for (const text of [rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text, rule.help?.markdown])
        expect(text?.trim()).toBeTruthy();
      expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(rule.helpUri).toMatch(/^https:/);
      expect(['error', 'warning', 'recommendation']).toContain(rule.properties?.['problem.severity']);
      expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties?.['precision']);
      expect(rule.properties?.tags?.length).toBeLessThanOrEqual(20);
      expect(rule.properties).not.toHaveProperty('security-severity');
    }
  });

  it('places a result on one sentence, with its fingerprint and level', async () => {
    const { results, columnKind, automationDetails } = await sample(documentOf(SOURCE, [finding]));
    expect(columnKind).toBe('utf16CodeUnits');
    expect(automationDetails?.id).toBe('policylint/recommended/');
    expect(results?.[0]).toMatchObject({
      ruleId: 'consistency/retention-same-data',
      ruleIndex: 0,
      level: 'error',
      partialFingerprints: { primaryLocationLineHash: `${finding.fingerprint}:1`, 'policylint/v1': finding.fingerprint },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/PRIVACY.md' },
            region: {
              startLine: 3,
              startColumn: 1,
              endLine: 3,
              endColumn: 26,
              charOffset: 11,
              charLength: 25,
              snippet: { text: 'We keep logs for 30 days.' },
            },
          },
        },
      ],
    });
  });

  it('links the related place from the message, because it is shown only then', async () => {
    const { results } = await sample(documentOf(SOURCE, [finding]));
    expect(results?.[0]?.message.text).toMatch(/ See \[the other statement\]\(1\)\.$/);
    expect(results?.[0]?.relatedLocations).toMatchObject([{ id: 1, physicalLocation: { region: { startLine: 5 } } }]);
  });

  it('gives the law as taxonomies that results and rules refer to', async () => {
    const { taxonomies = [], results, tool } = await sample(documentOf(SOURCE, [finding]));
    const [reference] = results?.[0]?.taxa ?? [];
    const taxon = taxonomies[reference?.toolComponent?.index ?? -1]?.taxa?.[reference?.index ?? -1];
    expect(taxon).toMatchObject({ id: 'GDPR-5-1-e', name: 'Art. 5(1)(e)', helpUri: expect.stringMatching(/^https:/) });
    expect(tool.driver.rules?.[0]?.relationships?.map(({ target }) => target.id)).toEqual(['GDPR-5-1-e', 'GDPR-13-2-a']);
  });

  it('offers fixes as replacements', async () => {
    const { results } = await sample(documentOf(SOURCE, [finding]));
    expect(results?.[0]?.fixes).toMatchObject([
      {
        description: { text: 'Say 90' },
        artifactChanges: [{ replacements: [{ deletedRegion: { charOffset: 28, charLength: 2 }, insertedContent: { text: '90' } }] }],
      },
    ]);
  });

  it('encodes paths by segment and leaves suppressed findings out', async () => {
    const suppressed = [{ ...finding, suppression: { kind: 'inSource', reason: 'agreed' } as const }];
    const { results } = await sample({ ...documentOf(SOURCE, [finding], 'legal docs/dé.md'), suppressed });
    expect(results).toHaveLength(1);
    expect(results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('legal%20docs/d%C3%A9.md');
  });

  it('puts errors first and cuts where a file would be rejected, with a notice', async () => {
    const notes = Array.from({ length: 25_000 }, () => ({ ...finding, level: 'note' as const, related: [], fixes: [] }));
    const { results, invocations } = await sample(documentOf(SOURCE, [...notes, finding]));
    expect(results).toHaveLength(25_000);
    expect(results?.[0]?.level).toBe('error');
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('25001 findings');
  });
});
