/** Which lines around one that holds a street or a code belong to the same address. */
import { placesIn } from '../data/countries.js';
import { whenAsked } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { isWhole } from '../data/phrases.js';
import { forLettersOf } from '../document/letters.js';
import type { Range, Sentence } from '../document/types.js';
import { hasLegalForm, nameAfter } from './names.js';

const words = lexicon('contact');

/** Short lines around it are its other lines: the name above, the city and country below. */
export function withNeighbours(sentence: Sentence, sentences: readonly Sentence[]): Range {
  let { start, end } = sentence;
  for (let back = 1; back <= 2 && !opensWithCompany(sentence); back++) {
    const line = sentences[sentence.index - back];
    if (!line || !isNeighbour(line, sentence) || isLabel(line) || /@|\+ ?\d|\bphone\b|\btel[.:]/i.test(line.text)) break;
    start = line.start;
  }
  for (let on = 1; on <= 4; on++) {
    const line = sentences[sentence.index + on];
    if (!line || !standsBeside(line, sentence) || isNextParty(line, sentence)) break;
    if (!isNeighbour(line, sentence) || /@|:|\+\d|\baddress\b/i.test(line.text)) {
      // "24116 Kiel hello@larkbox.test": the town, and on the same line something else.
      const town = forLettersOf(line.text, PLAIN_TOWN(), WIDE_TOWN).exec(line.text)?.[0].trimEnd();
      if (town) end = line.start + town.length;
      break;
    }
    if (!/\d/.test(line.text) && placesIn(line.text).length === 0) break;
    end = line.end;
  }
  return { start, end };
}

/** "Address", "Write to us:", and prose, of which the name of a company ("Acme Ltd.") is none. */
const isLabel = (line: Sentence): boolean =>
  isWhole(words.pattern('address-cue'), line.lower) || (/[:.]$/.test(line.text) && !(/\.$/.test(line.text) && isCompany(line)));

/** A code and a town, or a town, its state and its code, where they open a line. */
const townOf = (capital: string, letter: string, flags = ''): RegExp =>
  new RegExp(
    String.raw`^(?:(?:[A-Z]{1,2}-)?\d{4,5} ${capital}[${letter}-]{2,30}(?= \S{1,60}@|$)|${capital}[${letter} .'-]{1,30}, [A-Z]{2},? \d{5}(?:-\d{4})?\b)`,
    flags,
  );
const PLAIN_TOWN = whenAsked(() => townOf('[A-Z]', 'A-Za-z'));
const WIDE_TOWN = whenAsked(() => townOf(String.raw`\p{Lu}`, String.raw`\p{L}`, 'u'));

/** The next company of a list of addresses, or the next entry, which a line of prose goes before. */
function isNextParty(line: Sentence, sentence: Sentence): boolean {
  return (line.block.kind === 'item' && sentence.block.kind !== 'item') || opensWithCompany(line);
}

function isCompany({ text }: Sentence): boolean {
  const name = nameAfter(text, 0);
  return name !== null && name.start === 0 && name.end >= text.length - 1 && hasLegalForm(text.slice(name.start, name.end));
}

function opensWithCompany({ text }: Sentence): boolean {
  const name = nameAfter(text, 0);
  return name !== null && name.start < 4 && hasLegalForm(text.slice(name.start, name.end));
}

/** In the same part of the text; of a table, in the same row. */
const standsBeside = (line: Sentence, sentence: Sentence): boolean =>
  line.block.section === sentence.block.section &&
  line.block.table?.table === sentence.block.table?.table &&
  line.block.table?.row === sentence.block.table?.row;

function isNeighbour(line: Sentence, sentence: Sentence): boolean {
  return (
    standsBeside(line, sentence) &&
    line.block.kind !== 'heading' &&
    line.text.length < 60 &&
    Math.abs(line.block.index - sentence.block.index) <= 4 &&
    isAddressLine(line.text)
  );
}

/** A line that is an address and little else: no sentence of its own. */
export function isAddressLine(text: string): boolean {
  return text.length < 220 && !/\b(?:is|are|was|were|will|may|can|have|has|having|do|does|should|must|we|you|your|if)\b/i.test(text);
}
