/** Vendors that policies name, and names that are no vendors: typed access to `rules/registry/vendors-*.yaml`, `not-vendors.yaml`, `authorities.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { isEea } from './countries.js';
import { type NameMatch, nameFinder } from './names.js';
import { list, record, records, strings, text } from './untyped.js';

/** The keys are those of the files, so that rules may name them (`vendor.entity-country`). A product has its vendor's facts where it has none of its own. */
export interface Vendor {
  readonly id: string;
  /** Canonical: what a report shows. */
  readonly name: string;
  /** The company whose product it is; equals `name` for the company itself. */
  readonly vendor: string;
  readonly aliases: readonly string[];
  /** `name` is an English word too: it counts only where the context says that a company is meant. */
  readonly ambiguous: boolean;
  readonly service?: string;
  readonly role?: string;
  readonly entity?: string;
  readonly parent?: string;
  /** ISO 3166-1 alpha-2. */
  readonly seat?: string;
  /** Whether the seat is in the EEA; absent where no seat is known. */
  readonly eea?: boolean;
  readonly 'entity-country'?: string;
  readonly cookies?: string;
  readonly data: readonly string[];
  readonly 'outdated-names': readonly string[];
  readonly renamed: readonly Readonly<Record<string, unknown>>[];
  readonly packages: Readonly<Record<string, readonly string[]>>;
  readonly domains: readonly string[];
  readonly unverified: readonly string[];
  readonly 'dpf-certified'?: unknown;
}

/** Companies and their products, in the files' order. */
function vendors(): readonly Vendor[] {
  cachedVendors ??= load();
  return cachedVendors;
}

/** The vendor or product of a name, an alias or a former name; undefined where the registry knows none. */
export function vendorOf(name: string): Vendor | undefined {
  byName ??= new Map(
    vendors()
      .flatMap((vendor) => namesOf(vendor).map((key) => [key.toLowerCase(), vendor] as const))
      .reverse(),
  );
  return byName.get(name.toLowerCase());
}

export interface VendorName {
  readonly vendor: Vendor;
  /** The words are an English word too. */
  readonly ambiguous: boolean;
}

/** Every mention of a registry name in the text, in order, without overlaps; not within longer names of other things ("Google Chrome"). */
export function vendorMentions(content: string): readonly NameMatch<VendorName>[] {
  finder ??= nameFinder<VendorName | null>([
    ...vendors().flatMap((vendor) =>
      namesOf(vendor).map((name): [string, VendorName] => [name, { vendor, ambiguous: vendor.ambiguous && name === vendor.name }]),
    ),
    ...notVendorNames().map((name): [string, null] => [name, null]),
  ]);
  return finder(content).filter((match): match is NameMatch<VendorName> => match.entry !== null);
}

/** Names that look like a recipient and never are: browsers, operating systems, standards, self-regulation bodies, laws. Lower case. */
export function notVendors(): ReadonlySet<string> {
  cachedNotVendors ??= new Set(notVendorNames().map((name) => name.toLowerCase()));
  return cachedNotVendors;
}

const notVendorNames = (): readonly string[] => [...leaves(files['not-vendors']), ...leaves(files['authorities'])];
const files = record(compiled);
let cachedVendors: readonly Vendor[] | undefined;
let cachedNotVendors: ReadonlySet<string> | undefined;
let byName: Map<string, Vendor> | undefined;
let finder: ((content: string) => readonly NameMatch<VendorName | null>[]) | undefined;

function namesOf(vendor: Vendor): readonly string[] {
  return [vendor.name, ...vendor.aliases, ...vendor['outdated-names']];
}

function load(): Vendor[] {
  const found: Vendor[] = [];
  for (const [file, content] of Object.entries(files)) {
    if (!file.startsWith('vendors')) continue;
    for (const entry of records(record(content)['vendors'])) {
      const name = text(entry['name']);
      if (!name) continue;
      found.push(vendorFrom(entry, entry, name));
      for (const product of records(entry['products'])) found.push(vendorFrom(product, entry, name));
    }
  }
  return found;
}

/** `own` is the product's or the vendor's entry, `company` the vendor's: it stands in for what the product does not say. */
function vendorFrom(own: Readonly<Record<string, unknown>>, company: Readonly<Record<string, unknown>>, companyName: string): Vendor {
  const either = (key: string): string | undefined => text(own[key]) ?? text(company[key]);
  return {
    id: text(own['id']) ?? slug(text(own['name']) ?? ''),
    name: text(own['name']) ?? companyName,
    vendor: companyName,
    aliases: strings(own['aliases']),
    ambiguous: own['ambiguous'] === true,
    ...optional('service', either('service')),
    ...optional('role', either('role')),
    ...optional('entity', either('entity')),
    ...optional('parent', either('parent')),
    ...optional('seat', either('seat')),
    ...optional('eea', seatInEea(either('seat'))),
    ...optional('entity-country', either('entity-country')),
    ...optional('cookies', text(own['cookies'])),
    ...optional('dpf-certified', company['dpf-certified'] ?? company['dpf']),
    data: strings(own['data'] ?? company['data']),
    'outdated-names': strings(own['outdated-names']),
    renamed: records(own['renamed']),
    packages: Object.fromEntries(Object.entries(record(own['packages'])).map(([registry, names]) => [registry, strings(names)])),
    domains: strings(own['domains']),
    unverified: strings(company['unverified']),
  };
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

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // A computed key widens to string; the one pair has the key of the return type.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

const seatInEea = (seat: string | undefined): boolean | undefined => (seat === undefined ? undefined : isEea(seat));
const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
