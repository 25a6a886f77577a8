import { Footer, Header, Paragraph, type SectionOptions } from 'docx';
import type { Paper } from '../paper.ts';
import { filled } from './elements.ts';
import { fieldOf, runsOf } from './runs.ts';

/** Width and height, in twentieths of a point. */
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [11906, 16838],
  letter: [12240, 15840],
};

/** An inch less a bit on all sides, for lines of some 80 letters. */
const MARGIN = 1304;

/** Width of the text on a paper. */
export const textWidth = (paper: Paper): number => SIZES[paper][0] - 2 * MARGIN;

/** Paper, margins, running head and numbers of pages; the first page bears its title itself. */
export function pagesOf(paper: Paper, title: string): Omit<SectionOptions, 'children'> {
  const [width, height] = SIZES[paper];
  return {
    properties: {
      page: {
        size: { width, height },
        margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
      },
      titlePage: true,
    },
    headers: {
      default: new Header({ children: [inParagraph('Header', fieldOf('TITLE', title))] }),
      first: new Header({ children: [new Paragraph({ style: 'Header' })] }),
    },
    footers: {
      default: new Footer({ children: [pageNumber()] }),
      first: new Footer({ children: [pageNumber()] }),
    },
  };
}

/** What the fields give stands there until they are worked out, as each program does on opening. */
const pageNumber = () =>
  inParagraph('Footer', [...fieldOf('PAGE', '1'), ...runsOf(' / '), ...fieldOf('NUMPAGES', '1')]);

const inParagraph = (style: string, words: Parameters<typeof filled>[1]) =>
  filled(new Paragraph({ style }), words);
