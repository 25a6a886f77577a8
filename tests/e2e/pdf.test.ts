import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certainClaims } from '../../src/facts.ts';
import { build, type Edition, nodeSystem, VERSION } from '../../src/index.ts';
import { headingsAndLinks } from '../../src/markup.ts';
import { isNoted, paragraphsOf } from '../../src/paragraphs.ts';
import { contentsOf, openPdf } from '../../src/pdf/index.ts';
import { kidsOf, type Part, partAt, partsOf, rootOf, typeOf } from '../../src/pdf/structure.ts';
import { ARTICLES, temporaryFolder } from './support.ts';

/** The PDF of the sample briefing, read back by a reader that is not the browser's own. */

let folder: string;
let edition: Edition;
let bytes: Uint8Array;
let pdf: PDFDocumentProxy;
let pages: readonly string[];
let document: PDFDocument;
let parts: readonly Part[];

beforeAll(async () => {
  folder = await temporaryFolder();
  const formats = ['html', 'pdf', 'json'] as const;
  edition = await build({ folder: ARTICLES, out: folder, formats, version: VERSION }, nodeSystem());
  bytes = await readFile(path.join(folder, 'briefing.pdf'));
  // The reader keeps the bytes that it is given.
  pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  pages = await Promise.all(numbers().map((number) => textOfPage(number)));
  document = await openPdf(bytes);
  parts = partsOf(document);
});

afterAll(async () => {
  await pdf?.loadingTask.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** The pages' numbers, from 1. */
const numbers = () => Array.from({ length: pdf.numPages }, (_, index) => index + 1);

async function textOfPage(number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
}

/** Letters and digits alone: lines and pages break at other places than in the briefing. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

/** The text of all pages, without the lines at their edges. */
const running = () => bare(pages.map((page) => page.replace(EDGES, '')).join(''));

/** What stands at the edges of a page, which is drawn first. */
const EDGES = /^[\s\S]*?\d+ \/ \d+\s*Edition \d+[^\n]*\n/u;

interface Bookmark {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Bookmark[];
}

const flat = (bookmarks: readonly Bookmark[]): readonly Bookmark[] =>
  bookmarks.flatMap((bookmark) => [bookmark, ...flat(bookmark.items)]);

/** The page that a destination lies on, from 1. */
async function pageOf(destination: unknown): Promise<number> {
  const explicit =
    typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  const [target] = explicit as [Parameters<typeof pdf.getPageIndex>[0]];
  return (await pdf.getPageIndex(target)) + 1;
}

/** Areas of pages that lead somewhere, what each is called, and the pieces of text that stand within. */
async function areasOf(all: readonly number[]) {
  const areas = await Promise.all(
    all.map(async (number) => {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.flatMap((item) => ('str' in item ? [item] : []));
      return (await page.getAnnotations()).map(({ rect, dest, contentsObj }) => ({
        dest,
        label: String(contentsObj?.str),
        pieces: texts.filter((item) => isWithin(item, rect)).map(({ str }) => str),
      }));
    }),
  );
  return areas.flat();
}

/** Links of pages, with the words that stand within each. A link has an area for each of its pieces. */
async function linksOf(all: readonly number[]) {
  const joined: { dest: unknown; words: string }[] = [];
  for (const { dest, pieces } of await areasOf(all)) {
    const words = pieces.join('');
    const last = joined.at(-1);
    if (last && last.dest === dest) last.words += words;
    else joined.push({ dest, words });
  }
  return joined;
}

/** Whether the middle of a text lies in a rectangle. */
function isWithin(
  { transform, width }: { transform: number[]; width: number },
  [left = 0, bottom = 0, right = 0, top = 0]: number[],
): boolean {
  const [, , , , x = 0, y = 0] = transform;
  const middle = x + width / 2;
  return middle > left && middle < right && y + 1 > bottom && y + 1 < top;
}

describe('the PDF', () => {
  test('has every statement on its pages', () => {
    const text = running();
    const statements = edition.briefing.facts.map(({ statement }) => statement.text);
    expect(statements.length).toBeGreaterThan(40);
    expect(statements.filter((statement) => !text.includes(bare(statement)))).toEqual([]);
  });

  test('has the title, every file and every reason for what was left out', () => {
    const text = running();
    const { title, reports } = edition.briefing;
    const wanted = [
      title.text,
      ...reports.map(({ file }) => file),
      ...reports.flatMap(({ leftOut }) => leftOut.map((passage) => passage.text)),
    ];
    expect(wanted.filter((words) => !text.includes(bare(words)))).toEqual([]);
  });

  test('numbers its pages', () => {
    expect(pages.length).toBeGreaterThan(4);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`${index + 1} / ${pages.length}`);
    }
  });

  test('has no page without words', () => {
    expect(pages.map((page) => bare(page).length).filter((length) => length < 100)).toEqual([]);
  });

  test('has a bookmark for each heading, in its words and on its page', async () => {
    const html = await readFile(path.join(folder, 'index.html'), 'utf8');
    const bookmarks = flat((await pdf.getOutline()) as readonly Bookmark[]);
    // The notes, which the page folds away, are a part of their own.
    const expected = headingsAndLinks(html).headings.flatMap((heading) =>
      heading === 'Sources' ? ['Notes', heading] : [heading],
    );
    expect(bookmarks.map(({ title }) => title)).toEqual(expected);
    for (const { title, dest } of bookmarks) {
      const page = pages[(await pageOf(dest)) - 1] ?? '';
      expect(bare(page)).toContain(bare(title));
    }
  });

  test('names in its contents the page that each part begins on', async () => {
    const [title] = (await pdf.getOutline()) as readonly Bookmark[];
    for (const { title: heading, dest } of title?.items ?? []) {
      expect(pages[0]).toMatch(new RegExp(`${heading}\\s+${await pageOf(dest)}\\b`, 'u'));
    }
    expect(title?.items.length).toBe(edition.briefing.sections.length + 1);
  });

  test('has at the head of each page but the first the part that begins on it, else goes on', async () => {
    const [title] = (await pdf.getOutline()) as readonly Bookmark[];
    const parts = await Promise.all(
      (title?.items ?? []).map(async (item) => ({ ...item, page: await pageOf(item.dest) })),
    );
    for (const number of numbers().slice(1)) {
      const first = parts.find(({ page }) => page === number);
      const expected = first ?? parts.findLast(({ page }) => page < number);
      expect(EDGES.exec(pages[number - 1] ?? '')?.[0]).toContain(`…   ${expected?.title}`);
    }
    expect(pages[0]).toMatch(/^1 \/ /u);
  });

  test('tells its paragraphs in the order of their numbers', () => {
    const text = running();
    const facts = new Map(edition.briefing.facts.map((fact) => [fact.id, fact.statement.text]));
    const told = [...paragraphsOf(edition.briefing).keys()].map((id) =>
      bare(facts.get(id) ?? '').slice(0, 18),
    );
    expect(told.length).toBe(facts.size);
    let at = text.indexOf(`1${told[0]}`);
    for (const words of told) {
      at = text.indexOf(words, at);
      expect([words, at > 0]).toEqual([words, true]);
    }
  });

  test('has in its notes every passage of every paragraph that is more than its words', () => {
    const text = running();
    const notes = text.slice(
      text.lastIndexOf('ThepassagesthateachparagraphismadefrombyitsnumberA'),
    );
    const passages = edition.briefing.facts.filter(isNoted).flatMap(certainClaims);
    expect(passages.length).toBeGreaterThan(30);
    const wanted = passages.map(({ exact }) => bare(exact));
    expect(wanted.filter((words) => !notes.includes(words))).toEqual([]);
  });

  test('has the number of each note on one line', async () => {
    const heads = (await areasOf(numbers())).filter(({ label }) => /^Note \d+$/u.test(label));
    expect(heads.filter(({ label }) => /\d\d/u.test(label)).length).toBeGreaterThan(5);
    for (const { label, pieces } of heads) {
      const shown = pieces.flatMap((piece) => piece.trim() || []);
      expect(`Note ${shown.join(' ')}`).toBe(label);
    }
  });

  test('says of each place that is linked by a page the page it is on', async () => {
    const said: [number, number][] = [];
    for (const { words, dest } of await linksOf(numbers())) {
      const [, number] = /\bp\. *(\d+)$/u.exec(words.trim()) ?? [];
      if (number !== undefined) said.push([Number(number), await pageOf(dest)]);
    }
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter(([number, page]) => number !== page)).toEqual([]);
  });

  test('has links within that land, and no other', async () => {
    const links = await Promise.all(
      numbers().map(async (number) => (await pdf.getPage(number)).getAnnotations()),
    );
    const destinations = links.flat().map(({ dest, url }) => dest ?? url);
    expect(destinations.length).toBeGreaterThan(50);
    for (const destination of new Set(destinations)) {
      expect(await pageOf(destination)).toBeGreaterThan(0);
    }
  });

  test('embeds every font', () => {
    const descriptors = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'));
    const embedded = descriptors.map((dict) =>
      ['FontFile', 'FontFile2', 'FontFile3'].some(
        (name) => dict.lookup(PDFName.of(name)) instanceof PDFRawStream,
      ),
    );
    expect(embedded.length).toBeGreaterThan(2);
    expect(embedded).not.toContain(false);
  });

  test('says of itself what it is, in one way for old programs and new', async () => {
    const { info, metadata } = await pdf.getMetadata();
    const { title, generated, entities, reports } = edition.briefing;
    const keywords = entities.slice(0, 10).map(({ name }) => name);
    const made = new Date(generated ?? '').toISOString().replace('.000', '');
    const date = `D:${made.replace(/\D/gu, '')}Z`;
    expect(info).toMatchObject({
      Title: title.text,
      Author: 'Synoptic',
      Subject: `A briefing from ${reports.length} reports: ${title.text}`,
      Keywords: keywords.join(', '),
      Language: 'en',
      Creator: `Synoptic ${VERSION}`,
      Producer: expect.stringMatching(/^Skia/u),
      CreationDate: date,
      ModDate: date,
      PDFFormatVersion: '1.7',
    });
    expect(keywords.length).toBeGreaterThan(5);
    const said = info as Readonly<Record<string, string>>;
    expect(Object.fromEntries(metadata)).toMatchObject({
      'dc:title': said['Title'],
      'dc:creator': [said['Author']],
      'dc:description': said['Subject'],
      'dc:subject': keywords,
      'dc:language': said['Language'],
      'pdf:keywords': said['Keywords'],
      'pdf:producer': said['Producer'],
      'xmp:creatortool': said['Creator'],
      'xmp:createdate': made,
      'xmp:modifydate': made,
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  test('has the data with it, to the byte', async () => {
    const attached = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(Object.keys(attached)).toEqual(['briefing.json']);
    const data = await readFile(path.join(folder, 'briefing.json'));
    expect(Buffer.from(attached['briefing.json']?.content ?? []).equals(data)).toBe(true);
    const files = document.catalog.lookup(PDFName.of('AF'));
    expect(String(files)).toMatch(/\d+ 0 R/u);
  });

  test.skipIf(spawnSync('qpdf', ['--version']).error !== undefined)('satisfies qpdf', () => {
    const { stdout, status } = spawnSync('qpdf', ['--check', path.join(folder, 'briefing.pdf')]);
    expect([status, String(stdout)]).toEqual([0, expect.stringContaining('No syntax')]);
  });
});

/** Types that PDF 1.7 has, of those that a briefing needs. */
const STANDARD =
  /^(?:Document|Art|Sect|Div|BlockQuote|Caption|NonStruct|H[1-6]|P|L|LI|Lbl|LBody|Table|T[RHD]|THead|TBody|Span|Note|Link|Figure|Code)$/u;

/** Page and number of each stretch that a part holds. */
function heldStretches(): ReadonlySet<string> {
  const pagesOf = new Map(document.getPages().map(({ ref }, index) => [ref, index]));
  return new Set(
    parts.flatMap((part) =>
      kidsOf(part).map((kid) => {
        const mark = document.context.lookup(kid);
        const [dict, number] =
          mark instanceof PDFDict ? [mark, mark.get(PDFName.of('MCID'))] : [part.dict, mark];
        const page = dict.get(PDFName.of('Pg')) ?? part.dict.get(PDFName.of('Pg'));
        return `${pagesOf.get(page as PDFRef)} ${number}`;
      }),
    ),
  );
}

/** Numbers of the stretches of a page, and lines that draw something in none, nor in an artifact. */
function stretchesOf(lines: readonly string[]) {
  const open: string[] = [];
  const numbers: string[] = [];
  const loose: string[] = [];
  for (const line of lines) {
    if (/BDC$|BMC$/u.test(line)) open.push(line);
    numbers.push(...(/MCID (\d+)/u.exec(line)?.slice(1) ?? []));
    if (line === 'EMC') open.pop();
    const draws = /(?:^| )(?:f\*?|[SsBb]\*?|sh|Do|T[jJ])$/u.test(line);
    if (draws && !open.some((mark) => /MCID|^\/Artifact/u.test(mark))) loose.push(line);
  }
  return { numbers, loose: [...loose, ...open] };
}

describe('the structure of the PDF', () => {
  const ofType = (type: RegExp) => parts.filter((part) => type.test(typeOf(part)));
  const typesIn = (part: Part) =>
    kidsOf(part).map((kid) => {
      const dict = partAt(kid, document);
      return dict ? typeOf({ dict }) : 'marks';
    });

  test('has types that are known, or mapped to such', () => {
    const roles = rootOf(document)?.lookup(PDFName.of('RoleMap'), PDFDict);
    const known = (type: string) => {
      const mapped = roles?.lookup(PDFName.of(type));
      return STANDARD.test(mapped instanceof PDFName ? mapped.decodeText() : type);
    };
    expect(parts.length).toBeGreaterThan(300);
    expect([...new Set(parts.map(typeOf))].filter((type) => !known(type))).toEqual([]);
  });

  test('has all that is drawn: as content that it holds, or as an artifact', () => {
    const held = heldStretches();
    const found = contentsOf(document).map((content) => stretchesOf(content.split('\n')));
    const numbers = found.flatMap(({ numbers }, page) => numbers.map((each) => `${page} ${each}`));
    expect(numbers.length).toBeGreaterThan(300);
    expect(numbers.filter((number) => !held.has(number))).toEqual([]);
    expect(found.flatMap(({ loose }) => loose)).toEqual([]);
  });

  test('has in items of lists a body, and before it at most a label', () => {
    const items = ofType(/^LI$/u).map((item) => typesIn(item).join(' '));
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((types) => !/^(?:Lbl )?LBody$/u.test(types))).toEqual([]);
    const lists = ofType(/^L$/u).flatMap(typesIn);
    expect(lists.filter((type) => !/^(?:LI|Caption)$/u.test(type))).toEqual([]);
  });

  test('names what a link leads to, and knows each link', () => {
    const links = ofType(/^Link$/u);
    expect(links.length).toBeGreaterThan(50);
    const annotations = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Link'));
    const told = annotations.map((dict) =>
      dict.lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
    );
    expect(told.filter((text) => text === '' || /^Page \d/u.test(text))).toEqual([]);
    // Figures are called what they stand for.
    expect(told.filter((text) => text.length > 3).length).toBeGreaterThan(50);
    expect(annotations.filter((dict) => !dict.has(PDFName.of('StructParent')))).toEqual([]);
  });

  test('has words in the place of each picture', () => {
    const figures = ofType(/^Figure$/u);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures.filter(({ dict }) => !dict.has(PDFName.of('Alt'))).length).toBe(0);
  });

  test('skips no level of headings', () => {
    const levels = ofType(/^H[1-6]$/u).map((part) => Number(typeOf(part).slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has rows as long as the others of their table', () => {
    for (const table of ofType(/^Table$/u)) {
      const rows = parts.filter((part) => typeOf(part) === 'TR' && isIn(part, table));
      const lengths = new Set(rows.map((row) => typesIn(row).length));
      expect(rows.length).toBeGreaterThan(1);
      expect(lengths.size).toBe(1);
    }
  });
});

const isIn = (part: Part, whole: Part): boolean =>
  part.parent !== undefined && (part.parent.ref === whole.ref || isIn(part.parent, whole));
