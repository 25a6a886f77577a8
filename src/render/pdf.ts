import { createHash } from 'node:crypto';
import { BuildFailure, message } from '../messages.ts';
import { type Page, renderPage, type View, viewOf } from '../page/index.ts';
import { destinationPages, openPdf, shownGlyphs, stamp } from '../pdf-document.ts';
import type { Browser } from '../system/index.ts';
import type { Renderer, Tools } from './renderer.ts';

/** Longest that printing may take, in milliseconds. */
const PRINT_LIMIT_MS = 120_000;

/**
 * The briefing to print and to file, from templates of its own. It is printed twice: the first
 * time to learn on which pages the sections begin, for the table of contents.
 */
export const pdf: Renderer = {
  file: 'briefing.pdf',
  async render(briefing, tools) {
    const browser = await tools.browser();
    const view = viewOf(briefing, tools.version);
    const draft = await openPdf(await print(await pageOf(view, tools), browser));
    const pages = destinationPages(draft);
    const contents = view.contents.map((entry) => ({
      ...entry,
      page: pages.get(entry.id) ?? null,
    }));
    const page = await pageOf({ ...view, contents }, tools);
    const document = await openPdf(await print(page, browser));
    assertComplete(shownGlyphs(document), page, browser);
    const bytes = await stamp(document, {
      title: view.title,
      language: view.language,
      creator: view.generator,
      date: briefing.generated ? new Date(briefing.generated) : null,
      id: createHash('sha256').update(browser.version).update(page.html).digest('hex').slice(0, 32),
    });
    return { bytes, missing: page.missing };
  },
};

const pageOf = (view: View, tools: Tools): Promise<Page> =>
  renderPage(view, { folder: 'print', sheets: ['tokens', 'common', 'print'] }, tools);

function print({ html }: Page, browser: Browser): Promise<Uint8Array> {
  return browser.withPage({ html, scripts: false }, async (page) => {
    // A string, because the page's own realm has `document` and this program has not.
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: PRINT_LIMIT_MS,
    });
  });
}

/** Ligatures join characters, and labels for screen readers show none: some may be missing. */
const MIN_SHOWN = 0.8;

/** Refuse a PDF that lacks its text. */
function assertComplete(glyphs: number, { html }: Page, browser: Browser): void {
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
