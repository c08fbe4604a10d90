/** Links of a document: the law that it cites, and the own policies of the vendors that it says are used. */
import type { DocumentLink } from 'vscode-languageserver';
import { cite } from '../data/law.js';
import { vendorOf } from '../data/registry.js';
import { type Analysis, toRange } from './analysis.js';
import { citationsIn } from './citations.js';

export function linksOf({ result, lines }: Analysis): DocumentLink[] {
  const { document, claims } = result;
  const links = new Map<number, DocumentLink>();
  for (const { span, provision } of citationsIn(document.source)) {
    const { id, url, title } = provision;
    links.set(span.start, { range: toRange(lines, span), target: url, tooltip: `${cite(id)}: ${title}` });
  }
  // The author's own links go where the author wants.
  const linked = document.blocks.flatMap((block) => block.links);
  for (const { kind, value, focus } of claims) {
    if (kind !== 'processor') continue;
    const policy = vendorOf(value.name)?.policy;
    if (policy === undefined || linked.some(({ start, end }) => start < focus.end && focus.start < end)) continue;
    const span = document.toSource(focus);
    if (!links.has(span.start)) links.set(span.start, { range: toRange(lines, span), target: policy, tooltip: `${value.name}: ${policy}` });
  }
  return [...links].sort(([a], [b]) => a - b).map(([, link]) => link);
}
