/** Provisions by id: how a person cites them, what they ask, where they stand. Imported only where somebody reads them. */
import compiled from '../../build/data/law.json' with { type: 'json' };

interface Instrument {
  readonly id: string;
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

/** Several at once, the instrument named once for those that follow each other: "Art. 13(2)(b), Art. 18 GDPR". */
export function citeAll(ids: readonly string[]): string {
  return ids
    .map((id, i) => {
      const here = provisions.get(id);
      const next = provisions.get(ids[i + 1] ?? '');
      const shared = here && next && here.instrument.id === next.instrument.id && !/^whole /.test(here.ref);
      return shared ? here.ref : cite(id);
    })
    .join(', ');
}

export function provisionIds(): readonly string[] {
  return [...provisions.keys()];
}
