import { harmless } from './text.js';

/** Text for XML content and attributes, without the characters that XML forbids. */
export function xml(text: string): string {
  return harmless(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
