import { forLettersOf } from '../document/letters.js';
import type { PolicyDocument } from '../document/types.js';
import { keyOfName, withoutLegalForm } from './names.js';
import type { ClaimOf } from './types.js';

/**
 * The registry's name of each vendor, so that whoever reads the text finds it again: "X (Twitter)" and "Amazon Web Services (AWS)" where the
 * text writes the name only in another way, "ProtonMail" where it spells it so.
 */
export function asWritten(claims: readonly ClaimOf<'processor'>[], document: PolicyDocument): ClaimOf<'processor'> | undefined {
  const [first] = claims;
  if (!first?.value.known) return first;
  const { name } = first.value;
  const written = claims.map(({ focus }) => document.text.slice(focus.start, focus.end).replace(/\s+/g, ' '));
  const spelled = withoutLegalForm(written[0] ?? name);
  const full = written[0] ?? name;
  if (written.some((each) => hasWordsOf(each, name) || hasWordsOf(name, each))) return first;
  const shown = keyOfName(spelled) === keyOfName(name) ? spelled : `${name} (${full})`;
  return { ...first, value: { ...first.value, name: shown } };
}

/** Whether all words of `part` stand in `whole`, in a row. */
const hasWordsOf = (whole: string, part: string): boolean => ` ${plain(whole)} `.includes(` ${plain(part)} `);

function plain(name: string): string {
  const lower = name.toLowerCase();
  return lower
    .replace(
      forLettersOf(lower, /[^a-z0-9.+]+/g, () => /[^\p{L}\p{N}.+]+/gu),
      ' ',
    )
    .trim();
}
