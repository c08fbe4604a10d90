import { readFileSync } from 'node:fs';
import { decode } from '../files/decode.js';

/** A file that is to be changed. */
export interface TextFile {
  readonly text: string;
  /** The byte order mark, where there is one. */
  readonly mark: string;
  readonly isUtf8: boolean;
}

/** Null for what cannot be linted either: the check says so. */
export function readText(absolute: string): TextFile | null {
  try {
    const bytes = readFileSync(absolute);
    const decoded = decode(bytes);
    if (decoded.kind === 'binary' || decoded.text.trim() === '') return null;
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text: decoded.text, mark: hasMark ? '\uFEFF' : '', isUtf8: decoded.encoding === 'utf-8' };
  } catch {
    return null;
  }
}
