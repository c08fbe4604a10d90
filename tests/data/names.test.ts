import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryName, isEea, placesIn } from '../../src/data/countries.js';
import { lineTable, lookUp } from '../../src/data/line-table.js';
import { compileNames, nameFinder } from '../../src/data/names.js';
import { isNotVendor, vendorMentions, vendorOf } from '../../src/data/registry.js';
import { jsonText, textList, textsOf } from '../../src/data/text-list.js';

describe('a table in one string', () => {
  it('gives the values of each of its keys, and nothing for another', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', 'B', ' ', '~', 'é', 'š', '😀', '0'), maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 12 }), key, (keys, other) => {
        const table = lineTable(keys.map((each, index) => [each, index % 3 === 0 ? [] : [`${index}${each}`, '']]));
        // A sign of two bytes would double the table.
        expect(table).not.toMatch(/[^\0-\xff]/);
        for (const [index, each] of keys.entries()) expect(lookUp(table, each)).toEqual(index % 3 === 0 ? [] : [`${index}${each}`, '']);
        if (!keys.includes(other)) expect(lookUp(table, other)).toBeUndefined();
      }),
    );
  });
  it('is not made of keys that it could not tell apart', () => {
    expect(() => lineTable([['a|b', []]])).toThrow('a|b');
    expect(() => lineTable([['a', ['\u00800161']]])).toThrow('"a" holds a separator');
    expect(() =>
      lineTable([
        ['a', []],
        ['a', ['1']],
      ]),
    ).toThrow('twice');
  });
});

describe('texts in one', () => {
  it('are read by their numbers, values as JSON in signs of a byte', () => {
    const values = [{ a: 'Łódź "x"\n', b: ['😀'] }, '', 'é'];
    const list = textList(values.map(jsonText));
    expect(list.joined).not.toMatch(/[^\0-\xff]/);
    const read = textsOf(list);
    expect(values.map((_, index) => JSON.parse(read(index)))).toEqual(values);
    expect(read(3)).toBe('');
  });
});

describe('names in a text', () => {
  const find = nameFinder(
    compileNames([
      ['Acme', '1'],
      ['Acme Cloud', '2'],
      ['acme.io', '3'],
      ['Ünlü', '4'],
    ]),
    Number,
  );
  const found = (text: string): [string, number][] => find(text).map(({ start, end, entry }) => [text.slice(start, end), entry]);
  it('are the longest that stand there, as whole words', () => {
    expect(found('Acme Cloud by Acme, not Acmes or Acme Clouds')).toEqual([
      ['Acme Cloud', 2],
      ['Acme', 1],
      ['Acme', 1],
    ]);
  });
  it('may begin in lower case, but only in the one that they are written in', () => {
    expect(found('at acme.io, acme and ACME')).toEqual([['acme.io', 3]]);
  });
});

describe('the registry', () => {
  it('knows a product by its names and gives it what its company has', () => {
    const product = vendorOf('google analytics');
    expect(product).toMatchObject({ name: 'Google Analytics', vendor: 'Google', seat: 'US', eea: false });
    expect(vendorOf('Google Analytics')).toBe(product);
    expect(vendorOf('No Such Company')).toBeUndefined();
  });
  it('finds vendors, and leaves out longer names of other things', () => {
    const names = vendorMentions('We use Google Analytics and Stripe; Google Chrome is a browser.').map(({ entry }) => entry.vendor.name);
    expect(names).toEqual(['Google Analytics', 'Stripe']);
    expect(isNotVendor('google chrome')).toBe(true);
    expect(isNotVendor('Stripe')).toBe(false);
  });
  it('knows countries, what lies in them, and which belong to the EEA', () => {
    expect(placesIn('Servers in Finland, German law, Dublin').map(({ entry }) => [entry.iso, entry.by, entry.eea])).toEqual([
      ['FI', 'country', true],
      ['DE', 'adjective', true],
      ['IE', 'place', true],
    ]);
    expect([isEea('NO'), isEea('CH'), isEea('EU'), isEea('XX')]).toEqual([true, false, true, false]);
    expect([countryName('FI'), countryName('constructor')]).toEqual(['Finland', 'constructor']);
  });
});
