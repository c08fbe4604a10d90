/**
 * Edits of real policies for the bench of `policylint diff`. Each gives the new text, or null where the policy has no place for
 * it, and says which change must be among those reported; an edit of form alone must report none.
 */

/** @typedef {{kind: string, edit: (text: string) => string | null, expected: RegExp | null}} Edit */

/** @type {readonly Edit[]} */
export const EDITS = [
  {
    kind: 'retention made longer',
    edit: (text) =>
      each(text, /\b(?:retain|kept|keep|store[ds]?|delete[ds]?)\b[^.\n]{0,80}?\b(\d{1,3}) (?:days|months|years)\b/gi, (hit, n) =>
        hit.replace(n, String(Number(n) * 3)),
      ),
    expected: /^weakened retention$/,
  },
  {
    kind: 'retention made shorter',
    edit: (text) =>
      each(text, /\b(?:retain|kept|keep|store[ds]?|delete[ds]?)\b[^.\n]{0,80}?\b([3-9]\d|1\d\d) days\b/gi, (hit, n) => hit.replace(n, '9')),
    expected: /^strengthened retention$/,
  },
  {
    kind: 'denial of sale turned round',
    edit: (text) =>
      each(text, /\b([Ww]e) (?:do not|don't|never|will not|will never|won't) (sell|share|rent)\b/g, (_, we, verb) => `${we} ${verb}`),
    expected: /^(?:weakened|added|removed) (?:sale|sharing|data-category)$/,
  },
  {
    kind: 'denial made with an exception',
    edit: (text) =>
      once(
        text,
        /\b([Ww]e (?:do not|don't|will not|never) (?:sell|share|rent)[^.\n;:]{5,120})\.(?=\s)/,
        (_, all) => `${all}, except with our advertising partners.`,
      ),
    expected: /^(?:(?:weakened|changed|added) (?:sale|sharing)|weakened data-category)$/,
  },
  {
    kind: 'recipient added',
    edit: (text) => `${text}\n\nWe use Mixpanel for analytics and Sendgrid for e-mail delivery.\n`,
    expected: /^added processor$/,
  },
  {
    kind: 'transfer added',
    edit: (text) => `${text}\n\nYour personal data is transferred to servers in Brazil and India.\n`,
    expected: /^(?:added|weakened|changed) transfer$/,
  },
  {
    kind: 'age lowered',
    edit: (text) =>
      each(
        text,
        /\b(?<=(?:children|minors|anyone|persons?|individuals|users) (?:who (?:are|is) )?)(under|below)( the age of)? (1[3-8])\b/g,
        (_, a, b = '', n) => `${a}${b} ${n - 2}`,
      ),
    expected: /^weakened minimum-age$/,
  },
  {
    kind: 'date moved',
    edit: (text) =>
      once(
        text,
        /((?:last (?:updated|modified|revised)|effective(?: date| from| as of)?)[^\n\d]{0,15}[^\n]{0,14}?)\b20\d\d\b/i,
        (_, before) => `${before}2027`,
      ),
    expected: /^(?:changed|added|removed) effective-date$/,
  },
  {
    kind: 'right removed',
    edit: (text) => lineOut(text, /\bright (?:to|of) (?:data )?portability|data portability\b/i),
    expected: /^removed right$/,
  },
  {
    kind: 'address changed',
    edit: (text) => each(text, /\b[\w.+-]{2,30}@([\w-]{2,30}\.[a-z]{2,6})\b/gi, (_, domain) => `new.address@${domain}`),
    expected: /^(?:changed|added|removed) (?:contact|dpo)$/,
  },
  {
    kind: 'promise of security removed',
    edit: (text) => lineOut(text, /\bencrypt(?:ed|ion|s)?\b/i),
    expected: /^removed security$/,
  },
  {
    kind: 'collection added',
    edit: (text) => `${text}\n\nWe also collect your fingerprints and your browsing history.\n`,
    expected: /^(?:added|changed|weakened) data-category$/,
  },
  {
    kind: 'marks of lists, ends of lines',
    edit: (text) =>
      text
        .replace(/^(\s*)[-*] /gm, '$1+ ')
        .replace(/\n\n/g, '\n\n\n')
        .replace(/\n/g, '\r\n'),
    expected: null,
  },
  { kind: 'lines wrapped anew', edit: (text) => rewrapped(text), expected: null },
  {
    kind: 'emphasis and typographic quotes',
    edit: (text) => text.replace(/\*\*([^*\n]+)\*\*/g, '__$1__').replace(/(\w)'(\w)/g, '$1’$2'),
    expected: null,
  },
  { kind: 'sections moved', edit: (text) => sectionsMoved(text), expected: null },
];

/** All matches replaced; null where nothing changed. */
function each(text, pattern, by) {
  const edited = text.replace(pattern, by);
  return edited === text ? null : edited;
}

function once(text, pattern, by) {
  return each(text, pattern, by);
}

/** The one line that has the words goes; null where several lines or none have them. */
function lineOut(text, pattern) {
  const lines = text.split('\n');
  const hits = lines.filter((line) => pattern.test(line));
  return hits.length === 1 && hits[0].length < 600 && /[a-z]{3} [^\n]{30}/.test(hits[0]) && !/^[#*]/.test(hits[0])
    ? lines.filter((line) => line !== hits[0]).join('\n')
    : null;
}

/** Plain paragraphs broken at 70 columns. */
function rewrapped(text) {
  const edited = text
    .split('\n\n')
    .map((block) => (/^[A-Z][^\n|#>`]+[.]$/.test(block) ? block.replace(/(.{50,70}) (?=[a-z])/g, '$1\n') : block))
    .join('\n\n');
  return edited === text ? null : edited;
}

/** Two neighbouring sections of the second level change places. */
function sectionsMoved(text) {
  const parts = text.split(/^(?=## )/m);
  if (parts.length < 5) return null;
  const at = Math.floor(parts.length / 2);
  const end = (part) => `${part.trimEnd()}\n\n`;
  return [...parts.slice(0, at), end(parts[at + 1]), end(parts[at]), ...parts.slice(at + 2)].join('');
}
