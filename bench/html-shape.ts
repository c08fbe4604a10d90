/** What an insertion does to a page: used by the tests of fixes and by the benchmark over real policies. */
import { parseDocument } from 'htmlparser2';

/** What is wrong once `text` stands at `at`: new elements where none may stand, a tree that is another without them. */
export function flawsOfInsertion(source: string, at: number, text: string): string[] {
  const span = { start: at, end: at + text.length };
  const after = parseDocument(source.slice(0, at) + text + source.slice(at), { withStartIndices: true, withEndIndices: true });
  const moved = shape(after, span) === shape(parseDocument(source), null) ? [] : ['the rest of the page is another'];
  return [...problems(after, span), ...moved];
}

/** What is needed of the parser's nodes. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
  readonly startIndex?: number | null;
}

const FLOW = new Set(
  'root html body main section article div header footer aside center form fieldset dialog nav li dd td th blockquote details figure address'.split(
    ' ',
  ),
);
const LISTS = new Set(['ul', 'ol', 'menu']);

type Span = { start: number; end: number };
const isNew = (node: Node, span: Span | null): boolean =>
  span !== null && node.attribs !== undefined && (node.startIndex ?? -1) >= span.start && (node.startIndex ?? -1) < span.end;

/** New elements under parents that may not hold them. */
function problems(parent: Node, span: Span): string[] {
  return (parent.children ?? []).flatMap((node) => {
    const own = isNew(node, span) && !mayHold(parent.name ?? 'root', node.name ?? '') ? [`<${node.name}> in <${parent.name}>`] : [];
    return [...own, ...problems(node, span)];
  });
}

function mayHold(parent: string, child: string): boolean {
  if (child === 'li') return LISTS.has(parent);
  return FLOW.has(parent) || (parent === 'p' && (child === 'br' || child === 'strong'));
}

/** The tree as nested names and words, without what is new. */
function shape(node: Node, span: Span | null): string {
  if (node.type === 'text') return words(node.data ?? '', node.startIndex ?? 0, span);
  if (isNew(node, span)) return '';
  const inside = (node.children ?? []).map((child) => shape(child, span)).join('');
  return `<${node.name}${JSON.stringify(node.attribs)}>${inside}</>`;
}

function words(data: string, start: number, span: Span | null): string {
  if (!span || start >= span.end || start + data.length <= span.start) return data.replace(/\s+/g, '');
  return (data.slice(0, Math.max(0, span.start - start)) + data.slice(Math.max(0, span.end - start))).replace(/\s+/g, '');
}
