import type { Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { numberOption } from './options.js';
import { sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** Terms that are defined and never used, or defined twice. One finding, the places related to it; `at-least` so many terms. */
export const definedTerms: StructureTest = (context, options) => {
  const definitions = definitionsOf(context);
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
const DEFINED =
  /^(?:the (?:term )?)?["“']?([A-Z][\w/-]{1,30}(?: [A-Za-z][\w/-]{1,30}){0,3})["”']?:? (?:means|refers to|shall mean|is defined as)\b/i;

function definitionsOf({ document }: RuleContext): Definition[] {
  return document.sentences.flatMap((sentence) => {
    const match = DEFINED.exec(sentence.text);
    const term = match?.[1];
    if (
      !match ||
      !term ||
      !/^[A-Z][\w/-]*(?: (?:of|and|or|[A-Z][\w/-]*))*$/.test(term) ||
      /^(?:Using|This|That|It|Which|What|These|Here|There|By|We|You|In|If)\b/.test(term)
    )
      return [];
    const at = sentence.start + sentence.text.indexOf(term);
    return [{ term, sentence, range: { start: at, end: at + term.length } }];
  });
}

function isUsed(term: string, sentence: Sentence, { document }: RuleContext): boolean {
  const stems = term
    .split('/')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .replace(/(?:ies|y|s)$/, ''),
    )
    .filter((stem) => stem.length > 1);
  return stems.some((stem) => {
    const wanted = new RegExp(`(?<![a-z])${stem.replace(/[^\w ]/g, '.')}`, 'g');
    for (const match of document.lower.matchAll(wanted)) if (match.index < sentence.start || match.index >= sentence.end) return true;
    return false;
  });
}
