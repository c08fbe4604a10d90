import { describe, expect, test } from 'vitest';
import { cite, citeAll, provision, provisionIds } from '../../src/data/law.js';

describe('provisions', () => {
  test('are all there, each with what reports show of it', () => {
    expect(provisionIds().length).toBeGreaterThan(500);
    for (const id of provisionIds()) {
      const found = provision(id);
      const texts = [found?.ref, found?.title, found?.url, found?.instrument.short, found?.instrument.title, found?.instrument.kind];
      expect(texts.filter((text) => typeof text !== 'string' || text === '').length, id).toBe(0);
      expect(found?.id).toBe(id);
      expect(provision(id)).toBe(found);
    }
    expect(provision('GDPR-3')).toMatchObject({
      ref: 'Art. 3',
      title: 'Territorial scope',
      instrument: { short: 'GDPR', kind: 'regulation' },
    });
    expect(provision('GDPR-none')).toBeUndefined();
  });

  test('are cited as lawyers cite them, an unknown id as it is', () => {
    expect(cite('GDPR-3')).toBe('Art. 3 GDPR');
    expect(cite('GDPR-none')).toBe('GDPR-none');
    expect(citeAll(['GDPR-13-2-a', 'GDPR-3', 'x'], 1)).toBe('Art. 13(2)(a) GDPR; x; +1');
  });
});
