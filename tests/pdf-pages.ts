import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of a PDF, as a reader that is not the browser's own finds it. */
export interface PdfPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Pieces of its text with their boxes, in points from the left and the foot. */
  readonly pieces: readonly Piece[];
  readonly links: readonly PdfLink[];
}

export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand. */
  readonly base: number;
  readonly size: number;
}

export interface PdfLink {
  /** Name of the place that it leads to; null: it leads out. */
  readonly to: string | null;
  /** What it is called. */
  readonly label: string;
  readonly rect: readonly number[];
}

/** Read a PDF back. */
export async function pdfPages(bytes: Uint8Array): Promise<{
  readonly pages: readonly PdfPage[];
  /** Name of each place that can be led to → number of its page. */
  readonly places: ReadonlyMap<string, number>;
}> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item)) return [];
      const [, , , size = 0, left = 0, base = 0] = item.transform as number[];
      return [{ text: item.str, left, right: left + item.width, base, size }];
    });
    const links = (await page.getAnnotations()).map(({ rect, dest, contentsObj }): PdfLink => {
      return { rect, to: typeof dest === 'string' ? dest : null, label: String(contentsObj?.str) };
    });
    pages.push({ number, width, height, pieces, links });
  }
  const places = new Map<string, number>();
  for (const [name, dest] of Object.entries(await pdf.getDestinations())) {
    const [target] = dest as [Parameters<typeof pdf.getPageIndex>[0]];
    places.set(name, (await pdf.getPageIndex(target)) + 1);
  }
  await pdf.loadingTask.destroy();
  return { pages, places };
}

/** The text of a page, in the order in which it is drawn. */
export const pageText = ({ pieces }: PdfPage): string => pieces.map(({ text }) => text).join(' ');
