/** Office documents as text that can be parsed: PDF as plain text with its lines and paragraphs, DOCX as HTML. Loaded only where such a file is met. */
import type { Format } from '../document/types.js';

export interface Converted {
  /** What positions are counted in: the text as it was drawn from the file. */
  readonly source: string;
  readonly format: Format;
}

/** Rejects where the file is damaged or protected, with the library's reason. Null where it is no document of these kinds. */
export async function convert(bytes: Uint8Array): Promise<Converted | null> {
  if (startsWith(bytes, '%PDF-')) return { source: await fromPdf(bytes), format: 'pdf' };
  if (startsWith(bytes, 'PK') && isWord(bytes)) return { source: await fromWord(bytes), format: 'docx' };
  return null;
}

const startsWith = (bytes: Uint8Array, head: string): boolean => [...head].every((char, i) => bytes[i] === char.charCodeAt(0));

/** A ZIP archive names its entries in plain bytes: a Word document has word/document.xml. */
function isWord(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml');
}

async function fromWord(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return value;
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

async function fromPdf(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  // The library takes the buffer over; it would print warnings among the results.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(pageText(items.filter((item): item is typeof item & TextItem => 'str' in item)));
  }
  return `${pages.join('\n\n')}\n`;
}

/** Lines by their height on the page; a gap wider than a line and a half parts two paragraphs. */
function pageText(items: readonly TextItem[]): string {
  let text = '';
  let lastY: number | null = null;
  let size = 10;
  for (const { str, transform, height } of items) {
    const y = transform[5] ?? 0;
    if (str === '') continue;
    const gap = lastY === null ? 0 : Math.abs(lastY - y);
    if (gap > 1) text += gap > 1.7 * Math.max(size, 6) ? '\n\n' : '\n';
    text += str;
    if (str.trim() === '') continue;
    lastY = y;
    size = height || size;
  }
  return text;
}
