import type { RawDocument } from './raw.js';

/** HTML comments of a text that is no HTML: the text with spaces in their place, and the comments. Linear time. */
export function takeComments(source: string, from = 0, to = source.length): { text: string; comments: RawDocument['comments'] } {
  const comments: RawDocument['comments'] = [];
  const parts: string[] = [];
  let done = 0;
  for (let start = source.indexOf('<!--', from); start >= 0 && start < to; start = source.indexOf('<!--', done)) {
    const close = source.indexOf('-->', start + 4);
    if (close < 0) break;
    const end = close + 3;
    comments.push({ start, end, text: source.slice(start + 4, close).trim() });
    parts.push(source.slice(done, start), ' '.repeat(end - start));
    done = end;
  }
  return { text: done === 0 ? source : parts.join('') + source.slice(done), comments };
}
