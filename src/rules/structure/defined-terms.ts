import { expression } from '../../data/expression.js';
import { lexicon, type Pattern } from '../../data/lexicon.js';
import type { Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { numberOption, type Options, wordingOption, wordsOption } from './options.js';
import { sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/**
 * Terms that are defined and never used, or defined twice. One finding, the places related to it; `at-least` so many terms. `any`: what
 * stands behind a term that is defined; `not-terms`: words with a capital that begin no term.
 */
export const definedTerms: StructureTest = (context, options) => {
  const definitions = definitionsOf(context, options);
  const unused = definitions.filter(({ term, sentence }) => !isUsed(term, sentence, context));
  const seen = new Set<string>();
  const first = unused.filter(({ term }) => !seen.has(term.toLowerCase()) && seen.add(term.toLowerCase()));
  const [head, ...others] = first;
  if (!head || first.length < numberOption(options, 'at-least', 1)) return [];
  const terms = first.map(({ term }) => `"${term}"`).join(', ');
  const related = others.map(({ sentence }): { message: string; range: Hit['range'] } => ({
    message: 'also here',
    range: { start: sentence.start, end: sentence.end },
  }));
  return [
    sentenceHit(head.sentence, {
      focus: head.range,
      values: { terms, count: first.length },
      key: terms,
      ...(related.length ? { related } : {}),
    }),
  ];
};

interface Definition {
  readonly term: string;
  readonly sentence: Sentence;
  readonly range: Hit['range'];
}

/** `"Term" means …`, `Term refers to …`, at the start of a sentence. */
function termBefore({ text, lower }: Sentence, defining: Pattern): string | undefined {
  for (const { start } of defining.all(lower)) {
    const term = start > LONGEST ? undefined : OPENING.exec(text.slice(0, start))?.[1];
    if (term !== undefined) return term;
  }
  return undefined;
}

/** Signs before the words that may belong to a term and its quotation marks. */
const LONGEST = 160;
const OPENING = expression('structure', 'i')`^(?:${'term-opening'} )?["“']?([A-Z][\w/-]{1,30}(?: [A-Za-z][\w/-]{1,30}){0,3})["”']?:? $`;
const TERM = expression('structure')`^[A-Z][\w/-]*(?: (?:${'joins-names'}|[A-Z][\w/-]*))*$`;

function withoutEnding(word: string): string {
  const ending = [...lexicon('structure').words('plural-ending')].find((entry) => word.endsWith(entry)) ?? '';
  return word.slice(0, word.length - ending.length);
}

function definitionsOf(context: RuleContext, options: Options): Definition[] {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "defined-terms" needs the option "any"');
  const defining = context.pattern(any);
  const notTerms = wordsOption(options, 'not-terms');
  return context.document.sentences.flatMap((sentence) => {
    const term = termBefore(sentence, defining);
    if (!term || !TERM.test(term) || notTerms.has(/^\w+/.exec(term)?.[0] ?? '')) return [];
    const at = sentence.start + sentence.text.indexOf(term);
    return [{ term, sentence, range: { start: at, end: at + term.length } }];
  });
}

function isUsed(term: string, sentence: Sentence, { document }: RuleContext): boolean {
  const stems = term
    .split('/')
    .map((part) => withoutEnding(part.trim().toLowerCase()))
    .filter((stem) => stem.length > 1);
  return stems.some((stem) => {
    const wanted = new RegExp(`(?<![a-z])${stem.replace(/[^\w ]/g, '.')}`, 'g');
    for (const match of document.lower.matchAll(wanted)) if (match.index < sentence.start || match.index >= sentence.end) return true;
    return false;
  });
}
