import { createHash } from 'node:crypto';
import { headings } from '../markup.ts';
import { BuildFailure, message } from '../messages.ts';
import { numberPages, renderPage, viewOf } from '../page/index.ts';
import type { Browser } from '../system/index.ts';
import type { Renderer } from './renderer.ts';

/** Longest that printing may take, in milliseconds. */
const PRINT_LIMIT_MS = 120_000;

/**
 * The briefing to print and to file, from templates of its own. It is printed twice: the first
 * time to learn on which pages the sections begin, for the table of contents.
 */
export const pdf: Renderer = {
  file: 'briefing.pdf',
  needsBrowser: true,
  async render(briefing, tools) {
    // Loaded on first use: a build without a PDF does not pay for it.
    const { destinationPages, nameGlyphs, openPdf, shownGlyphs, stamp, titleBookmarks } =
      await import('../pdf-document.ts');
    const browser = await tools.browser();
    const view = viewOf(briefing, tools.version, await tools.citations());
    const page = await renderPage(view, { folder: 'print', sheets: SHEETS }, tools);
    const draft = await openPdf(await print(numberPages(page.html, new Map()), browser, DRAFT));
    const html = numberPages(page.html, destinationPages(draft));
    const document = await openPdf(await print(html, browser, FINAL));
    assertComplete(shownGlyphs(document), html, browser);
    nameGlyphs(document);
    titleBookmarks(document, headings(html));
    const bytes = await stamp(document, {
      title: view.title,
      language: view.language,
      creator: view.generator,
      date: briefing.generated ? new Date(briefing.generated) : null,
      id: createHash('sha256').update(browser.version).update(html).digest('hex').slice(0, 32),
    });
    return { bytes, missing: page.missing };
  },
};

const SHEETS = ['theme', 'common', 'print'];

/** The first printing only tells the pages; structure would not be read. */
const DRAFT = { tagged: false, outline: false };
const FINAL = { tagged: true, outline: true };

/**
 * Loads each font, and waits. To wait alone is not enough: where the page has not been laid out
 * yet, none is asked for, and all count as ready. A string, because the page's own realm has
 * `document` and this program has not.
 */
const FONTS_LOADED =
  'Promise.all(Array.from(document.fonts, (font) => font.load())).then(() => document.fonts.ready).then(() => undefined)';

function print(html: string, browser: Browser, structure: typeof DRAFT): Promise<Uint8Array> {
  return browser.withPage({ html, scripts: false }, async (page) => {
    await page.evaluate(FONTS_LOADED);
    return page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      ...structure,
      timeout: PRINT_LIMIT_MS,
    });
  });
}

/** Ligatures join characters, and labels for screen readers show none: some may be missing. */
const MIN_SHOWN = 0.8;

/** Refuse a PDF that lacks its text. */
function assertComplete(glyphs: number, html: string, browser: Browser): void {
  const body = html.slice(html.indexOf('<body>'));
  const characters = body.replace(/<[^>]*>|&[^;]*;|\s/gu, '').length;
  if (glyphs >= MIN_SHOWN * characters) return;
  throw new BuildFailure([
    message({
      rule: 'pdf-incomplete',
      file: 'briefing.pdf',
      found: `${glyphs} characters on the pages`,
      expected: `about ${characters}`,
      advice: `the browser (${browser.version}) could not use the fonts; set PUPPETEER_EXECUTABLE_PATH to another`,
    }),
  ]);
}
