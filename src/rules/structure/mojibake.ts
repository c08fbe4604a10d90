import { expression } from '../../data/expression.js';
import type { PolicyDocument, Range, Sentence } from '../../document/types.js';
import { onlyFirst } from '../checks/merge.js';
import type { StructureTest } from './test.js';

/** Characters that a wrong decoding left behind. One finding, every place related to it. */
export const mojibake: StructureTest = ({ document }) => {
  const latin = document.language === 'en' || document.language === 'und';
  const strays = latin ? strayLetters(document.text) : [];
  const mayBeBroken = mayHoldBroken(document.text);
  const mayHaveBullets = latin && OTHER_SCRIPT.test(document.source);
  if (!mayBeBroken && !mayHaveBullets && strays.length === 0) return [];
  const hits = document.sentences.flatMap((sentence) => {
    if (sentence.block.kind === 'code') return [];
    const broken = mayBeBroken && mayHoldBroken(sentence.text) ? BROKEN.exec(sentence.text) : null;
    const at = broken
      ? { start: sentence.start + broken.index, end: sentence.start + broken.index + broken[0].length }
      : strayIn(strays, sentence);
    if (!at && !(mayHaveBullets && hasBrokenBullet(sentence, document))) return [];
    const words = at ? document.text.slice(at.start, at.end) : 'a broken bullet';
    return [
      {
        range: { start: sentence.start, end: sentence.end },
        ...(at ? { focus: at } : {}),
        section: sentence.block.section,
        values: { words },
        key: 'mojibake',
      },
    ];
  });
  return onlyFirst(hits);
};

/** UTF-8 read as Windows-1252 or GBK, the replacement character, control characters, an apostrophe that became "?". */
const BROKEN = expression(
  'structure',
  'u',
)`â€[\u0080-\u024f\u2010-\u2122]?|Ã[\u0080-\u00bf\u0152-\u0192\u2010-\u2122]|Â[\u00a0-\u00bf]|ï»¿|ï¿½|\ufffd|[\u0080-\u009f]|鈥|锟|&amp;#?\w{2,6};|(?<=\p{Ll})\?${'contraction-end'}(?= \p{Ll})`;

/** What every match of `BROKEN` begins with or holds, without look-behind and Unicode classes. Strings and signs alone are found faster than one of them all. */
const mayHoldBroken = (text: string): boolean =>
  BROKEN_SIGN.test(text) || text.includes('â€') || text.includes('&amp;') || BROKEN_APOSTROPHE.test(text);
const BROKEN_SIGN = /[\u0080-\u009f\u00c2\u00c3\u00ef\ufffd鈥锟]/;
const BROKEN_APOSTROPHE = expression('structure')`\?${'contraction-end'}`;

const MAX_STRAYS = 60;

const OTHER_SCRIPT = /[\u0400-\u04ff\u0590-\u06ff\u0e00-\u0e7f]/;

/** Single letters of another script between words of a Latin text: what was a bullet or a tick. */
function strayLetters(text: string): Range[] {
  const found: Range[] = [];
  if (!OTHER_SCRIPT.test(text)) return found;
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[\u0400-\u04ff\u0590-\u06ff\u0e00-\u0e7f](?![\p{L}\p{N}\p{M}])/gu)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found.length <= MAX_STRAYS ? found : [];
}

/** The first sentence of an item, before which a letter of another script stands: the bullet, no part of the clean text. */
function hasBrokenBullet({ block, start, text }: Sentence, document: PolicyDocument): boolean {
  if (block.kind !== 'item' || block.start !== start) return false;
  const at = document.toSource({ start, end: start + Math.min(1, text.length) }).start;
  return /^[^\n]{0,10}[\u0400-\u04ff\u0590-\u06ff\u0e00-\u0e7f][ \t]*$/.test(
    document.source.slice(Math.max(0, document.source.lastIndexOf('\n', at - 1) + 1), at),
  );
}

const strayIn = (strays: readonly Range[], sentence: Range): Range | undefined =>
  strays.find((range) => range.start >= sentence.start && range.end <= sentence.end);
