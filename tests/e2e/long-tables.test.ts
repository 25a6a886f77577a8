import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, nodeSystem } from '../../src/system/index.ts';
import type { Briefing } from '../../src/types.ts';
import { all as allXml, opened as openedWord, value } from '../docx/reading.ts';
import { outOfOrder } from '../docx/strict.ts';
import { largeBriefing } from '../large-briefing.ts';
import { type MadeFiles, madeFiles } from '../made-files.ts';
import { type PdfPage, type Piece, pageText, pdfPages } from '../pdf-pages.ts';
import { textIn } from '../read-back.ts';
import { found } from '../support.ts';

/**
 * Two thousand rows of a timeline and of a table, and a sentence of five thousand characters: no word is
 * lost, and on paper nothing stands beyond its margins or over anything else.
 */

const ROWS = 2000;
const LONGEST = 5000;

const CONFIG =
  'sections: [timeline, single-report, {template: rows.hbs, heading: Rows}, coverage]\n';

/** A table of the editor's own, with marks in its cells to count. */
const OWN = {
  'own/rows.hbs':
    '<table><thead><tr><th scope="col">Rowhead</th><th scope="col">Wordshead</th></tr></thead><tbody>{{#each facts}}<tr><td>row{{@index}}end</td><td>{{#each said}}{{words}}{{/each}}</td></tr>{{/each}}</tbody></table>',
};

const FORMATS = ['html', 'pdf', 'epub', 'docx'] as const;

let browser: Browser;
let briefing: Briefing;
let files: MadeFiles;
let pages: readonly PdfPage[];

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  briefing = largeBriefing({
    reports: 1,
    shared: 0,
    alone: ROWS,
    longest: LONGEST,
    config: CONFIG,
  });
  files = await madeFiles(briefing, FORMATS, { browser, own: OWN });
  pages = (await pdfPages(files.of('pdf').bytes)).pages;
}, 300_000);

afterAll(() => browser?.close());

const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

const numbersIn = (text: string, pattern: RegExp): readonly number[] =>
  Array.from(text.matchAll(pattern), ([, digits]) => Number(digits));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test('there are so many', () => {
  expect(briefing.analysis.timeline.length).toBe(ROWS);
  const long = briefing.facts.flatMap(({ statement }) =>
    numbersIn(statement.text, /house(\d+)/giu),
  );
  expect(long.length).toBeGreaterThan(LONGEST / 10);
  expect(long).toEqual(upTo(long.length));
});

test.each(FORMATS)('%s has each row, in order, with its words', async (format) => {
  const text = bare(await textIn(files.of(format)));
  expect(numbersIn(text, /row(\d+)end/gu)).toEqual(upTo(briefing.facts.length));
  const told = briefing.facts.filter(({ statement }) => !text.includes(bare(statement.text)));
  expect(told).toEqual([]);
});

test('the book and the Word file are valid', async () => {
  const { messages } = await EpubCheck.validate(files.of('epub').bytes);
  expect(messages.filter(({ severity }) => !['info', 'usage'].includes(severity))).toEqual([]);
  const body = openedWord(files.of('docx').bytes).part('word/document.xml');
  expect(outOfOrder(body)).toEqual([]);
  const tables = allXml(body, 'w:tbl').map((table) => allXml(table, 'w:tr'));
  const rows = found(tables.find(({ length }) => length > ROWS));
  expect(rows.map((row) => allXml(row, 'w:tblHeader').length)).toEqual([
    1,
    ...briefing.facts.map(() => 0),
  ]);
  const widths = allXml(body, 'w:gridCol').map((column) => Number(value(column, 'w:w')));
  expect(widths.every((width) => width > 0)).toBe(true);
});

/** Millimeters in points. */
const mm = (length: number) => (length * 72) / 25.4;

/** What the style sheet keeps free at the sides, and where heads and feet of pages stand. */
const MARGINS = { side: mm(20), edge: mm(8) };

const isOutside = (piece: Piece, { width, height }: PdfPage): boolean =>
  piece.left < MARGINS.side - 1 ||
  piece.right > width - MARGINS.side + 1 ||
  piece.base < MARGINS.edge ||
  piece.base + piece.size > height - MARGINS.edge;

/** Pieces that stand on the same spot. */
function overlaps(pieces: readonly Piece[]): readonly string[] {
  const lines = [...pieces].sort((a, b) => a.base - b.base || a.left - b.left);
  return lines.flatMap((piece, at) => {
    const before = lines[at - 1];
    const isSame = before && Math.abs(before.base - piece.base) < 0.5;
    return isSame && before.right - piece.left > 1 ? [`${before.text} | ${piece.text}`] : [];
  });
}

test('on paper nothing leaves the page, and nothing is drawn over anything else', () => {
  expect(pages.length).toBeGreaterThan(50);
  for (const page of pages) {
    const pieces = page.pieces.filter(({ text }) => text.trim() !== '');
    expect(pieces.filter((piece) => isOutside(piece, page))).toEqual([]);
    expect([page.number, ...overlaps(pieces)]).toEqual([page.number]);
  }
});

test('on paper the table says its heads on each of its pages', () => {
  const own = pages.filter((page) => /row\d+end/u.test(pageText(page)));
  expect(own.length).toBeGreaterThan(20);
  const headless = own.filter((page) => !/Rowhead\s+Wordshead/u.test(pageText(page)));
  expect(headless.map(({ number }) => number)).toEqual([]);
});
