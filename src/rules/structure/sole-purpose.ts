/** "The sole purpose of these data is ...", and a chapter on one of them that names another purpose. */
import { lexicon } from '../../data/lexicon.js';
import type { Section, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';

/** One hit for each claim of a sole purpose that a chapter named after one of the data breaks. */
export function* solePurpose(context: RuleContext): Iterable<Hit> {
  const { document } = context;
  for (const sentence of document.sentences) {
    const sole = words.pattern('sole-purpose').find(sentence.lower);
    const before = document.sentences[sentence.index - 1];
    if (!sole || !before || sentence.block.kind === 'heading') continue;
    const named = `${before.lower} ${sentence.lower}`;
    const other = document.sentences.find((candidate) => isAnotherUse(candidate, sentence, named, wordsOf(sentence.lower.slice(sole.end))));
    if (!other) continue;
    yield {
      range: { start: sentence.start, end: sentence.end },
      section: sentence.block.section,
      values: { 'a.quote': sentence.text, 'b.quote': other.text, topic: other.block.section.title },
      related: [{ message: 'the other purpose', range: { start: other.start, end: other.end } }],
      key: `${sentence.lower.slice(0, 80)}|${other.lower.slice(0, 80)}`,
    };
  }
}

const words = lexicon('scope');

function isAnotherUse(candidate: Sentence, sole: Sentence, named: string, purpose: ReadonlySet<string>): boolean {
  if (candidate.block.section === sole.block.section || !isNamed(candidate.block.section, named)) return false;
  const use = words.pattern('used-to').find(candidate.lower);
  if (!use) return false;
  const own = wordsOf(candidate.lower.slice(use.end));
  return own.size > 0 && ![...own].some((word) => purpose.has(word));
}

/** The chapter's heading, two words or more, stands in the sentence that lists the data. */
function isNamed(section: Section, named: string): boolean {
  const title = section.title.toLowerCase().replace(/^[\d.)\s]+/, '');
  return title.includes(' ') && title.length > 8 && named.includes(title);
}

/** Content words, cut to their first letters so that endings do not matter. */
const wordsOf = (text: string): ReadonlySet<string> => new Set([...text.matchAll(/[a-z]{5,}/g)].map(([word]) => word.slice(0, 6)));
