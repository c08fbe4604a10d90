/** Countries, the EU and the EEA, and places in them: typed access to `rules/registry/countries.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { type NameMatch, nameFinder } from './names.js';
import { record, records, strings, text } from './untyped.js';

export interface Place {
  /** ISO 3166-1 alpha-2 of the country; `EU` and `EEA` for the groups. */
  readonly iso: string;
  /** How the text says it: the country itself, a place in it, or an adjective ("German"). */
  readonly by: 'country' | 'group' | 'place' | 'adjective' | 'cloud-region';
  readonly eea: boolean;
  readonly ambiguous: boolean;
}

/** Every country, group, state, city or adjective of one named in the text, in order. */
export function placesIn(content: string): readonly NameMatch<Place>[] {
  finder ??= nameFinder(load());
  return finder(content);
}

/** Whether the code belongs to the EEA (the groups `EU` and `EEA` do). Unknown codes do not. */
export function isEea(iso: string): boolean {
  eeaCodes ??= new Set([...load()].filter(([, place]) => place.eea).map(([, place]) => place.iso));
  return iso === 'EU' || iso === 'EEA' || eeaCodes.has(iso);
}

/** "Finland" for `FI`; an unknown code stands for itself. */
export function countryName(iso: string): string {
  return load().find(([, place]) => place.iso === iso && (place.by === 'country' || place.by === 'group'))?.[0] ?? iso;
}

let finder: ((content: string) => readonly NameMatch<Place>[]) | undefined;
let eeaCodes: ReadonlySet<string> | undefined;

function load(): [string, Place][] {
  const data = record(record(compiled)['countries']);
  const found: [string, Place][] = [];
  const eea = new Map<string, boolean>();
  for (const key of ['countries', 'groups'] as const) {
    for (const entry of records(data[key])) {
      const iso = text(entry['iso']);
      const name = text(entry['name']);
      if (!iso || !name) continue;
      const inside = entry['eea'] === true || iso === 'EU';
      eea.set(iso, inside);
      const base = { iso, eea: inside, ambiguous: entry['ambiguous'] === true };
      const by = key === 'groups' ? 'group' : 'country';
      for (const each of [name, ...strings(entry['aliases']), ...strings(entry['loose-aliases'])]) found.push([each, { ...base, by }]);
      for (const each of strings(entry['adjectives'])) found.push([each, { ...base, by: 'adjective' }]);
    }
  }
  for (const [key, by] of [
    ['places', 'place'],
    ['cloud-regions', 'cloud-region'],
  ] as const) {
    for (const entry of records(data[key])) {
      const iso = text(entry['country']);
      const name = text(entry['name']);
      if (iso && name) found.push([name, { iso, by, eea: eea.get(iso) ?? false, ambiguous: entry['ambiguous'] === true }]);
    }
  }
  return found;
}
