import { readdirSync, readFileSync } from 'node:fs';

/** In pieces: the text's start, its end, a word's start or end, a digit. */
export const MARKS = { start: '\u0002', end: '\u0003', edge: '\b', digit: '\u0004' };

/** Which texts of a sample a list lets through, a bit each. */
export function textsPassing({ kind, pieces, signs }, folds) {
  const texts = folds ? small() : sample();
  if (kind === 'pieces') return pieces.reduce((bits, piece) => bits | holding(piece, folds, texts), 0n);
  return bitsOf(texts.map((text) => signs.includes(Math.min(text.charCodeAt(kind === 'firsts' ? 0 : text.length - 1), 0x80))));
}

/** The part of the sample that bits stand for. */
export const part = (bits) => bits.toString(2).replaceAll('0', '').length / sample().length;

const bitsOf = (are) => BigInt(`0b${are.map(Number).join('')}`);
const known = new Map();

function holding(piece, folds, texts) {
  const key = folds + piece;
  let held = known.get(key);
  if (held === undefined) {
    const built = new RegExp(Array.from(piece, (sign) => WRITTEN[sign] ?? sign.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')).join(''));
    held = bitsOf(texts.map((text) => built.test(text)));
    known.set(key, held);
  }
  return held;
}

const WRITTEN = { [MARKS.start]: '^', [MARKS.end]: '$', [MARKS.edge]: '\\b', [MARKS.digit]: '\\d' };

/** Sentences and parts of them, as expressions are asked about. */
function sample() {
  texts ??= readdirSync(SEEDS)
    .sort()
    .filter((name) => /\.txt$/.test(name))
    .flatMap((name) => readFileSync(new URL(name, SEEDS), 'utf8').split('\n'))
    .flatMap((line) => [line, ...line.split(/(?<=[.;:,]) | (?=and |or )/)])
    .map((text, index) => [text, text.toLowerCase(), ` ${text.toLowerCase()}`, `${text.toLowerCase()} `][index % 4] ?? '')
    .filter((text, index) => text.length > 2 && index % 3 === 0)
    .slice(0, 300);
  return texts;
}

function small() {
  smallTexts ??= sample().map((text) => text.toLowerCase());
  return smallTexts;
}

const SEEDS = new URL('../fixtures/seeds/', import.meta.url);
let texts;
let smallTexts;
