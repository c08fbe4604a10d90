/** What is on a page and says nothing of the data: navigation, tables of contents, the names of buttons, scripts, what words mean. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Block, PolicyDocument, Sentence } from '../document/types.js';
import { isFragment } from './clause.js';
import type { ExtractContext } from './extractor.js';
import { isContents, isOfDefinitions, isOwnTitle, isRunInLabel } from './passage.js';
import type { ClaimKind } from './types.js';

/** Whether nothing of the kind is stated where the sentence stands, whatever its words name. Asked where a claim is about to be made. */
export function isApparatus(sentence: Sentence, kind: ClaimKind, { document, selfNames }: ExtractContext): boolean {
  if (isScript(sentence.text)) return true;
  if (TOLD_BY_NAME.has(kind)) return false;
  if (isEntryOfContents(sentence) || isButton(sentence) || isRowOfReferences(sentence.block)) return true;
  return DEFINED.has(kind) && (isCaption(sentence, document) || isLabelOfSharing(sentence, kind) || isExplanation(sentence, selfNames));
}

/**
 * A link in a row of blocks that are nothing but links to pages: a menu or a footer. Those under a title of how to get in touch, or after
 * what introduces them, are offered.
 */
export function isNavigation(block: Block, { blocks }: PolicyDocument): boolean {
  if (!isOfPages(block) || isIntroduced(block) || words.pattern('of-contacts').test(block.section.title.toLowerCase())) return false;
  let count = 1;
  for (let at = block.index - 1; isOfPages(blocks[at]) && count < MENU; at--) count++;
  for (let at = block.index + 1; isOfPages(blocks[at]) && count < MENU; at++) count++;
  return count >= MENU;
}

const MENU = 4;

/** Whoever a line names and whatever date it gives, it tells them. */
const TOLD_BY_NAME: ReadonlySet<ClaimKind> = new Set(['contact', 'controller', 'dpo', 'effective-date', 'representative', 'processor']);

/** Of these, a text that says what a word means, or what a thing is, states nothing. */
const DEFINED: ReadonlySet<ClaimKind> = new Set(['cookie', 'data-category', 'legal-basis', 'marketing', 'purpose', 'security']);

const isOfPages = (block: Block | undefined): boolean =>
  block !== undefined && isLinks(block) && block.links.every(({ url }) => !/^(?:mailto|tel):/.test(url));

/** Nothing but links, and the signs between them. Found out once for all who ask it of a block. */
function isLinks(block: Block): boolean {
  if (block.links.length === 0 || block.kind === 'heading' || block.kind === 'cell') return false;
  const known = blocksOfLinks.get(block) ?? holdsOnlyLinks(block);
  blocksOfLinks.set(block, known);
  return known;
}

const blocksOfLinks = new WeakMap<Block, boolean>();

function holdsOnlyLinks({ links, start, end }: Block): boolean {
  let from = end;
  let left = end - start;
  for (const link of links) {
    from = Math.min(from, link.start);
    left -= link.end - link.start;
  }
  return from <= start + 4 && left <= 3 + 3 * links.length;
}

/** "We collect:", "You can": its entries are stated, wherever each is explained; those of "Jump to:" are not. */
const isIntroduced = ({ leadIn }: Block): boolean => leadIn?.lower.trimEnd().endsWith(':') === true && !isContentsLead(leadIn);

const isContentsLead = ({ lower }: Sentence): boolean => words.pattern('contents-lead').test(lower);

/** What to press, or the name of a page or a section: whom it names, it tells nothing of. */
export const isLabelOfPage = (sentence: Sentence): boolean => isEntryOfContents(sentence) || isButton(sentence);

/** A cell that says who gets data: "advertising networks; our fraud and compliance partners". */
export const isOfRecipients = ({ table }: Block): boolean => OF_RECIPIENTS.test(table?.columnHeader?.sentences[0]?.lower ?? '');

/** "[Export your data](...)": what to press, or the name of a page. */
const isButton = ({ block, lower }: Sentence): boolean => isLinks(block) && !isIntroduced(block) && isFragment(lower);

/** A table of contents on one line: links to other places of the page, and nothing else. */
const isRowOfReferences = (block: Block): boolean =>
  block.links.length >= MENU && block.links.every(({ url }) => url.includes('#')) && isLinks(block);

/** "What we collect" after "This policy explains:", or in a list of the names of sections. */
function isEntryOfContents({ block, lower }: Sentence): boolean {
  if (block.kind !== 'item' || block.sentences.length > 1) return false;
  if (block.leadIn && isContentsLead(block.leadIn)) return isLinks(block) || isOwnTitle(lower);
  return isFragment(lower) && !isIntroduced(block) && isContents(block.section);
}

/** "For marketing" above a table that says what is done for it. */
const isCaption = ({ block, text, lower }: Sentence, { blocks }: PolicyDocument): boolean =>
  block.kind === 'paragraph' &&
  block.sentences.length === 1 &&
  blocks[block.index + 1]?.kind === 'cell' &&
  lower.length < LONGEST_CAPTION &&
  !/[.:;]$/.test(text) &&
  isFragment(lower);

const LONGEST_CAPTION = 60;

/** "**Legal obligations.** ..." in a list of when data are shared. */
const isLabelOfSharing = (sentence: Sentence, kind: ClaimKind): boolean =>
  kind === 'legal-basis' &&
  isRunInLabel(sentence) &&
  sentence.block.leadIn !== null &&
  words.pattern('of-sharing').test(sentence.block.leadIn.lower);

/** What a word or a thing is, and not what is done here. */
function isExplanation({ block, lower, text }: Sentence, selfNames: readonly string[]): boolean {
  if (MEANS.test(lower) || WE_MEAN.test(lower)) return true;
  return (isOfDefinitions(block) || IS_A_FILE.test(lower)) && !OWN.test(lower) && !selfNames.some((name) => text.includes(name));
}

/** Two pieces of a script are no chance. */
function isScript(text: string): boolean {
  if (!text.includes('(') || !text.includes('=')) return false;
  let found = 0;
  for (const piece of SCRIPT) if (piece.test(text)) found++;
  return found > 1;
}

const SCRIPT = [/\bfunction ?[\w$]{0,30}\(/, /\b(?:var|let|const) [\w$]{1,40} ?=/, /\$\(|\)\.|\);/, /={2,3}|&&|=>|\{\}|\[\]/];

const words = lexicon('apparatus');
const MEANS = expression('apparatus')`^(?:[^:]{1,60}: )?(?!${'points-back'} )["']?[a-z][a-z /&-]{2,60}["']?,? ${'means'} ${'meant'}\b`;
const WE_MEAN = expression('apparatus')`\b${'where-we-say'} [^.;]{2,80} ${'we-mean'} `;
const IS_A_FILE = expression(
  'apparatus',
)`^.{0,3}(?:[a-z-]{1,12} ){0,2}${'tracker'}["']?(?: \([^)]{1,60}\))? ${'is-a'} (?:[a-z-]{1,12},? ){0,3}${'file'}\b`;
const OWN = expression('apparatus')`\b${'own'}\b`;
const OF_RECIPIENTS = expression('apparatus')`\b${'of-recipients'}\b`;
