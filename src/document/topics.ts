/** What a section is about: weighted phrases of `rules/lexicon/en/topics.yaml` over its heading, else over its text. */
import { rawLexicon } from '../data/lexicon.js';
import { type CompiledPhrase, makePhrases, type Pattern } from '../data/phrases.js';
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

/** Topics that a heading's words name. */
function topicsOfHeading(title: string): readonly string[] {
  const heading = title
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/^[\s\d.)(§]+/, '');
  const before = known.get(heading);
  if (before) return before;
  if (known.size > MEMORY) known.clear();
  const topics = heading ? best(scores(heading, 'heading')) : [];
  known.set(heading, topics);
  return topics;
}

/** All topics that a passage speaks of decisively, best first. */
export function topicsOfText(lower: string): readonly string[] {
  return scores(lower, 'content')
    .filter(([, score]) => score >= DECISIVE)
    .map(([id]) => id);
}

interface Topic {
  readonly id: string;
  readonly heading: readonly (readonly [Pattern, number])[];
  readonly content: readonly (readonly [Pattern, number])[];
}

let topics: readonly Topic[] | undefined;

function scores(lower: string, part: 'heading' | 'content'): (readonly [string, number])[] {
  topics ??= loadTopics();
  return topics
    .map((topic) => [topic.id, topic[part].reduce((sum, [pattern, weight]) => (pattern.test(lower) ? sum + weight : sum), 0)] as const)
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1]);
}

function best(scored: readonly (readonly [string, number])[]): readonly string[] {
  const top = scored[0]?.[1] ?? 0;
  return top < DECISIVE ? [] : scored.filter(([, score]) => score >= Math.max(DECISIVE, top - MARGIN)).map(([id]) => id);
}

interface CompiledTopic {
  readonly id: string;
  readonly heading: readonly (readonly [CompiledPhrase, number])[];
  readonly content: readonly (readonly [CompiledPhrase, number])[];
}

function loadTopics(): Topic[] {
  // The build compiled this file (scripts/compile-data.ts, compileTopics).
  const compiled = rawLexicon('topics') as readonly CompiledTopic[];
  const patterns = (entries: CompiledTopic['heading']) => entries.map(([phrase, weight]) => [makePhrases([phrase]), weight] as const);
  return compiled.map((topic) => ({ id: topic.id, heading: patterns(topic.heading), content: patterns(topic.content) }));
}
