import { expression } from '../../data/expression.js';
import { lexicon } from '../../data/lexicon.js';
import type { Hit } from '../../findings/types.js';
import { onlyFirst } from '../checks/merge.js';
import type { RuleContext } from '../context.js';
import { bare } from './contents-list.js';
import { wordingOption } from './options.js';
import { sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** "See section 12" where no section 12 is, in texts whose sections are numbered. `unless`: sentences that refer to laws and other documents. */
export const brokenReference: StructureTest = (context, options) => {
  const others = wordingOption(options, 'unless');
  const { document } = context;
  // Few texts have a reference, and few sentences of those: the text is searched once.
  if (!REFERENCE.test(document.lower)) return [];
  const most = Math.max(0, ...context.sections.map((section) => Number(/^\D{0,10}(\d{1,2})\b/.exec(section.title)?.[1] ?? 0)));
  if (most < 3) return [];
  let known: ReadonlySet<string> | undefined;
  return document.sentences.flatMap((sentence) => {
    const { lower, start, block } = sentence;
    if (block.kind === 'heading' || !REFERENCE.test(lower) || (others !== null && context.pattern(others).test(lower))) return [];
    for (const match of lower.matchAll(REFERENCES(lower))) {
      known ??= numbersOf(context);
      const numbers = known;
      const number = match[1] ?? '';
      const top = number.split('.')[0] ?? '';
      const missing = number.includes('.')
        ? numbers.has(top) && !numbers.has(number) && [...numbers].some((n) => n.startsWith(`${top}.`))
        : false;
      if (Number(top) <= most && !missing) continue;
      if (numbers.has(number)) continue;
      const focus = { start: start + match.index, end: start + match.index + match[0].length };
      return [sentenceHit(sentence, { focus, values: { words: match[0], last: most }, key: match[0] })];
    }
    return [];
  });
};

/** What every reference holds; few texts have one. */
const REFERENCE = expression('structure')`${'part-reference'} \d`;
const REFERENCES = expression('structure', 'g')`${'part-reference'} (\d{1,2}(?:\.\d{1,2}){0,2})(?![\d(.§-]*\d|\()`;
const NUMBERS = expression(
  'structure',
  'gim',
)`^[\s#>*_|-]{0,20}(?:${'numbered-part'} |§ ?|<[^>\n]{1,80}>){0,3}(\d{1,2}(?:\.\d{1,2}){0,2})(?=[.):\s*])`;
const TO_A_PLACE = expression('structure')`^#(?!${'page-part'}).`;

/** Links to a place in the same text that is not there. One finding. */
export const brokenAnchor: StructureTest = (context) => {
  const { document } = context;
  const links = document.blocks.flatMap((block) =>
    block.links.filter((link) => TO_A_PLACE.test(link.url)).map((link) => ({ block, link })),
  );
  if (links.length === 0) return [];
  const ids = new Set(context.sections.flatMap((section) => [loose(section.title), loose(bare(section.title))]));
  for (const match of document.source.matchAll(/(?:\b(?:id|name)=["']?|\{#)([\w.:-]{1,120})/g)) ids.add(loose(match[1] ?? ''));
  const broken = links.filter(({ link }) => {
    const id = loose(decoded(link.url.slice(1)));
    return (
      !wording.words('top').has(id) &&
      id !== '' &&
      !ids.has(id) &&
      !ids.has(id.replace(/\d$/, '')) &&
      ![...ids].some((known) => known.endsWith(id) && id.length > 5)
    );
  });
  if (broken.length === 0) return [];
  // Where most links lead nowhere, the ids were lost on the way from a page to this file.
  const lost = broken.length > 4 || (broken.length > 2 && broken.length * 2 > links.length);
  const hits = broken.map(
    ({ block, link }): Hit => ({
      range: sentenceAt(block, link.start) ?? { start: block.start, end: block.end },
      ...(link.end > link.start ? { focus: { start: link.start, end: link.end } } : {}),
      section: block.section,
      values: { words: link.url },
      key: link.url,
      ...(lost ? { confidence: 'low' } : {}),
    }),
  );
  return onlyFirst(hits);
};

/** Entries of the table of contents for which there is no section, where most others have one. */
export const brokenContents: StructureTest = (context) => {
  const { document } = context;
  const list = context.sections.find((section) => section.topics[0] === 'table-of-contents' && section.heading !== null);
  if (!list) return [];
  const titles = context.sections.filter((section) => section !== list).map((section) => bare(section.title));
  const entries = list.blocks.filter((block) => block.kind === 'item');
  const missing = entries.filter((block) => {
    const entry = bare(document.text.slice(block.start, block.end));
    return (
      entry.length > 3 &&
      !titles.some((title) => title.length > 3 && (title.includes(entry) || entry.includes(title) || overlap(title, entry) >= 0.5))
    );
  });
  if (missing.length === 0 || entries.length < 4 || missing.length > entries.length / 3) return [];
  return missing.map((block): Hit => {
    const words = document.text.slice(block.start, block.end);
    return { range: { start: block.start, end: block.end }, section: block.section, values: { words }, key: words };
  });
};

/** Every number that begins a line or a heading, in whatever markup. */
function numbersOf({ document, sections }: RuleContext): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const match of document.source.matchAll(NUMBERS(document.source))) numbers.add(match[1] ?? '');
  for (const section of sections) numbers.add(/(\d{1,2}(?:\.\d{1,2}){0,2})/.exec(section.title)?.[1] ?? '');
  return numbers;
}

const wording = lexicon('structure');

const loose = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]{1,200}/gu, '');

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function overlap(a: string, b: string): number {
  const words = new Set(a.split(' '));
  const other = b.split(' ');
  return other.filter((word) => words.has(word)).length / Math.max(words.size, other.length);
}

function sentenceAt(block: Hit['section']['blocks'][number], at: number): { start: number; end: number } | null {
  const sentence = block.sentences.find(({ start, end }) => start <= at && at < end);
  return sentence ? { start: sentence.start, end: sentence.end } : null;
}
