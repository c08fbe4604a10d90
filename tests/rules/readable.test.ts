/** Texts in languages that the rules do not read: told as such, not judged. */
import { expect, test } from 'vitest';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

const GERMAN =
  '# Datenschutzerklärung\n\nWir verarbeiten Ihre E-Mail-Adresse, damit Sie sich bei uns anmelden können, und löschen sie, wenn Sie das Konto schließen. Die Daten werden nicht an Dritte weitergegeben, siehe [hier](#nirgends).\n';
const ENGLISH =
  '# Privacy Policy\n\nWe process your e-mail address so that you can log in to our site, and we delete it when you close the account. We do not give the data to others, and we do not use it for advertising.\n';

test.each(['recommended', 'strict', 'auditor'] as const)('a German text under %s: one finding on its language', async (preset) => {
  const { findings, coverage, reach } = await lint(GERMAN, { path: 'datenschutz.md' }, loadRules({ preset }));
  const meaning = findings.filter(({ ruleId }) => !ruleId.startsWith('structure/') || ruleId === 'structure/unread-language');
  expect(meaning.map(({ ruleId, message }) => `${ruleId}: ${message.slice(0, 30)}`)).toEqual([
    'structure/unread-language: The text is written in German.',
  ]);
  expect(coverage).toEqual([]);
  expect(reach).toEqual([]);
});

test('form is checked in every language', async () => {
  const { findings } = await lint(GERMAN, { path: 'datenschutz.md' }, loadRules({ preset: 'auditor' }));
  expect(findings.map(({ ruleId }) => ruleId)).toContain('structure/broken-anchor');
});

test('a text in two languages is read', async () => {
  const { findings, coverage } = await lint(GERMAN + ENGLISH, { path: 'privacy.md' }, loadRules());
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('structure/unread-language');
  expect(coverage.length).toBeGreaterThan(0);
});
