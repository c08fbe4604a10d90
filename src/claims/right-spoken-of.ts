/** Rights that are told, and those that are only spoken of: on the occasion of their use, in a title, as a request that was made. */
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { besides, occasionAt } from './occasion.js';
import { isInTitle } from './passage.js';
import type { ClaimOf } from './types.js';

type Right = ClaimOf<'right'>;

const words = lexicon('right');

/** Of a right that is offered, no claim where it is only spoken of; of one that is offered nowhere, the first such place. */
export function toldRights(found: readonly Right[]): readonly Right[] {
  const bySentence = new Map<Sentence, Right[]>();
  for (const claim of found) {
    const beside = bySentence.get(claim.sentence);
    if (beside) beside.push(claim);
    else bySentence.set(claim.sentence, [claim]);
  }
  const offered = new Set(
    found.filter((claim) => !isSpokenOf(claim) && !isConditionOfAnother(claim, bySentence.get(claim.sentence) ?? [])),
  );
  const told = new Set([...offered].map(nameOf));
  return found.filter((claim) => {
    if (offered.has(claim)) return true;
    // What is offered to all is offered to those of one place too, not the other way round.
    if (told.has(nameOf(claim)) || told.has(claim.value.right)) return false;
    told.add(nameOf(claim));
    return true;
  });
}

const nameOf = ({ value: { right, scope } }: Right): string => (scope ? `${right} ${scope}` : right);

function isSpokenOf({ sentence, focus }: Right): boolean {
  const { lower } = sentence;
  const at = focus.start - sentence.start;
  if (lower.endsWith('?') || isInTitle(lower, at) || isAboutOthers(sentence) || words.pattern('announced').test(lower)) return true;
  if (isTitle(sentence) || isInContents(sentence)) return true;
  if (!isLabel(sentence, focus) && isOfRequest(lower, at, focus.end - sentence.start)) return true;
  const clause = occasionAt(lower, at);
  return clause !== null && !words.pattern('offers-besides').test(besides(lower, clause));
}

/** "You may ask us to stop while you object", "if you ask for access, you may have it in a file": the case in which another right is to be had. */
function isConditionOfAnother({ sentence, focus, value }: Right, beside: readonly Right[]): boolean {
  const { lower, start } = sentence;
  const clause = occasionAt(lower, focus.start - start);
  if (!clause || words.pattern('wishes').test(lower.slice(clause.start, clause.end))) return false;
  return beside.some(
    (other) => other.value.right !== value.right && (other.focus.end <= start + clause.start || other.focus.start >= start + clause.end),
  );
}

/** "_Ask us to stop the use of your data:_" above what is told of it. */
const isTitle = ({ block, lower }: Sentence): boolean =>
  block.kind === 'paragraph' &&
  block.sentences.length === 1 &&
  lower.length < LONGEST_TITLE &&
  lower.endsWith(':') &&
  !words.pattern('possible').test(lower);

const LONGEST_TITLE = 60;

/** "Your right of access" below "More on each of your rights:": where it is told. */
const isInContents = ({ block }: Sentence): boolean =>
  block.kind === 'item' &&
  block.sentences.length === 1 &&
  block.leadIn !== null &&
  words.pattern('told-elsewhere').test(block.leadIn.lower);

/** "A fee may be due for an access request": one that was made, and not how it is made. */
const isOfRequest = (lower: string, start: number, end: number): boolean =>
  words.pattern('of-request').test(lower.slice(Math.max(0, start - BESIDE), end + BESIDE)) && !words.pattern('makes-request').test(lower);

/** As far as "requests for" goes. */
const BESIDE = 14;

const isLabel = ({ block, text }: Sentence, { start, end }: Range): boolean =>
  (block.label !== null && end <= block.label.end) || (end - start) * 2 > text.length;

/** A child's data that somebody finds, what others are to be asked for, or told; who may ask for somebody else. */
const isAboutOthers = ({ lower }: Sentence): boolean => words.pattern('about-others').test(lower);
