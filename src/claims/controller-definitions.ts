/** Where a policy says outright whom it means by "we": in brackets behind a name, or in a sentence of its own. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument, Range } from '../document/types.js';
import { type Evidence, evidence } from './controller-found.js';
import { PROOF } from './controller-introduction.js';
import { isGeneric, isName, nameAfter, nameBefore } from './names.js';

/** `Acme Ltd ("Acme", "we")`: the name before the parenthesis, and the short one within. */
export function* fromDefinitions(document: PolicyDocument): Iterable<Evidence> {
  const { lower, text } = document;
  DEFINITION.lastIndex = 0;
  for (let match = DEFINITION.exec(lower); match; match = DEFINITION.exec(lower)) {
    const inner = match[0];
    if (
      !/(?:["'\s/]|\((?=(?:we|us|our)[,/]))(?:we|us|our|i|me|the company|company|the controller|(?:the )?developer|the (?:site|app|application|website|service|platform))\b(?:["',)/]|\s(?:(?:or|and|in|for|throughout|&) |["',)/(]|$))/.test(
        `${inner} `,
      )
    )
      continue;
    if (/\b(?:you|your)\b/.test(inner)) continue;
    const owner = /["'\s/](?:we|us|our|i|me|the company|company|developer)\b/.test(inner) ? 4 : 2;
    const from = Math.max(0, match.index - 300);
    const before = text.slice(from, match.index).replace(/["”’'\])\s]{1,4}$/, '');
    const bare = before.replace(/,? (?:and|including|together with) (?:its|our|all)[^.,\n]{0,80}$/, '').replace(REGISTER_NUMBER(), '');
    const range =
      nameBefore(text, from + bare.length) ?? nameOfWords(text, from + bare.length) ?? nameFromAddress(text, from + bare.length);
    // "Acme AB ("we") is a processor to the Bank": the bank is the controller, unless another place says something else.
    const next = lower.slice(match.index + inner.length, match.index + inner.length + 60).trimStart();
    if (range && lexicon('controller').pattern('is-processor').test(next)) {
      yield evidence(document, range, 1);
      continue;
    }
    if (range) yield evidence(document, range, owner);
    for (const short of text.slice(match.index, match.index + inner.length).matchAll(QUOTED)) {
      const start = match.index + short.index + short[0].indexOf(short[1] ?? '');
      if (short[1] && owner === 4) yield evidence(document, { start, end: start + short[1].replace(/[,.]$/, '').length }, 3, true);
    }
  }
}

/** "Acme Pty Ltd ABN 12 345 678 901". */
const REGISTER_NUMBER = expression('controller')`,? ${'register'}[:.]? ?\d[\d ]{4,20}$`;

/** `Acme.com and its affiliates (collectively "Acme")`: both names. */
export function* fromCollective(document: PolicyDocument): Iterable<Evidence> {
  const { text, lower } = document;
  if (!QUOTED_LAST.test(lower)) return;
  for (const match of lower.matchAll(COLLECTIVE(lower))) {
    const open = text.indexOf('(', match.index);
    const short = /["“]([A-Z][^"”“]{1,40})["”]\)/.exec(text.slice(open, match.index + match[0].length));
    const range = nameBefore(text, match.index);
    const name = range ? text.slice(range.start, range.end) : '';
    if (!short?.[1] || !range || !isName(name) || !isName(short[1]) || !name.startsWith(short[1])) continue;
    yield evidence(document, range, 2);
    const start = open + short.index + 1;
    yield evidence(document, { start, end: start + short[1].length }, PROOF);
  }
}

const QUOTED_LAST = /["”]\)/;
const COLLECTIVE = expression('controller', 'g')`,? ${'and-its'} [^.()\n]{3,80}\(${'collectively'},? ["“][^"”“()]{2,40}["”]\)`;

/** A short form that is written with a capital or as a domain. */
const QUOTED = /["“] ?([A-Z][^"”“]{1,40}?|[a-z0-9-]{2,30}\.[a-z]{2,4}) ?["”]/g;

const DEFINITION =
  /\((?=(?:we|us|our)[,/]|[^()\n]{0,100}(?:["'] ?(?:we|us|our|i|me|the company|company|the controller|the site|the app|the application|the website|the service|the platform|(?:the )?developer)\b|\/(?:we|us|our)\b|\((?:we|us|our)[,/]))[^()\n]{2,160}\)/g;

/** "Acme Ltd, 1 High Street, London (“we”)": the name opens the clause that the parenthesis closes. */
function nameFromAddress(text: string, end: number): Range | null {
  const near = Math.max(0, end - 200);
  const from = near + text.slice(near, end).lastIndexOf('\n') + 1;
  const match = /(?:\b(?:by|of|for|is|to|at|with|from|means|how|that) |^|[.] )([A-Z][^\n]{1,60}?), /.exec(text.slice(from, end));
  if (!match?.[1]) return null;
  return nameAfter(text, from + match.index + match[0].length - match[1].length - 2);
}

/** "at Amber tide swimming club (we/us)": a name of which only the first word has a capital, right before the bracket. */
function nameOfWords(text: string, end: number): Range | null {
  const near = Math.max(0, end - 90);
  const words = INTRODUCED.exec(text.slice(near, end))?.[1];
  if (!words || words.split(' ').length > 6 || isGeneric(words.split(' ')[0] ?? '') || !isName(words) || NO_NAME.test(words)) return null;
  return { start: end - words.length, end };
}

const INTRODUCED = expression(
  'controller',
  'u',
)`(?:^|[,.] |\b${'before-name'} (?:${'actors/article'} )?)(\p{Lu}[\p{L}\d'’&-]{1,20}(?: [\p{L}\d'’&-]{2,20}){1,5})$`;

/** "“We” refers to amber tide.": what the sentence says and nothing more, in small letters or another script. */
export function* fromDefinedSentences(document: PolicyDocument): Iterable<Evidence> {
  const words = lexicon('controller');
  for (const { block, lower, text, start } of document.sentences) {
    if (block.kind === 'heading' || text.length > 260) continue;
    const cue = words.pattern('defines-us').find(lower);
    const rest = cue ? /^[\s:"“]{1,4}([^,.;:()"“”\n]{2,60}?)["”]?[.?!]{0,2}$/.exec(text.slice(cue.end)) : null;
    const name = rest?.[1];
    if (!cue || !rest || !name || !isName(name)) continue;
    const range = nameAfter(text, cue.end);
    if (range && isName(text.slice(range.start, range.end))) continue;
    const isDefined = cue.start < 12 && /["“”'‘’(*]/.test(text.slice(0, cue.end));
    if (/^\p{Ll}/u.test(name) && (!isDefined || isGeneric(name.split(' ')[0] ?? '') || name.split(' ').length > 4 || NO_NAME.test(name)))
      continue;
    const from = start + cue.end + rest[0].indexOf(name);
    yield evidence(document, { start: from, end: from + name.length }, PROOF + 1);
  }
}

const NO_NAME = expression('controller')`\b${'no-name'}\b`;
