/** What the ways to get in touch have in common. */
import type { Block, Link, Range, Sentence } from '../document/types.js';
import { linkedEmail } from './email.js';
import type { Draft } from './extractor.js';
import type { Channel } from './types.js';

export function draft(channel: Channel, focus: Range, value?: string, range?: Range): Draft<'contact'> {
  return {
    value: value ? { channel, value } : { channel },
    focus: { start: focus.start, end: focus.end },
    modality: 'stated',
    ...((range ?? (channel === 'post' ? focus : null)) ? { range: range ?? { start: focus.start, end: focus.end } } : {}),
  };
}

export interface LinkedTarget {
  readonly url: string;
  readonly value: string | null;
}

export function linkAt(block: Block, range: Range, scheme?: string): LinkedTarget | null {
  const link: Link | undefined = block.links.find(
    (each) => each.start < range.end && each.end > range.start && (!scheme || each.url.startsWith(scheme)),
  );
  return link ? { url: link.url, value: linkedEmail(link) } : null;
}

export const within = (sentence: Sentence, at: Range): Range => ({ start: sentence.start + at.start, end: sentence.start + at.end });
