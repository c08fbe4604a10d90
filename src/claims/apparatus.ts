/** What is on a page and says nothing of the data: navigation, tables of contents, the names of buttons, scripts, what words mean. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { partitionPoint } from '../document/at.js';
import type { Block, PolicyDocument, Range, Sentence } from '../document/types.js';
import { isFragment } from './clause.js';
import type { ExtractContext } from './extractor.js';
import { isContents, isOfDefinitions, isOwnTitle, isRunInLabel } from './passage.js';
import type { ClaimKind } from './types.js';

/** Whether nothing of the kind is stated where the sentence stands, whatever its words name. Asked where a claim is about to be made. */
export function isApparatus(sentence: Sentence, kind: ClaimKind, { document, selfNames }: ExtractContext): boolean {
  if (isScript(sentence.text)) return true;
  if (TOLD_BY_NAME.has(kind)) return false;
  if (isEntryOfContents(sentence) || isButton(sentence) || isRowOfReferences(sentence.block)) return true;
  if (!DEFINED.has(kind)) return false;
  return (
    isCaption(sentence, document) ||
    isLabelOfSharing(sentence, kind) ||
    isExplanation(sentence, selfNames) ||
    isOfOthers(sentence, selfNames) ||
    (kind === 'data-category' && isLabelOfDenial(sentence))
  );
}

/** Whether the words that carry a claim only name or illustrate something, or say what it depends on, whatever the rest of the sentence states. */
export function isMention(sentence: Sentence, kind: ClaimKind, focus: Range | undefined): boolean {
  if (!focus || TOLD_BY_NAME.has(kind) || focus.start < sentence.start || focus.end > sentence.end) return false;
  const at = focus.start - sentence.start;
  const before = sentence.lower.slice(Math.max(0, at - FARTHEST), at);
  const ofCase = OF_CASES.has(kind) ? EXAMPLE_OF_CASE.exec(before) : null;
  // "For example, if we keep your data": kept they are, if only then; whom one might use is not who is used.
  if (ofCase && (kind === 'processor-category' || ofCase[1] === undefined)) return true;
  if (kind === 'data-category' && (DEPENDS.test(before) || DEPENDING.test(before))) return true;
  return GRANTED.has(kind) ? IN_EXAMPLE.test(before) : isInPointer(sentence, focus);
}

/** How far back the words may stand that make an example or a condition of what follows. */
const FARTHEST = 240;

/** Of these, what is told of a case that is only an example is not stated. */
const OF_CASES: ReadonlySet<ClaimKind> = new Set(['data-category', 'processor-category', 'transfer']);
/** Nobody grants these in an example: "(e.g. for access requests)". */
const GRANTED: ReadonlySet<ClaimKind> = new Set(['legal-basis', 'right']);

/** "For more on our measures see [Technical and Organisational Measures](https://...)": the name of another page. */
function isInPointer({ block, lower, start }: Sentence, focus: Range): boolean {
  const link = block.links[partitionPoint(block.links, ({ end }) => end <= focus.start)];
  if (!link || link.start > focus.start || link.end < focus.end || link.start < start || link.url.startsWith('#')) return false;
  const label = lower.slice(link.start - start, link.end - start);
  if (label.split(' ').length < SHORTEST_NAME) return false;
  return words
    .pattern('points-to')
    .test(lower.slice(Math.max(0, link.start - start - NEAR), link.start - start).replace(/[\s:]{1,4}$/, ' '));
}

/** So many words make the name of a page; fewer may be a word of the sentence. */
const SHORTEST_NAME = 3;
const NEAR = 60;

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

/** "**Sensitive data.** We do not collect any": the label says of what, and the sentence behind it what is not done. */
function isLabelOfDenial({ block, start, lower }: Sentence): boolean {
  const [label, next] = block.sentences;
  if (!next || start !== label?.start || lower.length > LONGEST_CAPTION) return false;
  return DENIES.test(next.lower) && isFragment(lower);
}

/** "For example, a photo app might use your camera", "some people take the position that": what others do or hold, and nobody of the company. */
const isOfOthers = ({ lower, text }: Sentence, selfNames: readonly string[]): boolean =>
  words.pattern('of-opinion').test(lower) ||
  (OF_ANYBODY.test(lower) && !OURS.test(lower) && !selfNames.some((name) => text.includes(name)));

/** What a word or a thing is, and not what is done here. */
function isExplanation({ block, lower, text }: Sentence, selfNames: readonly string[]): boolean {
  if (MEANS.test(lower) || QUOTED_TERM.test(lower) || WE_MEAN.test(lower)) return true;
  return (isOfDefinitions(block) || IS_A_FILE.test(lower)) && !OWN.test(lower) && !selfNames.some((name) => text.includes(name));
}

/** "For example in case of fraud", "for example if we use a payment company", "if, for example, you enter a wrong date of birth". */
const EXAMPLE_OF_CASE = expression(
  'apparatus',
)`\b(?:${'for-example'},? ${'in-case'}|${'in-case'},? ${'for-example'},?) (${'who-acts'} )?(?:(?!${'who-acts'} )[^ .,;:]{1,40} ){0,24}$`;
/** "What we collect depends on your settings and your location". */
const DEPENDS = expression('apparatus')`\b${'depends'} (?:(?!${'who-acts'} )[^ .;:]{1,40} ){0,40}$`;
/** "Depending on your use, we may collect ...": as far as the comma. */
const DEPENDING = expression('apparatus')`\b${'depending'} (?:[^ .,;:]{1,40} ){0,12}$`;
const IN_EXAMPLE = expression('apparatus')`\((?:${'for-example'}),? [^().;]{0,160}$`;

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
/** 'Under the Act, "Personal Information" or "PII" consists of information ...'. */
const QUOTED_TERM = expression(
  'apparatus',
)`^(?:${'under'} [^".;]{2,120}, )?["'][^"]{2,60}["'](?: ${'or'} ["'][^"]{2,60}["'])?(?: \([^()]{1,40}\))? ${'is-defined'} `;
/** Anybody's doing in an example. */
const OF_ANYBODY = expression(
  'apparatus',
)`^(?:[^:]{1,40}: )?(?:${'for-example'}),? ${'any-one'} (?:[a-z’'-]{1,30} ){1,5}${'might'} (?!${'be'} )`;
const OURS = expression('apparatus')`\b${'who-acts'}\b`;
const DENIES = expression('apparatus')`^${'who-acts'} (?:[a-z]{1,12} )?${'do-not'} (?:[a-z]{5,22} )?${'collect'} `;
const WE_MEAN = expression('apparatus')`\b${'where-we-say'} [^.;]{2,80} ${'we-mean'} `;
const IS_A_FILE = expression(
  'apparatus',
)`^.{0,3}(?:[a-z-]{1,12} ){0,2}${'tracker'}["']?(?: \([^)]{1,60}\))? ${'is-a'} (?:[a-z-]{1,12},? ){0,3}${'file'}\b`;
const OWN = expression('apparatus')`\b${'own'}\b`;
const OF_RECIPIENTS = expression('apparatus')`\b${'of-recipients'}\b`;
