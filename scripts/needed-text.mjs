import { RegExpParser } from '@eslint-community/regexpp';

/**
 * What a text must hold for a regular expression to match in it: one of `pieces`, anywhere, at its start or at its end; in small letters where
 * the expression heeds no case. Null where that cannot be told, or says too little. A text without any of them need not be searched with the
 * expression, which then need not be compiled.
 */
export function neededText(source, flags) {
  if (flags.includes('v')) return null;
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const { rows } = readAlternatives(pattern.alternatives, { folds: flags.includes('i'), hasLines: flags.includes('m') });
  const [best] = rows.map(fewest).sort((a, b) => cost(a) - cost(b));
  return best && best.pieces.length <= MOST && commonness(best) < COMMON ? best : null;
}

/** Each piece costs a search. */
const MOST = 40;
/** About how often a text would hold one of the pieces, at most. */
const COMMON = 5;

/**
 * What is read of a part of an expression. `exact`: all texts that it matches, null where they are too many. `rows`: lists of texts of which
 * what it matches holds one each, and where.
 */
const nothing = (exact) => ({ exact, rows: [] });

function readAlternatives(alternatives, how) {
  const read = alternatives.map(({ elements }) => readSequence(elements, how));
  if (read.length === 1) return read[0];
  const exact = read.every((part) => part.exact !== null) ? unique(read.flatMap((part) => part.exact)) : null;
  const rows = ['start', 'end', 'anywhere'].flatMap((at) => {
    const best = read.map(({ rows }) =>
      rows
        .filter((row) => at === 'anywhere' || row.at === at)
        .map((row) => ({ ...row, at }))
        .sort((a, b) => cost(a) - cost(b))
        .at(0),
    );
    return best.every((row) => row !== undefined) ? [{ at, pieces: unique(best.flatMap(({ pieces }) => pieces)) }] : [];
  });
  return { exact: exact !== null && exact.length <= MOST ? exact : null, rows };
}

function readSequence(elements, how) {
  const rows = [];
  let exact = [''];
  let row = [''];
  let at = 'anywhere';
  let letters = '';
  const endRow = (where = at) => {
    if (!row.includes('')) rows.push({ at: where, pieces: row });
    row = [''];
    at = 'anywhere';
  };
  for (const [index, element] of elements.entries()) {
    if (element.type === 'Assertion' && !how.hasLines && element.kind === 'start' && index === 0) at = 'start';
    if (element.type === 'Assertion' && !how.hasLines && element.kind === 'end' && index === elements.length - 1) endRow('end');
    const part = readElement(element, how);
    rows.push(...part.rows.map((inner) => ({ ...inner, at: 'anywhere' })));
    // By themselves they are fewer pieces than with what stands beside them.
    if (part.exact && part.exact.length > 1 && !part.exact.includes('')) rows.push({ at: 'anywhere', pieces: part.exact });
    letters = part.exact?.length === 1 ? letters + part.exact[0] : '';
    if (letters !== '') rows.push({ at: 'anywhere', pieces: [letters] });
    exact = exact && part.exact && crossed(exact, part.exact);
    const next = part.exact && crossed(row, part.exact);
    if (next) row = next;
    else {
      endRow();
      row = part.exact ?? [''];
    }
  }
  endRow();
  return { exact, rows };
}

function readElement(element, how) {
  switch (element.type) {
    case 'Character':
      return nothing(signsOf([element.value], how));
    case 'CharacterClass':
      return nothing(element.negate ? null : signsOf(membersOf(element), how));
    case 'Group':
    case 'CapturingGroup':
      return readAlternatives(element.alternatives, how);
    case 'Quantifier': {
      const { exact, rows } = readElement(element.element, how);
      if (element.max === 1) return element.min === 1 ? { exact, rows } : nothing(exact && unique(['', ...exact]));
      return element.min === 0
        ? nothing(null)
        : { exact: null, rows: exact && !exact.includes('') ? [{ at: 'anywhere', pieces: exact }, ...rows] : rows };
    }
    // What it looks at is of the text too, but takes no room.
    case 'Assertion':
      return element.negate === false && 'alternatives' in element
        ? { exact: [''], rows: readAlternatives(element.alternatives, how).rows }
        : nothing(['']);
    default:
      return nothing(null);
  }
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

/** Beyond ASCII, letters that an expression takes for the same may differ in small letters. */
function signsOf(codes, { folds }) {
  if (codes === null || codes.includes(10) || codes.includes(13) || (folds && codes.some((code) => code >= 0x80))) return null;
  return unique(codes.map((code) => (folds ? String.fromCodePoint(code).toLowerCase() : String.fromCodePoint(code))));
}

function crossed(left, right) {
  const all = unique(left.flatMap((start) => right.map((end) => start + end)));
  return all.length <= MOST ? all : null;
}

/** Without pieces that hold another. */
function fewest({ at, pieces }) {
  const holds = { start: 'startsWith', end: 'endsWith', anywhere: 'includes' }[at];
  return { at, pieces: pieces.filter((piece) => !pieces.some((other) => other !== piece && piece[holds](other))) };
}

/** About how many of the pieces a text of a line holds. */
const commonness = ({ at, pieces }) => pieces.reduce((sum, piece) => sum + LETTERS ** -piece.length, 0) * (at === 'anywhere' ? PLACES : 1);
/** What a piece found in vain costs, and what each search does. */
const cost = (row) => commonness(row) + row.pieces.length / 40;
const LETTERS = 10;
const PLACES = 50;

const unique = (texts) => [...new Set(texts)];
