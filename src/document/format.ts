import type { Format } from './types.js';

/** The format of a text, by the path's extension and, where that says little, by what the text looks like. */
export function detectFormat(path: string, source: string): Format {
  const extension = /\.([a-z]{1,8})$/.exec(path.toLowerCase())?.[1] ?? '';
  if (extension === 'md' || extension === 'markdown' || extension === 'mdx') return 'markdown';
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html';
  const head = source.slice(0, 20000);
  if (/^\s{0,100}<(?:!doctype html|html|head|body)\b/i.test(head)) return 'html';
  const tags = head.match(/<\/?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|br|span|strong|a)\b[^<>]{0,500}>/gi)?.length ?? 0;
  if (tags >= 10) return 'html';
  if (/^#{1,6} \S/m.test(head) || /\[[^\][\n]{1,200}\]\((?:https?:|mailto:|\/|#)[^()\s]{0,500}\)/.test(head)) return 'markdown';
  return 'text';
}
