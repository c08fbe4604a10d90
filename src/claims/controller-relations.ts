/** Where a sentence says how two names belong together, and one of them runs the service: "Acme is a brand of Acme Media Ltd". */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { vendorOf } from '../data/registry.js';
import { forLettersOf } from '../document/letters.js';
import { shift } from '../document/range.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { type Evidence, evidence } from './controller-found.js';
import { PROOF } from './controller-introduction.js';
import { hasLegalForm, isName, nameAfter, nameBefore } from './names.js';
import { holdsOften } from './often.js';
import { isAboutRecipients } from './vendor-context.js';

export function* fromRelations(document: PolicyDocument): Iterable<Evidence> {
  for (const sentence of document.sentences) {
    const { block, lower, text } = sentence;
    if (block.kind === 'cell' || text.length > LONGEST || isAboutRecipients(block.section)) continue;
    if (block.kind !== 'heading') {
      yield* fromOwner(document, sentence);
      yield* fromCompany(document, sentence);
    }
    yield* fromNotice(document, sentence);
    if (block.kind === 'heading' || words.pattern('for-others').test(lower)) continue;
    for (const [relation, pattern] of words.values('relation', lower))
      for (const cue of pattern.all(lower)) yield* related(document, sentence, relation, cue);
  }
}

const words = lexicon('controller');

/** Characters of a sentence that says who somebody is. */
const LONGEST = 500;
/** Sentences at the start of a text, which are about whoever writes. */
const OPENING = 8;

/** Both names of "Acme Ltd trading as Acme", "Acme is operated by Acme Ltd", "Acme Ltd, the operator of the Acme service". */
function* related(document: PolicyDocument, sentence: Sentence, relation: string, cue: Range): Iterable<Evidence> {
  const { text } = sentence;
  const left = nameBefore(text, text.slice(0, cue.start).replace(/[\s,("“]{1,4}$/, '').length);
  const right = nameAfter(text, cue.end);
  if (!left || !right || right.start > cue.end + 4) return;
  const names = [left, right].map(({ start, end }) => text.slice(start, end));
  if (!names.every((name) => isName(name) && vendorOf(name)?.ambiguous !== false)) return;
  const opens = OPENS.test(sentence.lower.slice(0, left.start));
  const rest = sentence.lower.slice(right.end);
  if (!opens || (relation === 'operator' && !SERVICE.test(rest))) return;
  const isFirm = names.some(hasLegalForm) || sentence.index < OPENING || isOfOurselves(sentence);
  if (!isFirm || !names.some((name) => isSpokenOf(document, name) || sentence.index < OPENING)) return;
  for (const range of [left, right]) yield evidence(document, shift(range, sentence.start), PROOF);
}

/** "The owner of this website is Ann Lee", "Developer: Marlowe Apps". */
function* fromOwner(document: PolicyDocument, { lower, text, start, block, index }: Sentence): Iterable<Evidence> {
  const label = words.pattern('owner-label').find(lower);
  const isLabel = label !== null && text.charAt(label.end) === ':';
  const cue = isLabel ? label : words.pattern('owner-is').find(lower);
  if (!cue || (isLabel && (text.length > 120 || (index > OPENING && !isAbout(block.section.title))))) return;
  const range = nameAfter(text, cue.end + (isLabel ? 1 : 0));
  if (!range || range.start > cue.end + 4 || !ENDS_NAME.test(lower.slice(range.end))) return;
  const name = text.slice(range.start, range.end);
  if (isName(name) && vendorOf(name)?.ambiguous !== false) yield evidence(document, shift(range, start), PROOF);
}

/** "Acme GmbH, a company registered in Germany, takes ...", "Acme B.V., located at ..., is responsible". */
function* fromCompany(document: PolicyDocument, sentence: Sentence): Iterable<Evidence> {
  const { text, lower, start, index } = sentence;
  const range = forLettersOf(text, /^["“]?[A-Za-z\d]/, () => /^["“]?[\p{L}\d]/u).test(text) ? nameAfter(text, 0) : null;
  if (!range || range.start > 4) return;
  const name = text.slice(range.start, range.end);
  const said = words.pattern('is-company').find(lower.slice(range.end).replace(/^[,\s(]{1,3}/, ''));
  if (said?.start !== 0 || !isName(name) || vendorOf(name)?.ambiguous === false) return;
  if (words.pattern('for-others').test(lower) || (index >= OPENING && !isSpokenOf(document, name) && !isOfOurselves(sentence))) return;
  if (hasLegalForm(name)) yield evidence(document, shift(range, start), PROOF);
}

/** "© 2024 Acme Media Inc. All rights reserved." */
function* fromNotice(document: PolicyDocument, { text, lower, start }: Sentence): Iterable<Evidence> {
  const notice = text.length <= 200 && CLAIMED.test(lower) ? NOTICE.exec(lower) : null;
  if (!notice) return;
  const from = notice.index + notice[0].length;
  const range = nameAfter(text, from);
  if (!range || range.start > from + 2 || !/^(?:$|[.,;|•·®™–—-]|\s)/.test(text.slice(range.end))) return;
  if (isName(text.slice(range.start, range.end))) yield evidence(document, shift(range, start), PROOF - 0.5);
}

const CLAIMED = expression('controller')`©|\(c\)|${'copyright'}`;
/** A lone "(c)" numbers a part of a list; with a year it claims a right. */
const NOTICE = expression(
  'controller',
)`(?:(?:©|${'copyright'}) {0,2}(?:©|\(c\))?|\(c\)(?= {0,2}\d{4})) {0,2}(?:\d{4}(?: ?[-–—] ?(?:\d{4}|${'now'}))?)?,? {0,2}(?:${'notice-by'} )?`;
const ENDS_NAME = expression('controller')`^(?:$|[.,;(]| (?:${'joins-names'}|\()|\n)`;
/** What may stand before the first name: a quotation mark, "the", or nothing. */
const OPENS = expression('controller')`^["“(\s•–-]{0,4}(?:${'before-subject'} )?$`;
const SERVICE = expression('controller')`^["”)™®]{0,3} (?:${'service-kind'})\b`;

/** "We", "our", "you": the sentence is of whoever writes and whoever reads. */
const isOfOurselves = ({ lower }: Sentence): boolean => words.pattern('ourselves').test(lower);
const isAbout = (title: string): boolean => words.pattern('about-us').test(title.toLowerCase());

/** The text comes back to the name again and again. */
const isSpokenOf = (document: PolicyDocument, name: string): boolean => holdsOften(document, name, 3);
