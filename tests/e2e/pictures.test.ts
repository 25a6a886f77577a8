import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, nodeSystem, VERSION } from '../../src/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { ROOT, temporaryFolder } from './support.ts';

/**
 * Pages of made-up events, of few reports and of many, with all folds open: that those who do not see
 * their pictures are told what they show, and that nothing on them stands in a reader's way.
 */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const fixture = (name: string): string =>
  path.join(ROOT, 'tests/fixtures/briefings', name, 'reports');

/** Days of the reports, and what each tells of its own. */
const TOLD = [
  'The mill of Brennick lost its wheel on Monday, the miller Tom Arlo said.',
  'On Wednesday two boats were found at Tolva, according to the harbor office.',
  'The council will meet on 20 March, the mayor Ruth Amsel said.',
  'In 2019 inspectors had asked for a new pier.',
];

/** An event of so many reports: shared facts, figures that differ, sources, days. */
function eventOf(reports: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: reports }, (_, at) => {
      const hurt = at % 3 === 0 ? 14 : 12;
      const text = [
        `The old bridge at Brennick was closed on Tuesday after inspectors found cracks, the police said.`,
        `${hurt} people were hurt when the railing of the bridge broke.`,
        TOLD[at % TOLD.length],
        `Reader ${at + 1} wrote a letter about street ${at + 1}.`,
      ].join('\n\n');
      const day = String(11 + (at % 4)).padStart(2, '0');
      const front = `---\ntitle: Bridge closed, part ${at + 1}\npublisher: Courier ${at + 1}\ndate: 2031-03-${day}\n---\n\n`;
      return [`${String(at + 1).padStart(3, '0')}.md`, `${front}${text}\n`];
    }),
  );
}

let root: string;
let browser: Browser;
const pages = new Map<string, string>();

/** Name of the event → the folder of its reports. */
const EVENTS = { ferry: fixture('ferry'), quake: fixture('quake'), nine: '', thirty: '' };
const MADE: Readonly<Record<string, number>> = { nine: 9, thirty: 30 };

beforeAll(async () => {
  root = await temporaryFolder();
  browser = await nodeSystem().openBrowser();
  for (const [name, given] of Object.entries(EVENTS)) {
    const folder = given || path.join(root, name);
    const out = path.join(root, `${name}-out`);
    const reports = MADE[name];
    if (reports) {
      await mkdir(folder);
      for (const [file, text] of Object.entries(eventOf(reports)))
        await writeFile(path.join(folder, file), text);
    }
    await build({ folder, out, formats: ['html'], version: VERSION }, nodeSystem());
    pages.set(name, await readFile(path.join(out, 'index.html'), 'utf8'));
  }
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await rm(root, { recursive: true, force: true });
});

/** Use the page of an event, all folds open. */
async function withPage<T>(
  name: string,
  { width, dark, scripts }: { width: number; dark: boolean; scripts: boolean },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  return browser.withPage({ html: pages.get(name) ?? '', scripts }, async (page) => {
    await page.setViewport({ width, height: 900 });
    const value = dark ? 'dark' : 'light';
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.evaluate(
      'for (const fold of document.querySelectorAll("details")) fold.open = true',
    );
    return use(page);
  });
}

const VIEWS = [1440, 390].flatMap((width) => [true, false].map((dark) => ({ width, dark })));
const NAMES = Object.keys(EVENTS);
const CASES = NAMES.flatMap((name) => VIEWS.map((view) => ({ name, ...view })));

describe('the page of an event, all folds open', () => {
  test.each(CASES)(
    'axe finds nothing ($name, $width px, dark: $dark)',
    async ({ name, ...view }) => {
      const violations = await withPage(name, { ...view, scripts: true }, async (page) => {
        await page.evaluate(axe);
        return page.evaluate(
          `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
        );
      });
      expect(violations).toEqual([]);
    },
  );

  test.each(NAMES)('fits narrow windows (%s)', async (name) => {
    for (const width of [390, 320]) {
      const view = { width, dark: false, scripts: true };
      const wide = await withPage(name, view, (page) =>
        page.evaluate('document.documentElement.scrollWidth'),
      );
      expect(wide).toBe(width);
    }
  });
});

/** What stands on a page for pictures: read without script, as it is published. */
const FOUND = `(() => {
  const text = (id) => document.getElementById(id)?.textContent.trim() ?? '';
  const named = (svg) => (svg.getAttribute('aria-labelledby') ?? '').split(' ').map(text);
  const drawings = [...document.querySelectorAll('svg')];
  const labeled = drawings.filter((svg) => svg.getAttribute('role') === 'img');
  const idsIn = (root, selector) => [...new Set([...(root?.querySelectorAll(selector) ?? [])].flatMap((one) => one.getAttribute('data-fact').split(' ')))].sort();
  return {
    unnamed: labeled.filter((svg) => named(svg).length < 2 || named(svg).some((words) => words === '')).length,
    unlike: labeled.filter((svg) => svg.querySelector('title')?.textContent.trim() !== named(svg)[0] || svg.querySelector('desc')?.textContent.trim() !== named(svg)[1]).length,
    labeled: labeled.length,
    // A drawing without a name of its own stands within words for it, or beside them.
    bare: drawings.filter((svg) => !labeled.includes(svg)).filter((svg) => {
      const strip = svg.closest('.strip');
      const told = strip?.matches('[role=img][aria-label]') || strip?.parentElement?.querySelector('.told')?.textContent.trim();
      return svg.getAttribute('aria-hidden') !== 'true' || !told;
    }).length,
    strips: [...document.querySelectorAll('.row > .strip')].filter((strip) => strip.getAttribute('role') !== 'img' || !strip.getAttribute('aria-label')).length,
    cells: [...document.querySelectorAll('.matrix td .cell')].filter((cell) => cell.getAttribute('role') !== 'img' || !cell.getAttribute('aria-label')).length,
    matrices: [...document.querySelectorAll('.matrix')].filter((table) => table.querySelectorAll('thead th[scope=col]').length < 2 || [...table.querySelectorAll('tbody tr')].some((row) => !row.querySelector('th[scope=row]')?.textContent.trim())).length,
    drawn: idsIn(document.querySelector('#timeline .picture'), '[data-fact]'),
    listed: idsIn(document.querySelector('#timeline .days'), '[data-fact]'),
    nodes: [...document.querySelectorAll('#reliance svg .node')].map((node) => [...node.querySelectorAll('text')].map((line) => line.textContent).join(' ')),
    table: document.querySelector('#reliance table, #reliance .relied')?.textContent ?? '',
  };
})()`;

interface Found {
  readonly [name: string]: unknown;
  readonly labeled: number;
  readonly drawn: readonly string[];
  readonly listed: readonly string[];
  readonly nodes: readonly string[];
  readonly table: string;
}

const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

describe('pictures', () => {
  test.each(NAMES)('are named, and said in words beside them (%s)', async (name) => {
    const view = { width: 1440, dark: false, scripts: false };
    const found = (await withPage(name, view, (page) => page.evaluate(FOUND))) as Found;
    expect(found).toMatchObject({
      unnamed: 0,
      unlike: 0,
      bare: 0,
      strips: 0,
      cells: 0,
      matrices: 0,
    });
    // The drawing of who relies on whom, at least.
    expect(found.labeled).toBeGreaterThan(0);
    expect(found.drawn.filter((fact) => !found.listed.includes(fact))).toEqual([]);
    const told = bare(found.table);
    expect(found.nodes.filter((node) => !told.includes(bare(node).replace(/^\d+/u, '')))).toEqual(
      [],
    );
    expect(found.nodes.length).toBeGreaterThan(0);
  });
});
