/** Lines of a stream of bytes, one at a time, with a bound on how much of one is held. */

export interface StreamLine {
  /** 1-based. */
  readonly number: number;
  /** Null where the line is longer than allowed or no UTF-8; `trouble` says which. */
  readonly text: string | null;
  readonly trouble: string | null;
}

/** Splits at line feeds; a carriage return before one and a byte order mark at the start are dropped. Holds at most `most` bytes of a line. */
export async function* streamLines(input: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<StreamLine> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    // What is too long is counted, not kept.
    if (length > most) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): StreamLine => {
    number++;
    const line = length > most ? tooLong(number, most) : decoded(number, parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    // A copy: the stream may use its buffer again, and a short rest would keep a large one alive.
    take(chunk.slice(start));
  }
  if (length > 0) yield finish();
}

const tooLong = (number: number, most: number): StreamLine => ({
  number,
  text: null,
  trouble: `The line is longer than ${Math.round(most / 1_000_000)} MB, the most that is read of one.`,
});

function decoded(number: number, parts: readonly Uint8Array[]): StreamLine {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 });
  try {
    const text = parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
    return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text, trouble: null };
  } catch {
    return { number, text: null, trouble: 'The line is not UTF-8.' };
  }
}
