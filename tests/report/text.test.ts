import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/report/excerpt.js';
import { displayWidth, harmless, shorten, wrap } from '../../src/report/text.js';

describe('harmless', () => {
  it('shows what a terminal would obey, in the same length', () => {
    const hostile = 'a\x1b[31mred\x1b]0;title\x07\x9b\u202egnp\ud800\x7f\0';
    const safe = harmless(hostile);
    expect(safe).toBe('a␛[31mred␛]0;title␇\ufffd\ufffdgnp\ufffd␡␀');
    expect(safe).toHaveLength(hostile.length);
  });

  it('leaves ordinary text alone, emoji and accents included', () => {
    expect(harmless('Löschen 🙂 “quoted” – dash')).toBe('Löschen 🙂 “quoted” – dash');
  });

  it('leaves nothing that acts, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const safe = harmless(text);
        expect(safe).toHaveLength(text.length);
        expect(safe).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['数据', 4],
    ['🙂', 2],
    ['👨‍👩‍👧', 2],
    ['ｆｕｌｌ', 8],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrap', () => {
  it('breaks at spaces and keeps long words whole', () => {
    expect(wrap('one two three extraordinarily four', 9)).toEqual(['one two', 'three', 'extraordinarily', 'four']);
  });

  it('counts columns, not characters', () => {
    expect(wrap('数据 数据 ab', 9)).toEqual(['数据 数据', 'ab']);
  });

  it('loses no word and exceeds no width, in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 30 }), fc.integer({ min: 12, max: 40 }), (words, width) => {
        const lines = wrap(words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('shorten', () => {
  it('cuts at a word and never within a pair', () => {
    expect(shorten('short', 10)).toBe('short');
    expect(shorten('several words here', 14)).toBe('several words…');
    expect(shorten('aaaaaaa🙂b', 9)).toBe('aaaaaaa…');
  });
});

describe('excerpt', () => {
  const place = (source: string, words: string) => ({ charOffset: source.indexOf(words), charLength: words.length });

  it('marks the words, white space folded', () => {
    const source = 'Upon deletion,\n\tdata is   removed within 30 days.';
    const [line, ...rest] = excerpt(source, { charOffset: 0, charLength: source.length }, place(source, 'within 30'), 80);
    expect(rest).toEqual([]);
    expect(line?.text).toBe('Upon deletion, data is removed within 30 days.');
    expect(line?.text.slice(line.mark?.start, line.mark?.end)).toBe('within 30');
  });

  it('marks across lines, and nothing where everything is meant', () => {
    const source = 'one two three four five six';
    const marked = excerpt(source, { charOffset: 0, charLength: source.length }, place(source, 'three four'), 16);
    expect(marked.map(({ text, mark }) => (mark ? text.slice(mark.start, mark.end) : null))).toEqual(['three', 'four']);
    expect(
      excerpt(source, { charOffset: 0, charLength: source.length }, { charOffset: 0, charLength: source.length }, 80)[0]?.mark,
    ).toBeNull();
  });

  it('shows the part around the words of a long passage', () => {
    const source = `${'before '.repeat(100)}NEEDLE ${'after '.repeat(100)}`;
    const lines = excerpt(source, { charOffset: 0, charLength: source.length }, place(source, 'NEEDLE'), 40);
    expect(lines).toHaveLength(4);
    expect(lines[0]?.text.startsWith('…')).toBe(true);
    expect(lines.at(-1)?.text.endsWith('…')).toBe(true);
    const marked = lines.find(({ mark }) => mark);
    expect(marked?.text.slice(marked.mark?.start, marked.mark?.end)).toBe('NEEDLE');
  });
});
