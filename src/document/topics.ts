/** What a section is about: weighted phrases of `rules/lexicon/en/topics.yaml` over its heading, else over its text. */
import { rawLexicon } from '../data/lexicon.js';
import { ownString } from '../data/own-string.js';
import { type BuiltList, makePhrases } from '../data/phrases.js';
import type { Section } from './types.js';

/** A heading decides from this score on, and so does a text. */
const DECISIVE = 3;
/** Topics within this of the best are kept beside it. */
const MARGIN = 1;

/**
 * Best first. The heading decides where it says enough; otherwise the section's own text does. Context for extractors and
 * rules, never evidence.
 */
export function topicsOf(section: Section, lower: string): readonly string[] {
  const byHeading = topicsOfHeading(section.title);
  if (byHeading.length > 0 || section.blocks.length === 0) return byHeading;
  return best(scores(section.blocks.map((block) => lower.slice(block.start, block.end)).join('\n'), 'content'));
}

const known = new Map<string, readonly string[]>();
const MEMORY = 5000;

/** Topics that a heading's words name, the best first; none where they say too little. */
export function topicsOfHeading(title: string): readonly string[] {
  const heading = headingWords(title);
  const before = known.get(heading);
  if (before) return before;
  if (known.size > MEMORY) known.clear();
  const topics = heading ? best(scores(heading, 'heading')) : [];
  known.set(ownString(heading), topics);
  return topics;
}

/** A heading without its number, in lower case. */
function headingWords(title: string): string {
  return title
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/^[\s\d.)(§]+/, '');
}

/** How much a heading, or the words of a passage, speak of each topic, the most first; topics that score nothing are left out. */
export function topicScores(lower: string, part: 'heading' | 'content'): readonly (readonly [topic: string, score: number])[] {
  return scores(part === 'heading' ? headingWords(lower) : lower, part);
}

/** Topics and the phrases that speak for them, as the build compiles them (scripts/compile-data.ts, compileTopics). */
export interface CompiledTopics {
  readonly ids: readonly string[];
  readonly heading: WeightedPhrases;
  readonly content: WeightedPhrases;
}

interface WeightedPhrases extends BuiltList {
  /** Two numbers for each phrase of the list: that of its topic, and how much it says. */
  readonly weights: readonly number[];
}

function scores(lower: string, part: 'heading' | 'content'): (readonly [string, number])[] {
  // The build compiled this file to this shape.
  const { ids, [part]: phrases } = rawLexicon('topics') as CompiledTopics;
  const sums = ids.map(() => 0);
  for (const index of makePhrases(phrases).which(lower)) {
    const topic = phrases.weights[index * 2] ?? 0;
    sums[topic] = (sums[topic] ?? 0) + (phrases.weights[index * 2 + 1] ?? 0);
  }
  return ids
    .map((id, topic) => [id, sums[topic] ?? 0] as const)
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1]);
}

function best(scored: readonly (readonly [string, number])[]): readonly string[] {
  const top = scored[0]?.[1] ?? 0;
  return top < DECISIVE ? [] : scored.filter(([, score]) => score >= Math.max(DECISIVE, top - MARGIN)).map(([id]) => id);
}
