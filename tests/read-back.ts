import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutputFile } from '../src/types.ts';
import { listZip, unzip } from '../src/zip.ts';
import { found } from './support.ts';

/**
 * What a reader of a file finds in it, whatever its format: the text of a PDF, what a zip holds.
 *
 * @param read How markup is read. Default: without tags.
 */
export async function textIn({ bytes }: OutputFile, read = textOfMarkup): Promise<string> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4));
  if (head === '%PDF') return textOfPdf(bytes, read);
  if (head === 'PK\u{3}\u{4}') return textOfZip(bytes, read);
  return read(bytes);
}

/** Markup with its tags and all that they hold. */
export const asItStands = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const textOfMarkup = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes)
    .replace(/<script[^>]*>|<[^>]*>/gu, ' ')
    .replace(/&#(x?)([\da-f]+);/giu, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    );

function textOfZip(bytes: Uint8Array, read: typeof textOfMarkup): string {
  const entries = found(listZip(bytes));
  return entries.map((entry) => read(found(unzip(bytes, entry)))).join('\n');
}

/** The text of its pages, without the lines at their edges, and of what is attached to it. */
async function textOfPdf(bytes: Uint8Array, read: typeof textOfMarkup): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  const attached: Record<string, { readonly content: Uint8Array }> =
    (await pdf.getAttachments()) ?? {};
  await pdf.loadingTask.destroy();
  const files = Object.values(attached).map(({ content }) => read(content));
  return [...pages, ...files].join('\n');
}
