import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.js';
import type { Report } from '../../src/report/view.js';
import { documentOf, findingAt, reportOf } from './sample.js';

const SOURCE = '# Privacy\n\nWe keep logs for 30 days. 数据 🙂 are kept.\n\nWe keep logs for 90 days.\n';
const first = findingAt(SOURCE, 'We keep logs for 30 days.', '30 days', {
  related: [{ message: 'the other statement', region: findingAt(SOURCE, 'We keep logs for 90 days.', '90 days').region }],
  fixes: [
    { title: 'Say 90', safety: 'suggestion', edits: [{ region: findingAt(SOURCE, 'We keep logs for 30 days.', '30').focus, text: '90' }] },
  ],
});
const wide = findingAt(SOURCE, '数据 🙂 are kept.', 'kept', { ruleId: 'clarity/wide', level: 'note', fingerprint: 'f'.repeat(26) });
const gap = (name: string, message: string) =>
  findingAt(SOURCE, 'Privacy', 'Privacy', { ruleId: `gdpr/right-${name}`, message, group: 'missing-rights', law: ['GDPR-18'] });
const report = reportOf(
  documentOf(SOURCE, [gap('restriction', 'No restriction. Add it.'), gap('objection', 'No objection. Add it.'), first, wide]),
);

const format = async (name: string, of: Report = report, options = { color: false, width: 80 }): Promise<string> => {
  const load = FORMATS[name];
  if (!load) throw new Error(`no format ${name}`);
  return (await load())(of, options);
};

describe('every format', () => {
  it.each(Object.keys(FORMATS))('%s is the same twice and ends with a line break', async (name) => {
    const text = await format(name);
    expect(text).toBe(await format(name));
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each(Object.keys(FORMATS))('%s takes a report without findings', async (name) => {
    expect((await format(name, reportOf(documentOf('# Privacy\n', [])))).length).toBeGreaterThan(0);
  });
});

describe('stylish', () => {
  it('shows the words, what is wrong, the law and the other place', async () => {
    expect(await format('stylish')).toBe(`docs/PRIVACY.md  3 errors, 1 note

  ✖ 3:1 error  consistency/retention-same-data  Art. 5(1)(e), Art. 13(2)(a) GDPR
    │ We keep logs for 30 days.
    │                  ^^^^^^^
    Two periods hold for the same data. Article 5(1)(e) GDPR asks for one. Say
    which.
    ↳ 5:1 the other statement
    │ We keep logs for 90 days.

  ✖ 1:3 error  Missing rights (2)
    objection    Art. 18 GDPR
    restriction  Art. 18 GDPR
    People must be told of each of these rights (Article 13(2) GDPR). Add them
    to the list of rights, and say how to use them.

  ● 3:27 note  clarity/wide  Art. 5(1)(e), Art. 13(2)(a) GDPR
    │ 数据 🙂 are kept.
    │             ^^^^
    Two periods hold for the same data. Article 5(1)(e) GDPR asks for one. Say
    which.

4 findings in 1 document: 3 errors, 0 warnings, 1 note
Preset recommended; read under GDPR (as the text suggests). More on a rule:
policylint explain consistency/retention-same-data
policylint flags; it gives no legal advice.
`);
  });

  it('says once that it gives no legal advice', async () => {
    expect((await format('stylish')).split('no legal advice')).toHaveLength(2);
  });

  it('keeps to the width', async () => {
    for (const width of [50, 72, 100]) {
      const lines = (await format('stylish', report, { color: false, width })).split('\n');
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  it('marks by colour on a terminal instead of by a row of carets', async () => {
    const text = await format('stylish', report, { color: true, width: 80 });
    expect(text).toContain('\x1b[31m30 days\x1b[39m');
    expect(text).not.toContain('^^^');
  });

  it('shows a few of many places of which the same is said, and where the others are', async () => {
    const source = Array.from({ length: 6 }, (_, line) => `Line ${line} is kept.\n`).join('');
    const region = (line: number) => findingAt(source, `Line ${line} is kept.`, 'kept').region;
    const related = [1, 2, 3, 4, 5].map((line) => ({ message: 'also here', region: region(line) }));
    const shown = async (places: typeof related) =>
      (await format('stylish', reportOf(documentOf(source, [findingAt(source, 'Line 0 is kept.', 'kept', { related: places })]))))
        .split('\n')
        .filter((line) => line.includes('↳'))
        .map((line) => line.trim());
    expect(await shown(related)).toEqual(['↳ 2:1 also here', '↳ 3:1 also here', '↳ 4:1 also here', '↳ and at 5:1, 6:1']);
    // One more takes no more room than the place of it.
    expect(await shown(related.slice(1))).toEqual(['↳ 3:1 also here', '↳ 4:1 also here', '↳ 5:1 also here', '↳ 6:1 also here']);
  });
});

describe('agent', () => {
  it('is one line a finding', async () => {
    const lines = (await format('agent')).trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toBe(
      'docs/PRIVACY.md:3:1-3:26 error consistency/retention-same-data Two periods hold for the same data. Article 5(1)(e) GDPR asks for one. Say which. | words: "30 days" | also 5:1: the other statement',
    );
  });
});

describe('github', () => {
  it('writes annotations, errors first, and a summary', async () => {
    const lines = (await format('github')).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::error', '::error', '::notice', '::notice']);
    expect(lines[2]).toContain(
      '::error file=docs/PRIVACY.md,line=3,endLine=3,col=1,endColumn=26,title=consistency/retention-same-data::Two periods',
    );
    expect(lines[4]).toBe('::notice title=policylint::3 errors, 0 warnings, 1 note in 1 document.');
  });

  it('keeps to the ten of each kind that are shown; the rest are plain lines', async () => {
    const many = reportOf(
      documentOf(
        SOURCE,
        Array.from({ length: 25 }, () => first),
      ),
    );
    const lines = (await format('github', many)).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('error docs/PRIVACY.md:3:1'))).toHaveLength(15);
    expect(lines.at(-1)).toContain('Not all are shown as annotations');
  });
});

describe('gitlab', () => {
  it('gives two equal findings two fingerprints', async () => {
    const twice = reportOf(documentOf(SOURCE, [first], 'a.md'), documentOf(SOURCE, [first], 'b.md'));
    const issues: { fingerprint: string }[] = JSON.parse(await format('gitlab', twice));
    expect(issues.map(({ fingerprint }) => fingerprint)).toEqual([first.fingerprint, `${first.fingerprint}-2`]);
  });

  it('has the fields that GitLab asks for', async () => {
    const [issue] = JSON.parse(await format('gitlab'));
    expect(issue).toMatchObject({
      severity: 'major',
      check_name: expect.any(String),
      location: { path: 'docs/PRIVACY.md', lines: { begin: 1 } },
    });
  });
});

describe('rdjson', () => {
  it('counts columns in bytes of UTF-8', async () => {
    const { diagnostics } = JSON.parse(await format('rdjson'));
    const noted = diagnostics.find((entry: { severity: string }) => entry.severity === 'INFO');
    // 26 bytes of ASCII before; then 6 + 1 + 4 + 10 bytes: two characters of three, a space, an emoji of four, " are kept.".
    expect(noted.location.range).toEqual({ start: { line: 3, column: 27 }, end: { line: 3, column: 48 } });
  });

  it('offers the fixes', async () => {
    const { diagnostics } = JSON.parse(await format('rdjson'));
    expect(diagnostics[2].suggestions).toEqual([{ range: { start: { line: 3, column: 18 }, end: { line: 3, column: 20 } }, text: '90' }]);
  });
});

describe('junit and checkstyle', () => {
  it('count and place findings', async () => {
    expect(await format('junit')).toContain('<testsuite name="docs/PRIVACY.md" tests="4" failures="4" errors="0" skipped="0">');
    expect(await format('checkstyle')).toContain('<error line="3" column="27" severity="info"');
  });

  it('pass where nothing is found', async () => {
    const clean = reportOf(documentOf('# Privacy\n', []));
    expect(await format('junit', clean)).toContain('tests="1" failures="0"');
  });
});

describe('markdown', () => {
  it('is a table a document', async () => {
    const text = await format('markdown');
    expect(text).toContain('### docs/PRIVACY.md');
    expect(text).toContain('| 🔴 | 3:1 | Two periods hold');
    expect(text).toContain('“30 days”');
  });

  it('stays below what a comment may hold, and says what it left out', async () => {
    const many = reportOf(
      documentOf(
        SOURCE,
        Array.from({ length: 2000 }, () => first),
      ),
    );
    const text = await format('markdown', many);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/\*\d+ more findings are not shown here\.\*/);
  });
});
