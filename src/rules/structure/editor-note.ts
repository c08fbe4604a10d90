import type { PolicyDocument, Sentence, Span } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { wordingOption } from './options.js';
import { sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** Notes among the authors: `any` in what readers see, `of` in HTML comments, which are public too. */
export const editorNote: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  const of = wordingOption(options, 'of');
  const { document } = context;
  const shown = document.sentences.flatMap((sentence): Hit[] => {
    const found = any === null || sentence.block.kind === 'code' ? null : context.pattern(any).find(sentence.lower);
    if (!found) return [];
    const focus = { start: sentence.start + found.start, end: sentence.start + found.end };
    return [
      sentenceHit(sentence, { focus, values: { words: sentence.text.slice(found.start, found.end) }, key: sentence.lower.slice(0, 120) }),
    ];
  });
  const hidden = document.comments.flatMap(({ span, text }): Hit[] => {
    if (of === null || text.startsWith('policylint') || !context.pattern(of).test(text.toLowerCase())) return [];
    const sentence = sentenceAfter(span, document);
    return sentence ? [sentenceHit(sentence, { values: { words: text.slice(0, 80) }, key: text.slice(0, 120) })] : [];
  });
  return [...shown, ...hidden];
};

/** A comment is no part of the clean text: the finding stands at what follows it, else at what precedes it. */
function sentenceAfter(span: Span, document: PolicyDocument): Sentence | undefined {
  return document.sentences.find((sentence) => document.toSource(sentence).start >= span.start) ?? document.sentences.at(-1);
}
