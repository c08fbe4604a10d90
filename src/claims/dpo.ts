import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { isOfNamedOther } from './contact-others.js';
import { emailsIn, emailsOf } from './email.js';
import type { Extractor } from './extractor.js';
import { hasLegalForm, isName, nameAfter } from './names.js';
import { postalAddressIn } from './postal.js';
import type { ClaimOf } from './types.js';

/** A data protection or privacy officer who is named or can be reached; `value` is the address, else the name. */
export const dpo: Extractor<'dpo'> = {
  kind: 'dpo',
  headings: true,
  *extract(sentence, context) {
    const { lower } = sentence;
    const mailbox = emailsIn(lower).find((email) => isOfficers(email));
    const officer = words.pattern('officer').find(lower);
    if ((!officer && !mailbox) || (mailbox && isOfNamedOther(sentence, mailbox, context.selfNames))) return;
    if (sentence.block.kind === 'heading' && lower.length > LONGEST_TITLE) return;
    if (words.pattern('inside').test(lower) || words.pattern('none').test(lower) || /\?$/.test(lower)) return;
    if (!mailbox && !words.pattern('contact').test(lower) && lower.length > 90) return;
    const { sentences } = context.document;
    // "Write to team@larkbox.test or dpo@larkbox.test": the officer's own.
    const found = mailbox?.value ? { value: mailbox.value } : reachedAt(sentence, officer ?? { start: 0, end: 0 }, sentences);
    if (!found) return;
    const focus = officer ?? mailbox ?? { start: 0, end: lower.length };
    yield {
      value: found.value ? { value: found.value } : {},
      focus: { start: sentence.start + focus.start, end: sentence.start + focus.end },
      modality: 'stated',
    };
  },
  refine: distinct,
};

const isOfficers = ({ value }: { readonly value: string | null }): boolean =>
  /^(?:[\w.-]{0,20}[._-])?dpo(?:[._-]|@)|^dataprotectionofficer|^privacyofficer/.test(value ?? '');

const words = lexicon('dpo');

/** "Grievance Officer" over a name and an address. */
const LONGEST_TITLE = 40;

interface Reached {
  readonly value?: string;
}

/** An e-mail or postal address in the sentence or right after it, or the officer's own name. */
export function reachedAt(sentence: Sentence, at: Range, sentences: readonly Sentence[]): Reached | null {
  const own = emailsOf(sentence);
  // "Write to us at team@larkbox.test or ask our officer": what stands before "or" is another way.
  const first = own[0] && OR_ASK.test(sentence.lower.slice(own[0].end, at.start)) ? undefined : own[0];
  const after = own.find((email) => email.start >= at.start) ?? first;
  if (after) return after.value ? { value: after.value } : {};
  const name = namedAfter(sentence, at);
  for (let on = 0; on <= 4; on++) {
    const line = sentences[sentence.index + on];
    if (!line || line.block.section !== sentence.block.section || isOtherRow(line, sentence)) break;
    if (on > 0 && line.text.length > (on === 1 ? 260 : 140) && line.block !== sentence.block) break;
    const emails = on > 0 || first ? emailsOf(line) : [];
    const email = emails.find(isOfficers) ?? emails[0];
    if (email) return email.value ? { value: email.value } : {};
    const postal = on <= 3 ? postalAddressIn(line, sentences) : null;
    if (postal && !name) return { value: linesWithin(postal, line, sentences) };
  }
  if (name) return { value: name };
  const below = nameBelow(sentence, sentences);
  if (below) return { value: below };
  const ofRow = nameOfRow(sentence);
  if (ofRow) return { value: ofRow };
  if (words.pattern('address-elsewhere').test(sentence.lower) || /\bat:$/.test(sentence.lower)) return {};
  const linked = sentence.block.links.some(
    (link) => link.start < sentence.end && link.end > sentence.start && link.end > link.start && !link.url.startsWith('#'),
  );
  return linked ? {} : null;
}

const OR_ASK = expression('contact')`\b${'or-ask'} `;

/** The next row of a table tells of somebody else. */
const isOtherRow = (line: Sentence, { block: { table } }: Sentence): boolean =>
  table !== null && (line.block.table?.table !== table.table || line.block.table.row !== table.row);

/** The lines of an address, joined by commas. */
function linesWithin({ start, end }: Range, { index }: Sentence, sentences: readonly Sentence[]): string {
  return sentences
    .slice(Math.max(0, index - 3), index + 5)
    .filter((line) => line.start < end && line.end > start)
    .map((line) =>
      line.text
        .slice(Math.max(0, start - line.start), Math.min(line.text.length, end - line.start))
        .replace(/\*{1,3}/g, '')
        .replace(/[\s,]{1,3}$/, ''),
    )
    .join(', ');
}

/** "| Acme B.V. | ... | It is the EU representative of Acme Ltd. |": whom the row is of. */
function nameOfRow({ block: { table } }: Sentence): string | null {
  const text = table?.rowHeader?.sentences[0]?.text ?? '';
  const range = text.length < 70 ? nameAfter(text, 0) : null;
  const name = range ? text.slice(range.start, range.end) : '';
  return hasLegalForm(name) ? name : null;
}

/** "Data protection officer:" and on a line of its own the name. */
function nameBelow(sentence: Sentence, sentences: readonly Sentence[]): string | null {
  const next = sentences[sentence.index + 1];
  if (!/:$/.test(sentence.text) || !next || next.block.section !== sentence.block.section || next.text.length > 70) return null;
  const range = nameAfter(next.text, 0);
  const name = range ? next.text.slice(range.start, range.end) : '';
  return range && isName(name) && /\s/.test(name) && next.text.length - name.length < 3 ? name : null;
}

/** "Our DPO is Ann Lee", "has appointed Acme Privacy as". */
function namedAfter(sentence: Sentence, at: Range): string | null {
  const cues = [
    /(?:officer|dpo|representative)\)?(?: \(?[^)]{0,20}\)?)?(?: (?:in|for) the [a-z ]{2,30}?)? ?(?:is|will be|:|,|-) ?(?:the )?/g,
    /(?:appointed|designated|nominated|engaged) (?:the )?/g,
  ];
  for (const cue of cues) {
    const from = Math.max(0, at.start - 40);
    for (const [index, match] of [...sentence.lower.slice(from).matchAll(cue)].entries()) {
      // "A representative in the EEA or the UK, the representative for the EEA will be Acme B.V."
      if (index > 0 && !match[0].startsWith('representative')) break;
      const end = from + match.index + match[0].length;
      const range = nameAfter(sentence.text, end);
      if (!range || range.start - end > 3) continue;
      const name = sentence.text.slice(range.start, range.end);
      if (isName(name) && !isPlaceOrDesk(name) && (/\s/.test(name) || (cue !== cues[0] && /^\p{Lu}\p{Ll}+\p{Lu}?\p{L}*$/u.test(name))))
        return name;
    }
  }
  return null;
}

/** "One Larch Place", "Global Privacy Office": where to write, not who. */
const isPlaceOrDesk = (name: string): boolean =>
  /\d/.test(name) || words.pattern('desk').test(name.toLowerCase()) || lexicon('contact').pattern('street').test(name.toLowerCase());

/** Each officer once; a mention without an address adds nothing to one with it. */
function distinct(found: readonly ClaimOf<'dpo'>[]): readonly ClaimOf<'dpo'>[] {
  const withValue = found.filter((claim) => claim.value.value !== undefined);
  const seen = new Set<string>();
  return (withValue.length > 0 ? withValue : found.slice(0, 1)).filter((claim) => {
    const key = (claim.value.value ?? '').toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
