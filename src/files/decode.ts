/** Bytes to text. Positions are offsets into the text that comes out of here: decoded, without a byte order mark. */
import { isUtf8 } from 'node:buffer';

export type Decoded =
  /** `doubt`: how the encoding was guessed, where nothing in the file says it. */
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding; readonly doubt: string | null }
  /** `what`: what the bytes look like ("a PDF file"). */
  | { readonly kind: 'binary'; readonly what: string; readonly document: boolean };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Decodes a file: by its byte order mark, as UTF-8 where that is valid, else by what the bytes look like. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const magic = MAGIC.find(({ head }) => head.every((byte, i) => bytes[i] === byte));
  if (magic) return { kind: 'binary', what: magic.what, document: magic.document };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(bytes, 'utf-16le', null);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(bytes, 'utf-16be', null);
  // Not the buffers' own, which Node would have to compile.
  if (Uint8Array.prototype.includes.call(bytes, 0)) {
    const encoding = utf16WithoutMark(bytes);
    return encoding ? text(bytes, encoding, `decoded as ${encoding.toUpperCase()}: it has no byte order mark`) : BINARY;
  }
  if (!isUtf8(bytes)) return controlShare(bytes) > 0.02 ? BINARY : windows1252(bytes);
  const start = UTF8_MARK.every((byte, i) => bytes[i] === byte) ? UTF8_MARK.length : 0;
  const all = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { kind: 'text', text: all.toString('utf8', start), encoding: 'utf-8', doubt: null };
}

const UTF8_MARK = [0xef, 0xbb, 0xbf];

const BINARY: Decoded = { kind: 'binary', what: 'binary data', document: false };

/** Node's own decoder for windows-1252 reads 0x80 to 0x9f as Latin-1 does in several versions (nodejs/node#56542). */
function windows1252(bytes: Uint8Array): Decoded {
  const decoded = new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (char) => HIGH_CONTROLS[char.charCodeAt(0) - 0x80] ?? char);
  return { kind: 'text', text: decoded, encoding: 'windows-1252', doubt: 'decoded as windows-1252: it is not valid UTF-8' };
}

/** What windows-1252 has from 0x80 to 0x9f; the five places that it leaves free stay what they are. */
const HIGH_CONTROLS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function text(bytes: Uint8Array, encoding: Encoding, doubt: string | null): Decoded {
  return { kind: 'text', text: new TextDecoder(encoding).decode(bytes), encoding, doubt };
}

const ascii = (head: string): number[] => [...head].map((char) => char.charCodeAt(0));

const MAGIC: readonly { head: readonly number[]; what: string; document: boolean }[] = [
  { head: ascii('%PDF-'), what: 'a PDF file', document: true },
  { head: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive or an office file (DOCX, ODT)', document: true },
  { head: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word or Excel file', document: true },
  { head: ascii('{\\rtf'), what: 'an RTF file', document: true },
  { head: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image', document: false },
  { head: [0xff, 0xd8, 0xff], what: 'a JPEG image', document: false },
  { head: ascii('GIF8'), what: 'a GIF image', document: false },
  { head: [0x1f, 0x8b], what: 'a gzip archive', document: false },
  { head: [0x7f, 0x45, 0x4c, 0x46], what: 'a program', document: false },
];

/** Western text in UTF-16 has a zero in nearly every second byte, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = length * 0.3;
  if (odd > enough && even * 20 < odd) return 'utf-16le';
  if (even > enough && odd * 20 < even) return 'utf-16be';
  return null;
}

/** Share of control characters that no text has. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++;
  return controls / bytes.length;
}
