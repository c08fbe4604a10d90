import type picocolors from 'picocolors';

export type Colors = Pick<ReturnType<typeof picocolors.createColors>, 'bold' | 'underline' | 'dim' | 'red' | 'yellow' | 'cyan'>;

const NONE: Colors = { bold: String, underline: String, dim: String, red: String, yellow: String, cyan: String };

/** The library is loaded only for colours: it asks whether standard output is a terminal, for which Node loads its streams. */
export async function colorsFor(color: boolean): Promise<Colors> {
  return color ? (await import('picocolors')).default.createColors(true) : NONE;
}
