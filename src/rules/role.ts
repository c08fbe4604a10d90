/** What kind of document this is: rules for privacy policies say nothing about terms of service. */
import type { Claim } from '../claims/types.js';
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument } from '../document/types.js';
import type { DocumentRole } from './types.js';

const roles: readonly (readonly [DocumentRole, string])[] = [
  ['cookie-policy', 'cookie-policy'],
  ['subprocessors', 'subprocessors'],
  ['dpa', 'dpa'],
  ['terms', 'terms'],
];

/** By title, then by file name; a privacy policy where nothing says otherwise. */
export function roleOf(document: PolicyDocument, _claims: readonly Claim[]): DocumentRole {
  const wording = lexicon('roles');
  const title = firstHeading(document);
  if (wording.pattern('other').test(title)) return 'other';
  if (wording.pattern('privacy-policy').test(title)) return 'privacy-policy';
  const name = (document.path.split('/').pop() ?? '').toLowerCase().replace(/[_.]/g, ' ');
  for (const text of [title, name]) for (const [role, key] of roles) if (wording.pattern(key).test(text)) return role;
  return 'privacy-policy';
}

function firstHeading(document: PolicyDocument): string {
  const heading = document.blocks.find((block) => block.kind === 'heading');
  return heading ? document.lower.slice(heading.start, heading.end) : (document.sentences[0]?.lower ?? '');
}
