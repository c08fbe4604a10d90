/** A policy is text by somebody else: whatever stands in it, no format may let it act. */
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.js';
import { documentOf, findingAt, reportOf } from './sample.js';

const BAIT = [
  '\x1b[2J\x1b]0;owned\x07',
  '</script><img src=x onerror=alert(1)>',
  '\n::error::forged',
  '##[error]forged',
  '| a | b |',
  '[click](javascript:alert(1))',
  '@everyone #1',
  '%0A::set-output name=x::y',
  ']]><!-- -->',
  '"&\'',
  '\u202egnp.exe',
  '=HYPERLINK("http://evil.example")',
  '`code`',
].join(' ');
const SOURCE = `# Privacy\n\nWe keep ${BAIT} data.\n`;
const finding = findingAt(SOURCE, `We keep ${BAIT} data.`, BAIT, {
  message: `You say “${BAIT}”. Do not.`,
  related: [{ message: BAIT, region: findingAt(SOURCE, BAIT, BAIT).region }],
  section: [BAIT],
});
const report = reportOf(documentOf(SOURCE, [finding], 'docs/a,b:c ☃\n::error::forged.md'));
const format = async (name: string): Promise<string> => (await (await FORMATS[name]?.())?.(report, { color: false, width: 80 })) ?? '';

describe('hostile text', () => {
  it.each(['stylish', 'agent', 'markdown', 'junit', 'checkstyle'])('%s lets no control character through', async (name) => {
    expect(await format(name)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  });

  it.each(['json', 'sarif', 'gitlab', 'rdjson'])('%s is JSON that gives the text back', async (name) => {
    const text = await format(name);
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f]/);
    expect(JSON.stringify(JSON.parse(text))).toContain(JSON.stringify('@everyone #1').slice(1, -1));
  });

  it('github: a policy forges no command and no file name', async () => {
    const lines = (await format('github')).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=docs\/a%2Cb%3Ac ☃%0A%3A%3Aerror%3A%3Aforged\.md,line=3,/);
    expect(lines[0]).toContain('%250A::set-output');
  });

  it('github: neither do the lines beyond the limit', async () => {
    const many = reportOf(
      documentOf(
        SOURCE,
        Array.from({ length: 12 }, () => finding),
      ),
    );
    const text = (await (await FORMATS['github']?.())?.(many, { color: false, width: 80 })) ?? '';
    const plain = text.split('\n').filter((line) => line.startsWith('error '));
    expect(plain).toHaveLength(2);
    expect(plain.join('\n')).not.toContain('##[');
    expect(text.split('\n').filter((line) => line.startsWith('::error::'))).toEqual([]);
  });

  it('stylish and agent: a policy forges no line', async () => {
    for (const name of ['stylish', 'agent']) expect((await format(name)).split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('markdown: nothing is read as markup, nobody is called', async () => {
    const text = await format('markdown');
    expect(text).not.toContain('<img');
    expect(text).not.toContain('</script>');
    expect(text).not.toMatch(/@everyone/);
    expect(text).not.toContain('](javascript:');
    const rows = text.split('\n').filter((line) => line.startsWith('| 🔴'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.replaceAll('\\|', '').split('|')).toHaveLength(6);
  });

  it('XML: markup in the text is text', async () => {
    for (const name of ['junit', 'checkstyle']) {
      const text = await format(name);
      expect(text).not.toContain('<img');
      expect(text).toContain('&lt;/script&gt;');
      expect(text).toContain(']]&gt;&lt;!-- --&gt;');
    }
  });

  it('sarif: brackets are no links, paths are encoded', async () => {
    const [result] = JSON.parse(await format('sarif')).runs[0].results;
    expect(result.message.text).toContain('\\[click\\](javascript:alert(1))');
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('docs/a%2Cb%3Ac%20%E2%98%83%0A%3A%3Aerror%3A%3Aforged.md');
  });
});
