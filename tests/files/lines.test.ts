import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/files/lines.js';

describe('LineIndex', () => {
  it('ends lines at LF, CRLF and a lone CR', () => {
    const lines = new LineIndex('a\nbb\r\nccc\rd');
    expect(lines.count).toBe(4);
    expect([1, 2, 3, 4, 5].map((line) => lines.text(line))).toEqual(['a', 'bb', 'ccc', 'd', '']);
    expect(lines.position(6)).toEqual({ line: 3, column: 1 });
    expect(lines.position(10)).toEqual({ line: 4, column: 1 });
  });

  it('counts columns in UTF-16 code units', () => {
    expect(new LineIndex('🙂x').position(2)).toEqual({ line: 1, column: 3 });
  });

  it('makes SARIF regions', () => {
    expect(new LineIndex('ab\ncd').region({ start: 1, end: 4 })).toEqual({
      startLine: 1,
      startColumn: 2,
      endLine: 2,
      endColumn: 2,
      charOffset: 1,
      charLength: 3,
    });
  });

  it('moves offsets outside the text to its ends', () => {
    const lines = new LineIndex('ab');
    expect([lines.position(-5), lines.position(99)]).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
    ]);
  });

  it('leads back from line and column to the offset, in any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\t', '🙂', ' '), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(60), (source, wanted) => {
        const offset = Math.min(wanted, source.length);
        const { line, column } = new LineIndex(source).position(offset);
        const before = source.slice(0, offset);
        const cut = source[offset - 1] === '\r' && source[offset] === '\n';
        const ended = (before.match(/\r\n|\n|\r/g) ?? []).length - (cut ? 1 : 0);
        expect(line).toBe(ended + 1);
        expect(source.slice(offset - column + 1, offset)).not.toMatch(cut ? /\n/ : /[\r\n]/);
      }),
    );
  });
});
