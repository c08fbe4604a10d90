import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/document/sentences.js';

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Each text as its sentences, joined by " | ". */
const CASES = [
  'We collect data. | We share it.',
  'We collect data! | Why? | To bill you.',
  'We collect some data, e.g. your name, and keep it.',
  'We collect identifiers, e.g. Apple IDs. | We keep them.',
  'Partners, i.e. Firms we trust, may see it.',
  'We collect names, addresses, etc. and keep them.',
  'We collect names, addresses, etc. | We keep them for a year.',
  'Foo Inc. processes the data.',
  'The controller is Foo Inc. | You can write to us.',
  'Foo Ltd. Attn: Privacy, 1 High Street.',
  'Data goes to Foo Corp. Singapore and Bar Co. Ltd. Tokyo.',
  'The provider is Bar LLC. | We chose it with care.',
  'See Art. 13 and Arts. 14 to 22 GDPR. | They apply.',
  'Under Sec. 4. No. 5 of the act you may object.',
  'See Art. 6(1)(f) GDPR. | We balance interests.',
  'See para. 3, pp. 4 and fig. 2 of the annex.',
  'The basis is § 1798.100 of the Code. | It applies to you.',
  'It is listed as No. 5 in the register.',
  'The answer is no. | We never sell data.',
  'We process data in the U.S. and the U.K. for this purpose.',
  'Our servers stand in the U.S. | We rely on clauses.',
  'E.U. Commission decisions apply.',
  'The DPO is Dr. Jane Roe, Ph.D. in law.',
  'Contact Mr. Roe or Ms. Doe.',
  'It is a matter of access vs. Control of data.',
  'We keep logs for approx. 30 days (incl. Backups).',
  'Version 2.1 applies. | Version v3.2.1 does not.',
  'Section 2.1 explains it. | Section 2.2 does more.',
  'We use Node.js and ASP.NET. | Both are safe.',
  'Visit https://example.com/a.b?c=d. | It explains more.',
  'Visit www.example.com. | Then write to us.',
  'Write to privacy@example.com. | We answer.',
  'Support is there from 9 a.m. to 5 p.m. on weekdays.',
  'Call us until 5 p.m. | We are there on weekdays.',
  'We wait … and then act.',
  'We wait… | Then we act.',
  'We wait... | Then we act.',
  'They said "we never sell data." | That is true.',
  'They said “we never sell data.” | That is true.',
  '(This is a note.) | The next sentence follows.',
  'We share data (see below). | You may object.',
  'We delete data; We keep invoices.',
  'We delete data; you may object: Always.',
  'We act at once. however, this is no sentence end.',
  'Do you sell data? | No.',
  'What?! | Really.',
  'On Jan. 5 and Sept. 10 we changed it. | It applies.',
  'St. Gallen is where we are based.',
  'J. Doe and A. B. Smith run the service.',
  'It is stored by us and I. | You may ask.',
  '1. We collect data. | 2. We keep it.',
  'We use TLS 1.3. | Keys are rotated.',
  'The fee is $2.50. | It is charged once.',
  'We keep it for 30 days. | 14 days later it is gone.',
  'Yahoo! Inc. processes it.',
  'Name and address',
  'Foo Ltd., a company in Ireland, is the controller. | It decides.',
  'Data is sent to Foo, Inc. (“Foo”). | Foo keeps it.',
  'Rights under Art. 15 ff. GDPR remain. | You may use them.',
  'We comply with 45 C.F.R. Part 160. | It binds us.',
  'We take part in the EU-U.S. DPF and the Swiss-U.S. DPF. | They bind us.',
  'Rights under Cal. Civ. Code § 1798.83 remain. | Ask us.',
  'We sit at Musterstr. 20 in Berlin. | Visit us.',
  '(ii). Contact data, such as your address.',
  '¿Quiere saber más? | Escríbanos.',
];

describe('sentences', () => {
  for (const expected of CASES) {
    it(expected, () => {
      expect(split(expected.replaceAll(' | ', ' ')).join(' | ')).toBe(expected);
    });
  }

  it('lost spaces do not join them', () => {
    expect(split('We keep your data.This is for tax.We use Booking.Com and file.The old one.')).toEqual([
      'We keep your data.',
      'This is for tax.',
      'We use Booking.Com and file.',
      'The old one.',
    ]);
  });

  it('end at East Asian stops', () => {
    expect(split('私たちはデータを収集します。一年間保存します。「はい。」')).toEqual([
      '私たちはデータを収集します。',
      '一年間保存します。',
      '「はい。」',
    ]);
  });

  it('are cut at spaces where nothing ends them', () => {
    const endless = 'we share data with partners, '.repeat(2000).trimEnd();
    const pieces = split(endless);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(6000);
    expect(pieces.join(' ')).toBe(endless);
  });

  it('are cut between signs where there is no space either', () => {
    const pieces = split(`a${'😀'.repeat(9000)}`);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(`a${'😀'.repeat(9000)}`);
    for (const piece of pieces) expect(piece).not.toMatch(/^[\udc00-\udfff]/);
  });

  it('none in an empty text', () => {
    expect(splitSentences('')).toEqual([]);
  });

  it('cover the text, in order, with one space between them', () => {
    const piece = fc.constantFrom('We', 'e.g.', 'Inc.', 'data', '.', '?', '…', '"', ')', '(', 'U.S.', 'the', '3.', 'É', '😀', ';');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        expect(split(text).join(' ')).toBe(text);
      }),
    );
  });
});
