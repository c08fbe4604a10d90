/** The registry, the ontology and the law database are facts that people rely on: every record is complete, unique and sourced. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Entry = Record<string, unknown>;

const read = (folder: string): [string, Entry][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, parse(readFileSync(`${folder}/${file}`, 'utf8')) as Entry]); // YAML maps at the top of every file

const listOf = (entry: Entry, key: string): Entry[] => (Array.isArray(entry[key]) ? (entry[key] as Entry[]) : []); // lists of maps by the format
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const OPEN_LICENCES = /^(facts|CC0-1\.0|MIT|Apache-2\.0|W3C|W3C-20150513|BSD-3-Clause|CC-BY-4\.0)/;

describe('vendors', () => {
  const vendors = read('rules/registry')
    .filter(([file]) => file.startsWith('vendors'))
    .flatMap(([file, content]) => listOf(content, 'vendors').map((vendor) => [`${file} ${String(vendor.id)}`, vendor] as const));

  test('there are 200 or more', () => {
    expect(vendors.length).toBeGreaterThanOrEqual(200);
  });

  test('each has an id, a name, a service, and a source with licence and date', () => {
    const incomplete = vendors.filter(
      ([, vendor]) =>
        !vendor.id ||
        !vendor.name ||
        !vendor.service ||
        !vendor.source ||
        !OPEN_LICENCES.test(String(vendor.licence)) ||
        !ISO_DATE.test(dateOf(vendor.checked)),
    );
    expect(incomplete.map(([where]) => where)).toEqual([]);
  });

  test('what could not be checked is said', () => {
    expect(vendors.filter(([, vendor]) => !Array.isArray(vendor.unverified)).map(([where]) => where)).toEqual([]);
  });

  test('no spelling belongs to two of them', () => {
    const owners = new Map<string, string>();
    const doubles: string[] = [];
    for (const [where, vendor] of vendors) {
      const spellings = new Set(
        [
          vendor.name,
          ...list(vendor.aliases),
          ...listOf(vendor, 'products').flatMap((product) => [product.name, ...list(product.aliases)]),
        ].map(String),
      );
      for (const spelling of spellings) {
        const other = owners.get(spelling);
        if (other) doubles.push(`${spelling}: ${other}, ${where}`);
        owners.set(spelling, where);
      }
    }
    expect(doubles).toEqual([]);
  });
});

describe('countries, authorities, ages', () => {
  test.each([
    ['countries.yaml', 'countries'],
    ['authorities.yaml', 'authorities'],
    ['ages.yaml', 'ages'],
  ])('%s says where each record comes from', (file, key) => {
    const content = parse(readFileSync(`rules/registry/${file}`, 'utf8')) as Entry; // a map by the format
    const meta = (content.meta ?? {}) as Entry; // a map by the format
    const records = listOf(content, key);
    expect(records.length).toBeGreaterThan(20);
    const unsourced = records.filter(
      (record) =>
        !(record.source ?? meta.source) || !(record.licence ?? meta.licence) || !ISO_DATE.test(dateOf(record.checked ?? meta.checked)),
    );
    expect(unsourced).toEqual([]);
  });
});

describe('ontology', () => {
  test.each(['data', 'purposes', 'recipients'])('%s: every parent exists, nothing is its own ancestor', (name) => {
    const content = parse(readFileSync(`rules/ontology/${name}.yaml`, 'utf8')) as Entry; // a map by the format
    const concepts = listOf(content, 'concepts');
    const parents = new Map(concepts.map((concept) => [String(concept.id), list(concept['is-a']).map(String)]));
    expect(parents.size).toBe(concepts.length);
    const reaches = (from: string, to: string): boolean => (parents.get(from) ?? []).some((parent) => parent === to || reaches(parent, to));
    for (const [id, above] of parents) {
      expect(above.filter((parent) => !parents.has(parent))).toEqual([]);
      expect(reaches(id, id)).toBe(false);
    }
  });
});

describe('law', () => {
  const files = read('rules/law').filter(([, content]) => content.instrument);
  const provisions = files.flatMap(([file, content]) => listOf(content, 'provisions').map((provision) => [file, provision] as const));
  const ids = new Set(provisions.map(([, provision]) => String(provision.id)));

  test('every provision has a reference, a title, a duty, a URL and a status, once', () => {
    expect(ids.size).toBe(provisions.length);
    const incomplete = provisions.filter(
      ([, provision]) => !provision.ref || !provision.title || !provision.duty || !provision.url || !provision.status,
    );
    expect(incomplete.map(([file, provision]) => `${file} ${String(provision.id)}`)).toEqual([]);
  });

  test('every citation of a rule resolves to a provision that was checked', () => {
    const unverified = new Set(
      provisions.filter(([, provision]) => provision.status === 'unverified').map(([, provision]) => String(provision.id)),
    );
    const rules = readdirSync('rules/packs', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    const wrong = rules.flatMap((file) => {
      const rule = parse(readFileSync(`rules/packs/${file}`, 'utf8')) as Entry; // a map, checked by the build
      return list(rule.law)
        .map(String)
        .filter((id) => !ids.has(id) || unverified.has(id))
        .map((id) => `${file}: ${id}`);
    });
    expect(wrong).toEqual([]);
  });
});

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** YAML reads an unquoted date as text or as a date. */
function dateOf(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
