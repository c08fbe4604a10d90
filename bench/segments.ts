/** Topics of the passages that corpora label, told by the lines they begin on. Bundled to build/segments.mjs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { extractClaims } from '../src/claims/extract.js';
import type { Claim } from '../src/claims/types.js';
import { parseDocument } from '../src/document/document.js';
import { topicScores } from '../src/document/topics.js';
import type { Block, PolicyDocument, Section } from '../src/document/types.js';
import { LineIndex } from '../src/files/lines.js';

/** What is asked for: for each document the first lines of its passages, ascending; a passage ends where the next begins. */
interface Question {
  readonly documents: readonly { readonly path: string; readonly lines: readonly number[] }[];
  /** The topic that a claim speaks for, by kind: a topic, or topics by the value of a field ("*" for any other). */
  readonly claims: Readonly<Record<string, ClaimTopic>>;
}
type ClaimTopic = string | { readonly by: string; readonly topics: Readonly<Record<string, string>> };

interface PassageTopics {
  /** What the passage is about, the most first. */
  topics: string[];
  /** Topics of the headings it stands under, the nearest first. */
  under: string[][];
}

/** Words and claims decide from this score on. */
const DECISIVE = 4;
/** Where nothing is decisive, the best topic does from here on. */
const TELLING = 3;
/** A topic that scores less than this share of the best is mentioned in passing. */
const SHARE = 0.4;
/** What a claim adds to its topic, and each further one, up to three. */
const CLAIM = 2;
const FURTHER_CLAIM = 0.5;
/** How much of a heading's score goes to what stands under it: directly, and further down. */
const DIRECTLY_UNDER = 0.75;
const FURTHER_UNDER = 0.5;
/** A heading's words count at most this much for what stands under it. */
const HEADING_AT_MOST = 4;
/** What a heading of these topics says is not said of the sections under it: the title "Privacy Policy" introduces nothing else. */
const OF_ITSELF = new Set(['introduction', 'table-of-contents', 'scope', 'definitions']);

const [input, output] = process.argv.slice(2);
if (!input || !output) throw new Error('usage: segments.mjs QUESTION.json OUTPUT.json');
// bench/eval.mjs wrote it so.
const question = JSON.parse(readFileSync(input, 'utf8')) as Question;
const all: PassageTopics[][] = [];
for (const { path, lines } of question.documents) {
  const document = await parseDocument(readFileSync(path, 'utf8'), { path });
  const claims = extractClaims(document);
  all.push(passages(document, lines).map((blocks) => topicsOf(document, blocks, claims)));
}
writeFileSync(output, JSON.stringify(all));

/** The blocks of each passage. */
function passages(document: PolicyDocument, starts: readonly number[]): Block[][] {
  const index = new LineIndex(document.source);
  const found: Block[][] = starts.map(() => []);
  for (const block of document.blocks) {
    const line = index.position(document.toSource(block).start).line;
    found[starts.findLastIndex((start) => start <= line)]?.push(block);
  }
  return found;
}

function topicsOf(document: PolicyDocument, blocks: readonly Block[], claims: readonly Claim[]): PassageTopics {
  const [first] = blocks;
  if (!first) return { topics: [], under: [] };
  if (listsSections(document, blocks)) return { topics: ['table-of-contents'], under: [] };
  const scores = new Map<string, number>();
  const add = (topic: string, score: number) => scores.set(topic, (scores.get(topic) ?? 0) + score);
  for (const block of blocks) {
    const lower = document.lower.slice(block.start, block.end);
    const own = new Map(topicScores(lower, 'content'));
    if (block.kind === 'heading') for (const [topic, score] of telling(lower)) own.set(topic, Math.max(score, own.get(topic) ?? 0));
    for (const [topic, score] of own) scores.set(topic, Math.max(score, scores.get(topic) ?? 0));
  }
  for (const [topic, count] of stated(blocks, claims)) add(topic, CLAIM + FURTHER_CLAIM * Math.min(3, count - 1));
  const isHeading = first.kind === 'heading';
  const under: string[][] = [];
  for (let at = isHeading ? first.section.parent : first.section; at; at = at.parent) {
    const directly = under.length === 0;
    const heading = telling(at.title).filter(([topic]) => !OF_ITSELF.has(topic) || (directly && !isHeading));
    for (const [topic, score] of heading) add(topic, (directly ? DIRECTLY_UNDER : FURTHER_UNDER) * Math.min(score, HEADING_AT_MOST));
    under.push(heading.map(([topic]) => topic));
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  const enough = (least: number) => ranked.filter(([, score]) => score >= least).map(([topic]) => topic);
  const [foremost = ''] = ranked[0] ?? [];
  // "This policy explains how we collect, use and share data" announces; it tells nothing of these.
  const decisive = OF_ITSELF.has(foremost) && best >= DECISIVE ? [foremost] : enough(Math.max(DECISIVE, SHARE * best));
  const topics = decisive.length > 0 ? decisive : best >= TELLING ? enough(best) : inherited(first);
  return { topics, under: isHeading ? [telling(first.section.title).map(([topic]) => topic), ...under] : under };
}

/** Whether most of the blocks repeat headings of the document, and are not those headings. */
function listsSections(document: PolicyDocument, blocks: readonly Block[]): boolean {
  const titles = new Set<string>();
  const collect = (section: Section): void => {
    titles.add(plain(section.title));
    section.children.forEach(collect);
  };
  collect(document.root);
  const listed = blocks.filter((block) => block.kind !== 'heading' && titles.has(plain(document.text.slice(block.start, block.end))));
  return listed.length >= 3 && listed.length > blocks.length / 2;
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** Topics that a heading's words speak of and not merely touch. */
function telling(title: string): readonly (readonly [string, number])[] {
  const ranked = topicScores(title, 'heading');
  const best = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, score]) => score >= Math.max(TELLING, best - 2));
}

/** For each topic the number of claims in the blocks that speak for it. */
function stated(blocks: readonly Block[], claims: readonly Claim[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const claim of claims) {
    if (!blocks.some((block) => claim.range.start >= block.start && claim.range.end <= block.end)) continue;
    const rule = question.claims[claim.kind];
    const topic = typeof rule === 'string' ? rule : rule && (rule.topics[field(claim, rule.by)] ?? rule.topics['*']);
    if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return counts;
}

/** A field of a claim's value, or what is done ("action"): who denies that data are shared speaks of sharing, who denies that they are collected of nothing. */
function field(claim: Claim, name: string): string {
  const { action = '' } = claim.scope;
  if (name === 'action') return claim.polarity === 'affirmed' || action === 'share' || action === 'sell' ? action : 'denied';
  return String(Object.entries(claim.value).find(([key]) => key === name)?.[1] ?? '');
}

/** The topics of the nearest section that has any of its own. What no heading stands over is about everything. */
function inherited(block: Block): string[] {
  for (let at: Section | null = block.section; at?.heading; at = at.parent) {
    const topics = at.topics.filter((topic) => at === block.section || !OF_ITSELF.has(topic));
    if (topics.length > 0) return topics;
  }
  return [];
}
