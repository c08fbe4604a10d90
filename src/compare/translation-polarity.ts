/**
 * Whether a translation affirms what its original denies. Nothing is understood: two sentences belong together where they name the same
 * verb of a list, the same figures and companies, and are the only ones of their texts that do; then one has a word of denial and the
 * other none. Words are options of the rule.
 */
import { vendorMentions } from '../data/registry.js';
import { record, strings } from '../data/untyped.js';
import { LineIndex } from '../files/lines.js';
import type { FolderTest } from './folder-tests.js';

/** Options: `verbs` (verb → language → beginnings of words), `negations` (language → words), `doubt` (words that bend a denial, as "except"). */
export const polarity: FolderTest = function* (a, b, { verbs, negations, doubt }) {
  const [denials, uncertain] = [byLanguage(negations), byLanguage(doubt)];
  for (const [verb, words] of Object.entries(record(verbs))) {
    const [first, second] = [a, b].map(({ view }) =>
      anchored(view.source, strings(record(words)[view.language]), denials(view.language), uncertain(view.language)),
    );
    for (const [anchor, mine] of first ?? []) {
      const [one, ...more] = mine;
      const [other, ...others] = second?.get(anchor) ?? [];
      if (!one || !other || more.length > 0 || others.length > 0 || one.isUnclear || other.isUnclear) continue;
      // Two words of denial may deny once ("ne ... pas") or not at all; one or none is clear.
      if (one.denials === 0 ? other.denials === 0 : other.denials > 0) continue;
      const region = new LineIndex(b.view.source).region({ start: other.at, end: other.at + other.text.length });
      const values = { quote: other.text, original: one.text, other: a.view.path };
      yield { member: b, claim: { region, section: [] }, key: `${verb} ${anchor}`, values };
    }
  }
};

interface Said {
  readonly text: string;
  readonly at: number;
  readonly denials: number;
  readonly isUnclear: boolean;
}

/** Sentences with one of the words, by their figures and companies. */
function anchored(source: string, verbs: readonly string[], denials: ReadonlySet<string>, doubt: ReadonlySet<string>): Map<string, Said[]> {
  const found = new Map<string, Said[]>();
  // A heading, an item, a sentence: what a line holds up to a full stop that a space follows.
  for (const { 0: text, index: at } of source.matchAll(/[^\n.!?:;]{1,600}/g)) {
    const words =
      text
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[\p{L}']{1,40}/gu) ?? [];
    if (words.length < 3 || !words.some((word) => verbs.some((verb) => word.startsWith(verb)))) continue;
    const figures = [...new Set(text.match(/\d{1,6}/g) ?? [])].sort();
    const companies = [...new Set(vendorMentions(text).map(({ entry }) => entry.vendor.vendor))].sort();
    const anchor = [...figures, ...companies].join(' ');
    const said = {
      text: text.trim(),
      at: at + text.length - text.trimStart().length,
      denials: words.filter((word) => denials.has(word) || denials.has(word.replace(/'.*/, "'"))).length,
      isUnclear: words.some((word) => doubt.has(word)),
    };
    found.set(anchor, [...(found.get(anchor) ?? []), said]);
  }
  return found;
}

const byLanguage =
  (option: unknown) =>
  (language: string): ReadonlySet<string> =>
    new Set(strings(record(option)[language]));
