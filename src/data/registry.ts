/** Vendors that policies name, and names that are no vendors: typed access to `rules/registry/vendors-*.yaml`, `not-vendors.yaml`, `authorities.yaml`. */
import compiled from '../../build/data/registry.json' with { type: 'json' };
import { isEea } from './countries.js';
import { lookUp } from './line-table.js';
import { type CompiledNames, type NameMatch, nameFinder } from './names.js';
import { type TextList, textsOf } from './text-list.js';
import { record, records, strings, text } from './untyped.js';

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
  /** The vendor's own policy or terms on data, as the registry's source names it. */
  readonly policy?: string;
  readonly unverified: readonly string[];
  readonly 'dpf-certified'?: unknown;
}

/** Made by `scripts/compile-registry.ts`. */
export interface CompiledVendors {
  /**
   * Names of vendors and products, each with a number: `7` for a company's record, `7.2` for its third product, `?` behind it where the words
   * mean something else too. What is no vendor has none.
   */
  readonly names: CompiledNames;
  /** Table: a name in lower case → the number of its owner. */
  readonly owners: string;
  /** Table of the names that are no vendors', in lower case. */
  readonly notVendors: string;
  /** Each company in JSON: read where the text names it, which of hundreds it does of a few. */
  readonly records: TextList;
}

/** The vendor or product of a name, an alias or a former name, also with the written form behind it ("X (Twitter)"); undefined where the registry knows none. */
export function vendorOf(name: string): Vendor | undefined {
  const lower = name.toLowerCase();
  const number = (lookUp(data.owners, lower) ??
    (lower.endsWith(')') ? lookUp(data.owners, lower.replace(/ \([^()]*\)$/, '')) : undefined))?.[0];
  return number === undefined ? undefined : vendorAt(number);
}

export interface VendorName {
  readonly vendor: Vendor;
  /** The words are an English word too. */
  readonly ambiguous: boolean;
}

/** Every mention of a registry name in the text, in order, without overlaps; not within longer names of other things ("Google Chrome"). */
export function vendorMentions(content: string): readonly NameMatch<VendorName>[] {
  finder ??= nameFinder(data.names, (entry) =>
    entry === '' ? null : { vendor: vendorAt(entry.replace('?', '')), ambiguous: entry.endsWith('?') },
  );
  return finder(content).filter((match): match is NameMatch<VendorName> => match.entry !== null);
}

/** The vendor or product whose package this is, by the registry that it comes from ("npm", "pypi", "pod", "maven", "gem"). */
export function vendorOfPackage(from: string, name: string): Vendor | undefined {
  packages ??= packageTable();
  const number = packages.get(`${from} ${name}`);
  return number === undefined ? undefined : vendorAt(number);
}

/** Whether a name looks like a recipient's and never is: browsers, operating systems, standards, self-regulation bodies, laws. In any case. */
export function isNotVendor(name: string): boolean {
  return lookUp(data.notVendors, name.toLowerCase()) !== undefined;
}

/** An entry of a vendors' file, or of its products. */
type VendorRecord = Readonly<Record<string, unknown>>;

/** `own` is the product's or the vendor's entry, `company` the vendor's: it stands in for what the product does not say. */
function vendorFrom(own: VendorRecord, company: VendorRecord): Vendor {
  const either = (key: string): string | undefined => text(own[key]) ?? text(company[key]);
  const companyName = text(company['name']) ?? '';
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
    ...optional('policy', text(company['policy'])),
    unverified: strings(company['unverified']),
  };
}

// Written by scripts/compile-registry.ts in this shape.
const data = compiled.vendors as CompiledVendors;
const recordAt = textsOf(data.records);
const vendors = new Map<string, Vendor>();
let finder: ((content: string) => readonly NameMatch<VendorName | null>[]) | undefined;

let packages: ReadonlyMap<string, string> | undefined;

/** Registry and name → the number of its owner: every record is read once, where a project's packages are looked up. */
function packageTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (let index = 0; index < data.records.ends.length; index++) {
    const company = vendorAt(String(index));
    const products = records(record(JSON.parse(recordAt(index)))['products']);
    for (const number of [String(index), ...products.map((_, i) => `${index}.${i}`)]) {
      const own = number === String(index) ? company : vendorAt(number);
      for (const [from, names] of Object.entries(own.packages)) for (const name of names) table.set(`${from} ${name}`, number);
    }
  }
  return table;
}

function vendorAt(number: string): Vendor {
  const known = vendors.get(number);
  if (known) return known;
  const [index, product] = number.split('.');
  const company = record(JSON.parse(recordAt(Number(index))));
  const vendor = vendorFrom(product === undefined ? company : record(records(company['products'])[Number(product)]), company);
  vendors.set(number, vendor);
  return vendor;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // A computed key widens to string; the one pair has the key of the return type.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

const seatInEea = (seat: string | undefined): boolean | undefined => (seat === undefined ? undefined : isEea(seat));
const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
