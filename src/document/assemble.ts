import { narrowString, ownString } from '../data/own-string.js';
import { labelOf } from './label.js';
import { detectLanguage } from './language.js';
import { leadsIn } from './lead-in.js';
import { pushSegment } from './line.js';
import { lowerSameLength } from './lower.js';
import type { Line, RawBlock, RawDocument } from './raw.js';
import { splitSentences } from './sentences.js';
import { SourceMap } from './source-map.js';
import { TableHeaders } from './table-headers.js';
import { topicsOf } from './topics.js';
import type { Block, Format, Link, PolicyDocument, Range, Section, Sentence, Span } from './types.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenSection extends Mutable<Section> {
  children: OpenSection[];
  blocks: Block[];
  parent: OpenSection | null;
}

/** Builds the document of outlined blocks (one line each): clean text, offset map, sections, sentences, lead-ins, tables. */
export function assemble(path: string, format: Format, source: string, raw: RawDocument): PolicyDocument {
  const { text, map, starts } = joinBlocks(raw.blocks);
  const lower = narrowString(lowerSameLength(text));
  const sourceMap = new SourceMap(map, text.length);
  const root: OpenSection = {
    title: '',
    level: 0,
    markupLevel: null,
    heading: null,
    parent: null,
    children: [],
    blocks: [],
    topics: [],
    start: 0,
    end: text.length,
  };
  const blocks: Mutable<Block>[] = [];
  const sentences: Sentence[] = [];
  const tables = new TableHeaders();
  let section = root;
  raw.blocks.forEach((unit, index) => {
    const line = unit.lines[0];
    if (!line) return;
    const start = starts[index] ?? 0;
    const end = start + line.text.length;
    if (unit.kind === 'heading') section = openSection(section, unit, line, start);
    const own: Sentence[] = [];
    const block: Mutable<Block> = {
      index: blocks.length,
      kind: unit.kind,
      section,
      sentences: own,
      parent: null,
      leadIn: null,
      label: shifted(labelOf(unit, line), start),
      table: null,
      links: line.links.map((link): Link => ({ start: link.start + start, end: link.end + start, url: link.url })),
      start,
      end,
    };
    for (const range of unit.kind === 'code' ? [{ start: 0, end: line.text.length }] : splitSentences(line.text)) {
      const sentence: Sentence = {
        index: sentences.length,
        block,
        start: start + range.start,
        end: start + range.end,
        text: ownString(text.slice(start + range.start, start + range.end)),
        lower: narrowString(lower.slice(start + range.start, start + range.end)),
      };
      sentences.push(sentence);
      own.push(sentence);
    }
    if (unit.kind === 'heading') section.heading = block;
    block.table = tables.position(unit.table, block);
    section.blocks.push(block);
    blocks.push(block);
  });
  closeSections(root, text.length);
  topicsOnDemand(root, lower);
  leadsIn(raw.blocks, blocks);
  return {
    path,
    format,
    language: detectLanguage(lower),
    source,
    text,
    lower,
    blocks,
    sentences,
    root,
    comments: raw.comments.map(({ start, end, text: comment }) => ({ span: { start, end }, text: comment })),
    toSource: (range: Range): Span => sourceMap.toSource(range),
  };
}

function shifted(range: Range | null, by: number): Range | null {
  return range && { start: range.start + by, end: range.end + by };
}

function joinBlocks(blocks: readonly RawBlock[]): { text: string; map: number[]; starts: number[] } {
  const map: number[] = [];
  const texts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  let sourceEnd = 0;
  for (const block of blocks) {
    const line = block.lines[0];
    if (!line) continue;
    const first = line.map[1] ?? sourceEnd;
    if (texts.length > 0) {
      pushSegment(map, at, 1, sourceEnd, Math.max(0, first - sourceEnd));
      at++;
    }
    starts.push(at);
    for (let i = 0; i < line.map.length; i += 3) {
      const from = line.map[i] ?? 0;
      const start = line.map[i + 1] ?? 0;
      const length = line.map[i + 2] ?? 0;
      pushSegment(map, at + from, (line.map[i + 3] ?? line.text.length) - from, start, length);
      sourceEnd = start + length;
    }
    texts.push(line.text);
    at += line.text.length;
  }
  return { text: texts.join('\n'), map, starts };
}

function openSection(current: OpenSection, unit: RawBlock, line: Line, start: number): OpenSection {
  let parent = current;
  while (parent.level >= unit.outline && parent.parent) parent = parent.parent;
  const section: OpenSection = {
    title: line.text,
    level: parent.level + 1,
    markupLevel: unit.level,
    heading: null,
    parent,
    children: [],
    blocks: [],
    topics: [],
    start,
    end: start,
  };
  parent.children.push(section);
  return section;
}

/** A section ends where the next section of its level or above begins. */
function closeSections(root: OpenSection, end: number): void {
  const pending: [OpenSection, number][] = [[root, end]];
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const [section, sectionEnd] = entry;
    section.end = sectionEnd;
    section.children.forEach((child, i) => {
      const next = section.children[i + 1];
      pending.push([child, next ? Math.max(child.start, next.start - 1) : sectionEnd]);
    });
  }
}

/** Topics are worked out for the sections that somebody asks about, once. */
function topicsOnDemand(root: OpenSection, lower: string): void {
  const pending = [root];
  for (let section = pending.pop(); section; section = pending.pop()) {
    const own = section;
    let topics: readonly string[] | undefined;
    Object.defineProperty(own, 'topics', {
      enumerable: true,
      get: () => {
        topics ??= topicsOf(own, lower);
        return topics;
      },
    });
    pending.push(...own.children);
  }
}
