import { expect, test } from 'vitest';

const { packData }: { packData: (json: string) => { content: Buffer; code: string } } = await import(
  new URL('../../scripts/pack-data.mjs', import.meta.url).href
);

/** As the bundle reads it. */
function unpacked<T>(value: T): T {
  const { content, code } = packData(JSON.stringify(value));
  return new Function('bytes', `${code}\nreturn data;`)(content);
}

test('packed data are the same when they are read', () => {
  const long = 'a "b" \\ \n\t| ü \u007f '.repeat(200);
  const list = Array.from({ length: 900 }, (_, i) => `${i} "x"\n\tÿ é entry of a list \\b`);
  const data = {
    short: 'é € 𝒳',
    'a-b': { long, wide: `${long}€${long}ő𝒳`, 'very wide': '€uro '.repeat(800) },
    list,
    'wide list': [...list, '', 'Łódź', ...list],
    'list with separator': [...list, 'a\u0001b'],
    mixed: [...list, 1, null, [long], { list }],
    empty: ['', {}, [], null, 0, false],
  };
  expect(unpacked(data)).toEqual(data);
});

test('long texts and lists are not read as JSON', () => {
  const { content, code } = packData(JSON.stringify({ list: new Array(2000).fill('a "quoted" text') }));
  expect(content.toString('latin1')).toContain('a "quoted" text');
  expect(code).toContain('.slice(0, 11)');
});

test('long lists of numbers are views of the file', () => {
  const small = Array.from({ length: 1500 }, (_, i) => (i * 7919) % 65_536);
  const large = Array.from({ length: 1001 }, (_, i) => (i * 7_654_321) % 4_294_967_296);
  const data = {
    text: 'é'.repeat(3000),
    small,
    few: [1, 2, 3],
    large,
    more: small.slice(1),
    negative: [...small, -1],
    broken: [...small, 0.5],
  };
  const read: typeof data = unpacked(data);
  expect(read.small).toBeInstanceOf(Uint16Array);
  expect(read.large).toBeInstanceOf(Uint32Array);
  const listed = { ...read, small: Array.from(read.small), large: Array.from(read.large), more: Array.from(read.more) };
  expect(listed).toEqual(data);
});
