import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/system/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { statementTree } from '../../src/trees.ts';
import { found } from '../support.ts';

/** Where printed pages break, tried with parts that begin lower and lower on a page. */

const THEMES = ['broadsheet', 'white-paper'] as const;

/** Millimeters above the heading of the part: with the last, no line more fits below it. */
const OFFSETS = Array.from({ length: 10 }, (_, index) => 150 + index * 10);

const PASSAGES = Array.from({ length: 24 }, (_, index) => index + 1);

let browser: Browser;
let templates: ReadonlyMap<string, string>;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  templates = await nodeSystem().templates();
});

afterAll(() => browser?.close());

const WORDS = 'The ferry runs each hour until the bridge is whole, the town said. ';

/** A paragraph with its headings, and notes with theirs, as `print/body.hbs` sets them, below some white. */
function pageWith(theme: string, offset: number): string {
  const sheets = [`themes/${theme}`, 'styles/common', 'styles/print'];
  const css = sheets.map((name) => found(templates.get(`${name}.css`))).join('\n');
  const white = `<div style="break-before:page;height:${offset}mm"></div>`;
  const passages = PASSAGES.map(
    (at) => `<li><a class="label" href="#s">Report ${at}</a> Passage${at} ${WORDS.repeat(3)}</li>`,
  ).join('');
  return `<!DOCTYPE html><style>${css}</style><main>
${white}<section class="key-facts"><div class="bar"><h2>Facts</h2></div>
<div class="flow"><h3>Heading</h3>
<div class="row"><div class="cols"><div class="edge"><span class="para">7</span></div>
<div class="said"><p class="statement">Statement ${WORDS.repeat(3)}</p>
<p class="related">Close ${WORDS} Endmost</p></div>
<div class="margin"><p class="label">Origins</p> <ul><li>Courier</li></ul></div></div></div></div></section>
${white}<section class="notes"><div class="bar"><h2>Notes</h2></div>
<div class="flow"><ol class="notes-list"><li id="s"><p class="note-head"><span class="para">Number</span></p>
<ul>${passages}</ul></li></ol></div></section></main>`;
}

/** The pages' texts. */
async function printed(html: string): Promise<readonly string[]> {
  const bytes = await browser.withPage({ html, scripts: false }, (page) =>
    page.pdf({ preferCSSPageSize: true, printBackground: true }),
  );
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  await pdf.loadingTask.destroy();
  return pages;
}

describe.each(THEMES)('in %s', (theme) => {
  test('headings stand with what they head, a paragraph is whole, notes break between passages', async () => {
    const broken: number[] = [];
    for (const offset of OFFSETS) {
      const pages = await printed(pageWith(theme, offset));
      const pageOf = (word: string) => pages.findIndex((page) => page.includes(word));
      const fact = ['Facts', 'Heading', 'Statement', 'Close', 'Endmost', 'Origins'].map(pageOf);
      expect([offset, ...new Set(fact)]).toEqual([offset, pageOf('Facts')]);
      const note = ['Notes', 'Number', 'Passage1 '].map(pageOf);
      expect([offset, ...new Set(note)]).toEqual([offset, pageOf('Notes')]);
      if (pageOf('Passage24 ') > pageOf('Notes')) broken.push(offset);
    }
    // They are not put off to the next page for being long.
    expect(broken.length).toBeGreaterThan(3);
  });
});

/** A statement with a date in brackets, as pages have it, in the styles that are named. */
function datedPage(sheets: readonly string[]): string {
  const css = sheets.map((name) => found(templates.get(`${name}.css`))).join('\n');
  const pieces = [
    { kind: 'passage', text: 'The ministers met in Prague on Thursday', start: 0, end: 39 },
    { kind: 'added', text: ' [30 May]', reason: 'date' },
    { kind: 'passage', text: ' and left the same evening.', start: 39, end: 66 },
  ] as const;
  const tree = statementTree({ text: pieces.map(({ text }) => text).join(''), claim: 'c', pieces });
  const words = unified().use(rehypeStringify).stringify({ type: 'root', children: tree });
  return `<!DOCTYPE html><style>${css}</style><p class="statement">${words}</p>`;
}

test.each([
  ['print', ['themes/broadsheet', 'styles/common', 'styles/print']],
  ['a screen', ['themes/broadsheet', 'styles/common', 'styles/screen']],
  ['an e-book', ['styles/epub']],
])('in %s a line ends before a date in brackets, never within', async (_, sheets) => {
  const html = datedPage(sheets);
  const seen = await browser.withPage({ html, scripts: true }, (page) =>
    page.evaluate(`(() => {
      const [words, date] = ['p', '.added'].map((name) => document.querySelector(name));
      return Array.from({ length: 60 }, (_, index) => {
        words.style.width = 80 + index * 5 + 'px';
        const lines = date.getClientRects();
        return { lines: lines.length, isFirst: lines[0].left <= words.getBoundingClientRect().left + 1 };
      });
    })()`),
  );
  const lines = seen as readonly { readonly lines: number; readonly isFirst: boolean }[];
  expect(lines.filter((line) => line.lines !== 1)).toEqual([]);
  expect(lines.some(({ isFirst }) => isFirst)).toBe(true);
  expect(lines.some(({ isFirst }) => !isFirst)).toBe(true);
});
