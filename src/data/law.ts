/** Provisions by id: how a person cites them, what they ask, where they stand. Imported only where somebody reads them. */
import compiled from '../../build/data/law.json' with { type: 'json' };

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

interface LawFile {
  readonly instrument: Instrument;
  readonly provisions: readonly Omit<Provision, 'instrument'>[];
}

// Compiled from rules/law/*.yaml. Lists of countries and organisations stand there too, without provisions.
const files = Object.values(compiled as unknown as Record<string, Partial<LawFile>>);

const provisions: ReadonlyMap<string, Provision> = new Map(
  files.flatMap(({ instrument, provisions: own = [] }) =>
    instrument ? own.map((entry) => [entry.id, { ...entry, instrument }] as const) : [],
  ),
);

export function provision(id: string): Provision | undefined {
  return provisions.get(id);
}

/** "Art. 13(2)(b) GDPR": as lawyers cite it; an unknown id stands for itself. */
export function cite(id: string): string {
  const found = provisions.get(id);
  if (!found) return id;
  return /^whole /.test(found.ref) ? found.instrument.short : `${found.ref} ${found.instrument.short}`;
}

/**
 * Several at once, each instrument named once, binding law before guidance: "Art. 5(1)(e), Art. 13(2)(a) GDPR; ¶38 WP260 rev.01".
 * Of more than `limit` the rest is only counted: "+2".
 */
export function citeAll(ids: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const known = ids.flatMap((id) => provisions.get(id) ?? []);
  const ordered = [...known].sort((a, b) => Number(isGuidance(a)) - Number(isGuidance(b)));
  const shown = ordered.slice(0, limit);
  const byInstrument = new Map<string, Provision[]>();
  for (const entry of shown) byInstrument.set(entry.instrument.id, [...(byInstrument.get(entry.instrument.id) ?? []), entry]);
  const cited = [...byInstrument.values()].map((entries) => {
    const refs = entries.filter(({ ref }) => !/^whole /.test(ref)).map(({ ref }) => ref);
    return [refs.join(', '), entries[0]?.instrument.short].filter(Boolean).join(' ');
  });
  const unknown = ids.filter((id) => !provisions.has(id));
  const rest = ordered.length - shown.length;
  return [...cited, ...unknown, ...(rest > 0 ? [`+${rest}`] : [])].join('; ');
}

function isGuidance({ instrument }: Provision): boolean {
  return !['regulation', 'directive', 'statute'].includes(instrument.kind);
}

export function provisionIds(): readonly string[] {
  return [...provisions.keys()];
}
