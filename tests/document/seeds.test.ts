import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockWith, fixture, parse, problems, textOf, tree } from './helpers.js';

const TREES: Readonly<Record<string, string[]>> = {
  '000_d62aa72dd00cee89.txt': [
    'Privacy Policy.',
    '  1. Information We Collect',
    '  2. How We Use Your Information',
    '  3. Third-Party Services',
    '  4. Data Storage & Security',
    '  5. Data Retention',
    '  6. Your Rights',
    '  7. Cookies',
    "  8. Children's Privacy",
    '  9. Changes to This Policy',
  ],
  '001_d8f9902049358b2c.txt': [
    'Privacy Policy',
    '  1. Data we collect',
    '  2. How we use your data',
    '  3. Third-party processors',
    '  4. Data retention',
    '  5. Your rights',
    '  6. Cookies',
    '  7. Security',
    '  8. Changes to this policy',
    '  9. Contact',
  ],
  '002_5240c2c54628410b.txt': [
    'Privacy Policy',
    '  1. Introduction',
    '  2. Information We Collect',
    '  3. How We Use Your Information',
    '  4. Data Sharing',
    '  5. Data Security',
    '  6. Data Retention',
    '  7. Your Rights',
    '  8. Cookies and Tracking',
    '  9. Changes to This Policy',
    '  10. Contact Us',
  ],
  '003_4bf665269b1a30fb.txt': [
    'Privacy Policy',
    '  1. Information We Collect',
    '    Information you provide directly:',
    '    Marketing Consent',
    '  2. AI Usage & Data Processing',
    '    How we use your content:',
    '  3. Data Retention',
    '  4. Data Security',
    '  5. Third-Party Services',
    '  6. Your Rights (GDPR)',
    '  7. Contact',
  ],
  '004_ce7b7398f7d3863e.txt': [
    'ClientCast Manager',
    '  1. Overview',
    '  2. Information We Collect',
    '  3. How We Use Information',
    '  4. Data Storage and Sharing',
    '  5. Security Measures',
    '  6. Your Rights & Choices',
    '  7. Third-Party Services & Integrations',
    "  8. Children's Privacy",
    '  9. Changes to This Privacy Policy',
    '  10. Contact Information & Data Controller',
  ],
};

describe('the five policies', () => {
  it('are all covered', () => {
    expect(readdirSync(new URL('../../fixtures/seeds/', import.meta.url)).sort()).toEqual(Object.keys(TREES).sort());
  });

  for (const [name, expected] of Object.entries(TREES)) {
    const source = fixture(`seeds/${name}`);

    it(`${name}: section tree and invariants`, async () => {
      const document = await parse(source);
      expect(tree(document)).toEqual(expected);
      expect(problems(document)).toEqual([]);
      expect(document.language).toBe('en');
    });

    it(`${name}: every sentence is found in the source as it stands`, async () => {
      const document = await parse(source);
      const lines = source.split('\n');
      for (const sentence of document.sentences) {
        const { start, end } = document.toSource(sentence);
        expect(source.slice(start, end)).toBe(sentence.text);
      }
      // Nothing is lost but bullets, numbers of list entries and line breaks.
      const words = (text: string) => text.match(/[A-Za-z]{2,}/g)?.length;
      expect(words(document.text)).toBe(words(lines.join('\n')));
    });

    it(`${name}: reads the same as Markdown`, async () => {
      const text = await parse(source);
      const markdown = await parse(source, 'markdown');
      expect(tree(markdown)).toEqual(expected);
      expect(markdown.sentences.map((sentence) => sentence.text)).toEqual(text.sentences.map((sentence) => sentence.text));
    });

    it(`${name}: reads the same in Markdown that has marks elsewhere`, async () => {
      const markdown = await parse(`${source}\n\nSee [the terms](https://example.com/terms).\n`, 'markdown');
      expect(tree(markdown)).toEqual(expected);
    });
  }
});

describe('lists of the five policies', () => {
  it('know what introduces them', async () => {
    const document = await parse(fixture('seeds/000_d62aa72dd00cee89.txt'));
    const item = blockWith(document, 'Process and manage your subscription');
    expect(item.kind).toBe('item');
    expect(item.leadIn?.text).toBe('We use your data solely to:');
    expect(blockWith(document, 'nor do we sell').leadIn).toBeNull();
    expect(blockWith(document, 'nor do we sell').kind).toBe('paragraph');
  });

  it('take the heading for the introduction where no sentence stands between', async () => {
    const document = await parse(fixture('seeds/002_5240c2c54628410b.txt'));
    expect(blockWith(document, 'To comply with legal obligations').leadIn?.text).toBe('3. How We Use Your Information');
  });

  it('know their labels', async () => {
    const document = await parse(fixture('seeds/003_4bf665269b1a30fb.txt'));
    const label = blockWith(document, 'Media storage and CDN').label;
    expect(label && textOf(document, label)).toBe('Cloudflare R2');
    const plan = blockWith(document, '1TB+ fixed storage').label;
    expect(plan && textOf(document, plan)).toBe('Business / Enterprise');
  });

  it('lose bullets whose encoding is broken', async () => {
    const document = await parse(fixture('seeds/004_ce7b7398f7d3863e.txt'));
    const first = blockWith(document, 'Create, authenticate');
    expect(textOf(document, first)).toMatch(/^Create/);
    const label = blockWith(document, 'subject to admin approval').label;
    expect(label && textOf(document, label)).toBe('Update profile');
    expect(document.lower).toContain("your company's support team");
  });
});
