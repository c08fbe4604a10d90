import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/document/types.js';
import { parse, problems, tree } from './helpers.js';

const WORDS = [
  'We',
  'collect',
  'data',
  'Inc.',
  'e.g.',
  'Your',
  'rights',
  'café',
  'naïve',
  '“quoted”',
  'it’s',
  '–',
  '1.',
  'AES-256',
  'İstanbul',
  '😀',
  'a@b.example',
  '中文',
];
const TITLES = ['Data We Collect', '4. Data Retention', 'YOUR RIGHTS', 'How we use it:', 'Contact Us'];
const paragraph = fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 25 }).map((words) => `We say ${words.join(' ')} here.`);
const block = fc.oneof(
  paragraph,
  fc.constantFrom(...TITLES),
  fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
);
const policy = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

/** Fragments that mean something to one of the parsers, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<td>',
      '<li>',
      '<br>',
      '<!--',
      '-->',
      '**',
      '*',
      '_',
      '[',
      '](',
      ')',
      '`',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '# ',
      '|',
      '|-|\n',
      '---\n',
      '&amp;',
      '&',
      '\\',
      '\t',
      '\u00a0',
      '\u200b',
      '\u00ad',
      '\0',
      '\ud800',
      '\r\n',
      '    ',
      'We sell.',
      'data',
      'A:',
      '{',
      '}',
      '"',
      '=',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const FORMATS: readonly Format[] = ['text', 'markdown', 'html'];

describe('any input', () => {
  for (const format of FORMATS) {
    it(`as ${format} keeps the invariants: marks in any order`, async () => {
      await fc.assert(
        fc.asyncProperty(soup, async (source) => {
          expect(problems(await parse(source, format))).toEqual([]);
        }),
        { numRuns: 400 },
      );
    });

    it(`as ${format} keeps the invariants: any characters`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (source) => {
          expect(problems(await parse(source, format))).toEqual([]);
        }),
      );
    });
  }
});

describe('spans', () => {
  const letters = (text: string): string =>
    text
      .replace(/[\u00ad\u200b-\u200f\ufeff]/g, '')
      .replace(/[\s*_>#-]+/g, ' ')
      .trim();

  for (const format of ['text', 'markdown'] as const) {
    it(`hold the words of their sentence, in ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(policy, async (source) => {
          const document = await parse(source, format);
          for (const sentence of document.sentences) {
            const { start, end } = document.toSource(sentence);
            expect(letters(source.slice(start, end))).toBe(letters(sentence.text));
          }
        }),
      );
    });
  }

  it('of parts of the text are inside those of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(policy, fc.nat(), fc.nat(), async (source, a, b) => {
        const document = await parse(source, 'markdown');
        const size = document.text.length + 1;
        const start = Math.min(a % size, b % size);
        const end = Math.max(a % size, b % size);
        const span = document.toSource({ start, end });
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});

describe('what does not show changes nothing', () => {
  const noise: Readonly<Record<string, (source: string) => string>> = {
    'CRLF line ends': (source) => source.replaceAll('\n', '\r\n'),
    'a byte order mark': (source) => `\ufeff${source}`,
    'non-breaking spaces': (source) => source.replace(/(?<=\w) (?=\w)/g, '\u00a0'),
    'soft hyphens and zero-width spaces': (source) => source.replace(/ll/g, 'l\u00adl\u200b'),
    'trailing spaces and tabs': (source) => source.replaceAll('\n\n', ' \t\n\n'),
  };
  for (const [name, change] of Object.entries(noise)) {
    for (const format of ['text', 'markdown'] as const) {
      it(`${name}, in ${format}`, async () => {
        await fc.assert(
          fc.asyncProperty(policy, async (source) => {
            const plain = await parse(source, format);
            const changed = await parse(change(source), format);
            expect(changed.text).toBe(plain.text);
            expect(tree(changed)).toEqual(tree(plain));
            expect(problems(changed)).toEqual([]);
          }),
        );
      });
    }
  }
});

describe('markup', () => {
  it('of headings and paragraphs reads the same in Markdown and HTML', async () => {
    const sections = fc.array(fc.tuple(fc.constantFrom('Data', 'Your Rights', '4. Retention'), fc.array(paragraph, { maxLength: 3 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(sections, async (parts) => {
        const markdown = await parse(parts.map(([title, texts]) => `## ${title}\n\n${texts.join('\n\n')}`).join('\n\n'), 'markdown');
        const html = await parse(
          parts.map(([title, texts]) => `<h2>${title}</h2>${texts.map((text) => `<p>${text}</p>`).join('')}`).join(''),
          'html',
        );
        expect(html.text).toBe(markdown.text);
        expect(tree(html)).toEqual(tree(markdown));
        expect(html.sentences.map((sentence) => sentence.text)).toEqual(markdown.sentences.map((sentence) => sentence.text));
      }),
    );
  });
});
