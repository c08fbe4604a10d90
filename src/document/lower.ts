/**
 * The text in lower case with ASCII quotes, apostrophes, dashes and spaces; exactly as long as the text, so that a match
 * in it is a range of the text.
 */
export function lowerSameLength(text: string): string {
  // U+0130 is the one letter whose lower case has another length.
  const lower = unThai(text.replace(/İ/g, 'i').toLowerCase());
  return lower.replace(/[\u00a0\u2018-\u201f\u2032\u2033\u02bc\u00b4\u00ab\u00bb\u2010-\u2015\u2212]/g, (char) => ASCII[char] ?? char);
}

/** UTF-8 quotes and dashes read as Thai become one letter, which stands alone in a text without other Thai. */
function unThai(lower: string): string {
  if (!lower.includes('\u0e42')) return lower;
  return lower.replace(/([a-z]?)\u0e42(?![\u0e00-\u0e7f])([a-z]?)/g, (_, before: string, after: string) => {
    const mark = before !== '' && after !== '' ? "'" : before === '' && after === '' ? '-' : '"';
    return before + mark + after;
  });
}

const ASCII: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '\u2032': "'",
  '\u2033': '"',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
};
