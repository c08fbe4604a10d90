import { RegExpParser } from '@eslint-community/regexpp';
import { MARKS, part, textsPassing } from './sample-texts.mjs';

/**
 * What a text must hold for a regular expression to match in it: of each list one piece. A text that does not need not be searched with the
 * expression, which then need not be compiled. Null where that cannot be told, or says too little. `flags`: where `i` is among them, pieces
 * are in small letters.
 *
 * Pieces are written with the signs of `MARKS`; those of `firsts` and `lasts` are the signs that a text may begin and end with.
 */
export function neededText(source, flags) {
  const key = `/${source}/${flags}`;
  if (!known.has(key)) known.set(key, readNeeded(source, flags));
  return known.get(key);
}

/** Each bundle asks for all. */
const known = new Map();

function readNeeded(source, flags) {
  const folds = flags.includes('i');
  // Beyond ASCII, letters that an expression takes for the same may differ in small letters; with `u`, also from those of ASCII.
  if (flags.includes('v') || (folds && flags.includes('u'))) return null;
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const how = { flags, folds, hasLines: flags.includes('m') };
  const read = candidatesOf(readAlternatives(pattern.alternatives, how)).map((list) => told(fewest(list)));
  const lists = unique([...read, ...read.flatMap(shortened)].map((list) => list.join('\n')))
    .map((text) => text.split('\n'))
    .map((pieces) => ({ kind: 'pieces', pieces }));
  return chosen([...edgesOf(pattern, how), ...lists], folds);
}

const { start: START, end: END, edge: EDGE, digit: DIGIT } = MARKS;

/** Each piece costs a search. */
const MOST = 40;
/** Lists that are asked for, one after the other. */
const MOST_LISTS = 3;
/** Of the sample's texts, those that may pass. */
const MOST_PASSING = 0.5;
/** What a piece costs where it is looked for, and where it stands, in texts of the sample that pass in vain. */
const PIECE = 1 / 120;
const ROOM = 1 / 150;

/** The lists that together let the fewest texts through, in the order in which they are best asked for. */
function chosen(lists, folds) {
  const rated = lists.map((list) => ({ list, size: list.kind === 'pieces' ? list.pieces.length : 1, passing: textsPassing(list, folds) }));
  const best = [];
  let passing = null;
  while (best.length < MOST_LISTS) {
    const now = passing === null ? 1 : part(passing);
    const next = rated
      .map((entry) => ({ ...entry, both: passing === null ? entry.passing : passing & entry.passing }))
      .map((entry) => ({ ...entry, gain: now - part(entry.both) - entry.size * (PIECE * now + ROOM) }))
      .reduce((most, entry) => (most !== null && most.gain >= entry.gain ? most : entry), null);
    if (next === null || next.gain <= now / 10) break;
    best.push(next);
    passing = next.both;
  }
  if (passing === null || part(passing) > MOST_PASSING) return null;
  // Signs at an edge take one look.
  const sign = rated.find((entry) => entry.list.kind !== 'pieces' && part(entry.passing) <= MOST_PASSING);
  const all = sign && !best.some(({ list, size }) => list === sign.list || size < LONG) ? [sign, ...best] : best;
  return all.toSorted((a, b) => effort(a) - effort(b)).map(({ list }) => list);
}

/** Of a list that is not asked for before a look at the edge. */
const LONG = 4;
/** What it takes to refuse a text. */
const effort = ({ size, passing }) => size / (1.001 - part(passing));

/**
 * What is read of a part of an expression. `exact`: all texts that it matches, null where they are too many. `starts`, `ends`: texts of which
 * what it matches begins and ends with one each. `lists`: lists of texts of which what it matches holds one each.
 */
const only = (exact) => ({ exact, starts: exact ?? [''], ends: exact ?? [''], lists: [] });

function readAlternatives(alternatives, how) {
  const read = alternatives.map(({ elements }) => readSequence(elements, how));
  if (read.length === 1) return read[0];
  const exact = read.every((one) => one.exact !== null) ? few(read.flatMap((one) => one.exact)) : null;
  const starts = few(read.flatMap((one) => one.starts)) ?? [''];
  const ends = few(read.flatMap((one) => one.ends)) ?? [''];
  const candidates = read.map((one) => candidatesOf(one).sort((a, b) => cost(a, how) - cost(b, how)));
  const lists = candidates.some((lists) => lists.length === 0)
    ? []
    : Array.from({ length: MOST_LISTS }, (_, rank) => few(candidates.flatMap((lists) => lists[Math.min(rank, lists.length - 1)])));
  return { exact, starts, ends, lists: lists.filter((list) => list !== null) };
}

const candidatesOf = ({ exact, starts, ends, lists }) =>
  [...(exact === null ? [starts, ends] : [exact]), ...lists].filter((list) => list.length > 0 && !list.some(isEmpty));

function readSequence(elements, how) {
  const parts = elements.map((element) => readElement(element, how));
  const lists = [];
  let exact = [''];
  let row = [''];
  let letters = '';
  for (const part of parts) {
    lists.push(...part.lists);
    // By themselves they are fewer pieces than with what stands beside them.
    if (part.exact !== null && part.exact.length > 1) lists.push(part.exact);
    letters = part.exact?.length === 1 ? (joined(letters, part.exact[0]) ?? '') : '';
    if (letters) lists.push([letters]);
    exact = exact && part.exact && crossed(exact, part.exact);
    const next = part.exact && crossed(row, part.exact);
    if (next) row = next;
    else {
      lists.push(row, crossed(row, part.starts) ?? filled(row, part.starts));
      row = part.ends;
    }
    // What it looks at comes next, but takes no room.
    if (part.ahead) lists.push(crossed(row, part.ahead) ?? row);
  }
  lists.push(row);
  const starts =
    exact ??
    edge(
      parts.map((part) => part.starts),
      parts,
      crossed,
    );
  const ends = exact ?? edge(parts.map((part) => part.ends).reverse(), parts.toReversed(), (done, next) => crossed(next, done));
  return { exact, starts, ends, lists: lists.filter((list) => !list.some(isEmpty)) };
}

/** What stands first, or last. */
function edge(edges, parts, cross) {
  let done = [''];
  for (const [index, texts] of edges.entries()) {
    const next = cross(done, texts);
    if (next === null) return filled(done, texts);
    done = next;
    if (parts[index].exact === null) break;
  }
  return done;
}

/** What stands beside those that are empty is enough. */
function filled(row, beside) {
  return few(row.flatMap((text) => (isEmpty(text) ? (crossed([text], beside) ?? ['']) : [text]))) ?? [''];
}

function readElement(element, how) {
  switch (element.type) {
    case 'Character':
      return only(signsOf([element.value], how));
    case 'CharacterSet':
      return only(element.kind === 'digit' && !element.negate ? [DIGIT] : null);
    case 'CharacterClass':
      return only(element.negate ? null : signsOf(membersOf(element), how));
    case 'Group':
    case 'CapturingGroup':
      return readAlternatives(element.alternatives, how);
    case 'Quantifier':
      return readQuantifier(element, how);
    case 'Assertion':
      return readAssertion(element, how);
    default:
      return only(null);
  }
}

function readQuantifier({ element, min, max }, how) {
  const { exact, starts, ends, lists } = readElement(element, how);
  if (exact !== null && max <= MOST_TIMES) {
    const times = [['']];
    while (times.length <= max && times.at(-1) !== null) times.push(crossed(times.at(-1), exact));
    const all = times.includes(null) ? null : few(times.slice(min).flat());
    if (all !== null) return only(all);
  }
  if (min > 0) return { exact: null, starts, ends, lists: exact === null ? lists : [exact] };
  return { exact: null, starts: unique(['', ...starts]), ends: unique(['', ...ends]), lists: [] };
}

const MOST_TIMES = 4;

function readAssertion(element, how) {
  if (element.kind === 'word') return only([element.negate ? '' : EDGE]);
  if (element.kind === 'start') return only([how.hasLines ? '' : START]);
  if (element.kind === 'end') return only([how.hasLines ? '' : END]);
  if (element.negate) return only(['']);
  const inside = readAlternatives(element.alternatives, how);
  return { ...only(['']), lists: candidatesOf(inside), ...(element.kind === 'lookahead' ? { ahead: inside.starts } : {}) };
}

/** Null where they are many. */
function membersOf({ elements }) {
  const codes = elements.flatMap((member) => {
    if (member.type === 'Character') return [member.value];
    if (member.type !== 'CharacterClassRange' || member.max.value - member.min.value >= MOST_SIGNS) return [null];
    return Array.from({ length: member.max.value - member.min.value + 1 }, (_, index) => member.min.value + index);
  });
  return codes.includes(null) || codes.length > MOST_SIGNS ? null : codes;
}

/** Of a class. */
const MOST_SIGNS = 10;

function signsOf(codes, { folds }) {
  if (codes === null || codes.some((code) => (code < 0x20 && code !== 9) || (folds && code >= 0x80))) return null;
  return unique(codes.map((code) => (folds ? String.fromCodePoint(code).toLowerCase() : String.fromCodePoint(code))));
}

/** Null where they are too many, or none can be. */
function crossed(left, right) {
  if (left.length * right.length > MOST * MOST) return null;
  const all = few(left.flatMap((start) => right.map((end) => joined(start, end)).filter((text) => text !== null)));
  return all?.length === 0 ? null : all;
}

/** Null where the second cannot stand behind the first. */
function joined(left, right) {
  const text = (left + right)
    .replace(/\x08+/g, EDGE)
    .replace(/\x08\x02/g, START + EDGE)
    .replace(/\x03\x08/g, EDGE + END);
  if (/[^\x02\x08]\x02|\x03[^\x03\x08]/.test(text)) return null;
  const done = text
    .replace(/\x02+/g, START)
    .replace(/\x03+/g, END)
    .replace(/(?<=[\w\x04])\x08(?=[^\w\x04])|(?<=[^\w\x04])\x08(?=[\w\x04])/g, '');
  // Between two of a word, or two that are of none, is no edge; where the text ends, it has no word beyond.
  return /[^\x08]\x08[^\x08]/.test(done) ? null : done;
}

const isEmpty = (text) => /^[\x02\x03\x08]*$/.test(text);

/** Without pieces that hold another. */
function fewest(pieces) {
  const holds = (piece, other) => {
    const [, before, after] = /^([\x02\x08]*)[\s\S]*?([\x03\x08]*)$/.exec(other);
    if (before === '' && after === '') return piece.includes(other);
    return (after === '' && piece.startsWith(other)) || (before === '' && piece.endsWith(other));
  };
  return pieces.filter((piece) => !pieces.some((other) => other !== piece && holds(piece, other)));
}

/** Pieces that can be looked for: without digits, of which one stands for all. */
function told(pieces) {
  return fewest(unique(pieces.map((piece) => (piece.includes(DIGIT) ? withoutDigits(piece) : piece)).map(trimmed)));
}

function withoutDigits(piece) {
  const longest = piece.split(DIGIT).reduce((best, part) => (bare(part).length > bare(best).length ? part : best));
  return bare(longest).length > 1 ? longest : DIGIT;
}

const bare = (piece) => piece.replace(/[\x02\x03\x08]/g, '');

/** Of many pieces, their first or last letters, which are fewer. */
function shortened(pieces) {
  if (pieces.length < LONG) return [];
  return [2, 3, 5]
    .flatMap((length) => [
      pieces.map((piece) => new RegExp(`^[\\x02\\x08]*[\\s\\S]{1,${length}}(?:[\\x03\\x08]*$)?`).exec(piece)[0]),
      pieces.map((piece) => new RegExp(`(?:^[\\x02\\x08]*)?[^\\x02\\x03\\x08]{1,${length}}[\\x03\\x08]*$`).exec(piece)?.[0] ?? piece),
    ])
    .map((list) => fewest(unique(list.map(trimmed))));
}

/** An edge is told only where a word ends there. */
function trimmed(piece) {
  return piece.replace(/^\x08(?!\w)/, '').replace(/(?<!\w)\x08$/, '');
}

function cost(pieces, { folds }) {
  return part(textsPassing({ kind: 'pieces', pieces: told(fewest(pieces)) }, folds)) + pieces.length * PIECE;
}

/** The signs that a text begins or ends with, where an expression stands at its start or end. */
function edgesOf({ alternatives }, how) {
  if (how.hasLines) return [];
  const isAt = (kind, element) => element?.type === 'Assertion' && element.kind === kind;
  return [
    ...(alternatives.every(({ elements }) => isAt('start', elements[0])) ? signsAt('firsts', alternatives, how) : []),
    ...(alternatives.every(({ elements }) => isAt('end', elements.at(-1))) ? signsAt('lasts', alternatives, how) : []),
  ];
}

function signsAt(kind, alternatives, how) {
  const { codes, isOpen } = alternativesSigns(kind, alternatives, how);
  return isOpen || codes.has(8) || codes.size > MOST_EDGE ? [] : [{ kind, signs: [...codes].sort((a, b) => a - b) }];
}

/** Of some hundred, most texts begin with one. */
const MOST_EDGE = 90;
/** Stands for all signs beyond ASCII. */
export const BEYOND = 0x80;

/** `isOpen`: what it matches may be empty. */
function alternativesSigns(kind, alternatives, how) {
  const codes = new Set();
  let isOpen = false;
  for (const { elements } of alternatives) {
    let isThrough = true;
    for (const element of kind === 'firsts' ? elements : elements.toReversed()) {
      const own = elementSigns(kind, element, how);
      for (const code of own.codes) codes.add(code);
      isThrough = own.isOpen;
      if (!isThrough) break;
    }
    isOpen ||= isThrough;
  }
  return { codes, isOpen };
}

function elementSigns(kind, element, how) {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return alternativesSigns(kind, element.alternatives, how);
    case 'Quantifier': {
      const inside = elementSigns(kind, element.element, how);
      return { codes: element.max === 0 ? new Set() : inside.codes, isOpen: inside.isOpen || element.min === 0 };
    }
    case 'Assertion':
      return { codes: new Set(), isOpen: true };
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return { codes: matching(element, how), isOpen: false };
    default:
      return { codes: new Set(ALL), isOpen: true };
  }
}

/** Asks the expression itself; of signs beyond ASCII, one that it may match stands for all. */
function matching(element, { flags }) {
  const built = new RegExp(`^(?:${element.raw})$`, flags.replace(/[^ius]/g, ''));
  const isPlain =
    element.type === 'Character'
      ? element.value < BEYOND
      : element.type === 'CharacterSet'
        ? !element.negate && (element.kind === 'digit' || element.kind === 'word')
        : !element.negate && element.elements.every((member) => isPlainMember(member));
  return new Set(ALL.filter((code) => (code === BEYOND ? !isPlain : built.test(String.fromCharCode(code)))));
}

const isPlainMember = (member) =>
  member.type === 'Character'
    ? member.value < BEYOND
    : member.type === 'CharacterClassRange'
      ? member.max.value < BEYOND
      : !member.negate && (member.kind === 'digit' || member.kind === 'word');

const ALL = Array.from({ length: BEYOND + 1 }, (_, code) => code);

function few(texts) {
  const all = unique(texts);
  return all.length <= MOST ? all : null;
}

const unique = (texts) => [...new Set(texts)];
