import { expect, test } from 'vitest';
import { nextDocument, Recent } from '../../src/data/recent.js';

test('what neither this document nor the one before asked for is forgotten', () => {
  const recent = new Recent<number>();
  recent.set('asked again', 1);
  recent.set('not asked again', 2);
  nextDocument();
  expect(recent.get('asked again')).toBe(1);
  nextDocument();
  expect(recent.get('asked again')).toBe(1);
  expect(recent.get('not asked again')).toBeUndefined();
});

test('a document that asks for nothing counts, too', () => {
  const recent = new Recent<number>();
  recent.set('text', 1);
  nextDocument();
  nextDocument();
  expect(recent.get('text')).toBeUndefined();
});

test('everything is forgotten at once', () => {
  const recent = new Recent<number>();
  recent.set('before', 1);
  nextDocument();
  recent.get('before');
  recent.set('now', 2);
  recent.clear();
  expect([recent.get('before'), recent.get('now')]).toEqual([undefined, undefined]);
});
