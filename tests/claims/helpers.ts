import { extractClaims } from '../../src/claims/extract.js';
import type { ClaimKind, ClaimOf } from '../../src/claims/types.js';
import { parseDocument } from '../../src/document/document.js';
import type { Sentence } from '../../src/document/types.js';

/** The claims of one kind in a Markdown text, read as the tool reads it. */
export async function claimsOf<K extends ClaimKind>(kind: K, text: string): Promise<ClaimOf<K>[]> {
  const document = await parseDocument(text, { path: 'policy.md' });
  // The filter on `kind` makes each a ClaimOf<K>; a type parameter cannot narrow the union.
  return extractClaims(document).filter((claim) => claim.kind === kind) as unknown as ClaimOf<K>[];
}

/** The sentence that holds the words between «», the marks left out, and where the words stand in it. */
export async function marked(text: string): Promise<{ sentence: Sentence; at: number; end: number }> {
  const word = /«([^»]+)»/.exec(text)?.[1] ?? '';
  const document = await parseDocument(text.replace(/[«»]/g, ''), { path: 'policy.md' });
  const lower = word.toLowerCase();
  const sentence = document.sentences.findLast((candidate) => candidate.lower.includes(lower));
  if (!sentence) throw new Error(`no sentence with "${word}" in: ${text}`);
  const at = sentence.lower.lastIndexOf(lower);
  return { sentence, at, end: at + word.length };
}
