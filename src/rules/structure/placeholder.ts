import type { Block, Range, Sentence } from '../../document/types.js';
import type { RuleContext } from '../context.js';
import type { PhraseSource } from '../types.js';
import { wordingOption } from './options.js';
import type { StructureTest } from './test.js';

/**
 * What a template left to be filled in. `any`: wording that makes a text in brackets a placeholder ("[your company]");
 * `of`: wording that is one without brackets; `unless`: sentences that show an example.
 */
export const placeholder: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  const of = wordingOption(options, 'of');
  const unless = wordingOption(options, 'unless');
  const { document } = context;
  const isForm = lazily(() => (document.text.match(LINE)?.length ?? 0) > 3);
  const mayHaveSigns = SIGNS.test(document.text);
  return document.sentences.flatMap((sentence) => {
    const { text, lower, block } = sentence;
    if (block.kind === 'code') return [];
    const signs = mayHaveSigns && SIGNS.test(text) ? marked(sentence, any, context) : [];
    const found = of === null ? signs : [...signs, ...context.pattern(of).all(lower)];
    const [first] = found
      .sort((a, b) => a.start - b.start)
      .filter((range) => !isLink(block, range, sentence.start) && !(text.charAt(range.start) === '_' && isForm()));
    if (!first || isPartOfPage(sentence, context) || (unless !== null && context.pattern(unless).test(lower))) return [];
    const words = text.slice(first.start, first.end);
    const focus = { start: sentence.start + first.start, end: sentence.start + first.end };
    const range = { start: sentence.start, end: sentence.end };
    return [{ range, focus, section: block.section, values: { words }, key: `${words}|${lower.slice(0, 80)}` }];
  });
};

/** Shapes and brackets that mark a place to fill in. */
function marked({ text, lower }: Sentence, any: PhraseSource | null, context: RuleContext): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(SHAPES)) found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of any === null ? [] : lower.matchAll(BRACKETS)) {
    if (any !== null && !/^.?email.protected/.test(match[1] ?? '') && context.pattern(any).test(match[1] ?? ''))
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** What every match of `SHAPES` and `BRACKETS` holds. */
const SIGNS = /[[{<]|XXX|TBD|TODO|FIXME|INSERT|____/;
/** `[[Date]]`, `{{ company }}`, `<%= name %>`, `${name}`, `[have / have not]`, `XXXX`, `TODO`, a line to write on. */
const SHAPES =
  /\[\[[^\]\n]{1,60}\]\]|\{\{[^}\n]{1,60}\}\}|\$\{[^}\n]{1,60}\}|<%[^%\n]{1,60}%>|\[[^\]/\n]{1,60} \/ [^\]\n]{1,70}\](?!\()|\bX{3,12}\b|\b(?:TBD|TODO|FIXME)\b|\bINSERT(?: [A-Z]{3,20}){1,4}\b|(?<![_\w])_{4,80}(?![_\w])/g;
/** A form has many lines to write on. */
const LINE = /(?<![_\w])_{4,80}(?![_\w])/g;
/** Scripts and their data that a copied page left behind; a path through menus. */
const DATA = /"[^"]{0,60}":|→|&&|\bfunction ?\(|<\/?[a-z]|\{\{[#/]/;
const BRACKETS = /[[<{]([a-z][^\]>}\n]{1,100})[\]>}](?!\()/g;

const isPartOfPage = ({ text, index }: Sentence, { document }: RuleContext): boolean =>
  DATA.test(text) || /\bfunction ?\(/.test(document.sentences[index + 1]?.text ?? '');

function isLink(block: Block, range: Range, offset: number): boolean {
  return block.links.some((link) => link.start < range.end + offset && link.end > range.start + offset && link.url !== '');
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
