/**
 * Compiled data in a form that loads fast. Most of it is long texts, lists of texts and lists of numbers of which a run reads a few: as JSON,
 * all of it would be searched for escapes and copied. Numbers stand at the front, two or four bytes each, and are looked at where they stand;
 * texts stand at the end as they are, a byte a character, and become cuts of one text. The rest is JSON, in ASCII, between them.
 */

/** JSON text → what to write, the code that makes the data (`data`) of what was written (`bytes`, a `Buffer`), and whether the data keep views of it. */
export function packData(json) {
  const data = JSON.parse(json);
  const tail = [];
  let length = 0;
  /** The code of a cut. */
  const put = (text) => {
    const start = length;
    length += text.length;
    tail.push(text);
    return `cut(${start}, ${length})`;
  };
  /** Lists of numbers by their width in bytes. */
  const numbers = { 4: [], 2: [] };
  const steps = [];
  const walk = (value, holder, key, path) => {
    if (typeof value === 'string' && value.length >= LONG_TEXT && (value.match(WIDE)?.length ?? 0) <= MAX_WIDE) {
      steps.push(
        `${path} = ${value
          .split(WIDE_APART)
          .map((part) => (WIDE_ONE.test(part) ? ascii(JSON.stringify(part)) : put(part)))
          .join(' + ')};`,
      );
      holder[key] = '';
    } else if (isLongList(value)) {
      const wide = value.flatMap((text, index) => (text.search(WIDE) < 0 ? [] : [index]));
      const narrow = value.map((text, index) => (wide.includes(index) ? '' : text));
      steps.push(`${path} = ${put(narrow.join(SEPARATOR))}.split(${JSON.stringify(SEPARATOR)});`);
      for (const index of wide) steps.push(`${path}[${index}] = ${ascii(JSON.stringify(value[index]))};`);
      holder[key] = [];
    } else if (isLongNumbers(value)) {
      numbers[value.every((number) => number <= 0xffff) ? 2 : 4].push({ path, value });
      holder[key] = [];
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(part, value, name, `${path}[${JSON.stringify(name)}]`);
    }
  };
  const whole = { data };
  walk(data, whole, 'data', 'data');
  const head = ascii(JSON.stringify(whole.data));
  const lists = [...numbers[4], ...numbers[2]];
  const wide = 4 * count(numbers[4]);
  const start = wide + 2 * count(numbers[2]);
  let at = 0;
  for (const { path, value } of lists) {
    const bytes = at < wide ? 4 : 2;
    steps.push(`${path} = new Uint${bytes * 8}Array(bytes.buffer, bytes.byteOffset + ${at}, ${value.length});`);
    at += bytes * value.length;
  }
  const code = [
    ...(lists.length > 0
      ? [
          `if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) bytes.subarray(0, ${wide}).swap32(), bytes.subarray(${wide}, ${start}).swap16();`,
        ]
      : []),
    `const text = bytes.latin1Slice(${start});`,
    `const data = JSON.parse(text.slice(0, ${head.length}));`,
    `const cut = (start, end) => text.slice(${head.length} + start, ${head.length} + end);`,
    ...steps,
  ].join('\n');
  const front = Buffer.alloc(start);
  at = 0;
  for (const { value } of lists)
    for (const number of value) at = at < wide ? front.writeUInt32LE(number, at) : front.writeUInt16LE(number, at);
  return { content: Buffer.concat([front, Buffer.from(head + tail.join(''), 'latin1')]), code, isKept: lists.length > 0 };
}

const count = (lists) => lists.reduce((sum, { value }) => sum + value.length, 0);

const isLongNumbers = (value) =>
  Array.isArray(value) &&
  value.length >= LONG_NUMBERS &&
  value.every((entry) => Number.isInteger(entry) && entry >= 0 && entry <= 0xffffffff);

const isLongList = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((entry) => typeof entry === 'string' && !entry.includes(SEPARATOR)) &&
  value.reduce((sum, entry) => sum + entry.length, 0) >= LONG_LIST;

const LONG_TEXT = 2000;
const LONG_LIST = 20_000;
const LONG_NUMBERS = 1000;
/** Characters that take more than a byte: few are put in between, of texts with many JSON is as good. */
const MAX_WIDE = 50;
const WIDE = /[^\0-\xff]/g;
const WIDE_APART = /([^\0-\xff])/;
const WIDE_ONE = /^[^\0-\xff]$/;
const SEPARATOR = '\u0001';

const ascii = (text) => text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
