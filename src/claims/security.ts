import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import type { Extractor } from './extractor.js';
import { isLinkText } from './passage.js';
import { polarityOf } from './polarity.js';

/** Measures that protect the data, by name: "encryption in transit", "password hashing", "access control" ... */
export const security: Extractor<'security'> = {
  kind: 'security',
  *extract(sentence) {
    const { lower } = sentence;
    if (/["”*] means /.test(lower) || isLinkText(sentence)) return;
    const elsewhere = words.pattern('elsewhere').all(lower);
    const sent = words.pattern('sent').test(lower);
    const found: string[] = [];
    for (const [measure, pattern] of words.values('measure', lower)) {
      const range = pattern
        .all(lower)
        .find((candidate) => !elsewhere.some((other) => other.start < candidate.end && candidate.start < other.end));
      if (!range || (sent && measure === 'encryption at rest') || isSaidBetter(measure, found) || !isMeasure(measure, sentence)) continue;
      found.push(measure);
      yield { value: { measure }, focus: absolute(sentence, range), polarity: polarityOf(sentence, core(lower, range)) };
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

/** Restricting access and monitoring are measures only where security is spoken of. */
function isMeasure(measure: string, sentence: Sentence): boolean {
  if (!AMBIGUOUS.has(measure)) return true;
  const { block, lower } = sentence;
  return (
    block.section.topics.includes('security') ||
    /\bsecur|\bprotect|\bsafeguard|\bdatabase|\bserver|\bpersonnel|\bstaff|\bemployees|\brole/.test(lower)
  );
}

const AMBIGUOUS = new Set(['access control', 'monitoring', 'audits', 'backups', 'staff duties', 'physical security', 'safeguards']);

const absolute = (sentence: Sentence, range: Range): Range => ({ start: sentence.start + range.start, end: sentence.start + range.end });
