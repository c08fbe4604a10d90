import type { CompiledCountries, Place } from '../src/data/countries.js';
import { lineTable } from '../src/data/line-table.js';
import { type CompiledNames, compileNames } from '../src/data/names.js';
import type { CompiledVendors } from '../src/data/registry.js';
import { jsonText, textList } from '../src/data/text-list.js';
import { list, record, records, strings, text } from '../src/data/untyped.js';

/** What `rules/registry` comes to: tables in which a name is looked up without reading the others, and the word lists about names. */
export interface CompiledRegistry {
  vendors: CompiledVendors;
  countries: CompiledCountries;
  'authority-hosts': string[];
  /** Each name of an authority with the ISO code of its country. */
  'authority-names': CompiledNames;
  'name-words': unknown;
}

/** `files`: name without ending → content of the file. */
export function compileRegistry(files: Readonly<Record<string, unknown>>): CompiledRegistry {
  const places = placesOf(record(files['countries']));
  const eea = [...new Set(places.filter(([, { eea }]) => eea).map(([, { iso }]) => iso))].sort();
  const companies = companiesOf(files);
  const owners = ownersIn(companies);
  const notVendors = [...leaves(files['not-vendors']), ...leaves(files['authorities'])];
  // The first owner of a spelling has it.
  const bySpelling = new Map(owners.flatMap(({ names, number }) => names.map((name) => [name.toLowerCase(), number] as const)).reverse());
  return {
    vendors: {
      names: compileNames([
        ...owners.flatMap(({ names, number, ambiguous }) =>
          names.map((name): [string, string] => [name, ambiguous && name === names[0] ? `${number}?` : number]),
        ),
        ...notVendors.map((name): [string, string] => [name, '']),
      ]),
      owners: lineTable([...bySpelling].map(([name, number]) => [name, [number]])),
      notVendors: lineTable([...new Set(notVendors.map((name) => name.toLowerCase()))].map((name) => [name, []])),
      records: textList(companies.map(jsonText)),
    },
    countries: {
      places: compileNames(
        places.map(([name, { iso, by, eea: inside, ambiguous }]) => [name, `${iso},${by},${inside ? 1 : 0}${ambiguous ? 1 : 0}`]),
      ),
      eea,
      names: Object.fromEntries(
        places
          .filter(([, { by }]) => by === 'country' || by === 'group')
          .map(([name, { iso }]) => [iso, name] as const)
          .reverse(),
      ),
    },
    'authority-hosts': records(record(files['authorities'])['authorities']).flatMap(({ url }) => hostOf(text(url) ?? '')),
    'authority-names': compileNames(authorityNames(record(files['authorities']))),
    'name-words': files['name-words'],
  };
}

/** Abbreviations of three letters stand for much else; those of more, and the one that everybody writes, do not. */
function authorityNames(data: Readonly<Record<string, unknown>>): [string, string][] {
  return records(data['authorities']).flatMap((entry) => {
    const country = text(entry['country']);
    const names = leaves(entry).filter((name) => name.length > SHORTEST_NAME || name === 'ICO');
    return country ? names.map((name): [string, string] => [name, country]) : [];
  });
}

const SHORTEST_NAME = 3;

function placesOf(data: Readonly<Record<string, unknown>>): [string, Place][] {
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

type Entry = Readonly<Record<string, unknown>>;

/** Companies, each with its products, in the files' order; of the fields only those that are read. */
function companiesOf(files: Readonly<Record<string, unknown>>): Entry[] {
  const entries = Object.entries(files).flatMap(([file, content]) =>
    file.startsWith('vendors') ? records(record(content)['vendors']) : [],
  );
  return entries.filter((entry) => text(entry['name'])).map(withoutSource);
}

function withoutSource({
  source,
  licence: _,
  checked: _c,
  ...entry
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const policy = ownPolicy(text(source) ?? '', entry);
  return policy === undefined ? entry : { ...entry, policy };
}

/** The source of an entry, where it is a page on privacy under one of the vendor's own domains. */
function ownPolicy(source: string, company: Readonly<Record<string, unknown>>): string | undefined {
  const [, host = '', path = ''] = /^https:\/\/([^/]{1,100})\/(.{0,300})$/.exec(source) ?? [];
  const isOwn = strings(company['domains']).some((domain) => host === domain || host.endsWith(`.${domain}`));
  return isOwn && /privacy|datenschutz|gdpr|dpa|legal|polic/.test(path) ? source : undefined;
}

interface Owner {
  readonly names: readonly string[];
  /** `7`, or `7.2` for the third product of the company 7. */
  readonly number: string;
  readonly ambiguous: boolean;
}

/** Companies and products in the order in which a spelling falls to them. */
function ownersIn(companies: readonly Entry[]): Owner[] {
  const owner = (entry: Entry, number: string, company: Entry): Owner => ({
    names: [text(entry['name']) ?? text(company['name']) ?? '', ...strings(entry['aliases']), ...strings(entry['outdated-names'])],
    number,
    ambiguous: entry['ambiguous'] === true,
  });
  return companies.flatMap((company, index) => [
    owner(company, String(index), company),
    ...records(company['products']).map((product, place) => owner(product, `${index}.${place}`, company)),
  ]);
}

/** Every name in a file whose shape does not matter: strings in lists, `name` and `aliases` of entries. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return list(value).flatMap(leaves);
  if (typeof value !== 'object' || value === null) return [];
  const entry = record(value);
  if (typeof entry['name'] === 'string')
    return [entry['name'], ...strings(entry['aliases']), ...strings(entry['short']), ...strings([entry['local']])];
  return Object.entries(entry).flatMap(([key, inner]) => (key === 'meta' ? [] : leaves(inner)));
}

function hostOf(url: string): string[] {
  const host = /^https?:\/\/(?:www\.)?([a-z0-9.-]{3,80})/.exec(url)?.[1];
  // The site of a whole government is more than the authority's.
  return host?.includes('.') && !SHARED.has(host) ? [host] : [];
}

const SHARED: ReadonlySet<string> = new Set(['gov.uk', 'gov.br', 'ca.gov', 'oag.ca.gov', 'ftc.gov', 'virk.dk']);
