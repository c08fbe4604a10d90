/** Names of recipients that the registry does not know: from lists, tables and "such as". */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { vendorMentions, vendorOf } from '../data/registry.js';
import type { Block, PolicyDocument, Sentence } from '../document/types.js';
import { hasLegalForm, isGeneric, isName, nameAfter } from './names.js';
import { checked, isOwnWord, MARKS, smallWords, type UnlistedName } from './unlisted-names.js';
import { isAboutRecipients, isInNameColumn, textOf, window } from './vendor-context.js';

const words = lexicon('processor');

/** In reading order; names of the controller itself are the caller's to take out. */
export function* unlistedNames(document: PolicyDocument): Iterable<UnlistedName> {
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'code') continue;
    if (block.kind === 'cell') yield* fromCell(document, block);
    else {
      yield* fromItem(document, block);
      yield* fromServiceLabel(document, block);
      for (const sentence of block.sentences) {
        yield* fromSubject(document, sentence);
        yield* fromSentence(document, sentence);
      }
    }
  }
}

/** "Acme Mail: sends our e-mail." in a list of providers. */
function* fromItem(document: PolicyDocument, block: Block): Iterable<UnlistedName> {
  const isEntry = block.kind === 'item';
  if (!isEntry && (block.kind !== 'paragraph' || block.label?.start !== block.start)) return;
  // A list within an item is led in by the item's own words.
  const cue = (block.parent?.sentences.at(-1)?.lower.endsWith(':') ? block.parent.sentences.at(-1)?.lower : block.leadIn?.lower) ?? '';
  const isLedIn =
    isEntry &&
    words.pattern('recipient-list').test(cue) &&
    words.pattern('list-of-recipients').test(cue) &&
    (!/\b(?:collect|rights?|purposes?|you may|information we)\b/.test(cue) || isLink(block));
  if (!isLedIn && !words.pattern('recipient-title').test(block.section.title.toLowerCase())) return;
  const label = LABEL.exec(document.text.slice(block.start, Math.min(block.end, block.start + 130)))?.[1];
  if (!label) return;
  const service = /^ ?[(:–—-] ?([^()\n]{3,60}?)[).;]?$/.exec(document.text.slice(block.start + label.length, block.end))?.[1];
  const isService = service !== undefined && isServiceOnly(service);
  // Under a title alone, an entry must be a name and what is done for the controller.
  if (!isLedIn && !isService) return;
  // "Creators: when you subscribe, we ..." explains a kind of recipient; a company is followed by what it does.
  const next = document.text.slice(block.start + label.length, block.start + label.length + 30).replace(/^[\s:–—(-]{1,4}/, '');
  if (!isService && !/^[A-Z]{2}/.test(next) && EXPLAINS.test(next.toLowerCase())) return;
  const isBare = next === '' || (service !== undefined && service.split(' ').length <= MOST_SERVICE_WORDS);
  for (const [start, part, isOnly] of partsOf(label)) {
    const range = nameAfter(document.text, block.start + start);
    // The whole label must be the name: "Payment by Acme" is something else.
    if (!range || range.start - block.start - start > 3 || range.end < block.start + start + part.trimEnd().length) {
      if (isOnly || /[A-Z]/.test(part)) return;
      continue;
    }
    if (!isOnly && !isBare) return;
    if (isOwnWord(document, range, isService) || (isOnly && words.pattern('their-policy').test(next.toLowerCase())))
      yield* checked(document, range, true);
  }
}

/** "[Acme](https://acme.example/privacy)": a link to somebody's policy and nothing else. */
const isLink = ({ links, start, end }: Block): boolean =>
  links.some((link) => link.start <= start + 1 && link.end >= end - 1 && link.url.startsWith('http'));

/** The name or names that open an item, before what is said of them. */
const LABEL = /^((?:[^:–—(.\n]|\.(?=\S| ?[(:–—])){2,100}?)(?::| ?[(–—]| - |\n|,? (?:to|by|for|from|with) whom\b|, (?:which|who)\b|$)/;
const EXPLAINS = expression('processor')`^${'explains-kind'}\b`;
/** Between names; the comma before a legal form is none. */
const JOINT = expression('processor', 'g')`,? (?:${'joins'}|&) |, |\/(?=[A-Z])`;

/** "Acme AB and Bolt Oy": each name with where it begins, and whether it is the only one. */
function partsOf(label: string): (readonly [start: number, part: string, isOnly: boolean])[] {
  const parts: (readonly [number, string, boolean])[] = [];
  let from = 0;
  for (const joint of label.matchAll(JOINT(label))) {
    const end = joint.index + joint[0].length;
    if (joint[0] === ', ' && hasLegalForm(`- ${/^\S{0,20}/.exec(label.slice(end))?.[0] ?? ''}`)) continue;
    parts.push([from, label.slice(from, joint.index), false]);
    from = end;
  }
  return [...parts, [from, label.slice(from), parts.length === 0]];
}

/** "(marketing tool)": what a recipient does, in few words. */
const isServiceOnly = (text: string): boolean =>
  text.split(' ').length <= MOST_SERVICE_WORDS && words.pattern('service-word').test(text.toLowerCase());
const MOST_SERVICE_WORDS = 5;

/** "E-mail delivery: Acme" where a section or a lead-in is of recipients. */
function* fromServiceLabel(document: PolicyDocument, block: Block): Iterable<UnlistedName> {
  if (block.kind !== 'item' || block.end - block.start > 160 || !isOfRecipients(block)) return;
  const shape = /^([^:–—\n]{3,40})(?::| [–—-]) (?=[A-Z])/.exec(document.text.slice(block.start, block.end));
  if (!shape?.[1] || !isServiceOnly(shape[1])) return;
  const from = block.start + shape[0].length;
  const names = /^[^(.\n]{2,90}?(?=$|\(|\.(?:\s|$)| [–—-] )/.exec(document.text.slice(from, block.end))?.[0];
  if (!names) return;
  const parts = partsOf(names).map(([start, part]) => ({ range: nameAfter(document.text, from + start), start: from + start, part }));
  const areNames = parts.every(({ range, start, part }) => range && range.start <= start + 2 && range.end >= start + part.trimEnd().length);
  if (!areNames) return;
  for (const { range } of parts) if (range && isOwnWord(document, range, true)) yield* checked(document, range, true);
}

const isOfRecipients = ({ section, leadIn }: Block): boolean =>
  words.pattern('recipient-title').test(section.title.toLowerCase()) ||
  (leadIn !== null && words.pattern('recipient-list').test(leadIn.lower) && words.pattern('list-of-recipients').test(leadIn.lower));

/** The column of names in a table that has another about purpose, place or data. */
function* fromCell(document: PolicyDocument, block: Block): Iterable<UnlistedName> {
  if (!isInNameColumn(block) || !block.table?.columnHeader || block.end - block.start > 60) return;
  const header = textOf(block.table.columnHeader);
  const named = /provider|vendor|processor|company|third|recipient|partner|entity|supplier/.test(header);
  if (!named && !isAboutRecipients(block.section)) return;
  const range = nameAfter(document.text, block.start);
  if (range && range.start - block.start <= 3 && range.end >= block.end - 2 && isOwnWord(document, range))
    yield* checked(document, range, true);
}

/** "Brightwater UK runs our billing": who does something for the controller opens the sentence. */
function* fromSubject(document: PolicyDocument, sentence: Sentence): Iterable<UnlistedName> {
  const range = /^[A-Z]/.test(sentence.text) ? nameAfter(sentence.text, 0) : null;
  if (range?.start !== 0) return;
  let next = range.end;
  while (sentence.lower.charAt(next) === ' ') next++;
  const behind = sentence.lower.slice(range.end + 1, range.end + 70).trimStart();
  const aside = sentence.lower.charAt(range.end) === ',' ? words.pattern('vendor-behind').find(behind) : null;
  const isAside = aside !== null && /^(?:,|\)|$)/.test(behind.slice(aside.end));
  if (!isAside && !words.pattern('acts-for-us').at(sentence.lower, next)) return;
  const name = sentence.text.slice(0, range.end);
  // A verb in the singular: the "s" at the end of the name is no plural.
  const isSingle = !isAside && /^[A-Z][a-z]{4,}$/.test(name) && !isGeneric(name) && !smallWords(document).has(name.toLowerCase());
  yield* checked(document, { start: sentence.start, end: sentence.start + range.end }, isSingle);
}

/** "Providers such as Acme Mail and Bolt", "hosted by Acme", "we use Acme to". */
function* fromSentence(document: PolicyDocument, sentence: Sentence): Iterable<UnlistedName> {
  const { lower, text } = sentence;
  let previousEnd = -1;
  let knowsOne = false;
  let mayName = false;
  CAPITAL.lastIndex = 0;
  for (let match = CAPITAL.exec(text); match; match = CAPITAL.exec(text)) {
    const at = match.index;
    const last = /([a-z.:]{1,14})[ (",]{0,3}$/.exec(lower.slice(Math.max(0, at - 20), at))?.[1] ?? '';
    if (previousEnd < 0 && !LEADS.test(last) && !/\([a-z]{1,3}\) $/.test(lower.slice(Math.max(0, at - 6), at))) continue;
    // Takes long, and of few sentences is it asked here.
    mayName ||= CUE.test(lower) || /(?:^|[;,] (?:and |or )?)\([a-z]\) /.test(lower);
    if (!mayName) return;
    const whole = nameAfter(text, at);
    if (!whole || whole.start !== at) continue;
    // "Acme and Bolt" are two names here.
    const and = text.slice(at, whole.end).search(/ (?:and|or|&) |\/(?=[A-Z])/);
    const range = and < 0 ? whole : { start: at, end: at + and };
    CAPITAL.lastIndex = Math.max(CAPITAL.lastIndex, range.end);
    const joined =
      previousEnd >= 0 &&
      at - previousEnd < 60 &&
      /^(?:,|,? (?:and|or|&)|\/| for (?:[a-z-]{2,20} ){0,3}[a-z-]{2,20}(?:,|,? (?:and|or|&))| ?\([^)]{0,40}\),?(?: and| or)?) ?(?:the )?$/.test(
        lower.slice(previousEnd, at).replace(MARKS, '').trimEnd() + (lower.charAt(at - 1) === ' ' ? ' ' : ''),
      );
    // In a phrase, a colon is a word of its own, and the comma after "e.g." none.
    const before = window(lower.slice(Math.max(0, at - 110), at))
      .replace(/ ?: $/, ' : ')
      .replace(/,(?= $)/, '');
    const isEnumerated = /\([a-z]{1,3}\) $/.test(lower.slice(0, at)) && isInRecipientList(document, sentence);
    if (words.pattern('elsewhere-before').test(before) || words.pattern('own-things').test(before)) continue;
    const behind = lower.slice(range.end, range.end + 70);
    const isVendor =
      words.pattern('vendor-before').test(before) ||
      (/^[,(]| \(/.test(behind) && words.pattern('vendor-behind').test(window(behind.replace(/^,? ?\(?/, '')))) ||
      (words.pattern('by-means-of').test(before) && words.pattern('means').test(behind.trimStart()));
    const isBracketed = /[(:–—] ?["“]?$/.test(text.slice(0, at)) && words.pattern('provider-end').test(before.replace(/ : $/, ' '));
    const introduced = isEnumerated || isVendor || isBracketed || words.pattern('unknown-before').test(before);
    if (!joined && !introduced) {
      // "Profiling, such as Experian and Bolt": a vendor that is known anchors the list.
      if (
        (words.pattern('introduced-list').test(before) || words.pattern('used-before').test(before)) &&
        vendorOf(text.slice(range.start, range.end))
      ) {
        previousEnd = range.end;
        knowsOne = true;
      }
      continue;
    }
    // After "Acme GmbH, " comes its address.
    if (
      joined &&
      !introduced &&
      /^, ?$/.test(lower.slice(previousEnd, at)) &&
      hasLegalForm(text.slice(Math.max(0, previousEnd - 40), previousEnd)) &&
      !hasLegalForm(text.slice(range.start, range.end)) &&
      (!isAmongVendors(text, range.end) || /^ ?\d/.test(text.slice(range.end)))
    )
      continue;
    const after = window(lower.slice(range.end, range.end + 20)).trimStart();
    const isDomain = /^[a-z][\w-]+\.[a-z]+$/.test(text.slice(range.start, range.end));
    if (
      !joined &&
      !isVendor &&
      !isDomain &&
      !/^[®™©]?\s?(?:[.,;:)–—(/-]|$)/.test(lower.slice(range.end, range.end + 4)) &&
      !words.pattern('unknown-after').test(after)
    )
      continue;
    const name = text.slice(range.start, range.end);
    const found = [
      ...checked(
        document,
        { start: sentence.start + range.start, end: sentence.start + range.end },
        words.pattern('called-so').test(before),
        knowsOne || isAmongVendors(text, at),
      ),
    ];
    // What may be mere style in capitals is no name here, and yet the row goes on behind it.
    if (found.length === 0 && !vendorOf(name) && vendorMentions(name).length === 0 && !(joined && isRow(lower, range.end) && isName(name)))
      continue;
    previousEnd = range.end;
    knowsOne ||= vendorOf(name) !== undefined;
    yield* found;
  }
}

/** Another entry of a row follows. */
const isRow = (lower: string, end: number): boolean => ROW.test(lower.slice(end, end + 5));
const ROW = expression('processor')`^(?:,| ${'row'} )`;

/** Whether a name that the registry knows follows in the same row of names. */
function isAmongVendors(text: string, at: number): boolean {
  const end = text.slice(at).search(/[.;:]\s|[.;]$/);
  return vendorMentions(text.slice(at, end < 0 ? at + 90 : Math.min(at + 90, at + end))).length > 0;
}

/** The sentence before announces to whom data go: "to nobody other than:". */
function isInRecipientList(document: PolicyDocument, sentence: Sentence): boolean {
  const before = document.sentences[sentence.index - 1]?.lower ?? '';
  return before.endsWith(':') && words.pattern('recipient-list').test(before) && words.pattern('list-of-recipients').test(before);
}

const CUE =
  /provider|processor|vendor|partner|courier|agency|sent to|stored|hosting|host |embed|work(?:s|ing)? with|cooperat|collaborat|chosen|selected|engaged|contracted|outsourc|entrust|cookies from|(?:loaded|served|pulled|fetched|fonts|ads|videos|maps) (?:from|by)|(?:log|sign)(?:ed)?[- ](?:in|up)|authenticat|provided (?:by|using|via|with)|collected (?:with|using|via|through)|measured|servers? (?:of|at|from)|backups|following|receive|supplier|hosted|powered|processed by|handled by|operated by|managed by|we use|uses|rely on|integrat|third[- ]part|via |carried out|done by|services? (?:such as|like|including|called|named)|shared? |disclosed? |platforms? (?:such as|like)|(?:tools?|software|apis|libraries|sdks) \(?(?:such as|like|including)|(?:apps?|sites?|applications?) use /;
const LEADS =
  /(?:by|via|through|with|using|on|at|as|like|including|e\.g\.?|namely|i\.e\.?|is|are|include|includes|use|uses|the|to|named|called|party|employ|leverage|example|utili[sz]e|engage|integrated|integrate|chosen|selected|engaged|appointed|contracted|embed|incorporate|deploy|implement|from|of|service|software|gateway|company|agency|api|host|platform|courier|[a-z]{3,}(?:ers?|ors?|ies|s|k|m|l)|:)$/;
/** A capital, or a name that is written as its domain: "customer.example.io". */
const CAPITAL = /(?<![\w.@/-])(?:(?=[A-Z]|[a-z]{1,2}[A-Z][a-z])\w|[a-z](?=[a-z0-9-]{1,24}\.(?:io|ai|app|dev)\b(?![/@])))/g;
