/** Provisions by id: how a person cites them, what they ask, where they stand. Imported only where somebody reads them. */
import compiled from '../../build/data/law.json' with { type: 'json' };
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
  readonly instruments: readonly unknown[];
  readonly ids: readonly string[];
  /** In the order of the ids, each in JSON: a report cites few of hundreds. Its instrument is a number. */
  readonly provisions: TextList;
}

const law: CompiledLaw = compiled;
const textAt = textsOf(law.provisions);
const places: ReadonlyMap<string, number> = new Map(law.ids.map((id, place) => [id, place]));
const read: (Provision | undefined)[] = [];

export function provision(id: string): Provision | undefined {
  const place = places.get(id);
  if (place === undefined) return undefined;
  read[place] ??= readProvision(textAt(place));
  return read[place];
}

function readProvision(text: string): Provision {
  // Of a file in rules/law; tests/data/law.test.ts holds all of them against the shape.
  const { instrument, ...entry }: Omit<Provision, 'instrument'> & { readonly instrument: number } = JSON.parse(text);
  return { ...entry, instrument: law.instruments[instrument] as Instrument };
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
  const unknown = ids.filter((id) => !places.has(id));
  const rest = ordered.length - shown.length;
  return [...cited, ...unknown, ...(rest > 0 ? [`+${rest}`] : [])].join('; ');
}

function isGuidance({ instrument }: Provision): boolean {
  return !['regulation', 'directive', 'statute'].includes(instrument.kind);
}

export function provisionIds(): readonly string[] {
  return law.ids;
}
