/** Countries, the EU and the EEA, and places in them: typed access to `rules/registry/countries.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { type CompiledNames, type NameMatch, nameFinder } from './names.js';

export interface Place {
  /** ISO 3166-1 alpha-2 of the country; `EU` and `EEA` for the groups. */
  readonly iso: string;
  /** How the text says it: the country itself, a place in it, or an adjective ("German"). */
  readonly by: 'country' | 'group' | 'place' | 'adjective' | 'cloud-region';
  readonly eea: boolean;
  readonly ambiguous: boolean;
}

/** Made by `scripts/compile-registry.ts`. */
export interface CompiledCountries {
  /** Each name with its place: `FI,country,10`, where the figures say whether it is in the EEA and whether it is ambiguous. */
  readonly places: CompiledNames;
  /** Codes of the countries and groups in the EEA. */
  readonly eea: readonly string[];
  /** Code → name, of countries and groups. */
  readonly names: Readonly<Record<string, string>>;
}

/** Every country, group, state, city or adjective of one named in the text, in order. */
export function placesIn(content: string): readonly NameMatch<Place>[] {
  finder ??= nameFinder(data.places, placeFrom);
  // Of the same length: offsets hold.
  return finder(content.replaceAll('’', "'"));
}

/** Whether the code belongs to the EEA (the groups `EU` and `EEA` do). Unknown codes do not. */
export function isEea(iso: string): boolean {
  return iso === 'EU' || iso === 'EEA' || eeaCodes.has(iso);
}

/** "Finland" for `FI`; an unknown code stands for itself. */
export function countryName(iso: string): string {
  return Object.hasOwn(data.names, iso) ? (data.names[iso] ?? iso) : iso;
}

// Written by scripts/compile-registry.ts in this shape.
const data = compiled.countries as CompiledCountries;
const eeaCodes: ReadonlySet<string> = new Set(data.eea);
let finder: ((content: string) => readonly NameMatch<Place>[]) | undefined;

function placeFrom(entry: string): Place {
  const [iso = '', by, flags] = entry.split(',');
  // The build wrote one of the five.
  return { iso, by: by as Place['by'], eea: flags?.[0] === '1', ambiguous: flags?.[1] === '1' };
}
