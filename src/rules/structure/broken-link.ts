import type { Block, Link } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import { onlyFirst } from '../checks/merge.js';
import { numberOption, wordingOption } from './options.js';
import { proseOf, sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** Links that cannot work: no target, no address after mailto:, a protocol cut short, another address than the one shown. */
export const brokenLink: StructureTest = ({ document }) =>
  document.blocks.flatMap((block) =>
    block.links.flatMap((link): Hit[] => {
      const text = document.text.slice(link.start, link.end);
      const fault = text.trim() === '' || isControl(block, link) ? null : faultOf(link, text);
      if (fault === null) return [];
      return [{ ...placeOf(block, link), values: { words: text, target: link.url || '(empty)', fault }, key: `${text}|${link.url}` }];
    }),
  );

/** "Click here" (`any`) in a sentence without a link or an address, in a text that has at least `links` links. */
export const hereWithoutLink: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "here-without-link" needs the option "any"');
  const links = context.document.blocks.reduce((sum, block) => sum + block.links.length, 0);
  const hits = proseOf(context.document).flatMap((sentence) => {
    const found = context.pattern(any).find(sentence.lower);
    const hasLink = sentence.block.links.some((link) => link.start < sentence.end && link.end >= sentence.start);
    if (!found || hasLink || /: ?$/.test(sentence.lower) || /https?:|www\.|\S@\S|\.(?:com|org|net|io)\b/.test(sentence.lower)) return [];
    const focus = { start: sentence.start + found.start, end: sentence.start + found.end };
    // Without any link in the text they may have been lost on the way to this file.
    const sure = links >= numberOption(options, 'links', 1);
    return [
      sentenceHit(sentence, {
        focus,
        values: { words: sentence.text.slice(found.start, found.end) },
        key: 'here',
        ...(sure ? {} : { confidence: 'low' }),
      }),
    ];
  });
  return onlyFirst(hits);
};

function faultOf({ url }: Link, text: string): string | null {
  const target = url.trim();
  if (target === '' || target === '#') return 'has no target';
  if (/^https?:\/(?!\/)|^https?\/\/|^https?:\/\/(?:$|https?:)|^(?:www\.)?https?:?\/?$/i.test(target)) return 'has a malformed target';
  if (!/^mailto:/i.test(target)) return null;
  const address = target.slice(7).split('?')[0] ?? '';
  if (/[{[%]|email.protected/.test(address)) return null;
  if (!/^[^@\s]{1,80}@[^@\s]{1,100}\.[a-z]{2,24}$/i.test(address)) return 'has no valid e-mail address';
  const shown = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/.exec(text)?.[0];
  return shown && shown.toLowerCase() !== address.toLowerCase() ? 'goes to another address than it shows' : null;
}

/** A link without a target in a block that holds next to nothing but links is a button of the page. */
function isControl(block: Block, link: Link): boolean {
  const around = block.end - block.start - block.links.reduce((sum, { start, end }) => sum + end - start, 0);
  return /^#?$/.test(link.url.trim()) && (around < 9 || block.kind !== 'paragraph');
}

function placeOf(block: Block, link: Link): Pick<Hit, 'range' | 'focus' | 'section'> {
  const sentence = block.sentences.find(({ start, end }) => start <= link.start && link.start < end);
  const { start, end } = sentence ?? block;
  return { range: { start, end }, focus: { start: link.start, end: link.end }, section: block.section };
}
