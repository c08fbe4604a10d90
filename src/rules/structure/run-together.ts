import type { PolicyDocument, Range, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { onlyFirst } from '../checks/merge.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** Words that lost the space between them, from `at-least` places on: one finding, every place related to it. */
export const runTogether: StructureTest = ({ document }, options) => {
  if (document.language !== 'en' && document.language !== 'und') return [];
  const hits: Hit[] = [];
  for (const sentence of document.sentences) {
    if (sentence.block.kind === 'code') continue;
    const glued = GLUED.exec(sentence.lower) ?? CAPITAL.exec(sentence.text);
    const focus = glued ? { start: glued.index, end: glued.index + glued[0].length } : startsWithoutSpace(sentence, document);
    if (!focus) continue;
    const [start, end] = [sentence.start + focus.start, sentence.start + focus.end];
    hits.push({
      range: { start: sentence.start, end: sentence.end },
      focus: { start, end },
      section: sentence.block.section,
      values: { words: document.text.slice(start, end) },
      key: 'run-together',
    });
  }
  return hits.length < numberOption(options, 'at-least', 3) ? [] : onlyFirst(hits);
};

/** Two common words as one that is none: "tothe", "wewill", "yourdata". */
const GLUED =
  /\b(?:(?:of|to|in|on|or|by|for|with|from|and|the|as|is|are|at|that|this|if|when|may|can|will|use|using|about)(?:the|your|our|you|we|this|these|those|their|personal|information)|(?:we|you|they)(?:will|are|have|may|can|use|collect|share|provide|do|agree)|(?:the|your|our|this|their|personal)(?:data|information|site|website|service|services|account|policy|use|personal))\b/;

/** "anInternet": a small word before a capital. */
const CAPITAL = /(?<![\w./@#-])(?:an|the|of|by|or|and|our|your|with|from|is)[A-Z][a-z]{2,}\b/;

/** "data.This": the full stop and the first word after it, as offsets into the sentence. */
function startsWithoutSpace({ block, start, text }: Sentence, document: PolicyDocument): Range | null {
  if (start === block.start || !/[a-z]\.$/.test(document.text.slice(Math.max(0, start - 2), start))) return null;
  const word = /^[A-Z][a-z]+(?= [a-z])/.exec(text);
  return word ? { start: -1, end: word[0].length } : null;
}
