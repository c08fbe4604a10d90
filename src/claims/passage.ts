/** Where a sentence or block stands, and whether that makes it the name of something told elsewhere: titles, contents, definitions, rights. */
import { isClause, titleCase } from '../document/titles.js';
import type { Block, Section, Sentence } from '../document/types.js';

/** The line of a table of contents: nothing but a link to another place. */
export const isReference = ({ links, start, end }: Block): boolean =>
  links.some((link) => link.url.includes('#') && link.start <= start + 4 && link.end >= end - 2);

/** The text of a link and no more: the name of a page or a switch. */
export const isLinkText = ({ block, start, end }: Sentence): boolean =>
  block.links.some((link) => link.start <= start + 2 && link.end >= end - 2 && link.end > link.start);

/** The label of a block that goes on: "**Cookies and advertising.** You may ..." */
export const isRunInLabel = ({ block, end }: Sentence): boolean =>
  block.label !== null && block.sentences.length > 1 && end <= block.label.end + 2;

/** "Delivery of Ads and Other Content", on a line of its own or before what is told. */
export const isTitleCased = ({ block, text }: Sentence): boolean =>
  block.kind === 'paragraph' && text.length <= LONGEST_TITLE && text.includes(' ') && titleCase(text) && !isClause(text);

const LONGEST_TITLE = 110;

/** A table of contents: a list of nothing but links to other places, or of names of other sections for the most part. */
export function isContents(section: Section): boolean {
  let known = contents.get(section);
  if (known === undefined) {
    const items = section.blocks.filter(({ kind }) => kind === 'item');
    const titles = titlesOf(section);
    // "We collect:" says so of its entries, wherever each is explained.
    const named = items.filter(({ sentences, leadIn }) => !leadIn?.lower.endsWith(':') && titles.has(bare(sentences[0]?.lower ?? '')));
    known = items.length > 2 && (items.every(isReference) || (named.length > 2 && named.length * 2 > items.length));
    contents.set(section, known);
  }
  return known;
}

const contents = new WeakMap<Section, boolean>();

/** The names of all sections of the document, without their numbers. */
function titlesOf(section: Section): ReadonlySet<string> {
  let root = section;
  while (root.parent) root = root.parent;
  let known = titles.get(root);
  if (!known) {
    const all = new Set<string>();
    const open = [...root.children];
    for (let next = open.pop(); next; next = open.pop()) {
      all.add(bare(next.title.toLowerCase()));
      open.push(...next.children);
    }
    all.delete('');
    known = all;
    titles.set(root, known);
  }
  return known;
}

const titles = new WeakMap<Section, ReadonlySet<string>>();

/** Without the number before it and the stop behind it. */
const bare = (text: string): string => text.replace(/^[\d.)\s]{1,10}/, '').replace(/[\s.:]{1,4}$/, '');

/** "How cookies are used", "Do we share your data?": says that something is told elsewhere, and not what. */
export const isTitleOrQuestion = (lower: string): boolean => /\?["')\s]*$/.test(lower) || (lower.length < 120 && TITLE.test(lower));

/** 'As set out in "Data used for our protection"', 'See "How we use your data"': the name of another passage. */
export const isInTitle = (lower: string, at: number): boolean =>
  QUESTION_BEFORE.test(lower.slice(Math.max(0, at - 140), at)) ||
  (TITLE_BEFORE.test(lower.slice(Math.max(0, at - 140), at)) && lower.slice(at, at + 140).includes('"'));

const QUESTION_BEFORE = /["'](?:how|what|why|who|when|with whom|purposes for) [^"']*$/;
const TITLE_BEFORE =
  /\b(?:in|see|under|section|sections|entitled|titled|called|named|heading|read)(?: [a-z]{2,4})?(?: [\d.]{1,8})? "[^"]{0,90}$/;

/** Under a heading of definitions, or of one term of a glossary. (What is below "Definitions" otherwise may be the rest of a policy without levels.) */
export const isOfDefinitions = ({ section }: Block): boolean =>
  DEFINITIONS.test(titleOf(section)) || (section.parent !== null && DEFINITIONS.exec(titleOf(section.parent))?.[1] !== undefined);
const titleOf = ({ heading }: Section): string => heading?.sentences[0]?.lower ?? '';
const DEFINITIONS =
  /^[\d.) a-z]{0,6}(?:definitions?|(glossary|key terms)|definitions? (?:of|and) .{1,40}|interpretation and definitions?)[.:]?$/;

/** A cell of a table of rights: "The right to object: at any time to direct marketing". */
export const isOfRights = ({ kind, sentences }: Block): boolean =>
  kind === 'cell' && sentences.some(({ lower }) => /\bright to\b/.test(lower));

/** "How we use cookies" in a list, but not "how you use our service". */
export const isOwnTitle = (lower: string): boolean => OWN_TITLE.test(lower);

const OWN_TITLE =
  /^[\d.) ]{0,6}(?:how|what|why|when|where|whether) (?:we|our|[a-z]{2,20} (?:[a-z.-]{2,20} )?(?:uses|collects|shares)|[a-z ]{2,30} (?:is|are) (?:used|shared|collected|stored))\b/;

const TITLE =
  /^[\d.) ]{0,6}(?:(?:learn more|read more|find out|see) (?:about |on )?)?(?:how|what|why|whether|which|who|with whom|when we|(?:the )?(?:business or commercial |commercial )?(?:purposes?|reasons?|categories|sources) (?:for|of|from)) [^.,:;]*\.?$/;
