import { expect, test } from 'vitest';

const { packData }: { packData: (json: string) => { content: Buffer; code: string } } = await import(
  new URL('../../scripts/pack-data.mjs', import.meta.url).href
);

/** As the bundle reads it. */
function unpacked(value: unknown): unknown {
  const { content, code } = packData(JSON.stringify(value));
  return new Function('text', `${code}\nreturn data;`)(content.toString('latin1'));
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
