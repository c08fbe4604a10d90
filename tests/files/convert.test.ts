import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromAnyBytes } from '../../src/files/read.js';
import { lintBytes } from '../../src/lint-files.js';
import { loadRules } from '../../src/rules/load.js';

/** The least that Word opens: one part for the text. */
function docx(paragraphs: readonly string[]): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

/** One page with the given drawing commands. */
function pdf(commands: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${commands.length} >>\nstream\n${commands}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return strToU8(text);
}

const POLICY = 'BT /F1 18 Tf 72 720 Td (Privacy Policy) Tj 0 -40 Td /F1 11 Tf (Log files are kept) Tj 0 -14 Td (for 90 days.) Tj ET';

describe('office documents', () => {
  test('the text of a Word document is checked, with positions in the text drawn from it', async () => {
    const view = await lintBytes(docx(['Privacy Policy', 'Log files are kept for 90 days.']), 'policy.docx', loadRules());
    const retention = view.claims.find(({ kind }) => kind === 'retention');
    expect(view.format).toBe('docx');
    expect(retention?.value).toMatchObject({ days: 90 });
    expect(view.source.slice(retention?.region.charOffset, (retention?.region.charOffset ?? 0) + (retention?.region.charLength ?? 0))).toBe(
      retention?.quote,
    );
  });

  test('the lines of a PDF become paragraphs', async () => {
    const { source, format } = await fromAnyBytes(pdf(POLICY), 'policy.pdf');
    expect(format).toBe('pdf');
    expect(source?.trim()).toBe('Privacy Policy\n\nLog files are kept\nfor 90 days.');
  });

  test('a damaged file, a scan and other archives are said to be that', async () => {
    const said = async (bytes: Uint8Array, path: string) => (await fromAnyBytes(bytes, path)).problems.map(({ id }) => id);
    expect(await said(strToU8('%PDF-1.7\nnothing'), 'a.pdf')).toEqual(['file/unsupported']);
    expect(await said(pdf('BT ET'), 'scan.pdf')).toEqual(['file/empty']);
    expect(await said(zipSync({ 'a.txt': strToU8('x') }), 'a.docx')).toEqual(['file/unsupported']);
  });
});
