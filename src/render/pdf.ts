import { createHash } from 'node:crypto';
import { inPlain } from '../characters.ts';
import { keywordsOf } from '../keywords.ts';
import { headingsAndLinks } from '../markup.ts';
import { BuildFailure, message } from '../messages.ts';
import { LATER_SHEETS, numberPages, paperSheet, renderPage, type View } from '../page/index.ts';
import type { About } from '../pdf/index.ts';
import type { Browser } from '../system/index.ts';
import { BODY } from '../template-folders.ts';
import type { Briefing } from '../types.ts';
import { withoutGlyph, withUnshownSaid } from '../unshown.ts';
import type { Renderer, Shared } from './renderer.ts';

/** Longest that printing may take, in milliseconds. */
const PRINT_LIMIT_MS = 120_000;

const KIND = { folder: 'print', sheets: ['theme', 'common', 'print'], paged: true } as const;

/**
 * The briefing to print and to file, from templates of its own. It is printed twice: the first
 * time to learn on which pages the sections begin, for the table of contents.
 */
export const pdf: Renderer = {
  file: 'briefing.pdf',
  needsBrowser: true,
  onPaper: true,
  reads: [
    'print/',
    'script/',
    ...[...KIND.sheets, ...LATER_SHEETS].map((name) => `styles/${name}.css`),
    ...BODY,
  ],
  unshown: 'in their place the PDF says what they are, such as [Arabic: 5 characters]',
  async render(briefing, tools) {
    // Loaded on first use: a build without a PDF does not pay for it.
    const { contentsOf, finish, shownGlyphs } = await import('../pdf/index.ts');
    const browser = await tools.browser();
    const view = await tools.view();
    const page = await renderShown(view, tools, browser);
    const { html, document } = await printNumbered(page, browser);
    const contents = contentsOf(document);
    const body = html.slice(html.indexOf('<body>'));
    assertComplete(shownGlyphs(contents), body, browser);
    const data = tools.data();
    const bytes = await finish(document, {
      contents,
      page: headingsAndLinks(body),
      about: { ...aboutOf(briefing, view), id: hashOf(browser.version, html, data) },
      attachment: { ...DATA, bytes: data },
    });
    return { bytes, missing: page.unshown };
  },
};

/**
 * What the document says of itself. Its author is the program: of the reports' authors none wrote
 * it, and they are named with their words.
 */
function aboutOf(briefing: Briefing, view: View): Omit<About, 'id'> {
  return {
    title: inPlain(view.title),
    author: 'Synoptic',
    subject: inPlain(view.description),
    keywords: keywordsOf(briefing),
    language: view.language,
    creator: view.generator,
    date: briefing.generated ? new Date(briefing.generated) : null,
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

/** The first printing only tells the pages; structure would not be read. */
const DRAFT = { tagged: false, outline: false };
/** Nothing is drawn in it, and all stands where it will: it is done in half the time. */
const UNSEEN = '<style>*{visibility:hidden!important}</style>';

const FINAL = { tagged: true, outline: true };

/** A page to be printed. */
interface Sheet {
  readonly html: string;
  /** Its parts in order, as its contents name them. */
  readonly contents: View['withNotes']['contents'];
  /** Characters that the browser has no glyph for. */
  readonly unshown: readonly string[];
}

/** Fill the print template; where characters cannot be shown, once more, with words in their place. */
async function renderShown(view: View, tools: Shared, browser: Browser): Promise<Sheet> {
  const sheet = async (unshown: ReadonlySet<string>) => {
    const said = (text: string) => withUnshownSaid(text, unshown);
    const { edition, withNotes } = view;
    const own = paperSheet({ paper: tools.paper, title: said(view.title), edition });
    const { html, missing } = await renderPage(view, { ...KIND, own, unshown }, tools);
    const contents = withNotes.contents.map((part) => ({ ...part, heading: said(part.heading) }));
    return { html, contents, missing };
  };
  const first = await sheet(new Set());
  const unshown = await withoutGlyph(first.missing, browser);
  return { ...(unshown.length === 0 ? first : await sheet(new Set(unshown))), unshown };
}

/** So often the numbers of pages may change where pages lie. In all that was tried: never. */
const MOST_TURNS = 3;

/** Takes the room that most numbers will take. */
const GUESS = '00';

/**
 * Print with the numbers of pages in their places. Numbers take room themselves, so it is seen
 * whether they are still true of what they were put into; those that never come to rest are left out.
 */
async function printNumbered({ html: page, contents }: Sheet, browser: Browser) {
  const { destinationPages, openPdf } = await import('../pdf/index.ts');
  const draft = numberPages(page, new Map(), { unknown: GUESS }).replace(
    '</head>',
    `${UNSEEN}</head>`,
  );
  let pages = destinationPages(await openPdf(await print(draft, browser, DRAFT)));
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const html = numberPages(page, pages, { contents });
    const document = await openPdf(await print(html, browser, FINAL));
    const found = destinationPages(document);
    if ([...found].every(([id, number]) => pages.get(id) === number)) return { html, document };
    pages = found;
  }
  const html = numberPages(page, new Map());
  return { html, document: await openPdf(await print(html, browser, FINAL)) };
}

/**
 * Loads each font, and waits. To wait alone is not enough: where the page has not been laid out
 * yet, none is asked for, and all count as ready. A string, because the page's own realm has
 * `document` and this program has not.
 */
const FONTS_LOADED =
  'Promise.all(Array.from(document.fonts, (font) => font.load())).then(() => document.fonts.ready).then(() => undefined)';

/**
 * Lays the page out anew, now that all of it is there. Where the browser pauses as it reads, a link that has
 * just begun is laid out empty, and counts as one area ever after, in place of one for each piece of
 * it: on a busy machine one printing in thirty was other bytes. Of a draft, areas are not read.
 */
const LAID_OUT_WHOLE = `{
  const page = document.documentElement;
  for (const display of ['none', page.style.display]) {
    page.style.display = display;
    page.getBoundingClientRect();
  }
}`;

function print(html: string, browser: Browser, structure: typeof DRAFT): Promise<Uint8Array> {
  return browser.withPage({ html, scripts: false }, async (page) => {
    await page.evaluate(FONTS_LOADED);
    if (structure.tagged) await page.evaluate(LAID_OUT_WHOLE);
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
