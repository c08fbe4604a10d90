import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import type { Extractor } from './extractor.js';
import { isLinkText } from './passage.js';
import { polarityAt } from './polarity.js';
import type { ClaimValues } from './types.js';

/** How the text says that consent comes about. Acceptance of changes by continued use is `policy-change`. */
export const consent: Extractor<'consent'> = {
  kind: 'consent',
  *extract(sentence, { selfNames }) {
    const { lower } = sentence;
    if (isLinkText(sentence) || words.pattern('elsewhere').test(lower) || !words.pattern('policy-object').test(lower)) return;
    for (const [name, pattern] of words.values('mechanism')) {
      let range = pattern.find(lower);
      if (range && COMMA_BY.test(lower.slice(range.start, range.end))) range = pattern.find(lower, range.start + 1);
      if (!range || (BY_DOING.has(name) && isOtherwise(sentence, range, selfNames))) continue;
      // What is agreed to stands behind the words of agreement, or is all that the sentence speaks of.
      const purpose = BY_DOING.has(name) ? (purposeIn(lower.slice(range.end)) ?? purposeIn(lower)) : givenFor(lower, range);
      // The keys of the group are the mechanisms; tests/claims/consent.test.ts holds each of them.
      const mechanism = name as ClaimValues['consent']['mechanism'];
      yield {
        value: purpose ? { mechanism, purpose } : { mechanism },
        focus: { start: sentence.start + range.start, end: sentence.start + range.end },
        // "Not passed on without your prior consent" asks for it.
        polarity: REQUIRED.test(lower) ? 'affirmed' : polarityAt(sentence, range.start),
      };
      return;
    }
  },
};

/** What the consent at `range` is to: "for ads we keep it for a year, unless you consent [to keeping it longer]". */
function givenFor(lower: string, range: Range): string | undefined {
  const to = CONSENT_TO.exec(lower.slice(range.start, range.end + LONGEST_TO));
  const told = to ? purposeIn(withoutDocument(lower.slice(range.start + to.index + to[0].length))) : undefined;
  return told ?? purposeIn(withoutDocument(lower));
}

const CONSENT_TO = expression('consent')`\b${'consent-to'} (?!${'points-back'}\b)`;
const LONGEST_TO = 12;

const BY_DOING: ReadonlySet<string> = new Set(['by-use', 'by-account']);

/** "For a purpose that this policy does not cover": consent to that, and not to the policy. */
function withoutDocument(lower: string): string {
  const range = words.pattern('beyond-document').find(lower);
  return range ? lower.slice(0, range.start) + lower.slice(range.end) : lower;
}

const purposeIn = (lower: string): string | undefined => words.values('purpose').find(([, wording]) => wording.test(lower))?.[0];

/** "Without your consent, write to us by using the form"; "you agree to the Terms of Service of somebody else". */
function isOtherwise({ text, lower }: Sentence, range: Range, selfNames: readonly string[]): boolean {
  if (words.pattern('not-by-use').test(lower)) return true;
  const owned = OTHERS_TERMS.exec(text.slice(range.end, range.end + 80));
  const owner = owned?.[1];
  if (!owned || !owner || words.words('own-document').has(owner.toLowerCase())) return false;
  return words.pattern('document').test(owned[0].toLowerCase()) && !selfNames.some((name) => name.includes(owner) || owner.includes(name));
}

/** The words of agreement come first, and a comma parts them from what is done. */
const COMMA_BY = expression('consent')`^${'consent-word'}[^,]*, [^,]*\b${'by'} [a-z]{2,20}$`;
const OTHERS_TERMS = expression('consent')`^(?: ${'to-be-bound'})? ([A-Z][A-Za-z]{2,20})(?:['’]s)? (?:[A-Z][a-z]{2,12} ){0,4}`;

const REQUIRED = expression('consent')`${'required-by'}[^.;]{0,60}${'consent-word'}`;

const words = lexicon('consent');
