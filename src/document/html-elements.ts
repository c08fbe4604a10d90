import type { Flow } from './flow.js';
import type { Attributes } from './html-attributes.js';
import { isBoldStyle, isHeading, number } from './html-attributes.js';
import { BLOCK, CELL_SAFE, impliedEnds, KNOWN, TABLE_PARTS, VOID } from './html-names.js';
import { Visibility } from './html-visibility.js';

/** The stack of open elements: what each one's start and end mean for the flow, with the end tags that authors leave out. */
export class HtmlElements {
  private readonly stack: Element[] = [];
  private readonly openCount = new Map<string, number>();
  private readonly visibility: Visibility;
  private preformatted = 0;
  /** For each open list the number of its last item, or null where it is not numbered. */
  private readonly ordinals: (number | null)[] = [];

  constructor(private readonly flow: Flow) {
    this.visibility = new Visibility(flow.source);
  }

  /** @param at Offset in the source behind the start tag. */
  open(name: string, attributes: Attributes, at: number): void {
    const { flow } = this;
    if (name === 'br') {
      this.lineBreak();
      return;
    }
    if (name === 'wbr') return;
    if (name === 'hr') {
      this.implyEnds('p');
      flow.endBlock();
      return;
    }
    if (VOID.has(name)) return;
    this.implyEnds(name);
    const element: Element = { name, inline: !BLOCK.has(name), end: null };
    if (this.visibility.hides(name, attributes, at)) {
      flow.muted++;
      element.end = () => {
        flow.muted--;
      };
      if (!element.inline) flow.endBlock();
    } else this.start(element, attributes);
    this.stack.push(element);
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
  }

  /** "<x/>": an end of its own only for elements of other vocabularies (components in MDX, SVG). */
  selfClosed(name: string): void {
    if (!KNOWN.has(name) && !VOID.has(name)) this.close(name);
  }

  close(name: string): void {
    if (name === 'br') this.lineBreak();
    if ((this.openCount.get(name) ?? 0) === 0) {
      if (name === 'p') this.flow.endBlock();
      return;
    }
    const inline = !BLOCK.has(name);
    const bound = Math.max(0, this.stack.length - MAX_SCAN);
    for (let i = this.stack.length - 1; i >= bound; i--) {
      const element = this.stack[i];
      if (!element) return;
      if (element.name === name) {
        this.popTo(i);
        return;
      }
      // An inline end tag does not reach out of the block that it stands in; a cell's content does not close its table.
      if (inline && !element.inline) {
        this.closeInlineBelow(name, i);
        return;
      }
      if (element.name === 'table' && !TABLE_PARTS.has(name) && CELL_SAFE.has(name)) return;
    }
  }

  closeAll(): void {
    this.popTo(0);
  }

  text(start: number, end: number): void {
    const { flow } = this;
    if (this.preformatted === 0) {
      flow.copy(start, end);
      return;
    }
    let from = start;
    while (from < end) {
      const found = flow.source.indexOf('\n', from);
      const to = found < 0 || found >= end ? end : found;
      const line = flow.source.slice(from, Math.min(to, from + MAX_BLANK));
      if (line.trim() === '' && to < end) flow.endBlock();
      flow.copy(from, to);
      if (to < end) flow.endLine();
      from = to + 1;
    }
  }

  entity(text: string, start: number, end: number): void {
    this.flow.replace(text, start, end);
  }

  private lineBreak(): void {
    const { flow } = this;
    if (flow.muted > 0) return;
    if (flow.lineEmpty) flow.endBlock();
    else flow.endLine(true);
  }

  private start(element: Element, attributes: Attributes): void {
    const { flow } = this;
    const { name } = element;
    const block = (open: () => void, close: () => void): void => {
      flow.endBlock();
      open();
      element.end = close;
    };
    if (isHeading(name) || attributes.get('role') === 'heading') {
      const level = isHeading(name) ? Number(name.charAt(1)) : Number(attributes.get('aria-level') ?? 2);
      element.inline = false;
      block(
        () => flow.openHeading(level >= 1 && level <= 9 ? level : 2),
        () => flow.closeHeading(),
      );
      return;
    }
    switch (name) {
      case 'li':
        block(
          () => flow.openItem(null, this.nextOrdinal(attributes)),
          () => flow.closeItem(),
        );
        return;
      case 'ol':
      case 'ul':
        block(
          () => this.ordinals.push(name === 'ol' ? number(attributes, 'start', 1) - 1 : null),
          () => {
            flow.endBlock();
            this.ordinals.pop();
          },
        );
        return;
      case 'table':
        block(
          () => flow.openTable(),
          () => flow.closeTable(),
        );
        return;
      case 'tr':
        block(
          () => flow.openRow(),
          () => flow.endBlock(),
        );
        return;
      case 'td':
      case 'th':
        block(
          () => flow.openCell(name === 'th', number(attributes, 'colspan', 1), number(attributes, 'rowspan', 1)),
          () => flow.closeCell(),
        );
        return;
      case 'dt':
        block(
          () => flow.dropTerm(),
          () => flow.endTerm(),
        );
        return;
      case 'dd':
        block(
          () => flow.openItem(null),
          () => flow.closeItem(),
        );
        return;
      case 'blockquote':
        block(
          () => flow.openQuote(),
          () => flow.closeQuote(),
        );
        return;
      case 'pre':
        block(
          () => this.preformatted++,
          () => {
            flow.endBlock();
            this.preformatted--;
          },
        );
        return;
      case 'code':
      case 'samp':
        if (this.preformatted > 0) {
          flow.openCode();
          element.end = () => flow.closeCode();
        }
        return;
      case 'a': {
        const url = attributes.get('href');
        if (url !== undefined) {
          flow.openLink(url);
          element.end = () => flow.closeLink();
        }
        return;
      }
      default:
        if (BLOCK.has(name)) {
          flow.endBlock();
          element.end = () => {
            flow.endBlock();
            if (name === 'dl') flow.dropTerm();
          };
          if (name === 'summary' || name === 'legend' || name === 'caption') {
            flow.openBold();
            element.end = () => {
              flow.closeBold();
              flow.endBlock();
            };
          }
        } else if (name === 'b' || name === 'strong' || isBoldStyle(attributes)) {
          flow.openBold();
          element.end = () => flow.closeBold();
        }
    }
  }

  private nextOrdinal(attributes: Attributes): number | null {
    const last = this.ordinals.at(-1) ?? null;
    if (last === null) return null;
    const next = number(attributes, 'value', last + 1);
    this.ordinals[this.ordinals.length - 1] = next;
    return next;
  }

  private implyEnds(name: string): void {
    if (name === 'a') this.closeLinkBefore();
    const implied = impliedEnds(name);
    if (implied) this.closeUpTo(implied.closes, implied.inside);
  }

  private closeLinkBefore(): void {
    if ((this.openCount.get('a') ?? 0) > 0) this.close('a');
  }

  /** Closes the outermost open element of `names` that is not outside one of `barrier`. */
  private closeUpTo(names: ReadonlySet<string>, barrier: ReadonlySet<string>): void {
    const bound = Math.max(0, this.stack.length - MAX_SCAN);
    let found = -1;
    for (let i = this.stack.length - 1; i >= bound; i--) {
      const name = this.stack[i]?.name ?? '';
      if (names.has(name)) found = i;
      else if (barrier.has(name)) break;
    }
    if (found >= 0) this.popTo(found);
  }

  private popTo(index: number): void {
    while (this.stack.length > index) {
      const element = this.stack.pop();
      if (!element) return;
      this.openCount.set(element.name, (this.openCount.get(element.name) ?? 1) - 1);
      element.end?.();
    }
  }

  /** The end tag of bold or a link that blocks stand in: its effect ends here, the blocks stay open. */
  private closeInlineBelow(name: string, from: number): void {
    const bound = Math.max(0, from - MAX_SCAN);
    for (let i = from; i >= bound; i--) {
      const element = this.stack[i];
      if (element?.name !== name) continue;
      element.end?.();
      this.stack.splice(i, 1);
      this.openCount.set(name, (this.openCount.get(name) ?? 1) - 1);
      return;
    }
  }
}

interface Element {
  name: string;
  inline: boolean;
  end: (() => void) | null;
}

/** How far up an end tag looks for its start: keeps hostile nesting linear. */
const MAX_SCAN = 200;
const MAX_BLANK = 200;
