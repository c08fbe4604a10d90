import type { Numbers } from '../phrase/match.js';

/** Thousands of texts as one, and where each ends: a list of them would be made at every start, of which a run reads a few hundred. */
export interface TextList {
  readonly joined: string;
  readonly ends: Numbers;
}

/** The list of these texts; their numbers are their places. */
export function textList(texts: readonly string[]): TextList {
  let length = 0;
  return {
    joined: texts.join(''),
    ends: texts.map((text) => {
      length += text.length;
      return length;
    }),
  };
}

/** A value as a text of such a list: in JSON, signs of two bytes escaped, which would make two of every one of all texts. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\0-\xff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Reads a text by its number; '' where the list has none. Cuts each out once. */
export function textsOf({ joined, ends }: TextList): (number: number) => string {
  const known = new Array<string | undefined>(ends.length);
  return (number) => {
    let text = known[number];
    if (text === undefined) {
      text = joined.slice(ends[number - 1] ?? 0, ends[number] ?? 0);
      known[number] = text;
    }
    return text;
  };
}
