/** Provisions that a text cites, with what the law database knows of them. */
import { type Provision, provision } from '../data/law.js';
import type { Span } from '../document/types.js';

export interface Citation {
  readonly span: Span;
  readonly provision: Provision;
}

/** In the order of the text; what names a provision that the database does not know is left out. */
export function citationsIn(source: string): Citation[] {
  const found: Citation[] = [];
  for (const { expression, idOf } of FORMS) {
    for (const match of source.matchAll(expression)) {
      const known = longest(idOf(match.map((group) => group ?? '')));
      if (known) found.push({ span: { start: match.index, end: match.index + match[0].length }, provision: known });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

interface Form {
  readonly expression: RegExp;
  /** The parts of the id, from the instrument down to the letter, of the groups of a match. */
  idOf(groups: readonly string[]): readonly string[];
}

const ARTICLE = String.raw`art(?:icle|\.)?s?\s{0,2}(\d{1,3})(?:\s?\((\d{1,2})\))?(?:\s?\(([a-z])\))?`;
const LAW = '(UK\\s|EU\\s)?(GDPR|General\\sData\\sProtection\\sRegulation|LGPD|ePrivacy\\sDirective)\\b';

const FORMS: readonly Form[] = [
  {
    // "Art. 6(1)(f) GDPR", "Article 17 of the UK GDPR"
    expression: new RegExp(String.raw`\b${ARTICLE},?\s{0,2}(?:of\s(?:the\s)?)?${LAW}`, 'gi'),
    idOf: ([, article = '', paragraph = '', letter = '', country = '', law = '']) => [instrument(country, law), article, paragraph, letter],
  },
  {
    // "GDPR Art. 6(1)(f)"
    expression: new RegExp(String.raw`\b${LAW},?\s{1,2}${ARTICLE}`, 'gi'),
    idOf: ([, country = '', law = '', article = '', paragraph = '', letter = '']) => [instrument(country, law), article, paragraph, letter],
  },
  {
    // "Cal. Civ. Code § 1798.105", "16 C.F.R. section 312.4"
    expression: /(?:§{1,2}|\bsections?)\s{0,2}(1798\.\d{2,3}|22575|312\.\d{1,2}|7704)(?:\s?\(([a-z])\))?(?:\s?\((\d{1,2})\))?/gi,
    idOf: ([, section = '', letter = '', number = '']) => [statute(section), section, letter, number],
  },
];

function instrument(country: string, law: string): string {
  if (/^lgpd/i.test(law)) return 'LGPD';
  if (/^eprivacy/i.test(law)) return 'EPRIVACY';
  return /^uk/i.test(country) ? 'UKGDPR' : 'GDPR';
}

function statute(section: string): string {
  if (section.startsWith('312.')) return 'COPPA';
  if (section === '22575') return 'CALOPPA';
  if (section === '7704') return 'CANSPAM';
  return section === '1798.83' ? 'CALSTL' : 'CCPA';
}

/** The letter where it is known, else the paragraph, else the article. */
function longest(parts: readonly string[]): Provision | undefined {
  const named = parts.map((part, index) => (index === 0 ? part : part.toLowerCase())).filter((part) => part !== '');
  for (let length = named.length; length > 1; length--) {
    const known = provision(named.slice(0, length).join('-'));
    if (known) return known;
  }
  return undefined;
}
