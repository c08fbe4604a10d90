/** A heading written as another one is: its markup, its number, its case. */
import { forLettersOf } from '../document/letters.js';
import type { PolicyDocument, Section } from '../document/types.js';
import { lineAt, lineBreak } from './places.js';

export function headingLike(model: Section, heading: string, document: PolicyDocument): string {
  const { source } = document;
  const block = model.heading;
  if (!block) return heading;
  const words = styled(heading, model.title);
  const { start, end } = document.toSource({ start: block.start, end: block.end });
  const line = lineAt(source, start).text.replace(/^(?: {0,3}> ?){1,5}/, '');
  const hashes = /^ {0,3}(#{1,6})[ \t]/.exec(line)?.[1];
  if (hashes) return `${hashes} ${words}`;
  const underline = /^[ \t#]{0,80}\r?\n[ \t>]{0,8}([=-])\1{0,200}[ \t]*(?:\r?\n|$)/.exec(source.slice(end, end + 300))?.[1];
  if (underline && document.format === 'markdown') return words + lineBreak(document) + underline.repeat(words.length);
  return /^\s*(?:\*\*|__)/.test(line) ? `**${words}**` : words;
}

/** Capitals and the next number, as the headings around it have them. */
export function styled(heading: string, like: string): string {
  const numbered = /^(\d{1,2})([.):]{0,2})\s+(?=\D)/.exec(like);
  const isUpper = forLettersOf(like, /[A-Z]{3}/, () => /\p{Lu}{3}/u).test(like) && !forLettersOf(like, /[a-z]/, () => /\p{Ll}/u).test(like);
  const words = isUpper ? heading.toUpperCase() : heading;
  return numbered ? `${Number(numbered[1]) + 1}${numbered[2]} ${words}` : words;
}
