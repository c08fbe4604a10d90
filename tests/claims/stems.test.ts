import { expect, test } from 'vitest';
import { stemKey } from '../../src/claims/stems.js';

test.each([
  ['activity logs', 'the activity log'],
  ['Backups', 'your backup'],
  ['billing records', 'records of billing'],
  ['deleted accounts', 'any deleted account'],
])('%s is %s', (a, b) => {
  expect(stemKey(a)).toBe(stemKey(b));
});

test.each([
  ['server logs', 'activity logs'],
  ['account data', 'billing data'],
  ['backups', 'log files'],
])('%s is not %s', (a, b) => {
  expect(stemKey(a)).not.toBe(stemKey(b));
});
