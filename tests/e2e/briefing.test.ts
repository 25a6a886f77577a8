import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HtmlValidate } from 'html-validate/node';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../src/characters.ts';
import { RECORD } from '../../src/edition-record.ts';
import { FEEDS } from '../../src/editions.ts';
import { FORMAT_TABLE } from '../../src/formats.ts';
import { build, type Edition, FORMATS, nodeSystem, VERSION } from '../../src/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { ARTICLES, command, commandProcess, temporaryFolder } from './support.ts';

/** The sample briefing, built for real and read as its readers read it. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder: string;
let edition: Edition;
let browser: Browser;
let html: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const options = {
    folder: ARTICLES,
    out: path.join(folder, 'first'),
    formats: FORMATS,
    version: VERSION,
  };
  edition = await build(options, nodeSystem());
  html = await readFile(path.join(folder, 'first', 'index.html'), 'utf8');
  browser = await nodeSystem().openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const read = (name: string) => readFile(path.join(folder, 'first', name));

async function withPage<T>(
  use: (page: Page) => Promise<T>,
  options: { width?: number; dark?: boolean; scripts?: boolean } = {},
) {
  return browser.withPage({ html, scripts: options.scripts ?? true }, async (page) => {
    await page.setViewport({ width: options.width ?? 1440, height: 900 });
    const value = options.dark ? 'dark' : 'light';
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return use(page);
  });
}

describe('the edition', () => {
  test('has its files and a manifest of them', async () => {
    const names = await readdir(path.join(folder, 'first'));
    const files = FORMATS.map((format) => FORMAT_TABLE[format].file);
    const ours = [...files, ...FEEDS, 'manifest.json', 'current', 'editions'];
    expect(names.sort()).toEqual(ours.sort());
    const manifest: unknown = JSON.parse(String(await read('manifest.json')));
    const sha256 = createHash('sha256').update(html).digest('hex');
    expect(manifest).toMatchObject({
      synoptic: VERSION,
      browser: browser.version,
      outputs: expect.arrayContaining([expect.objectContaining({ file: 'index.html', sha256 })]),
    });
  });

  test('has every sentence of every report in a fact, or left out with a reason', () => {
    const { facts, reports } = edition.briefing;
    for (const report of reports) {
      const claims = facts
        .flatMap((fact) => fact.claims)
        .filter((claim) => claim.report === report.id);
      expect(claims.length).toBeGreaterThan(0);
    }
    expect(reports.flatMap(({ leftOut }) => leftOut)).toHaveLength(10);
  });

  test('cites the words that stand in the files', async () => {
    const briefing = JSON.parse(String(await read('briefing.json'))) as {
      reports: { id: string; file: string }[];
      facts: { claims: { report: string; start: number; end: number; exact: string }[] }[];
    };
    for (const { id, file } of briefing.reports) {
      const source = await readFile(path.join(ARTICLES, file), 'utf8');
      const claims = briefing.facts
        .flatMap((fact) => fact.claims)
        .filter(({ report }) => report === id);
      for (const { start, end, exact } of claims)
        expect(fold(source.slice(start, end))).toBe(fold(exact));
    }
  });
});

/** They say when the edition was made. */
const TIMED = [RECORD, ...FEEDS];

describe('the same reports', () => {
  const digest = async (out: string) => {
    const names = (await readdir(path.join(out, 'current')))
      .sort()
      .filter((name) => !TIMED.includes(name));
    const files = await Promise.all(names.map((name) => readFile(path.join(out, 'current', name))));
    return names.map(
      (name, index) =>
        `${name} ${createHash('sha256')
          .update(files[index] ?? '')
          .digest('hex')}`,
    );
  };

  test('give the same bytes, whatever the order of files, locale and time zone', async () => {
    const shuffled = path.join(folder, 'shuffled');
    await mkdir(shuffled);
    for (const name of (await readdir(ARTICLES)).reverse()) {
      await copyFile(path.join(ARTICLES, name), path.join(shuffled, name));
    }
    const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const first = await digest(path.join(folder, 'first'));
    const again = path.join(folder, 'again');
    const other = path.join(folder, 'other');
    expect(await command(['build', ARTICLES, '--out', again, '-f', 'all'])).toMatchObject({
      code: 0,
    });
    expect(
      await commandProcess(['build', shuffled, '--out', other, '-f', 'all'], elsewhere),
    ).toMatchObject({
      code: 0,
    });
    expect(await digest(again)).toEqual(first);
    expect(await digest(other)).toEqual(first);
  });
});

describe('the page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // The styles of other tools, not of the standard.
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'no-inline-style': 'error',
        'tel-non-breaking': 'off',
      },
    });
    const report = await validator.validateString(html);
    const complaints = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(complaints).toEqual([]);
  });

  test('asks for nothing', async () => {
    expect(html).not.toMatch(/\son\w+=|javascript:|<link|<iframe|<img|@import|url\((?!data:)/iu);
    const loaded = await withPage((page) =>
      page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name.slice(0, 5))'),
    );
    for (const name of loaded as string[]) expect(name).toBe('data:');
  });

  test.each([
    { width: 1440, dark: false },
    { width: 1440, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ])('axe finds nothing ($width px, dark: $dark)', async (options) => {
    const violations = await withPage(async (page) => {
      await page.evaluate(axe);
      return page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
    }, options);
    expect(violations).toEqual([]);
  });

  test('axe finds nothing in an open card', async () => {
    const violations = await withPage(async (page) => {
      await page.click('main button.cite');
      await page.evaluate(axe);
      return page.evaluate(
        'axe.run(".card:popover-open").then(({ violations }) => violations.map(({ id }) => id))',
      );
    });
    expect(violations).toEqual([]);
  });

  test.each([360, 390, 768, 1440])('fits %i px', async (width) => {
    const scrollable = await withPage(
      (page) => page.evaluate('document.documentElement.scrollWidth'),
      { width },
    );
    expect(scrollable).toBe(width);
  });

  test.each([true, false])(
    'a citation opens the passage it cites (scripts: %s)',
    async (scripts) => {
      const opened = await withPage(
        async (page) => {
          const target = await page.$eval('main .row button.cite', (button) =>
            button.getAttribute('popovertarget'),
          );
          await page.click('main .row button.cite');
          const text = await page.$eval('.card:popover-open', (card) => card.textContent ?? '');
          return { target, text };
        },
        { scripts },
      );
      const claims = edition.briefing.facts.flatMap((fact) => fact.claims);
      const cited = claims.find(({ id }) => opened.target === `p-${id}`);
      expect(fold(opened.text)).toContain(fold(cited?.context.exact ?? 'no such claim'));
    },
  );

  test('a citation opens by keyboard, and closes by Escape', async () => {
    const states = await withPage(async (page) => {
      const open = () => page.$$eval('.card:popover-open', (cards) => cards.length);
      await page.focus('main .row button.cite');
      await page.keyboard.press('Enter');
      const afterEnter = await open();
      await page.keyboard.press('Escape');
      return [afterEnter, await open()];
    });
    expect(states).toEqual([1, 0]);
  });

  test('a card leads to the sentence in the report’s text', async () => {
    const found = await withPage(async (page) => {
      await page.click('main .row button.cite');
      await page.click('.card:popover-open a');
      return page.evaluate(
        '(() => { const target = document.querySelector(":target"); return [target?.textContent, target?.closest("details")?.open]; })()',
      );
    });
    const sentences = edition.briefing.facts.flatMap((fact) =>
      fact.claims.map(({ context }) => context.exact),
    );
    const [text, open] = found as [string, boolean];
    expect(sentences).toContain(text);
    expect(open).toBe(true);
  });

  test('every link within the page lands', async () => {
    const lost = await withPage((page) =>
      page.$$eval('a[href^="#"]', (links) =>
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !document.getElementById(href.slice(1))),
      ),
    );
    expect(lost).toEqual([]);
  });

  test('every statement carries a citation', async () => {
    const uncited = await withPage((page) =>
      page.$$eval('.statement, .related, .days ul li, .sides li', (items) =>
        items.filter((item) => !item.querySelector('.cite')).map((item) => item.textContent ?? ''),
      ),
    );
    expect(uncited).toEqual([]);
  });

  test('shows every fact of the briefing', async () => {
    const ids = await withPage((page) =>
      page.$$eval('.row[id]', (rows) => rows.map(({ id }) => id)),
    );
    expect([...ids].sort()).toEqual(edition.briefing.facts.map(({ id }) => id).sort());
  });
});
