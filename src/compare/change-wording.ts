/** Tests between versions on sentences: promises that lost their "not", gained an exception or went. The words are options of the rules. */

import { polarityAt } from '../claims/polarity.js';
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { strings } from '../data/untyped.js';
import type { PolicyDocument, Sentence } from '../document/types.js';
import { likeness, wordsOf } from './pair.js';
import { goneHit, sentenceHit } from './places.js';
import type { VersionTest } from './versions.js';

/** A sentence denied something and its successor affirms it. Options: `verbs`. */
export const negationRemoved: VersionTest = function* ({ old, fresh }, { verbs }) {
  const list = strings(verbs);
  const known = new Set(old.document.sentences.map(({ lower }) => wordsOf(lower)));
  const denials = new Set(denialsIn(fresh.document, list).map(({ verb }) => verb));
  for (const { sentence, verb } of dropped(old.document, fresh.document, list)) {
    if (denials.has(verb)) continue;
    const next = best(sentence, fresh.document, (other) => !known.has(wordsOf(other.lower)) && affirms(other, verb));
    if (next) yield sentenceHit(next, { a: sentence.text, b: next.text }, verb);
  }
};

/** A denial is gone and nothing of the new version denies the same. Options: `verbs`. */
export const denialDropped: VersionTest = function* ({ old, fresh }, { verbs }) {
  const list = strings(verbs);
  const denials = new Set(denialsIn(fresh.document, list).map(({ verb }) => verb));
  for (const { sentence, verb } of dropped(old.document, fresh.document, list)) {
    if (denials.has(verb)) continue;
    // What became its opposite is a finding of its own.
    if (best(sentence, fresh.document, (other) => affirms(other, verb))) continue;
    yield goneHit({ section: sentence.block.section }, fresh.document, { a: sentence.text }, wordsOf(sentence.lower));
  }
};

/** A denial stands, but not without a way out any more. Options: `verbs`, `qualifiers`. */
export const qualifierAdded: VersionTest = function* ({ old, fresh }, { verbs, qualifiers }) {
  const list = strings(verbs);
  const marks = strings(qualifiers);
  const known = new Set(old.document.sentences.map(({ lower }) => wordsOf(lower)));
  const isQualified = (sentence: Sentence): boolean => marks.some((mark) => ` ${wordsOf(sentence.lower)} `.includes(` ${mark} `));
  const denials = denialsIn(fresh.document, list);
  for (const { sentence, verb } of dropped(old.document, fresh.document, list)) {
    if (isQualified(sentence)) continue;
    const next = best(
      sentence,
      fresh.document,
      (other) => !known.has(wordsOf(other.lower)) && denials.some((denial) => denial.sentence === other && denial.verb === verb),
    );
    if (next && isQualified(next)) yield sentenceHit(next, { a: sentence.text, b: next.text }, verb);
  }
};

/** New wording that applies the new version to what was collected before. Options: `verbs` and `words`, of both one; none of `negations`. */
export const retroactive: VersionTest = function* ({ old, fresh }, { words, verbs, negations }) {
  const known = new Set(old.document.sentences.map(({ lower }) => wordsOf(lower)));
  for (const sentence of fresh.document.sentences) {
    const text = ` ${wordsOf(sentence.lower)} `;
    if (known.has(text.trim())) continue;
    const verb = strings(verbs).find((entry) => text.includes(` ${entry} `));
    if (verb === undefined || !strings(words).some((entry) => text.includes(` ${entry} `))) continue;
    if (strings(negations).some((entry) => text.includes(` ${entry} `))) continue;
    yield sentenceHit(sentence, { quote: sentence.text }, 'retroactive');
  }
};

interface Denial {
  readonly sentence: Sentence;
  /** The verb as the options give it. */
  readonly verb: string;
}

/** Denials of the old version whose sentence the new one does not have. */
function dropped(old: PolicyDocument, fresh: PolicyDocument, verbs: readonly string[]): Denial[] {
  const kept = new Set(fresh.sentences.map(({ lower }) => wordsOf(lower)));
  return denialsIn(old, verbs).filter(({ sentence }) => !kept.has(wordsOf(sentence.lower)));
}

function denialsIn(document: PolicyDocument, verbs: readonly string[]): Denial[] {
  return document.sentences.flatMap((sentence) => {
    const found = verbs.find((verb) => verbAt(sentence, verb, (at) => polarityAt(sentence, at) === 'negated'));
    return found === undefined ? [] : [{ sentence, verb: found }];
  });
}

/** In the first person: what others do, or the reader, is no promise turned round. */
function affirms(sentence: Sentence, verb: string): boolean {
  return OURS.test(sentence.lower) && verbAt(sentence, verb, (at) => polarityAt(sentence, at) === 'affirmed');
}

/** The verb in any of its forms begins at an offset that passes. */
function verbAt(sentence: Sentence, verb: string, passes: (at: number) => boolean): boolean {
  const stem = verb.replace(/e$/, '');
  const endings = wording.words('verb-ending');
  for (let at = sentence.lower.indexOf(stem); at >= 0; at = sentence.lower.indexOf(stem, at + 1)) {
    if (/[\p{L}\p{N}]/u.test(sentence.lower.charAt(at - 1))) continue;
    const ending = /^\p{L}*/u.exec(sentence.lower.slice(at + stem.length))?.[0] ?? '';
    if ((ending === '' || endings.has(ending)) && passes(at)) return true;
  }
  return irregular(verb).some((form) => sentence.lower.includes(form) && passes(sentence.lower.indexOf(form)));
}

/** Forms that have another stem. */
const irregular = (verb: string): string[] =>
  [...wording.words('irregular')].filter((entry) => entry.startsWith(`${verb} `)).map((entry) => entry.slice(verb.length + 1));

/** The most like of the sentences that fit, where it is like enough to be its successor. */
function best(sentence: Sentence, document: PolicyDocument, fits: (other: Sentence) => boolean): Sentence | null {
  let found: Sentence | null = null;
  let most = 0.4;
  for (const other of document.sentences) {
    const shared = likeness(bare(sentence.lower), bare(other.lower));
    if (shared >= most && fits(other)) [found, most] = [other, shared];
  }
  return found;
}

/** Without negations and what they leave behind. */
const bare = (lower: string): string => lower.replace(NEGATING(lower), ' ');

const wording = lexicon('compare');
const OURS = expression('compare')`${'first-person'}`;
const NEGATING = expression('compare', 'g')`${'negating'}`;
