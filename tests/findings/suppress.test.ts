import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';
import type { Rule } from '../../src/rules/types.js';

const phrase = (id: string, any: string, suppressible = true): Rule => ({
  id,
  title: id,
  severity: 'warning',
  confidence: 'high',
  regimes: [],
  law: [],
  status: 'stable',
  check: { phrase: { any: [[any, '']] } },
  message: `${any} is said.`,
  suppressible,
});

const rules = [phrase('acme/cheese', 'cheese'), phrase('acme/wine', 'wine'), phrase('acme/law', 'murder', false)];

async function results(source: string, path = 'p.md', today = '2026-11-21') {
  const set = { ...loadRules({ extra: rules, regimes: [] }), rules, today };
  const { findings, suppressed } = await lint(source, { path }, set);
  return {
    left: findings.map(({ ruleId }) => ruleId),
    suppressed: suppressed.map(({ finding, suppression }) => `${finding.ruleId}: ${suppression.reason}`),
    messages: findings.map(({ message }) => message),
  };
}

describe('next', () => {
  test('the sentence after the comment, no further', async () => {
    const text = '<!-- policylint-ignore-next acme/cheese -- we are a dairy -->\nWe sell cheese. We like cheese.\n';
    expect(await results(text)).toMatchObject({ left: ['acme/cheese'], suppressed: ['acme/cheese: we are a dairy'] });
  });
  test('inside a paragraph', async () => {
    const text = 'We like cheese. <!-- policylint-ignore-next acme/cheese -- dairy --> We sell cheese. More cheese.\n';
    const { left, suppressed } = await results(text);
    expect([left.length, suppressed.length]).toEqual([2, 1]);
  });
  test('a whole list item', async () => {
    const text = 'We sell:\n\n- <!-- policylint-ignore-next acme/cheese -- dairy --> Some things. Also cheese.\n- cheese again\n';
    expect(await results(text)).toMatchObject({ left: ['acme/cheese'], suppressed: ['acme/cheese: dairy'] });
  });
  test('in HTML', async () => {
    const text = '<h1>Policy</h1>\n<p><!-- policylint-ignore-next acme/cheese -- dairy -->We sell cheese.</p><p>We eat cheese.</p>';
    expect(await results(text, 'p.html')).toMatchObject({ left: ['acme/cheese'], suppressed: ['acme/cheese: dairy'] });
  });
  test('in MDX, whose comments are expressions', async () => {
    const text = '# P\n\n{/* policylint-ignore-next acme/cheese -- dairy */}\nWe sell cheese. We like cheese.\n';
    expect(await results(text, 'p.mdx')).toMatchObject({ left: ['acme/cheese'], suppressed: ['acme/cheese: dairy'] });
  });
  test('only the rules that it names', async () => {
    const text = '<!-- policylint-ignore-next acme/cheese -- dairy -->\nWe sell cheese and wine.\n';
    expect((await results(text)).left).toEqual(['acme/wine']);
  });
});

test('section: up to the next heading of its level, with what is below', async () => {
  const text =
    '# A\n\ncheese here.\n\n## B\n\n<!-- policylint-ignore-section acme/* -- dairy -->\n\ncheese there.\n\n### C\n\nwine there.\n\n## D\n\ncheese once more.\n';
  const { left, suppressed } = await results(text);
  expect([left, suppressed]).toEqual([
    ['acme/cheese', 'acme/cheese'],
    ['acme/cheese: dairy', 'acme/wine: dairy'],
  ]);
});

test('file: before and after the comment', async () => {
  const text =
    '# Policy\n\nWe sell cheese in our shops.\n\n<!-- policylint-ignore-file acme/cheese, acme/wine -- dairy -->\n\nWe eat cheese. We drink wine.\n';
  expect(await results(text)).toMatchObject({ left: [], suppressed: ['acme/cheese: dairy', 'acme/cheese: dairy', 'acme/wine: dairy'] });
});

describe('expiry', () => {
  const text = '<!-- policylint-ignore-next acme/cheese until 2027-01-31 -- dairy -->\nWe sell cheese.\n';
  test.each([
    ['2027-01-31', []],
    ['2027-02-01', ['policylint/expired-suppression', 'acme/cheese']],
  ])('on %s', async (today, left) => {
    expect((await results(text, 'p.md', today)).left).toEqual(left);
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['policylint-ignore-next acme/cheese', 'It gives no reason'],
    ['policylint-ignore-next acme/cheese --', 'It gives no reason'],
    ['policylint-ignore-next acme/cheese -- REASON', '"REASON" is no reason'],
    ['policylint-ignore-next -- because', 'It names no rule.'],
    ['policylint-ignore-nxt acme/cheese -- because', 'did you mean "policylint-ignore-next"?'],
    ['policylint-disable acme/cheese -- because', '"policylint-disable" is no directive'],
    ['policylint-ignore-next acme/chese -- because', 'There is no rule "acme/chese"; did you mean "acme/cheese"?'],
    ['policylint-ignore-next other/cheese -- because', 'did you mean "acme/cheese"?'],
    ['policylint-ignore-next * -- because', '"*" is no rule'],
    ['policylint-ignore-next acme/cheese until May -- because', 'names no date'],
    ['policylint-ignore-next acme/cheese until 2027-02-30 -- because', 'names no date'],
    ['policylint-ignore-next acme/cheese until -- because', 'names no date'],
    ['policylint-ignore-next acme/law -- because', 'acme/law may not be silenced'],
  ])('%s', async (comment, message) => {
    const { left, messages, suppressed } = await results(`<!-- ${comment} -->\nWe sell cheese. It is murder.\n`);
    expect(left).toEqual(['policylint/invalid-suppression', 'acme/cheese', 'acme/law']);
    expect(messages[0]).toContain(message);
    expect(suppressed).toEqual([]);
  });
  test('a comment that silences nothing, with the way to take it out', async () => {
    const source = 'We eat.\n\n<!-- policylint-ignore-next acme/cheese -- dairy -->\nWe drink.\n';
    const set = { ...loadRules({ extra: rules, regimes: [] }), rules };
    const { findings } = await lint(source, { path: 'p.md' }, set);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['policylint/unused-suppression']);
    const [edit] = findings[0]?.fixes[0]?.edits ?? [];
    expect(edit && source.slice(0, edit.span.start) + edit.text + source.slice(edit.span.end)).toBe('We eat.\n\nWe drink.\n');
  });
  test('not unused where its rule did not run', async () => {
    const { left } = await results('<!-- policylint-ignore-next gdpr/complaint -- later -->\nWe eat.\n');
    expect(left).toEqual([]);
  });
  test('plain text has no comments', async () => {
    const { left, messages } = await results('We drink much of your wine. <!-- policylint-ignore-next acme/cheese -- dairy -->\n', 'p.txt');
    expect(left).toContain('policylint/invalid-suppression');
    expect(left).toContain('acme/wine');
    expect(messages.join()).toContain('Plain text has no comments');
  });
  test('other comments are none of our business', async () => {
    expect((await results('<!-- TODO policylint -->\nWe eat.\n')).left).toEqual([]);
  });
});

test('a code sample is no comment', async () => {
  const text = '```html\n<!-- policylint-ignore-file acme/cheese -- dairy -->\n```\n\nWe sell cheese.\n';
  expect((await results(text)).left).toEqual(['acme/cheese']);
});
