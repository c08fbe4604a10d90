/** Who runs the service, by the lines of names and addresses below which or in which a policy says where to write. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { shift } from '../document/range.js';
import type { PolicyDocument, Sentence } from '../document/types.js';
import { isOthers } from './contact-others.js';
import { type Evidence, evidence } from './controller-found.js';
import { PROOF } from './controller-introduction.js';
import { hasLegalForm, nameAfter, nameBefore } from './names.js';
import { holdsOften } from './often.js';

export function* fromLines(document: PolicyDocument): Iterable<Evidence> {
  yield* fromSignature(document);
  yield* fromAddresses(document);
  yield* fromTitledLines(document);
}

/** A line of a company's name and nothing more, or a name with its legal form before an address. */
function* fromSignature(document: PolicyDocument): Iterable<Evidence> {
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'cell' || block.end - block.start > 200 || !SIGNED.test(block.section.title)) continue;
    for (const sentence of block.sentences) {
      const range = nameAfter(sentence.text, 0);
      if (!range || range.start > 2) continue;
      const name = sentence.text.slice(range.start, range.end);
      const rest = sentence.text.slice(range.end);
      if (hasLegalForm(name) && /^[.,;:\s]{0,3}(?:$|.{0,110}\d)/.test(rest) && !isSignedForOthers(document, sentence, name))
        yield evidence(document, shift(range, sentence.start), PROOF);
    }
  }
}

/** A representative's or an authority's address is theirs, and so is that of an officer whose firm is named nowhere else. */
function isSignedForOthers(document: PolicyDocument, sentence: Sentence, name: string): boolean {
  const before = [1, 2, 3].map((back) => document.sentences[sentence.index - back]?.lower ?? '').join(' ');
  if (words.pattern('of-others').test(before) || isOthers(sentence, null, document.sentences)) return true;
  return words.pattern('of-officers').test(before) && !holdsOften(document, name.split(' ')[0] ?? name, 3);
}

/** "Write to us at: Acme Ltd, 12 Mill Lane": the company's name that stands right before the number of its house. */
function* fromAddresses(document: PolicyDocument): Iterable<Evidence> {
  for (const { block, lower, text, start } of document.sentences) {
    if (block.kind === 'heading' || text.length > 600 || !/\d/.test(text) || !words.pattern('write-to-us').test(lower)) continue;
    if (lexicon('contact').pattern('representative').test(lower) || lexicon('contact').pattern('others-address').test(lower)) continue;
    for (const match of text.matchAll(/[,:]? \d{1,5}[A-Z]? \p{Lu}/gu)) {
      const range = nameBefore(text, match.index);
      if (range && range.end >= match.index - 2 && hasLegalForm(text.slice(range.start, range.end)))
        yield evidence(document, shift(range, start), PROOF);
    }
  }
}

/** "Responsible body within the meaning of the GDPR", and on the next line the name of a company or a person. */
function* fromTitledLines(document: PolicyDocument): Iterable<Evidence> {
  for (const { text, lower, index } of document.sentences) {
    if (text.length > (text.endsWith(':') ? 260 : 160) || text.endsWith('.') || !words.pattern('titles').test(lower)) continue;
    const next = document.sentences[index + 1];
    const found = next && next.text.length < 120 ? nameAfter(next.text, 0) : null;
    if (!next || !found || found.start > 4) continue;
    // "Custom Barns 12 Larch Lane": the house number begins the address.
    const name = next.text.slice(found.start, found.end).replace(/^(\S+ \S+(?: \S+)?) \d{1,5} .*$/, '$1');
    const range = { start: found.start, end: found.start + name.length };
    const rest = next.text.slice(range.end);
    if (
      (hasLegalForm(name) || /^\p{Lu}\p{L}+ \p{Lu}[\p{L}.' -]+$/u.test(name)) &&
      (/^(?:$|[(,.]|\s{0,2}[(]| \d{1,5} )/.test(rest) || (hasLegalForm(name) && /^ .{0,110}\d/.test(rest)))
    )
      yield evidence(document, shift(range, next.start), PROOF);
  }
}

const words = lexicon('controller');

const SIGNED = expression('controller', 'i')`${'signed'}`;
