import type { Block, Range } from '../../document/types.js';
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
  // A form has many lines to write on.
  const isForm = (document.text.match(LINE)?.length ?? 0) > 3;
  return document.sentences.flatMap((sentence) => {
    if (sentence.block.kind === 'code' || DATA.test(sentence.text)) return [];
    const found = placeholders(sentence.text, sentence.lower, context, any, of);
    const [first] = found.filter(
      (range) => !isLink(sentence.block, range, sentence.start) && !(isForm && sentence.text.charAt(range.start) === '_'),
    );
    if (!first || (unless !== null && context.pattern(unless).test(sentence.lower))) return [];
    const words = sentence.text.slice(first.start, first.end);
    const focus = { start: sentence.start + first.start, end: sentence.start + first.end };
    const range = { start: sentence.start, end: sentence.end };
    return [{ range, focus, section: sentence.block.section, values: { words }, key: `${words}|${sentence.lower.slice(0, 80)}` }];
  });
};

function placeholders(text: string, lower: string, context: RuleContext, any: PhraseSource | null, of: PhraseSource | null): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(SHAPES)) found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of lower.matchAll(BRACKETS)) {
    if (any !== null && !/^.?email.protected/.test(match[1] ?? '') && context.pattern(any).test(match[1] ?? ''))
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  if (of !== null) found.push(...context.pattern(of).all(lower));
  return found.sort((a, b) => a.start - b.start);
}

/** `[[Date]]`, `{{ company }}`, `<%= name %>`, `${name}`, `XXXX`, `TODO`, a line to write on. */
const SHAPES =
  /\[\[[^\]\n]{1,60}\]\]|\{\{[^}\n]{1,60}\}\}|\$\{[^}\n]{1,60}\}|<%[^%\n]{1,60}%>|\bX{3,12}\b(?! ?(?:rated|chat))|\b(?:TBD|TODO|FIXME)\b|(?<![_\w])_{4,80}(?![_\w])/g;
const LINE = /(?<![_\w])_{4,80}(?![_\w])/g;
/** Scripts and their data that a copied page left behind; a path through menus. */
const DATA = /"[^"]{0,60}":|→|&&|\bfunction ?\(/;
const BRACKETS = /[[<{]([a-z][^\]>}\n]{1,70})[\]>}](?!\()/g;

function isLink(block: Block, range: Range, offset: number): boolean {
  return block.links.some((link) => link.start < range.end + offset && link.end > range.start + offset && link.url !== '');
}
