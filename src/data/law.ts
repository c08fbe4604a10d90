/** Provisions by id: how a person cites them, what they ask, where they stand. Imported only where somebody reads them. */
import compiled from '../../build/data/law.json' with { type: 'json' };
import { lookUp } from './line-table.js';
import { type TextList, textsOf } from './text-list.js';

interface Instrument {
  readonly id: string;
  /** regulation, directive, statute; judgment; guidelines, decision, standard. */
  readonly kind: string;
  readonly short: string;
  readonly title: string;
  readonly url: string;
}

export interface Provision {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  /** The duty in one line of plain words. */
  readonly duty: string;
  readonly url: string;
  readonly instrument: Instrument;
}

/** Made by `scripts/compile-law.ts` of `rules/law/*.yaml`. */
export interface CompiledLaw {
  /** Each in JSON: a report cites few of hundreds of provisions, of a few instruments. */
  readonly instruments: TextList;
  /** Of the provisions, one a line. */
  readonly ids: string;
  /** Table: an id → its place in `provisions`. */
  readonly places: string;
  /** In the order of the ids, each in JSON. Its instrument is a number. */
  readonly provisions: TextList;
}

const law: CompiledLaw = compiled;
const textAt = textsOf(law.provisions);
const instrumentAt = textsOf(law.instruments);
const read = new Map<string, Provision>();
const instruments: Instrument[] = [];

export function provision(id: string): Provision | undefined {
  const known = read.get(id);
  if (known) return known;
  const [place] = lookUp(law.places, id) ?? [];
  if (place === undefined) return undefined;
  const found = readProvision(textAt(Number(place)));
  read.set(id, found);
  return found;
}

function readProvision(text: string): Provision {
  // Of a file in rules/law; tests/data/law.test.ts holds all of them against the shape.
  const { instrument, ...entry }: Omit<Provision, 'instrument'> & { readonly instrument: number } = JSON.parse(text);
  instruments[instrument] ??= JSON.parse(instrumentAt(instrument)) as Instrument; // as above
  return { ...entry, instrument: instruments[instrument] };
}

/** "Art. 13(2)(b) GDPR": as lawyers cite it; an unknown id stands for itself. */
export function cite(id: string): string {
  const found = provision(id);
  if (!found) return id;
  return /^whole /.test(found.ref) ? found.instrument.short : `${found.ref} ${found.instrument.short}`;
}

/**
 * Several at once, each instrument named once, binding law before guidance: "Art. 5(1)(e), Art. 13(2)(a) GDPR; ¶38 WP260 rev.01".
 * Of more than `limit` the rest is only counted: "+2".
 */
export function citeAll(ids: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const known = ids.flatMap((id) => provision(id) ?? []);
  const ordered = [...known].sort((a, b) => Number(isGuidance(a)) - Number(isGuidance(b)));
  const shown = ordered.slice(0, limit);
  const byInstrument = new Map<string, Provision[]>();
  for (const entry of shown) byInstrument.set(entry.instrument.id, [...(byInstrument.get(entry.instrument.id) ?? []), entry]);
  const cited = [...byInstrument.values()].map((entries) => {
    const refs = entries.filter(({ ref }) => !/^whole /.test(ref)).map(({ ref }) => ref);
    return [refs.join(', '), entries[0]?.instrument.short].filter(Boolean).join(' ');
  });
  const unknown = ids.filter((id) => provision(id) === undefined);
  const rest = ordered.length - shown.length;
  return [...cited, ...unknown, ...(rest > 0 ? [`+${rest}`] : [])].join('; ');
}

function isGuidance({ instrument }: Provision): boolean {
  return !['regulation', 'directive', 'statute'].includes(instrument.kind);
}

export function provisionIds(): readonly string[] {
  return law.ids.split('\n');
}
