import { anyOf, language } from '../../data/lexicon.js';
import { records, strings } from '../../data/untyped.js';
import type { PolicyDocument, Range, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { onlyFirst } from '../checks/merge.js';
import { numberOption, type Options, wordsOption } from './options.js';
import type { StructureTest } from './test.js';

/**
 * Words that lost the space between them, from `at-least` places on: one finding, every place related to it. `glued`: pairs of lists, a
 * word of the `first` and one of the `second` as one ("tothe"); `before-capital`: small words before a capital ("anInternet").
 */
export const runTogether: StructureTest = ({ document }, options) => {
  if (document.language !== language && document.language !== 'und') return [];
  const { glued: pairs, capital } = expressionsOf(options);
  const hits: Hit[] = [];
  for (const sentence of document.sentences) {
    if (sentence.block.kind === 'code') continue;
    const glued = pairs.exec(sentence.lower) ?? capital.exec(sentence.text);
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

interface Expressions {
  readonly glued: RegExp;
  readonly capital: RegExp;
}

function expressionsOf(options: Options): Expressions {
  const known = made.get(options);
  if (known) return known;
  const pairs = records(options['glued']).map(({ first, second }) => `${anyOf(strings(first))}${anyOf(strings(second))}`);
  const capital = anyOf([...wordsOption(options, 'before-capital')]);
  const expressions = {
    glued: new RegExp(pairs.length === 0 ? '(?!)' : `\\b(?:${pairs.join('|')})\\b`),
    capital: new RegExp(`(?<![\\w./@#-])${capital}[A-Z][a-z]{2,}\\b`),
  };
  made.set(options, expressions);
  return expressions;
}

const made = new WeakMap<Options, Expressions>();

/** "data.This": the full stop and the first word after it, as offsets into the sentence. */
function startsWithoutSpace({ block, start, text }: Sentence, document: PolicyDocument): Range | null {
  if (start === block.start || !/[a-z]\.$/.test(document.text.slice(Math.max(0, start - 2), start))) return null;
  const word = /^[A-Z][a-z]+(?= [a-z])/.exec(text);
  return word ? { start: -1, end: word[0].length } : null;
}
