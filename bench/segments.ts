/** Topics and claim kinds by line, for scoring against corpora that label headings and paragraphs. Bundled to build/segments.mjs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { extractClaims } from '../src/claims/extract.js';
import { parseDocument } from '../src/document/document.js';
import { topicsOfText } from '../src/document/topics.js';
import type { Section } from '../src/document/types.js';
import { LineIndex } from '../src/files/lines.js';

interface LineGuess {
  topics: string[];
  kinds: string[];
}

const [output, ...paths] = process.argv.slice(2);
if (!output) throw new Error('usage: segments.mjs OUTPUT FILE...');
const all: Record<number, LineGuess>[] = [];
for (const path of paths) {
  const document = await parseDocument(readFileSync(path, 'utf8'), { path });
  const lines = new LineIndex(document.source);
  const claims = extractClaims(document);
  const guesses: Record<number, LineGuess> = {};
  for (const block of document.blocks) {
    const line = lines.position(document.toSource(block).start).line;
    const text = document.lower.slice(block.start, block.end);
    const guess = guesses[line] ?? { topics: [], kinds: [] };
    guesses[line] = guess;
    const own = topicsOfText(text);
    // What a passage speaks of itself is nearer than what its section is about.
    guess.topics.push(...(own.length > 0 ? own : inherited(block.section)));
    guess.kinds.push(
      ...claims.filter((claim) => claim.range.start >= block.start && claim.range.end <= block.end).map((claim) => claim.kind),
    );
  }
  all.push(guesses);
}
writeFileSync(output, JSON.stringify(all));

/** The section's own topics, or those of the nearest section around it that has any. */
function inherited(section: Section): readonly string[] {
  for (let at: Section | null = section; at; at = at.parent) if (at.topics.length > 0) return at.topics;
  return [];
}
