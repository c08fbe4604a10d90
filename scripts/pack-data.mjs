/**
 * Compiled data in a form that loads fast. Most of it is long texts and lists of texts of which a run reads a few: as JSON, all of it
 * would be searched for escapes and copied. They stand behind the rest as they are, a byte a character, and become cuts of the one text
 * that the file is. The rest stays JSON, in ASCII: both are read without decoding.
 */

/** JSON text → what to write, and the code that makes an expression for what was written, a text, into the data (`variable` holds it). */
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
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) walk(part, value, name, `${path}[${JSON.stringify(name)}]`);
    }
  };
  const whole = { data };
  walk(data, whole, 'data', 'data');
  const head = ascii(JSON.stringify(whole.data));
  const code = [
    `const data = JSON.parse(text.slice(0, ${head.length}));`,
    `const cut = (start, end) => text.slice(${head.length} + start, ${head.length} + end);`,
    ...steps,
  ].join('\n');
  return { content: Buffer.from(head + tail.join(''), 'latin1'), code };
}

const isLongList = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((entry) => typeof entry === 'string' && !entry.includes(SEPARATOR)) &&
  value.reduce((sum, entry) => sum + entry.length, 0) >= LONG_LIST;

const LONG_TEXT = 2000;
const LONG_LIST = 20_000;
/** Characters that take more than a byte: few are put in between, of texts with many JSON is as good. */
const MAX_WIDE = 50;
const WIDE = /[^\0-\xff]/g;
const WIDE_APART = /([^\0-\xff])/;
const WIDE_ONE = /^[^\0-\xff]$/;
const SEPARATOR = '\u0001';

const ascii = (text) => text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
