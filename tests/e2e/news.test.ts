import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, VERSION } from '../../src/index.ts';
import { render } from '../../src/render/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, type Later, laterEdition } from '../later-edition.ts';
import { textIn } from '../read-back.ts';
import { found, type Texts } from '../support.ts';
import { temporaryFolder } from './support.ts';

/** What is new, in a real browser and on paper. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let later: Later;
let html: string;
let printed: string;

beforeAll(async () => {
  const system = nodeSystem();
  browser = await system.openBrowser();
  later = await laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);
  const { files } = await render(later.briefing, ['html', 'pdf'], {
    templates: new Map([...(await system.templates()), ['styles/theme.css', '']]),
    packageFile: system.packageFile,
    browser: async () => browser,
    version: VERSION,
    theme: 'broadsheet',
    paper: 'a4',
    own: [],
    document: '',
  });
  const fileOf = (name: string) => found(files.find((file) => file.name === name));
  html = new TextDecoder().decode(fileOf('index.html').bytes);
  // Letters alone: lines break, and words at the ends of lines.
  printed = (await textIn(fileOf('briefing.pdf')))
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}¶/]+/gu, '');
});

afterAll(() => browser?.close());

interface View {
  readonly width: number;
  readonly dark: boolean;
}

const withPage = <T>({ width, dark }: View, use: (page: Page) => Promise<T>): Promise<T> =>
  browser.withPage({ html, scripts: true }, async (page) => {
    await page.setViewport({ width, height: 900 });
    const value = dark ? 'dark' : 'light';
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return use(page);
  });

const WIDE = { width: 1440, dark: false } as const;
const VIEWS = [1440, 390].flatMap((width) => [true, false].map((dark) => ({ width, dark })));

describe('the page', () => {
  test.each(VIEWS)('axe finds nothing ($width px, dark: $dark)', async (view) => {
    const found = await withPage(view, async (page) => {
      await page.evaluate(
        'for (const fold of document.querySelectorAll("details")) fold.open = true',
      );
      await page.evaluate(axe);
      return page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
    });
    expect(found).toEqual([]);
  });

  test('fits a telephone', async () => {
    const width = await withPage({ width: 320, dark: false }, (page) =>
      page.evaluate('document.documentElement.scrollWidth'),
    );
    expect(width).toBe(320);
  });

  test('a new fact leads to where it is told, which bears the mark', async () => {
    const told = await withPage(WIDE, async (page) => {
      await page.click('#what-is-new .statement a');
      await page.waitForFunction('document.querySelector(":target")');
      return page.$eval(':target', (row) => ({
        seen: row.checkVisibility(),
        inView: row.getBoundingClientRect().top < innerHeight,
        mark: row.querySelector('.news-mark')?.textContent,
        words: row.querySelector('.statement')?.textContent,
      }));
    });
    expect(told).toMatchObject({ seen: true, inView: true, mark: 'new since edition 1' });
    expect(told.words).toContain('The museum of Brennick shows 40 pictures');
  });

  test('new facts can be chosen, and the others are hidden', async () => {
    const shown = await withPage(WIDE, async (page) => {
      await page.select('.tools select', 'new');
      return page.$$eval('main .row[id]', (rows) =>
        rows.filter((row) => row.checkVisibility()).map((row) => row.id),
      );
    });
    const added = later.changes.facts.filter(({ kind }) => kind === 'added');
    expect(shown).toEqual(added.map(({ fact }) => fact));
    expect(shown).toHaveLength(1);
  });
});

describe('on paper', () => {
  test('all of it stands, nothing is folded, and paragraphs are named by their numbers', () => {
    expect(printed).toContain('Sinceedition1of12March20311reportcorrected1added1removed');
    expect(printed).toMatch(
      /Edition1Theshopownersoftheoldtowndonotexpecttherepairtoendthisyearnolongerinthecorrected/u,
    );
    expect(printed).toMatch(/ThemuseumofBrennickshows40picturesoftheoldbridge4¶\d+/u);
    expect(printed).toContain('Edition1200passengers/300passengers');
  });
});

describe('a folder that is built again once its reports are others', () => {
  test('has an edition that says what is new, and none that says it twice', async () => {
    const root = await temporaryFolder();
    const folder = path.join(root, 'reports');
    const options = { folder, out: path.join(root, 'out'), version: VERSION } as const;
    const buildOf = async (texts: Texts) => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      for (const [file, text] of Object.entries(texts))
        await writeFile(path.join(folder, file), text);
      return build({ ...options, formats: ['markdown'], scorer: 'lexical' }, nodeSystem());
    };
    const first = await buildOf(BRIDGE_BEFORE);
    expect(first.briefing.changes).toBeNull();
    const second = await buildOf(BRIDGE_AFTER);
    expect(second.number).toBe(2);
    expect(second.briefing.changes?.since.number).toBe(1);
    const shown = await readFile(path.join(options.out, 'briefing.md'), 'utf8');
    expect(shown).toContain('## What is new\n\nSince edition 1 of 12 March 2031: ');
    expect(await buildOf(BRIDGE_AFTER)).toMatchObject({ number: 2, isNew: false });
    await rm(root, { recursive: true, force: true });
  });
});
