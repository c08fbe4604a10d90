import { ownString } from '../data/own-string.js';
import type { PolicyDocument, Sentence } from '../document/types.js';
import { isWord } from '../phrase/tokens.js';

/**
 * For each list of triggers, the sentences that hold one of them, in order: a single pass over the words of the text. A
 * trigger is a word, or a beginning with `*`; what follows its first word ("machine-readable") is compared in place.
 */
export function sentencesWith(triggers: readonly (readonly string[])[]): (document: PolicyDocument) => Sentence[][] {
  const table = new TriggerTable(triggers);
  return (document) => {
    const lists: Sentence[][] = triggers.map(() => []);
    const { sentences, lower } = document;
    const seen = new Int32Array(triggers.length).fill(-1);
    let at = 0;
    let sentence = sentences[0];
    const note = (offset: number, wanted: readonly number[]): void => {
      while (sentence && sentence.end <= offset) sentence = sentences[++at];
      if (!sentence || offset < sentence.start) return;
      for (const index of wanted) {
        if (seen[index] === at) continue;
        seen[index] = at;
        lists[index]?.push(sentence);
      }
    };
    for (let i = 0; i < lower.length && sentence; i++) {
      const code = lower.charCodeAt(i);
      if (!isWord(code)) {
        const wanted = table.signs.get(code);
        if (wanted) note(i, wanted);
        continue;
      }
      const start = i;
      while (isWord(lower.charCodeAt(i + 1))) i++;
      const { plain, longer } = table.of(lower.slice(start, i + 1));
      if (plain.length > 0) note(start, plain);
      for (const entry of longer) if (follows(lower, start, entry)) note(start, [entry.index]);
    }
    return lists;
  };
}

interface Longer {
  readonly trigger: string;
  readonly open: boolean;
  readonly index: number;
}

interface Wanted {
  readonly plain: readonly number[];
  readonly longer: readonly Longer[];
}

const NOTHING: Wanted = { plain: [], longer: [] };
const MAX_KNOWN = 50_000;

class TriggerTable {
  readonly #exact = new Map<string, Set<number>>();
  readonly #prefixes = new Map<string, Set<number>>();
  readonly #longer = new Map<string, Longer[]>();
  readonly #known = new Map<string, Wanted>();
  /** Triggers of one sign, such as "@", by its code. */
  readonly signs = new Map<number, number[]>();

  constructor(triggers: readonly (readonly string[])[]) {
    triggers.forEach((list, index) => {
      for (const trigger of list) this.#add(trigger.toLowerCase(), index);
    });
  }

  #add(trigger: string, index: number): void {
    const open = trigger.endsWith('*');
    const text = open ? trigger.slice(0, -1) : trigger;
    const first = /^\w+/.exec(text)?.[0];
    if (!first) {
      const code = text.charCodeAt(0);
      this.signs.set(code, [...(this.signs.get(code) ?? []), index]);
    } else if (first.length < text.length) {
      this.#longer.set(first, [...(this.#longer.get(first) ?? []), { trigger: text, open, index }]);
    } else {
      const table = open ? this.#prefixes : this.#exact;
      table.set(text, (table.get(text) ?? new Set()).add(index));
    }
  }

  of(word: string): Wanted {
    const before = this.#known.get(word);
    if (before) return before;
    const plain = new Set(this.#exact.get(word));
    for (let length = 1; length <= word.length; length++)
      for (const index of this.#prefixes.get(word.slice(0, length)) ?? []) plain.add(index);
    const longer = this.#longer.get(word) ?? [];
    const wanted = plain.size + longer.length === 0 ? NOTHING : { plain: [...plain], longer };
    if (this.#known.size > MAX_KNOWN) this.#known.clear();
    this.#known.set(ownString(word), wanted);
    return wanted;
  }
}

const follows = (lower: string, start: number, { trigger, open }: Longer): boolean =>
  lower.startsWith(trigger, start) &&
  (open || !isWord(trigger.charCodeAt(trigger.length - 1)) || !isWord(lower.charCodeAt(start + trigger.length)));
