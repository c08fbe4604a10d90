import { forLettersOf } from '../document/letters.js';

/**
 * One identity for baseline, SARIF, GitLab and editor ignores: rule, section path, normalised claim or quote, occurrence.
 * No line numbers, so that it survives edits elsewhere; no counts, so that a fix and a new violation never cancel out.
 */
export function fingerprintOf(parts: {
  readonly ruleId: string;
  readonly section: readonly string[];
  readonly key: string;
  readonly occurrence: number;
}): string {
  const section = parts.section.map(normalise).join('>');
  return hash53(`${parts.ruleId}\n${section}\n${normalise(parts.key)}\n${parts.occurrence}`);
}

/** Case, white space, punctuation and list or heading numbers do not make a new finding. */
function normalise(text: string): string {
  const lower = text.toLowerCase();
  return lower
    .replace(
      forLettersOf(lower, /[^a-z0-9|]+/g, () => /[^\p{L}\p{N}|]+/gu),
      ' ',
    )
    .replace(
      forLettersOf(lower, /^ ?(?:\d{1,3} ){1,4}(?=[a-z])/, () => /^ ?(?:\d{1,3} ){1,4}(?=\p{L})/u),
      '',
    )
    .trim();
}

/** Two 53-bit FNV-like hashes (cyrb53, public domain) in hexadecimal: pure, the same everywhere. 26 characters. */
function hash53(text: string): string {
  return cyrb53(text, 0) + cyrb53(text, 0x9e3779b9);
}

function cyrb53(text: string, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(13, '0').slice(-13);
}
