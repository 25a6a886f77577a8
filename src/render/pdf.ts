import { createHash } from 'node:crypto';
import { inPlain } from '../characters.ts';
import { headingsAndLinks } from '../markup.ts';
import { BuildFailure, message } from '../messages.ts';
import { numberPages, renderPage, type View, viewOf } from '../page/index.ts';
import type { About } from '../pdf/index.ts';
import type { Browser } from '../system/index.ts';
import type { Briefing } from '../types.ts';
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
    const { contentsOf, destinationPages, finish, openPdf, shownGlyphs } = await import(
      '../pdf/index.ts'
    );
    const browser = await tools.browser();
    const view = viewOf(briefing, tools.version, await tools.citations());
    const page = await renderPage(view, { folder: 'print', sheets: SHEETS }, tools);
    const unseen = numberPages(page.html, new Map()).replace('</head>', `${UNSEEN}</head>`);
    const draft = await openPdf(await print(unseen, browser, DRAFT));
    const html = numberPages(page.html, destinationPages(draft));
    const document = await openPdf(await print(html, browser, FINAL));
    const contents = contentsOf(document);
    const body = html.slice(html.indexOf('<body>'));
    assertComplete(shownGlyphs(contents), body, browser);
    const data = tools.data();
    const bytes = await finish(document, {
      contents,
      page: headingsAndLinks(body),
      about: {
        ...aboutOf(briefing, view),
        id: hashOf(browser.version, html, data),
      },
      attachment: { ...DATA, bytes: data },
    });
    return { bytes, missing: page.missing };
  },
};

/** So many names, those that most reports have, are keywords. */
const KEYWORDS = 10;

/**
 * What the document says of itself. Its author is the program: of the reports' authors none wrote
 * it, and they are named with their words.
 */
function aboutOf({ entities, generated }: Briefing, view: View): Omit<About, 'id'> {
  return {
    title: inPlain(view.title),
    author: 'Synoptic',
    subject: inPlain(view.description),
    keywords: entities.slice(0, KEYWORDS).map(({ name }) => inPlain(name)),
    language: view.language,
    creator: view.generator,
    date: generated ? new Date(generated) : null,
  };
}

const DATA = {
  name: 'briefing.json',
  mimeType: 'application/json',
  description: 'The briefing as data, with every passage that it cites',
};

/** The same for the same content, printed by the same browser. */
function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 32);
}

const SHEETS = ['theme', 'common', 'print'];

/** The first printing only tells the pages; structure would not be read. */
/** Nothing is drawn in it, and all stands where it will: it is done in half the time. */
const UNSEEN = '<style>*{visibility:hidden!important}</style>';
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
function assertComplete(glyphs: number, body: string, browser: Browser): void {
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
