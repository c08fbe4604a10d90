import type { Attributes } from './html-attributes.js';
import { BLOCK, HIDDEN } from './html-names.js';

/** Tells which elements a reader does not see. */
export class Visibility {
  private readonly lastEnd = new Map<string, number>();

  constructor(private readonly source: string) {}

  /** Whether a reader does not see the element's text. One that never ends hides nothing: better too much text than none. */
  hides(name: string, attributes: Attributes, at: number): boolean {
    const inline = !BLOCK.has(name);
    const style = attributes.get('style');
    const hidden =
      HIDDEN.has(name) ||
      (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') ||
      (inline && (attributes.get('aria-hidden') === 'true' || (style !== undefined && /display\s?:\s?none/.test(style.slice(0, 500)))));
    return hidden && this.ends(name, at);
  }

  private ends(name: string, at: number): boolean {
    let last = this.lastEnd.get(name);
    if (last === undefined) {
      const { source } = this;
      last = Math.max(source.lastIndexOf(`</${name}`), source.lastIndexOf(`</${name.toUpperCase()}`));
      this.lastEnd.set(name, last);
    }
    return last >= at;
  }
}
