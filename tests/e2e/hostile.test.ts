import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { HtmlValidate } from 'html-validate/node';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fold, INVISIBLE } from '../../src/characters.ts';
import { build, type Edition, nodeSystem, VERSION } from '../../src/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { docx, p } from '../documents/support.ts';
import { BRIDGE, found } from '../support.ts';
import { ROOT, temporaryFolder } from './support.ts';

/**
 * Reports in every kind of file, with fields and names of files, that hold what could run, load, hide
 * or turn something: built for real, and opened in the real browser with scripts on. Beside them the
 * same reports with tame words in those places.
 */

const FIXTURE = path.join(ROOT, 'tests/fixtures/hostile');

/** What it is → the words. */
const HOSTILE = z
  .record(z.string(), z.string())
  .parse(JSON.parse(await readFile(path.join(FIXTURE, 'words.json'), 'utf8')));

const TAME = Object.fromEntries(
  Object.keys(HOSTILE).map((name) => [name, name.replace(/\W+/gu, ' ')]),
);

const encoded = (words: string) =>
  words.replace(/[<>&"'{}[\]!\\*_`#]/gu, (mark) => `&#${mark.charCodeAt(0)};`);

/** How words are put in place of a mark of a fixture. */
const PUT: Readonly<Record<string, (words: string) => string>> = {
  words: (words) => words,
  encoded,
  quoted: (words) => JSON.stringify(words),
  header: (words) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`,
  title: (words) => words,
  'encoded title': encoded,
};

/** A paragraph of a Word file: what XML cannot hold is none. */
const inXml = (line: string) =>
  p(encoded(line).replace(/[^\t\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''));

/** Where words stand in a report: no two of its sentences shall be one fact. */
const PLACES =
  'bakery chapel mill tannery brewery school library station harbor market inn smithy pharmacy dairy theater museum prison orchard quarry stable barracks lighthouse hospital foundry windmill archive cinema laundry nursery garage tower fountain courthouse cemetery sawmill bank kiln dock granary greenhouse hostel arena cannery windlass'.split(
    ' ',
  );

/** Of so many words is a field: the title, an outlet. */
const FIELD = 4;

/**
 * Fill a fixture: a line that names a place is there once for each words, any other has the next few
 * in each of its marks.
 */
function filled(text: string, words: Readonly<Record<string, string>>): string {
  const all = Object.values(words);
  let fields = 0;
  const some = () => {
    const from = (fields++ * FIELD) % all.length;
    return all.slice(from, from + FIELD).join(' ');
  };
  const put = (line: string, place: string, words: () => string) =>
    line.replace(/⟦([^⟧]*)⟧/gu, (_, mark: string) =>
      mark === 'place' ? place : found(PUT[mark])(words()),
    );
  return text
    .split('\n')
    .flatMap((line) =>
      line.includes('⟦place⟧')
        ? all.flatMap((value, at) => [put(line, found(PLACES[at]), () => value), ''])
        : [put(line, '', some)],
    )
    .join('\n');
}

interface Case {
  readonly edition: Edition;
  readonly html: string;
  /** Letters and digits of the page, and of the PDF. */
  readonly text: string;
  readonly pdf: string;
  readonly annotations: string;
}

let folder: string;
let browser: Browser;
let hostile: Case;
let tame: Case;
/** A page that has every part. */
let whole: Pick<Case, 'html'>;

async function built(name: string, words: Readonly<Record<string, string>>): Promise<Case> {
  const [reports, out] = [path.join(folder, name), path.join(folder, `${name}-out`)];
  await mkdir(reports);
  for (const file of ['a.txt', 'b.md', 'c.html', 'd.html', 'e.eml', 'briefing.yaml']) {
    const text = await readFile(path.join(FIXTURE, file), 'utf8');
    await writeFile(path.join(reports, file), filled(text, words));
  }
  const paragraphs = filled(await readFile(path.join(FIXTURE, 'a.txt'), 'utf8'), words);
  await writeFile(
    path.join(reports, 'f.docx'),
    docx(paragraphs.split('\n').filter(Boolean).map(inXml).join('')),
  );
  const strange = name === 'tame' ? 'g.txt' : FILE_NAME;
  await cp(path.join(reports, 'a.txt'), path.join(reports, 'g'));
  await writeFile(
    path.join(reports, 'g'),
    'The old bridge at Brennick was closed on Tuesday after inspectors found cracks. Ferries sail to Brennick at noon.\n',
  );
  await rename(path.join(reports, 'g'), path.join(reports, strange));
  const edition = await build(
    { folder: reports, out, formats: ['html', 'pdf', 'json', 'annotations'], version: VERSION },
    nodeSystem(),
  );
  const html = await readFile(path.join(out, 'index.html'), 'utf8');
  const pdf = await pdfText(await readFile(path.join(out, 'briefing.pdf')));
  return {
    edition,
    html,
    text: bare(textOf(unified().use(rehypeParse).parse(html))),
    pdf: bare(pdf),
    annotations: await readFile(path.join(out, 'annotations.jsonld'), 'utf8'),
  };
}

/** Slashes aside, a file may be called anything. */
const FILE_NAME =
  "g <img src=x onerror=window.ran='file'>{{title}}\u202e]]><script>ran=1<\\script>.txt";

beforeAll(async () => {
  folder = await temporaryFolder();
  browser = await nodeSystem().openBrowser();
  tame = await built('tame', TAME);
  whole = await wholePage();
  hostile = await built('hostile', HOSTILE);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function wholePage() {
  const [reports, out] = [path.join(folder, 'whole'), path.join(folder, 'whole-out')];
  await mkdir(reports);
  for (const [name, text] of Object.entries(BRIDGE))
    await writeFile(path.join(reports, name), text);
  await build({ folder: reports, out, formats: ['html'], version: VERSION }, nodeSystem());
  return { html: await readFile(path.join(out, 'index.html'), 'utf8') };
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const { items } = await (await document.getPage(at + 1)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      // What stands at the edge of each page would part the words of a row.
      return text.replace(/\d+ \/ \d+\s*Synoptic briefing|Synoptic briefing\s*\d+ \/ \d+/u, '');
    }),
  );
  await document.loadingTask.destroy();
  return pages.join('');
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function allElements(node: Nodes): readonly Element[] {
  const inside = 'children' in node ? node.children.flatMap(allElements) : [];
  return node.type === 'element' ? [node, ...inside] : inside;
}

const elementsOf = ({ html }: Pick<Case, 'html'>) =>
  allElements(unified().use(rehypeParse).parse(html));

const shapesOf = (made: Pick<Case, 'html'>) =>
  new Set(
    elementsOf(made).flatMap(({ tagName, properties }) => [
      tagName,
      ...Object.keys(properties).map((name) => `${tagName} ${name}`),
    ]),
  );

/** Ids that a page may have: those of its parts, and those made of numbers and hashes. */
const ID =
  /^(?:main|[a-z-]+(?:-heading)?|[fdpc]-[\w-]+|r\d+-\d+|source-\d+|alone-\d+|timeline-\w+-\w+)$/u;

/** Letters and digits alone: a page breaks its lines where it will. */
const bare = (text: string) =>
  fold(text)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');

describe('hostile reports', () => {
  test('run nothing, ask for nothing, open no dialog, whatever is pressed', async () => {
    const seen: string[] = [];
    const ran = await browser.withPage({ html: hostile.html, scripts: true }, async (page) => {
      page.on('dialog', (dialog) => {
        seen.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!request.url().startsWith('data:')) seen.push(`request ${request.url()}`);
      });
      page.on('framenavigated', (frame) => seen.push(`navigation ${frame.url()}`));
      await page.evaluate(`(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const element of document.querySelectorAll('main *')) {
          for (const name of ['mouseover', 'focus', 'toggle', 'error', 'load']) {
            element.dispatchEvent(new Event(name));
          }
        }
        for (const button of document.querySelectorAll('button')) button.click();
      })()`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return page.evaluate('window.ran ?? null');
    });
    expect(ran).toBeNull();
    expect(seen).toEqual([]);
  });

  test('would be noticed if one of them ran', async () => {
    const words = found(HOSTILE['a picture with a handler']);
    const html = hostile.html
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
      // The end of the element, and not that which a name in an attribute may hold.
      .replace(/<\/main>(?=\s*<footer)/u, () => `${words}</main>`);
    const ran = await browser.withPage({ html, scripts: true }, async (page) => {
      await page.waitForFunction('window.ran');
      return page.evaluate('window.ran');
    });
    expect(ran).toBe('picture');
  });

  test('bring no element, attribute, id or address of their own', () => {
    const known = new Set([...shapesOf(tame), ...shapesOf(whole)]);
    expect([...shapesOf(hostile)].filter((shape) => !known.has(shape))).toEqual([]);
    const ids = elementsOf(hostile).flatMap(
      ({ properties }) => String(properties['id'] ?? []) || [],
    );
    expect(ids.filter((id) => !ID.test(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const links = elementsOf(hostile).flatMap(
      ({ properties: { href } }) => String(href ?? []) || [],
    );
    const out = links.filter((href) => !href.startsWith('#'));
    expect(out.filter((href) => !href.startsWith('https://post.example/bridge?q='))).toEqual([]);
  });

  test('leave the parts of the page as they are', () => {
    const parts = (made: Case) =>
      elementsOf(made)
        .filter(({ tagName }) => tagName === 'section' || tagName === 'h2')
        .map((element) => String(element.properties['id'] ?? textOf(element)));
    expect(parts(hostile)).toEqual(parts(tame));
    expect(elementsOf(hostile).filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
  });

  test('make a page that is valid', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-inline-style': 'error' },
    });
    const { results } = await validator.validateString(hostile.html);
    const complaints = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(complaints).toEqual([]);
  });

  test.each(Object.entries(HOSTILE))('show %s as text, on the page and in print', (_, words) => {
    expect(hostile.text).toContain(bare(words));
    // In print a citation, a mark or the end of a page may part them; its fonts are Latin.
    const parts =
      fold(words)
        .normalize('NFKC')
        .match(/[\p{Script=Latin}\p{M}]{3,}/gu) ?? [];
    expect(parts.filter((part) => !hostile.pdf.includes(bare(part)))).toEqual([]);
  });

  test('show the names of their files and what the editor says as text', () => {
    for (const text of [hostile.text, hostile.pdf]) expect(text).toContain(bare(FILE_NAME));
    const title = bare(Object.values(HOSTILE).slice(0, FIELD).join(' '));
    const [h1] = elementsOf(hostile).filter(({ tagName }) => tagName === 'h1');
    expect(bare(textOf(found(h1)))).toBe(title);
    const [head] = elementsOf(hostile).filter(({ tagName }) => tagName === 'title');
    expect(bare(textOf(found(head)))).toBe(title);
  });

  test('stand in data of the page, and in annotations, as what they say', () => {
    const blocks = elementsOf(hostile).filter(({ properties }) =>
      /json/u.test(String(properties['type'])),
    );
    expect(blocks.map(({ properties }) => properties['id'] ?? properties['type'])).toEqual([
      'application/ld+json',
      'facts-data',
      'citation-data',
    ]);
    for (const text of [...blocks.map(textOf), hostile.annotations]) {
      const data: unknown = JSON.parse(text);
      expect(JSON.stringify(data).match(INVISIBLE)).toBeNull();
      expect(text.match(/\p{Surrogate}|[\u{2028}\u{2029}]/u)).toBeNull();
    }
    // Words of an outlet's name, in which a script ends and a script begins.
    expect(blocks.map(textOf).join(' ')).not.toMatch(/[<>&]/u);
    const { reports } = z
      .object({ reports: z.record(z.string(), z.object({ text: z.string() })) })
      .parse(JSON.parse(textOf(found(blocks[2]))));
    expect(
      Object.values(reports)
        .map(({ text }) => text)
        .join(' '),
    ).toContain('<script>');
  });

  test('hold nothing that turns text around, hides it, or is half a character', () => {
    for (const text of [hostile.html, JSON.stringify(hostile.edition.briefing.title)]) {
      expect(text.replaceAll('\n', '').match(INVISIBLE)).toBeNull();
      expect(text.match(/\p{Surrogate}/u)).toBeNull();
    }
    const { reports } = hostile.edition.briefing;
    for (const { metadata } of reports) {
      for (const { value, because } of Object.values(metadata)) {
        expect(JSON.stringify([value, because]).match(INVISIBLE)).toBeNull();
      }
    }
  });

  test.each([1440, 390, 320])('fit a window of %i px', async (width) => {
    const measured = await browser.withPage({ html: hostile.html, scripts: true }, async (page) => {
      await page.setViewport({ width, height: 900 });
      return page.evaluate(`({
        width: document.documentElement.scrollWidth,
        reaching: [...document.querySelectorAll('main :is(p, li, td, th, dd, h3)')]
          .filter((element) => !element.closest('.unseen, .graph, .matrix') && element.getClientRects().length > 0)
          .filter((element) => element.getBoundingClientRect().right > ${width})
          .map((element) => element.outerHTML.slice(0, 120)),
      })`);
    });
    expect(measured).toEqual({ width, reaching: [] });
  });
});
