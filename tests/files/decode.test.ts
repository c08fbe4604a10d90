import { describe, expect, it } from 'vitest';
import { decode } from '../../src/files/decode.js';

const utf16 = (text: string, littleEndian: boolean): number[] =>
  [...text].flatMap((char) => {
    const code = char.charCodeAt(0);
    return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
const textOf = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  if (decoded.kind !== 'text') throw new Error(`decoded as ${decoded.what}`);
  return decoded;
};

describe('decode', () => {
  it('reads UTF-8 as it is', () => {
    expect(textOf(new TextEncoder().encode('Wir löschen 🙂'))).toEqual({
      kind: 'text',
      text: 'Wir löschen 🙂',
      encoding: 'utf-8',
      doubt: null,
    });
  });

  it('keeps the byte order mark out, so that positions start at the first letter', () => {
    expect(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).text).toBe('A');
    expect(textOf(Uint8Array.of(0xff, 0xfe, ...utf16('Aé', true)))).toMatchObject({ text: 'Aé', encoding: 'utf-16le', doubt: null });
    expect(textOf(Uint8Array.of(0xfe, 0xff, ...utf16('Aé', false)))).toMatchObject({ text: 'Aé', encoding: 'utf-16be', doubt: null });
  });

  it('guesses UTF-16 without a mark, and says so', () => {
    for (const littleEndian of [true, false]) {
      const decoded = textOf(Uint8Array.from(utf16('We keep your data for 30 days.', littleEndian)));
      expect(decoded.text).toBe('We keep your data for 30 days.');
      expect(decoded.doubt).toContain('UTF-16');
    }
  });

  it('falls back to windows-1252, and says so', () => {
    const decoded = textOf(Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80));
    expect(decoded).toMatchObject({ text: '“café” €', encoding: 'windows-1252' });
    expect(decoded.doubt).toContain('windows-1252');
  });

  it.each([
    ['a PDF file', '%PDF-1.7\n', true],
    ['an RTF file', '{\\rtf1 ', true],
    ['a GIF image', 'GIF89a', false],
  ])('knows %s', (what, head, document) => {
    expect(decode(new TextEncoder().encode(head))).toEqual({ kind: 'binary', what, document });
  });

  it('takes zeros and control characters for binary data', () => {
    expect(decode(Uint8Array.of(0x41, 0, 0, 0, 0x42, 0x43, 1, 2)).kind).toBe('binary');
    expect(decode(Uint8Array.of(0xff, 1, 2, 3, 4, 5, 6, 7)).kind).toBe('binary');
  });

  it('reads nothing as an empty text', () => {
    expect(textOf(new Uint8Array()).text).toBe('');
  });
});
