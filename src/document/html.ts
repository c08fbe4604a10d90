import { Tokenizer } from 'htmlparser2';
import { Flow } from './flow.js';
import { HtmlElements } from './html-elements.js';
import type { RawDocument } from './raw.js';

/** HTML as raw blocks. Tolerates anything: unclosed, misnested, unknown elements. Linear time, no recursion. */
export function parseHtml(source: string): RawDocument {
  const flow = new Flow(source);
  const reader = new HtmlReader(flow);
  reader.read(0, source.length);
  reader.end();
  return flow.finish();
}

/** Reads stretches of HTML (a whole document, or the pieces that stand in Markdown) into a flow. */
export class HtmlReader {
  private readonly elements: HtmlElements;

  constructor(private readonly flow: Flow) {
    this.elements = new HtmlElements(flow);
  }

  /** Reads `source.slice(start, end)`; elements may stay open for the next stretch. */
  read(start: number, end: number): void {
    const { flow, elements } = this;
    const { source } = flow;
    let name = '';
    let nameEnd = start;
    let closing = false;
    let attributes: Map<string, string> = new Map();
    let attribute = '';
    let value = '';
    let cursor = start;
    let entityStart = start;
    const open = (at: number): void => {
      if (!closing) elements.open(name, attributes, start + at + 1);
      cursor = start + at + 1;
    };
    const tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext(from, to) {
          elements.text(start + from, start + to);
          cursor = start + to;
        },
        ontextentity(code, to) {
          // An entity of two characters comes as two, the second without length.
          if (start + to > cursor) entityStart = cursor;
          elements.entity(String.fromCodePoint(code), entityStart, start + to);
          cursor = start + to;
        },
        onopentagname(from, to) {
          name = source.slice(start + from, start + to).toLowerCase();
          nameEnd = start + to;
          closing = false;
          attributes = new Map();
        },
        onattribname(from, to) {
          attribute = source.slice(start + from, start + to).toLowerCase();
          value = '';
        },
        onattribdata(from, to) {
          value += source.slice(start + from, start + to);
        },
        onattribentity(code) {
          value += String.fromCodePoint(code);
        },
        onattribend() {
          if (!attributes.has(attribute)) attributes.set(attribute, value);
        },
        onopentagend: open,
        onselfclosingtag(at) {
          open(at);
          elements.selfClosed(name);
        },
        onclosetag(from, to) {
          elements.close(source.slice(start + from, start + to).toLowerCase());
          cursor = start + to + 1;
        },
        oncomment(from, to, offset) {
          cursor = start + to + 1;
          // Bogus comments ("<!x>", "</3>") are no place for directives.
          if (source.startsWith('<!--', start + from - 4)) {
            flow.comment(start + from - 4, Math.min(cursor, end), source.slice(start + from, start + to - offset).trim());
          }
        },
        oncdata(_from, to) {
          cursor = start + to + 1;
        },
        ondeclaration(_from, to) {
          cursor = start + to + 1;
        },
        onprocessinginstruction(_from, to) {
          cursor = start + to + 1;
        },
        onend() {
          // A tag that the end of the text cuts off has no end event; nothing of it shows.
          cursor = nameEnd;
        },
      },
    );
    tokenizer.write(source.slice(start, end));
    tokenizer.end();
  }

  /** Closes what is still open. */
  end(): void {
    this.elements.closeAll();
  }
}
