import { readFileSync } from 'node:fs';
import { parseDocument } from '../../src/document/document.js';
import type { Block, Format, PolicyDocument, Section } from '../../src/document/types.js';

export function parse(source: string, format: Format = 'text'): Promise<PolicyDocument> {
  return parseDocument(source, { path: `policy.${format}`, format });
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
}

/** The section tree as indented titles. */
export function tree(document: PolicyDocument): string[] {
  const lines: string[] = [];
  const visit = (section: Section): void => {
    if (section.heading) lines.push('  '.repeat(section.level - 1) + section.title);
    for (const child of section.children) visit(child);
  };
  visit(document.root);
  return lines;
}

/** Each block as "kind: text". */
export function outlineOf(document: PolicyDocument): string[] {
  return document.blocks.map((block) => `${block.kind}: ${textOf(document, block)}`);
}

export function textOf(document: PolicyDocument, range: { start: number; end: number }): string {
  return document.text.slice(range.start, range.end);
}

export function blockWith(document: PolicyDocument, text: string): Block {
  const block = document.blocks.find((candidate) => textOf(document, candidate).includes(text));
  if (!block) throw new Error(`no block holds "${text}"`);
  return block;
}

/** What must hold of every document, whatever the input. */
export function problems(document: PolicyDocument): string[] {
  const found: string[] = [];
  const { text, lower, source } = document;
  if (lower.length !== text.length) found.push('lower has another length');
  let end = -1;
  for (const block of document.blocks) {
    if (block.start <= end) found.push(`block ${block.index} overlaps the one before`);
    if (end >= 0 && text.slice(end, block.start) !== '\n') found.push(`no single line break before block ${block.index}`);
    if (/^\s|\s$|\s\s|[\t\r\n\u00a0]/.test(textOf(document, block))) found.push(`white space in block ${block.index}`);
    if (block.kind !== 'heading' && block.section.start > block.start) found.push(`block ${block.index} stands outside its section`);
    if (block.sentences.length === 0) found.push(`block ${block.index} has no sentence`);
    end = block.end;
  }
  let last = 0;
  for (const sentence of document.sentences) {
    const span = document.toSource(sentence);
    if (span.start < last || span.end <= span.start || span.end > source.length) found.push(`span of sentence ${sentence.index}`);
    if (sentence.text !== textOf(document, sentence)) found.push(`text of sentence ${sentence.index}`);
    if (sentence.lower !== lower.slice(sentence.start, sentence.end)) found.push(`lower of sentence ${sentence.index}`);
    last = span.start;
  }
  const visit = (section: Section): void => {
    for (const child of section.children) {
      if (child.level !== section.level + 1) found.push(`level of "${child.title}"`);
      if (child.parent !== section) found.push(`parent of "${child.title}"`);
      if (child.start < section.start || child.end > section.end) found.push(`range of "${child.title}"`);
      visit(child);
    }
  };
  visit(document.root);
  return found;
}
