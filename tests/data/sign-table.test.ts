import { expect, test } from 'vitest';
import { signTable } from '../../src/data/sign-table.js';

test('a table of signs tells those of its ranges, their ends included', () => {
  const table = signTable(123, '09', 'AZ', '__', 'az');
  const told = Array.from(table, (value, code) => (value === 1 ? String.fromCharCode(code) : '')).join('');
  expect(told).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz');
  expect(Array.from(signTable(0x250, '\u00c0\u024f')).filter(Boolean)).toHaveLength(0x250 - 0xc0);
});
