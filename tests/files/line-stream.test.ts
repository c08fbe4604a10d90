import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StreamLine, streamLines } from '../../src/files/line-stream.js';

async function* chunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const end = Math.min(bytes.length, at + (sizes[turn % sizes.length] ?? 1));
    // One buffer for all chunks, as streams may have it.
    const chunk = bytes.slice(at, end);
    yield chunk;
    chunk.fill(0);
    at = end;
  }
}

async function all(text: string | Uint8Array, sizes: readonly number[], most = 1000): Promise<StreamLine[]> {
  const lines: StreamLine[] = [];
  for await (const line of streamLines(chunks(typeof text === 'string' ? new TextEncoder().encode(text) : text, sizes), most))
    lines.push(line);
  return lines;
}

test('gives the same lines however the bytes are cut', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n\uFEFF]/g, ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (texts, sizes) => {
      const lines = await all(texts.map((text) => `${text}\n`).join(''), sizes);
      expect(lines.map(({ text }) => text)).toEqual(texts);
      expect(lines.map(({ number }) => number)).toEqual(texts.map((_, i) => i + 1));
    }),
    { numRuns: 100 },
  );
});

test('drops a byte order mark and carriage returns, and reads a last line without an end', async () => {
  expect((await all('\uFEFFone\r\n\r\nthree', [2])).map(({ text }) => text)).toEqual(['one', '', 'three']);
});

test('says what is no UTF-8 and what is too long, and reads on', async () => {
  const bytes = new TextEncoder().encode(`ok\n?\n${'x'.repeat(101)}\n${'y'.repeat(100)}\nend\n`);
  bytes[3] = 0xff;
  const lines = await all(bytes, [7], 100);
  expect(lines.map(({ text }) => text)).toEqual(['ok', null, null, 'y'.repeat(100), 'end']);
  expect(lines[1]?.trouble).toContain('UTF-8');
  expect(lines[2]?.trouble).toContain('longer');
});
