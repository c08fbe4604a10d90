import { extractClaims } from '../../src/claims/extract.js';
import type { ClaimKind, ClaimOf } from '../../src/claims/types.js';
import { parseDocument } from '../../src/document/document.js';

/** The claims of one kind in a Markdown text, read as the tool reads it. */
export async function claimsOf<K extends ClaimKind>(kind: K, text: string): Promise<ClaimOf<K>[]> {
  const document = await parseDocument(text, { path: 'policy.md' });
  // The filter on `kind` makes each a ClaimOf<K>; a type parameter cannot narrow the union.
  return extractClaims(document).filter((claim) => claim.kind === kind) as unknown as ClaimOf<K>[];
}
