/**
 * What was found out of texts, for as long as it is likely to be asked for again: by the extractors and rules that go over the same document,
 * and over another version of it. What neither this document nor the one before asked for is forgotten.
 */
export class Recent<T> {
  #now = new Map<string, T>();
  #before = new Map<string, T>();
  #document = document;

  get(text: string): T | undefined {
    if (this.#document !== document) this.#turn();
    const known = this.#now.get(text);
    if (known !== undefined || this.#before.size === 0) return known;
    const before = this.#before.get(text);
    if (before !== undefined) this.#now.set(text, before);
    return before;
  }

  set(text: string, value: T): void {
    if (this.#now.size >= MOST) this.#now = new Map();
    this.#now.set(text, value);
  }

  clear(): void {
    this.#now = new Map();
    this.#before = this.#now;
  }

  #turn(): void {
    this.#before = this.#document === document - 1 ? this.#now : new Map();
    this.#now = new Map();
    this.#document = document;
  }
}

/** Another document, or another version of one, is read from now on. */
export function nextDocument(): void {
  document++;
}

let document = 0;
const MOST = 16_384;
