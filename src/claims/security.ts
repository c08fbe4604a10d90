import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import { isClause, titleCase } from '../document/titles.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseStart } from './actor.js';
import { opensWithGerund } from './clause.js';
import type { Extractor } from './extractor.js';
import { isLinkText } from './passage.js';
import { polarityOf } from './polarity.js';

/** Measures that protect the data, by name: "encryption in transit", "password hashing", "access control" ... */
export const security: Extractor<'security'> = {
  kind: 'security',
  *extract(sentence) {
    const { lower } = sentence;
    if (/["”*] means |\?["')\]]?$/.test(lower) || isLinkText(sentence) || isTitle(sentence) || isAdvice(sentence)) return;
    if (words.pattern('pointer').test(lower)) return;
    const elsewhere = words.pattern('elsewhere').all(lower);
    const sent = words.pattern('sent').test(lower);
    const found: string[] = [];
    for (const [measure, pattern] of words.values('measure', lower)) {
      const range = pattern.all(lower).find((candidate) => !overlapsAny(elsewhere, candidate));
      if (!range || (sent && measure === 'encryption at rest') || isSaidBetter(measure, found) || !isMeasure(measure, sentence)) continue;
      if (isOfOthers(sentence, range.start) || isSupposed(lower, range.start) || isAdvised(lower, range.start) || isOfAddress(lower, range))
        continue;
      const named = core(lower, range);
      const polarity = polarityOf(sentence, named);
      // "No measure is perfect", "a measure to make sure that nothing is disclosed" deny something else.
      // "Storing passwords without encryption", in a list of what nobody may do, says of nobody that they do it.
      if (
        polarity === 'negated' &&
        !(
          !opensWithGerund(lower) &&
          words.words('deniable').has(measure) &&
          words.pattern('not-taken').test(lower.slice(0, named.start).trimEnd())
        )
      )
        continue;
      found.push(measure);
      yield { value: { measure }, focus: absolute(sentence, range), polarity };
    }
  },
};

const words = lexicon('security');

/** The word that names the measure: of "not stored, or encrypted" the denial goes with the storing. */
function core(lower: string, { start, end }: Range): Range {
  const at = lower.slice(start, end).search(/\b(?:encrypt|hash|anonymi|pseudonymi)/);
  return { start: start + Math.max(0, at), end };
}

/** "Encryption" and "safeguards" say nothing beside what names its kind. */
const isSaidBetter = (measure: string, found: readonly string[]): boolean =>
  (measure === 'encryption' && found.some((other) => other.includes('encryption'))) || (measure === 'safeguards' && found.length > 0);

/** "https:" in the address of a page, also where its slashes are lost or escaped; "2FA" in a British postcode. */
const isOfAddress = (lower: string, { start, end }: Range): boolean =>
  (lower.startsWith('http', start) && lower.charAt(end) === ':') ||
  (/^\d[a-z]{2}$/.test(lower.slice(start, end)) && /\b[a-z]{1,2}\d[a-z\d]? $/.test(lower.slice(Math.max(0, start - 6), start)));

/** "These payment processors adhere to PCI DSS": the last one who does something before `at` is somebody else. */
function isOfOthers({ lower, text }: Sentence, at: number): boolean {
  const from = clauseStart(lower, at);
  const before = lower.slice(from, at);
  const other = actors
    .pattern('other')
    .all(before)
    .findLast(({ start, end }) => !NO_SUBJECT.test(before.slice(0, start)) && !DEFINED.test(text.slice(from + start, from + end)));
  if (!other) return false;
  const own = actors.pattern('first').all(before).at(-1);
  return own === undefined || own.start < other.start;
}

const actors = lexicon('actors');

/** "Against access by third parties", "the information that you provide": they do nothing to protect it there. */
const NO_SUBJECT = expression('security')`${'before-no-subject'} (?:[a-z-]{1,20} ){0,5}$|${'given'} (?:${'that'} )?$`;

/** The controller, where the text calls itself so. */
const DEFINED = expression('security')`^${'service-provider'}$`;

/** "If they are encrypted", "unless adequate controls are in place". */
const isSupposed = (lower: string, at: number): boolean => SUPPOSED.test(lower.slice(clauseStart(lower, at), at));

const SUPPOSED = expression('security')`${'condition'} [^,;]*$`;

/** "You should only use it within a secure building", "we urge you to take measures": what others had better do. */
const isAdvised = (lower: string, at: number): boolean => words.pattern('advised').test(lower.slice(clauseStart(lower, at), at));

/** "Security measures", "c. Encryption.", and no more: what comes below is told there. */
function isTitle({ block, lower, text }: Sentence): boolean {
  if (block.sentences.length > 1 && lower.length < LONGEST_TITLE && words.pattern('titles').test(bare(lower))) return true;
  if (block.kind !== 'paragraph' || block.sentences.length > 1 || lower.length >= LONGEST_TITLE) return false;
  // "Connections use TLS." is a sentence, for all its capitals.
  const name = text.replace(/^[a-z\d]{1,4}[.)] ([^.]{1,40})\.$/, '$1');
  return (titleCase(name) && !isClause(name) && !name.endsWith('.')) || words.pattern('titles').test(name.toLowerCase());
}

const LONGEST_TITLE = 40;
/** Without the number before it and the signs around it. */
const bare = (lower: string): string => lower.replace(/^[\s*_]{0,3}(?:[a-z\d]{1,4}[.)] )?[*_]{0,3}/, '').replace(/[\s.*_]{1,4}$/, '');

/** "Tips for your password:", "Please specify:": what stands below is for others to do, or to fill in. */
const isAdvice = ({ block: { leadIn } }: Sentence): boolean =>
  leadIn?.block.sentences.some(({ lower }) => words.pattern('advice').test(lower)) === true && !words.pattern('by-us').test(leadIn.lower);

/** Restricting access and monitoring are measures only where security is spoken of. */
function isMeasure(measure: string, sentence: Sentence): boolean {
  const { block, lower } = sentence;
  if (measure === 'encryption') return !words.pattern('attribute').test(lower);
  if (measure === 'safeguards') {
    const { topics } = block.section;
    if (words.pattern('of-transfers').test(lower) || (topics.includes('transfer') && !topics.includes('security'))) return false;
    return words.pattern('about-security').test(lower) || topics.includes('security');
  }
  if (!AMBIGUOUS.has(measure)) return true;
  return (
    block.section.topics.includes('security') ||
    /\bsecur|\bprotect|\bsafeguard|\bdatabase|\bserver|\bpersonnel|\bstaff|\bemployees|\brole/.test(lower)
  );
}

const AMBIGUOUS = new Set(['access control', 'monitoring', 'audits', 'backups', 'staff duties', 'physical security']);

const absolute = (sentence: Sentence, range: Range): Range => ({ start: sentence.start + range.start, end: sentence.start + range.end });
