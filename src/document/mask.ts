/**
 * The text with everything blanked that is not Markdown and not prose: front matter, MDX imports and exports, template
 * tags, attribute lists. Spaces take its place, so that every offset stays.
 */
export function maskMarkdown(source: string): string {
  let text = source;
  if (text.charCodeAt(0) === 0xfeff) text = ` ${text.slice(1)}`;
  const front = frontMatterEnd(text);
  if (front > 0) text = blank(text.slice(0, front)) + text.slice(front);
  if (/^(?:import|export) /m.test(text)) text = text.replace(MDX, blank);
  if (text.includes('{')) text = text.replace(TEMPLATE, blank).replace(ATTRIBUTES, blank).replace(COMPONENT, blank);
  if (text.includes(':::')) text = text.replace(/^[ \t]{0,8}:{3,10}[^\n]{0,200}$/gm, blank);
  return text;
}

/** Length of the front matter (YAML between "---" lines or TOML between "+++" lines) at the start; 0 for none. */
function frontMatterEnd(text: string): number {
  const open = /^[ \ufeff]?(---|\+\+\+)[ \t]{0,20}\r?\n/.exec(text.slice(0, 40));
  if (!open) return 0;
  const fence = open[1] ?? '';
  let at = open[0].length;
  for (let lines = 0; lines < MAX_FRONT_MATTER && at < text.length; lines++) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(end, at + 200)).trimEnd();
    if (line === fence || (fence === '---' && line === '...')) return end;
    // YAML or TOML has keys, comments, list entries and indented lines; prose between two rules has none of these.
    if (line !== '' && !/^(?:[\w"'.-]{1,60}[ \t]{0,10}[:=]|[ \t#[\]}-])/.test(line)) return 0;
    at = end + 1;
  }
  return 0;
}

const MAX_FRONT_MATTER = 300;
/** Up to the next blank line, as MDX has it. */
const MDX =
  /^(?:import (?:[^\n]{0,300}['"];?|[\w, ]{0,80}\{)[ \t]{0,20}\r?$|export (?:const|let|var|default|function|async|class|\{)[^\n]{0,2000}$)(?:\n(?![ \t]{0,200}\r?$)[^\n]{0,2000}){0,200}/gm;
/** A component with an expression among its attributes, which is no HTML. */
const COMPONENT = /<[A-Z][\w.]{0,60}\s[^<>]{0,300}=\{[^<>]{0,600}>/g;
const TEMPLATE = /\{%[^\n{}]{0,500}%\}|\{\{[<%][^\n]{0,500}?[>%]\}\}|\{\/\*[^{}]{0,2000}\*\/\}/g;
/** "{#anchor}" and "{: .class}" behind a heading or on a line of their own. */
const ATTRIBUTES = /\{[#.:][^{}\n]{0,200}\}[ \t]{0,20}$/gm;

/** Spaces of the same length; line breaks stay. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
