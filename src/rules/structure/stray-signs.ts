import type { Block, PolicyDocument, Range } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { onlyFirst } from '../checks/merge.js';
import { wordsOption } from './options.js';
import type { StructureTest } from './test.js';

/**
 * Signs that cannot stand so: "Acme., a company", "affiliates.:", a quotation mark that closes what none opened. One finding for all.
 * `abbreviations`: those that are neither short nor in capitals.
 */
export const straySigns: StructureTest = ({ document }, options) => {
  const abbreviations = wordsOption(options, 'abbreviations');
  return onlyFirst(document.blocks.flatMap((block) => hitIn(block, document, abbreviations)));
};

function hitIn(block: Block, document: PolicyDocument, abbreviations: ReadonlySet<string>): Hit[] {
  if (block.kind === 'code' || block.kind === 'cell') return [];
  const text = document.text.slice(block.start, block.end);
  if (/[{}<>\\]/.test(text)) return [];
  const found = doubledSign(text, abbreviations) ?? unopenedQuote(text);
  if (!found) return [];
  const focus = { start: block.start + found.start, end: block.start + found.end };
  const sentence = block.sentences.find(({ end }) => end >= focus.end) ?? block;
  const values = { words: document.text.slice(focus.start, focus.end) };
  return [
    { range: { start: Math.min(sentence.start, focus.start), end: sentence.end }, focus, section: block.section, values, key: 'stray' },
  ];
}

/** A word before it that is short, or has capitals only, may be an abbreviation: "Inc.,", "etc.:". */
function doubledSign(text: string, abbreviations: ReadonlySet<string>): Range | null {
  for (const match of text.matchAll(DOUBLED)) {
    const [all, word = '', signs = ''] = match;
    if (signs.startsWith('.') && (SHORT.test(word) || abbreviations.has(word))) continue;
    return { start: match.index, end: match.index + all.length };
  }
  return null;
}

const DOUBLED = /([A-Za-z]{2,30})(\.[,:;]|,[.:;]|;[.,:]|:[.,;])(?=\s|$)/g;
const SHORT = /^(?:[A-Za-z]{1,4}|[A-Z]+)$/;

/** The first mark that follows a word directly and has none before it that opens. */
function unopenedQuote(text: string): Range | null {
  let open = 0;
  for (const match of text.matchAll(/["“”„«»]/g)) {
    const at = match.index;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (/[“„«]/.test(match[0]) || (match[0] === '"' && (at === 0 || /[\s([{/—–-]/.test(before)))) open++;
    else if (open > 0) open--;
    else if (/[A-Za-z.,]/.test(before) && /[\s),.;:]/.test(after)) return { start: wordStart(text, at), end: at + 1 };
  }
  return null;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && /[\w.,]/.test(text.charAt(start - 1))) start--;
  return start;
}
