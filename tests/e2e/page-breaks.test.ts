import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../src/system/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { found } from '../support.ts';

/** Where printed pages break, tried with a fact that begins lower and lower on a page. */

const THEMES = ['broadsheet', 'white-paper'] as const;

/** Millimeters above the heading of the fact. */
const OFFSETS = Array.from({ length: 14 }, (_, index) => 120 + index * 9);

const VERSIONS = Array.from({ length: 14 }, (_, index) => index + 1);

let browser: Browser;
let templates: ReadonlyMap<string, string>;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  templates = await nodeSystem().templates();
});

afterAll(() => browser?.close());

/** A fact with its heading and versions, as `print/body.hbs` sets it, below some white. */
function pageWith(theme: string, offset: number): string {
  const sheets = [`themes/${theme}`, 'styles/common', 'styles/print'];
  const css = sheets.map((name) => found(templates.get(`${name}.css`))).join('\n');
  const text = 'The ferry runs each hour until the bridge is whole, the town said. '.repeat(3);
  const versions = VERSIONS.map(
    (at) =>
      `<li><span class="label">Report ${at}</span> <span class="words">Version${at} ${text}</span></li>`,
  ).join('');
  return `<!DOCTYPE html><style>${css}</style><main><section>
<div style="height:${offset}mm"></div><h3>Heading</h3>
<div class="row"><div class="strip"><span class="cell states"></span></div>
<div class="said"><div class="head"><p class="statement">Statement ${text}</p>
<p class="related">Close ${text}</p></div>
<div class="versions"><ol class="version-list">${versions}</ol></div></div>
<div class="margin"><p class="label">Origins</p> <ul><li>Courier</li></ul></div></div>
</section></main>`;
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

describe.each(THEMES)('a fact with versions, in %s', (theme) => {
  test('breaks between two of them, its head with the first and its origins with the last', async () => {
    const begun: number[] = [];
    for (const offset of OFFSETS) {
      const pages = await printed(pageWith(theme, offset));
      const pageOf = (word: RegExp) => pages.findIndex((page) => word.test(page));
      const head = pageOf(/\bHeading\b/u);
      expect([/\bStatement\b/u, /\bClose\b/u, /\bVersion1\b/u].map(pageOf)).toEqual([
        head,
        head,
        head,
      ]);
      expect(pageOf(/\bOrigins\b/u)).toBe(pageOf(/\bVersion14\b/u));
      if (head === 0 && pageOf(/\bVersion14\b/u) > 0) begun.push(offset);
    }
    // It is not put off to the next page for being long.
    expect(begun.length).toBeGreaterThan(3);
    expect(begun).toContain(found(OFFSETS[3]));
  });
});
