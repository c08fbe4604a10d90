/** Code actions: what they change, and what is left of the findings then. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codesOf } from './client.js';
import { POLICY, PULLS, useSession } from './session.js';

const session = useSession();

function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('no edit');
  const edits = change.edits.flatMap((each) => ('newText' in each ? [each] : []));
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

describe('code actions', () => {
  beforeEach(() => session.client.initialize(PULLS));

  test('carry the version they were made for', async () => {
    await session.client.open(session.at('p.md'), POLICY);
    await session.client.change(session.at('p.md'), { text: `${POLICY}\n` });
    const edits = (await session.actions(session.at('p.md'))).flatMap(({ edit }) => edit?.documentChanges ?? []);
    expect(edits.length).toBeGreaterThan(3);
    for (const edit of edits) expect(edit).toMatchObject({ textDocument: { uri: session.at('p.md'), version: 2 } });
  });

  test.each([
    ['p.md', POLICY],
    ['p.md', POLICY.replaceAll('\n', '\r\n')],
    ['p.mdx', POLICY],
    [
      'p.html',
      '<h1>Privacy Policy</h1>\n<p>By using our site you consent to this policy.</p>\n<h2>Your rights</h2>\n<p>You may ask us.</p>\n',
    ],
  ])('silence a finding here, in the section and in the file, for a reason only: %s', async (name, text) => {
    await session.client.open(session.at(name), text, name.split('.').at(-1) === 'md' ? 'markdown' : name.split('.').at(-1));
    const rule = 'gdpr/consent-by-use';
    const { items } = await session.pull(session.at(name));
    const id = codesOf(items).find((code) => String(code).includes('consent')) ?? rule;
    const offered = (await session.actions(session.at(name))).filter(({ title }) => title.startsWith(`Ignore ${id} `));
    expect(offered.map(({ title }) => title.replace(`Ignore ${id} `, ''))).toEqual(['here', 'in this section', 'in this file']);
    for (const { edit } of offered) {
      const placeholder = applied(text, edit);
      await session.client.change(session.at(name), { text: placeholder });
      expect(codesOf((await session.pull(session.at(name))).items)).toEqual(expect.arrayContaining([id, 'policylint/invalid-suppression']));
      await session.client.change(session.at(name), { text: placeholder.replace('REASON', 'counsel has agreed') });
      const left = codesOf((await session.pull(session.at(name))).items);
      expect(left).not.toContain(id);
      expect(left.filter((code) => String(code).startsWith('policylint/'))).toEqual([]);
    }
  });

  test('insert a missing clause; the finding is gone', async () => {
    await session.client.open(session.at('p.md'), POLICY);
    const fix = (await session.actions(session.at('p.md'))).find(({ title, edit }) => /insert|add/i.test(title) && edit);
    const [code] = codesOf(fix?.diagnostics?.map(({ code: each }) => ({ code: each })) as { code: string }[]);
    await session.client.change(session.at('p.md'), { text: applied(POLICY, fix?.edit) });
    expect(codesOf((await session.pull(session.at('p.md'))).items)).not.toContain(code);
  });

  test('fix everything that is safe', async () => {
    const text = '# Privacy Policy\n\nWe keep logs.\n\n<!-- policylint-ignore-next gdpr/retention -- gone since -->\n\nWe are here.\n';
    await session.client.open(session.at('p.md'), text);
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const [fix] = await session.actions(session.at('p.md'), context);
    expect(fix?.kind).toBe('source.fixAll.policylint');
    expect(applied(text, fix?.edit)).not.toContain('policylint-ignore');
  });

  test('explain the rule', async () => {
    await session.client.open(session.at('p.md'), POLICY);
    const explain = (await session.actions(session.at('p.md'))).find(({ title }) => title.startsWith('Explain '));
    expect(explain?.command).toMatchObject({ command: 'policylint.explain' });
    await session.client.request('workspace/executeCommand', explain?.command);
    expect(session.client.messages).toEqual([expect.stringContaining('/docs/rules/')]);
  });
});

test('a client that explains rules itself is offered no command of that name', async () => {
  const offered = await session.client.initialize({}, { initializationOptions: { explains: true } });
  expect(offered).not.toHaveProperty('executeCommandProvider');
});
