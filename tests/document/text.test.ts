import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/document/document.js';
import { blockWith, outlineOf, parse, problems, textOf, tree } from './helpers.js';

describe('headings of plain text', () => {
  const prose = 'We collect your name and your address when you sign up.';
  const FOUND: Readonly<Record<string, string>> = {
    'numbers with a point': `1. Introduction\n${prose}\n2. Data We Collect\n${prose}`,
    'numbers of two levels': `1. Data\n1.1 Account Data\n${prose}\n1.2 Usage Data\n${prose}\n2. Rights\n${prose}`,
    'Roman numbers': `I. Scope\n${prose}\nII. Data\n${prose}\nIII. Rights\n${prose}`,
    'capital letters': `A. Scope\n${prose}\nB. Data\n${prose}\nC. Rights\n${prose}`,
    'words before the number': `Section 1 – Scope\n${prose}\nSection 2 – Data\n${prose}`,
    'numbers without a point': `1 Scope of This Policy\n${prose}\n2 Data We Collect\n${prose}\n3 Your Rights\n${prose}`,
    'numbers in parentheses': `(1) Scope\n${prose}\n(2) Data\n${prose}`,
    capitals: `DATA WE COLLECT\n${prose}\nYOUR RIGHTS\n${prose}`,
    'title case': `Data We Collect\n${prose}\nYour Rights\n${prose}`,
    questions: `What data do we collect?\n${prose}\nHow long do we keep it?\n${prose}`,
    'a closing full stop': `Data Retention.\n${prose}\nYour Rights.\n${prose}`,
    'blank lines around': `Data we collect\n\n${prose}\n\nYour rights\n\n${prose}`,
    'a line below': `Data we collect\n===============\n\n${prose}\n\nYour rights\n-----------\n\n${prose}`,
    'an emoji in front': `🔒 Data Security\n${prose}\n📧 Contact Us\n${prose}`,
    indentation: `   Data We Collect\n${prose}\n   Your Rights\n${prose}`,
  };
  for (const [name, source] of Object.entries(FOUND)) {
    it(name, async () => {
      const document = await parse(`Privacy Policy\n${prose}\n${source}`);
      const paragraphs = outlineOf(document).filter((line) => line.startsWith('paragraph'));
      expect(new Set(paragraphs)).toEqual(new Set([`paragraph: ${prose}`]));
      expect(tree(document).length).toBeGreaterThanOrEqual(3);
      expect(problems(document)).toEqual([]);
    });
  }

  it('nest by number and by kind', async () => {
    const document = await parse(FOUND['numbers of two levels'] ?? '');
    expect(tree(document)).toEqual(['1. Data', '  1.1 Account Data', '  1.2 Usage Data', '2. Rights']);
    const mixed = await parse(`Policy\n${prose}\n1. Data\n${prose}\nMarketing Data\n${prose}\n2. Rights\n${prose}`);
    expect(tree(mixed)).toEqual(['Policy', '  1. Data', '    Marketing Data', '  2. Rights']);
  });

  const NOT: Readonly<Record<string, string>> = {
    sentences: 'We never sell data.\nWe collect your name and your address when you sign up.',
    addresses: 'Write to:\nAcme Trading Ltd\n12 High Street\nLondon\nWe collect your name and your address when you sign up.',
    dates: 'Last updated: May 5, 2024\nWe collect your name and your address when you sign up.',
    'lead-ins': 'You have the right to:\n- access your data\n- correct it',
    'numbered lists': 'You can:\n1. Open Settings\n2. Choose Privacy\n3. Click Delete\nThen your account is gone for good.',
    'contact lines': 'E-mail: privacy@example.com\nWe collect your name and your address when you sign up.',
  };
  for (const [name, source] of Object.entries(NOT)) {
    it(`are not: ${name}`, async () => {
      const document = await parse(`Acme Privacy Policy\n\nThis policy says what we do with your data.\n\n${source}`);
      expect(tree(document)).toEqual(['Acme Privacy Policy']);
    });
  }

  it('a list of titles in front is a table of contents', async () => {
    const titles = ['Scope', 'Data We Collect', 'Sharing', 'Retention', 'Your Rights', 'Contact Us'];
    const source = `Privacy Policy\n\n${prose}\n\nContents\n\n${titles.join('\n\n')}\n\n${titles.map((title) => `${title}\n\n${prose}`).join('\n\n')}`;
    expect(tree(await parse(source)).filter((title) => title.trim() === 'Sharing')).toHaveLength(1);
  });
});

describe('paragraphs of plain text', () => {
  it('wrapped by hand are joined', async () => {
    const source =
      'Privacy Policy\n\nWe collect your name, your address and your telephone number when\nyou sign up for an account. We keep them for as long as you have the\naccount. After that we delete them. You may object to that at any\ntime.\n\nWe never sell them to anybody.';
    const document = await parse(source);
    expect(document.blocks).toHaveLength(3);
    expect(document.sentences.map((sentence) => sentence.text)).toEqual([
      'Privacy Policy',
      'We collect your name, your address and your telephone number when you sign up for an account.',
      'We keep them for as long as you have the account.',
      'After that we delete them.',
      'You may object to that at any time.',
      'We never sell them to anybody.',
    ]);
    const sentence = document.sentences[1];
    const span = sentence && document.toSource(sentence);
    expect(span && source.slice(span.start, span.end)).toContain('when\nyou sign up');
  });

  it('below a question that ends in "to" or "are" begin with the next line', async () => {
    const document = await parse(
      'Privacy\n\nWho we are\nAcme Ltd of Leeds runs this shop.\n\nWhat you are entitled to\nTo see what we have and to get a copy.',
    );
    expect(document.blocks.filter(({ kind }) => kind === 'heading').map((block) => block.sentences[0]?.text)).toEqual([
      'Privacy',
      'Who we are',
      'What you are entitled to',
    ]);
  });

  it('of one line each stay apart', async () => {
    const document = await parse('We collect your name.\nWe keep it for a year.\nWe delete it then.');
    expect(document.blocks).toHaveLength(3);
  });
});

describe('lists of plain text', () => {
  const BULLETS = ['-', '*', '•', '–', '·', '●', '◦', '▪', '➤', '✓', '✅', '👉', '+', '๐', 'โ', 'â€¢', '\uf0b7'];
  for (const bullet of BULLETS) {
    it(`know ${bullet} as a bullet`, async () => {
      const document = await parse(`We collect:\n${bullet} names and addresses\n${bullet} e-mail addresses\nWe keep them for a year.`);
      expect(outlineOf(document)).toEqual([
        'paragraph: We collect:',
        'item: names and addresses',
        'item: e-mail addresses',
        'paragraph: We keep them for a year.',
      ]);
    });
  }

  it('nest by indentation', async () => {
    const document = await parse('We collect:\n- contact data\n  o\tname\n  o\taddress\n- usage data');
    const name = blockWith(document, 'name');
    expect(name.parent && textOf(document, name.parent)).toBe('contact data');
    expect(name.leadIn?.text).toBe('We collect:');
    expect(blockWith(document, 'usage data').parent).toBeNull();
  });

  it('may wrap', async () => {
    const document = await parse('We collect:\n- your name and all that you\n  tell us about yourself\n- your address');
    expect(outlineOf(document)[1]).toBe('item: your name and all that you tell us about yourself');
  });

  it('may have lost their bullets', async () => {
    const document = await parse(
      'Privacy Policy\n\nWe collect the following:\n\nE-mail address\n\nFirst name and last name\n\nPhone number\n\nUsage Data\n\nUsage Data is collected when you use the service.',
    );
    expect(outlineOf(document).slice(2)).toEqual([
      'item: E-mail address',
      'item: First name and last name',
      'item: Phone number',
      'heading: Usage Data',
      'paragraph: Usage Data is collected when you use the service.',
    ]);
  });

  it('of sentences that open alike need no bullets', async () => {
    const document = await parse(
      'We use your data for these purposes:\nTo provide the service.\nTo bill you.\nTo answer your questions.\nWe do not sell it.',
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'item', 'item', 'item', 'paragraph']);
    expect(blockWith(document, 'bill you').leadIn?.text).toBe('We use your data for these purposes:');
  });
});

describe('labels', () => {
  const LABELS: Readonly<Record<string, string | null>> = {
    'Stripe: Payment processing.': 'Stripe',
    'Redis – an in-memory cache.': 'Redis',
    'Email Provider (SMTP): Used to send e-mails.': 'Email Provider (SMTP)',
    'Direct marketing. We may send you offers.': 'Direct marketing',
    'We use Stripe: it is safe.': null,
    'We never sell data – not even names.': null,
    'You can reach us here: https://example.com and by telephone.': null,
    'A sentence without any of that.': null,
  };
  for (const [text, label] of Object.entries(LABELS)) {
    it(text, async () => {
      const document = await parse(`Policy\n- ${text}`);
      const block = blockWith(document, text);
      expect(block.label && textOf(document, block.label)).toBe(label);
    });
  }
});

describe('edges', () => {
  it('nothing at all', () => {
    for (const source of ['', ' ', '\n\n\r\n', '\ufeff', '\0\u200b']) {
      const document = parseText(source, { path: 'p.txt' });
      expect(document.text).toBe('');
      expect(document.blocks).toEqual([]);
      expect(document.language).toBe('und');
      expect(document.toSource({ start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
    }
  });

  it('only titles, or no title', async () => {
    expect(tree(await parse('Privacy Policy'))).toEqual([]);
    expect((await parse('We collect data.\nWe keep it.')).root.blocks).toHaveLength(2);
  });

  it('comments are collected, not read', async () => {
    const source = 'Privacy Policy\n\n<!-- policylint-disable gdpr/dpo -->\nWe collect data. <!-- and\nmore --> We keep it.\n<!-- open';
    const document = await parse(source);
    expect(document.text).toBe('Privacy Policy\nWe collect data. We keep it.\n<!-- open');
    expect(document.comments.map((comment) => comment.text)).toEqual(['policylint-disable gdpr/dpo', 'and\nmore']);
    expect(document.comments.every(({ span }) => source.slice(span.start, span.end).endsWith('-->'))).toBe(true);
  });

  it('columns set with tabs', async () => {
    const document = await parse('Data\tPurpose\tPeriod\nName\tBilling\t10 years\n');
    expect(document.text).toContain('Name Billing 10 years');
    expect(problems(document)).toEqual([]);
  });

  it('scripts and style sheets in the text are code', async () => {
    const document = await parse(
      'We collect data.\n\n.icon { fill: #fff; } .logo > svg { width: 1px; }\n\n$(document).ready(function () { load("x"); });\n\nWe keep it (see {link}).',
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(['paragraph', 'code', 'code', 'paragraph']);
  });

  it('compounds broken at a line end stay one word', async () => {
    const document = await parse(
      'We share the data that we collect with our third-\nparty providers and with first- and second-\nline support teams that help us with them.',
    );
    expect(document.text).toContain('third-party providers');
    expect(document.text).toContain('second-line support');
  });

  it('a letter whose lower case is longer', async () => {
    const document = await parse('İSTANBUL İletişim: We collect data.');
    expect(document.lower).toBe('istanbul iletişim: we collect data.');
  });

  it('lone surrogates, emoji and other scripts', async () => {
    const source = 'We collect \ud83d data 😀 and 个人信息。We keep it.';
    const document = await parse(source);
    expect(problems(document)).toEqual([]);
    const at = document.text.indexOf('😀');
    const span = document.toSource({ start: at, end: at + 2 });
    expect(source.slice(span.start, span.end)).toBe('😀');
  });

  it('tells the language', async () => {
    const language = async (text: string) => (await parse(text)).language;
    expect(await language('We collect the data that you give to us and we use it for the purposes that are set out in this policy.')).toBe(
      'en',
    );
    expect(
      await language('Wir verarbeiten die Daten, die Sie uns geben, und wir nutzen sie für die Zwecke, die in dieser Erklärung stehen.'),
    ).toBe('de');
    expect(
      await language(
        'Nous collectons les données que vous nous donnez et nous les utilisons pour les finalités qui sont dans cette politique.',
      ),
    ).toBe('fr');
    expect(
      await language('Recopilamos los datos que usted nos da y los usamos para los fines que se indican en esta política de privacidad.'),
    ).toBe('es');
    expect(await language('Мы собираем данные, которые вы нам предоставляете, и храним их один год.')).toBe('ru');
    expect(await language('当社は、お客様が提供するデータを収集し、このポリシーに記載された目的のために使用します。')).toBe('ja');
    expect(await language('我们收集您提供给我们的数据，并将其用于本政策中规定的目的。我们保存一年，之后将其删除。您可以随时反对。')).toBe(
      'zh',
    );
    expect(await language('We collect data.')).toBe('und');
  });
});

describe('paragraphs that a converter cut at the end of each printed line', () => {
  const printed = [
    'We keep your address and the number of your telephone for as long as the contract',
    'between us lasts and for one year after it, so that we can answer the questions that',
    'Larkbox and its auditors ask about it.',
  ];
  it('are put together where the text shows the habit', async () => {
    const document = await parse(`Privacy Policy\n\n${Array(14).fill(printed.join('\n\n')).join('\n\n')}`);
    expect(outlineOf(document).slice(1)).toEqual(Array(14).fill(`paragraph: ${printed.join(' ')}`));
    expect(problems(document)).toEqual([]);
  });

  it('stay apart where one line breaks off', async () => {
    const document = await parse(`Privacy Policy\n\n${printed.join('\n\n')}`);
    expect(outlineOf(document)).toHaveLength(4);
  });
});

it('does not make one paragraph of a text whose sentences never end', async () => {
  const line = 'we keep the data of our users for as long as it is needed and then some more';
  const { blocks } = await parse(Array.from({ length: 500 }, () => line).join('\n\n'));
  expect(blocks.length).toBeGreaterThan(5);
  expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThan(6000);
});
