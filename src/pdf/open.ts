import { inflateSync } from 'node:zlib';
import {
  PDFDocument as Documents,
  ParseSpeeds,
  PDFArray,
  type PDFDocument,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';

/**
 * Read a PDF that a browser printed.
 *
 * @throws Error when it is none.
 */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  // Nobody waits beside it: in the slower speeds it rests after each hundred objects.
  Documents.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });

/** Bytes of a stream, unpacked. Streams of a browser are packed in one way, or not at all. */
export function unpacked(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.get(PDFName.of('Filter'));
  return filter === undefined ? stream.contents : inflateSync(stream.contents);
}

/**
 * Make a packed stream. It is packed by JavaScript, not by the machine's library, whose bytes differ
 * from processor to processor.
 */
export function packed(text: string, document: PDFDocument): PDFRawStream {
  const bytes = zlibSync(Buffer.from(text, 'latin1'));
  const dict = document.context.obj({ Length: bytes.length, Filter: 'FlateDecode' });
  return PDFRawStream.of(dict, bytes);
}

/** Bytes as text of one character a byte: operators and names are plain, and all else stays. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What is drawn on each page: operators, one or few a line, as a browser writes them. */
export function contentsOf(document: PDFDocument): readonly string[] {
  return document.getPages().map(({ node }) =>
    streamsOf(node.Contents(), document)
      .map((stream) => latin1(unpacked(stream)))
      .join('\n'),
  );
}

function streamsOf(contents: unknown, document: PDFDocument): PDFRawStream[] {
  if (contents instanceof PDFRawStream) return [contents];
  if (!(contents instanceof PDFArray)) return [];
  return contents.asArray().flatMap((ref) => streamsOf(document.context.lookup(ref), document));
}

/** Draw other operators on a page than were drawn. */
export function replaceContent(document: PDFDocument, index: number, content: string): void {
  const { node } = document.getPage(index);
  node.set(PDFName.of('Contents'), document.context.register(packed(content, document)));
}
