import { describe, expect, it } from 'vitest';
import { parse } from './helpers.js';

const MORE =
  'and we tell whoever asks which of them we hold, for how long we keep them, and to whom they were given in the last two years.';

describe('a heading that holds the text of its section', () => {
  it.each([
    [
      'in small letters',
      `# 7. Your rights to your data You can ask us for a copy of your data ${MORE}${MORE}`,
      '7. Your rights to your data',
    ],
    ['in capitals', `## How We Use Your Data We use your data to bake bread ${MORE}${MORE}`, 'How We Use Your Data'],
  ])('keeps its title %s', async (_, source, title) => {
    const { root, blocks } = await parse(source, 'markdown');
    expect(root.children.map((section) => section.title)).toEqual([title]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
    expect(blocks[1]?.sentences[0]?.text).toMatch(/^(?:You can ask|We use) /);
  });

  it('is text where no title can be told from it', async () => {
    const { root, blocks } = await parse(`# Bread is baked every day, ${MORE} ${MORE}`, 'markdown');
    expect(root.children).toEqual([]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  it('stays a heading where it is only long', async () => {
    const { blocks } = await parse(
      '## What we do with the data of people who order bread and cakes on our site, and why You may ask us to stop',
      'markdown',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading']);
  });
});
