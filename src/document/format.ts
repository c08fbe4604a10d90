import type { Format } from './types.js';

/** The format of a text, by the path's extension and, where that says little, by what the text looks like. */
export function detectFormat(path: string, source: string): Format {
  const extension = /\.([a-z]{1,8})$/.exec(path.slice(-10).toLowerCase())?.[1] ?? '';
  if (extension === 'md' || extension === 'markdown' || extension === 'mdx') return looksLikePage(source) ? 'html' : 'markdown';
  if (extension === 'html' || extension === 'htm' || extension === 'xhtml') return 'html';
  const head = source.slice(0, SAMPLE);
  if (looksLikePage(head)) return 'html';
  const tags = !head.includes('<')
    ? 0
    : (head.match(/<\/?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|br|span|strong|a)(?:>|\s[^<>]{0,300}>)/gi)?.length ?? 0);
  if (tags >= 10) return 'html';
  if (/^#{1,6} \S/m.test(head) || /\]\((?:https?:|mailto:|\/|#)[^()\s]{0,300}\)/.test(head)) return 'markdown';
  return 'text';
}

/** Whether Markdown marks stand in the text at all. Without any it says the same as plain text. */
export function hasMarkdown(source: string): boolean {
  return MARKS.test(source);
}

const SAMPLE = 20_000;

function looksLikePage(source: string): boolean {
  return source.includes('<') && /^[\s\ufeff]{0,100}<(?:!doctype html|html[\s>]|head[\s>]|body[\s>])/i.test(source.slice(0, 200));
}

const MARKS = new RegExp(
  [
    '^ {0,3}#{1,6}(?:[ \\t]|$)', // a heading
    '^[ \\t]{0,20}(?:```|~~~|>)', // code, a quote
    '\\]\\(|\\]\\[|^ {0,3}\\[[^\\]\\n]{1,200}\\]:', // a link
    '\\*\\*|__|`|<[a-zA-Z/!]', // bold, code, HTML
    '\\\\[!-/:-@[-`{-~]', // an escape
    '&(?:#\\d|#x|[a-zA-Z]{2,30};)', // an entity
    '\\*[^\\s*][^*\\n]{0,200}\\*|(?:^|\\s)_[^\\s_][^_\\n]{0,200}_', // emphasis
    '^[ \\t]{0,20}\\|?[ \\t]{0,20}:?-+:?[ \\t]{0,20}\\|', // a table
    '^(?:---|\\+\\+\\+|import |export )|\\{[%{#:]|:::', // front matter, components, templates
  ].join('|'),
  'm',
);
