import { describe, expect, test } from 'vitest';
import { found, hitsOf, wordingOf } from './helper.js';

describe('duplicate-section', () => {
  const text = '# P\n\n## Cookies\n\nWe set one.\n\n## Contact\n\nWrite.\n\n## 4. Cookies\n\nFor counts.';
  test('finds the second of two sections of one name, and points to the first', async () => {
    const [first, ...others] = await hitsOf('duplicate-section', text);
    expect(others).toEqual([]);
    expect(first?.words).toBe('4. Cookies');
    expect(first?.hit.related).toHaveLength(1);
  });
  test('finds the same text under two names', async () => {
    const body = Array.from({ length: 15 }, (_, index) => `We keep item ${index} in box ${index * 7}.`).join(' ');
    expect(await found('duplicate-section', `# P\n\n## One\n\n${body}\n\n## Two\n\n${body}`)).toEqual(['Two']);
  });
  test('leaves headings that may recur alone', async () => {
    expect(await found('duplicate-section', text, { unless: ['cookies'] })).toEqual([]);
  });
});

describe('headings', () => {
  test('finds a skipped level', async () => {
    expect(await found('heading-skip', '# P\n\n### Use\n\nA.')).toEqual(['Use']);
    expect(await found('heading-skip', '# P\n\n## Use\n\nA.\n\n# Q\n\nB.')).toEqual([]);
  });
  test('finds a section without text', async () => {
    expect(await found('empty-section', '# P\n\n## Data\n\nA.\n\n## Your rights\n\n## Contact\n\nB.')).toEqual(['Your rights']);
  });
});

describe('density', () => {
  const options = { any: ['may'], of: ['(collect|use)'], unless: ['if'], share: 0.5, 'at-least': 2 };
  test('counts only sentences of the kind asked for', async () => {
    const [first] = await hitsOf('density', 'We may use it. We may collect it. We use it. It may rain. It may snow.', options);
    expect(first?.hit.values).toMatchObject({ count: 2, of: 3, percent: 67 });
  });
  test('leaves sentences with a condition alone', async () => {
    expect(await found('density', 'We may use it. If you ask, we may collect it.', options)).toEqual([]);
  });
});

describe('dates', () => {
  test('holds a date against the day of the run', async () => {
    expect(await found('future-date', 'Last updated: 1 January 2099')).toHaveLength(1);
    expect(await found('stale-date', 'Last updated: 25 May 2018', { months: 36 })).toHaveLength(1);
    expect(await found('stale-date', 'Last updated: 25 May 2025', { months: 36 })).toEqual([]);
  });
  test('takes a month or a year for its last day', async () => {
    const before = { date: '2018-01-31' };
    expect(await found('dated-before', 'Last updated: 30 January 2018', before)).toHaveLength(1);
    expect(await found('dated-before', 'Last updated: January 2018', before)).toEqual([]);
    expect(await found('dated-before', 'Last updated: December 2017', before)).toHaveLength(1);
    expect(await found('dated-before', 'We collect your name.', before)).toEqual([]);
  });
});

describe('defined-terms', () => {
  test('finds the term that nothing uses', async () => {
    const text = '"Affiliate" means a company of our group.\n\n"Device" means a phone. We look at your Device.';
    expect(await found('defined-terms', text, wordingOf('defined-terms'))).toEqual(['Affiliate']);
  });
});
