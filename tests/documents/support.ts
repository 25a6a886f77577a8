import { crc32, deflateRawSync } from 'node:zlib';
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import { openDocument } from '../../src/documents/index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What a file opens to, by its name and content. */
export const opened = (name: string, content: string | Uint8Array) =>
  openDocument({ name, bytes: typeof content === 'string' ? bytesOf(content) : content });

/** The rules and findings of a file that cannot be opened. */
export async function refusal(name: string, content: string | Uint8Array) {
  const { content: text, messages } = await opened(name, content);
  if (text) throw new Error('Unexpected text, expected a refusal');
  return messages.map(({ ruleId, actual }) => [ruleId, actual]);
}

// ---------------------------------------------------------------------------------------------
// Word

/** A file of a zip, and the size that the zip says it has, where that is another. */
interface Packed {
  readonly content: string | Uint8Array;
  readonly claimed?: number;
}

/** A zip file, compressed as Word does. */
export function zipOf(files: Readonly<Record<string, string | Packed>>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(files)) {
    const { content, claimed }: Packed = typeof given === 'string' ? { content: given } : given;
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed ?? raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    common.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    parts.push(Buffer.from('PK\u{3}\u{4}'), common, Buffer.from(name), packed);
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** The document part of a Word file. */
export const documentXml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** A paragraph of Word. */
export const p = (text: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word file with these paragraphs, and parts that go before or replace its own. */
export const docx = (body: string, more: Readonly<Record<string, string | Packed>> = {}) =>
  zipOf({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(body),
    ...more,
  });

// ---------------------------------------------------------------------------------------------
// PDF

/** A new PDF, the same every time, and its fonts. */
export async function newPdf() {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  return {
    pdf,
    plain: await pdf.embedFont(StandardFonts.TimesRoman),
    bold: await pdf.embedFont(StandardFonts.TimesRomanBold),
  };
}

/** Where a column stands, and in what size its letters are. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly font: PDFFont;
}

/** The lines that a text is broken into. */
export function wrapped(text: string, { width, size, font }: Column): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (font.widthOfTextAtSize(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Set lines one below the other. */
export function set(page: PDFPage, lines: readonly string[], from: number, column: Column) {
  for (const [index, line] of lines.entries()) {
    const y = from - index * column.size * 1.25;
    page.drawText(line, { x: column.x, y, size: column.size, font: column.font });
  }
}
