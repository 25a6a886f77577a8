import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statingReports } from '../../src/facts.ts';
import { build, type Edition, nodeSystem, VERSION } from '../../src/index.ts';
import type { Browser } from '../../src/system/index.ts';
import { ARTICLES } from './support.ts';

/** What the page's script adds, used as its readers use it. */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder: string;
let edition: Edition;
let browser: Browser;
let html: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'synoptic-test-'));
  const options = { folder: ARTICLES, out: folder, formats: ['html'] as const, version: VERSION };
  edition = await build(options, nodeSystem());
  html = cited(await readFile(path.join(folder, 'index.html'), 'utf8'), edition);
  browser = await nodeSystem().openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The page with citations that the tests know. */
function cited(page: string, { briefing }: Edition): string {
  const reports = Object.fromEntries(
    briefing.reports.map(({ number }) => [
      number,
      { text: `Report ${number}, 31 May.`, csl: { id: `r${number}` }, bibtex: `@misc{r${number}}` },
    ]),
  );
  const block = `<script type="application/json" id="citation-data">${JSON.stringify({ reports })}</script>`;
  const without = page.replace(/<script[^>]*id="citation-data".*?<\/script>/su, '');
  return without.replace('<script type="module">', () => `${block}<script type="module">`);
}

interface Options {
  readonly width?: number;
  readonly dark?: boolean;
  readonly scripts?: boolean;
  readonly page?: string;
}

function withPage<T>(use: (page: Page) => Promise<T>, options: Options = {}): Promise<T> {
  const source = { html: options.page ?? html, scripts: options.scripts ?? true };
  return browser.withPage(source, async (page) => {
    await page.setViewport({ width: options.width ?? 1440, height: 900 });
    const value = options.dark ? 'dark' : 'light';
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    return use(page);
  });
}

const FIGURE = '#key-facts .statement button.cite';
const OPEN = '.card:popover-open';

/** The first figure of the key facts, and the fact that it stands with. */
const firstFact = (page: Page) =>
  page.$eval('#key-facts .row', (row) => row.getAttribute('data-fact') ?? '');
const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? '');
const seen = (page: Page, selector: string) =>
  page.$$eval(selector, (found) => found.filter((one) => one.checkVisibility()).length);
const isFocused = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element === document.activeElement);
const factOf = (id: string) => {
  const found = edition.briefing.facts.find((fact) => fact.id === id);
  if (!found) throw new Error(`no fact ${id}`);
  return found;
};

/** Wait until the page shows what it must. */
const until = (page: Page, condition: string) => page.waitForFunction(condition, { timeout: 5000 });

describe('a card', () => {
  test('opened by mouse stands beside the statement, and is closed by its button', async () => {
    const found = await withPage(async (page) => {
      await page.click(FIGURE);
      const boxes = await page.evaluate(
        `[document.querySelector('${OPEN}'), document.querySelector('#key-facts .said')].map((one) => one.getBoundingClientRect().toJSON())`,
      );
      const marked = await page.$eval(FIGURE, (figure) => figure.classList.contains('shown'));
      await page.click(`${OPEN} .close`);
      await until(page, `!document.querySelector('.shown')`);
      return {
        boxes,
        marked,
        open: await seen(page, OPEN),
        focused: await isFocused(page, FIGURE),
      };
    });
    const [card, said] = found.boxes as [DOMRect, DOMRect];
    expect(card.left).toBeGreaterThanOrEqual(said.right);
    expect(Math.abs(card.top - said.top)).toBeLessThan(20);
    expect(found).toMatchObject({ marked: true, open: 0, focused: true });
  });

  test('opened by keyboard takes the focus, and Escape gives it back', async () => {
    const states = await withPage(async (page) => {
      await page.focus(FIGURE);
      await page.keyboard.press('Enter');
      const inside = await isFocused(page, OPEN);
      await page.keyboard.press('Tab');
      const within = await page.$eval(OPEN, (card) => card.contains(document.activeElement));
      await page.keyboard.press('Escape');
      return [inside, within, await seen(page, OPEN), await isFocused(page, FIGURE)];
    });
    expect(states).toEqual([true, true, 0, true]);
  });

  test('leads through all passages of the fact, and round again', async () => {
    const { fact, walked, told } = await withPage(async (page) => {
      const id = await firstFact(page);
      await page.click(FIGURE);
      const cards: string[] = [];
      const places: string[] = [];
      for (let step = 0; step <= factOf(id).claims.length; step += 1) {
        cards.push(await page.$eval(OPEN, (card) => card.id));
        places.push(await textOf(page, `${OPEN} .walk span`));
        await page.keyboard.press('ArrowRight');
      }
      await page.click(`${OPEN} .walk button`);
      cards.push(await page.$eval(OPEN, (card) => card.id));
      return { fact: factOf(id), walked: cards, told: places };
    });
    const passages = [
      ...fact.claims.filter(({ id }) => !fact.uncertain.includes(id)),
      ...fact.claims.filter(({ id }) => fact.uncertain.includes(id)),
    ].map(({ id }) => `p-${id}`);
    expect([...walked.slice(0, -2)].sort()).toEqual([...passages].sort());
    expect(walked.at(-2)).toBe(walked[0]);
    expect(walked.at(-1)).toBe(walked[0]);
    const stating = passages.length - fact.uncertain.length;
    expect(told[0]).toBe(`Passage · 1 of ${stating}`);
    expect(told.filter((text) => text.startsWith('Close, not counted'))).toEqual(
      fact.uncertain.map((_, at) => `Close, not counted · ${at + 1} of ${fact.uncertain.length}`),
    );
  });

  test('names the fact it belongs to, and leads to it', async () => {
    const [words, arrived] = await withPage(async (page) => {
      await page.click('.days button.cite');
      const link = `${OPEN} .for a`;
      const href = await page.$eval(link, (a) => a.getAttribute('href') ?? '');
      const shown = await textOf(page, link);
      await page.click(link);
      await until(page, `document.activeElement?.id === '${href.slice(1)}'`);
      return [shown, await textOf(page, `[id="${href.slice(1)}"] .statement`)];
    });
    const plain = (text: string) => text.replace(/\s+|\d/gu, '');
    expect(plain(arrived)).toContain(plain(words));
  });

  test('leads to the report’s text, from where there is a way back', async () => {
    const states = await withPage(async (page) => {
      await page.click(FIGURE);
      const links = await page.$$(`${OPEN} a[href^="#r"]`);
      await links[0]?.click();
      await until(page, `document.activeElement?.matches('.text span:target')`);
      const folded = await page.$eval('.text span:target', (one) => one.closest('details')?.open);
      await page.click('.back');
      return [folded, await isFocused(page, FIGURE), await seen(page, '.back')];
    });
    expect(states).toEqual([true, true, 0]);
  });

  test('is a sheet at the bottom of a telephone, below the figure', async () => {
    const [card, figure] = (await withPage(
      async (page) => {
        await page.click(FIGURE);
        return page.evaluate(
          `[document.querySelector('${OPEN}'), document.querySelector('${FIGURE}')].map((one) => one.getBoundingClientRect().toJSON())`,
        );
      },
      { width: 390 },
    )) as [DOMRect, DOMRect];
    expect([card.left, card.width, card.bottom]).toEqual([0, 390, 900]);
    expect(figure.bottom).toBeLessThanOrEqual(card.top);
    expect(figure.top).toBeGreaterThan(0);
  });
});

describe('the filter', () => {
  /** Ids of the facts whose rows are seen, each once. */
  const shownFacts = (page: Page) =>
    page.$$eval('main .row', (rows) => [
      ...new Set(
        rows
          .filter((row) => row.checkVisibility())
          .map((row) => row.getAttribute('data-fact') ?? ''),
      ),
    ]);
  const expected = (holds: (reports: readonly number[], origins: number) => boolean) => {
    const { facts, reports, analysis } = edition.briefing;
    const numbers = new Map(reports.map(({ id, number }) => [id, number]));
    return facts
      .filter((fact) =>
        holds(
          statingReports(fact).flatMap((id) => numbers.get(id) ?? []),
          analysis.origins[fact.id]?.length ?? 0,
        ),
      )
      .map(({ id }) => id)
      .sort();
  };

  test('shows what all the chosen reports state, and says how many that are', async () => {
    const found = await withPage(async (page) => {
      await page.click('.by button:nth-of-type(1)');
      const first = await shownFacts(page);
      await page.click('.by button:nth-of-type(3)');
      const both = await shownFacts(page);
      const told = await textOf(page, '.count');
      await page.click('.clear');
      return { first, both, told, all: await shownFacts(page) };
    });
    const both = expected((reports) => reports.includes(1) && reports.includes(3));
    expect(found.first.sort()).toEqual(expected((reports) => reports.includes(1)));
    expect(found.both.sort()).toEqual(both);
    expect(found.all).toHaveLength(edition.briefing.facts.length);
    expect(found.told).toBe(`${both.length} of ${edition.briefing.facts.length} facts shown`);
  });

  test('shows how facts stand, as the masthead counts them', async () => {
    const [facts, label] = await withPage(async (page) => {
      await page.select('.filter select', 'corroborated');
      return [
        await shownFacts(page),
        await page.$eval('.filter select option:checked', (option) => option.textContent ?? ''),
      ] as const;
    });
    const wanted = expected((reports, origins) => reports.length > 1 && origins > 1);
    expect([...facts].sort()).toEqual(wanted);
    expect(label).toBe(`from two origins or more (${wanted.length})`);
  });

  test('leaves out the same facts in all parts, with headings of nothing', async () => {
    const found = await withPage(async (page) => {
      await page.select('.filter select', 'single');
      const items = await page.$$eval('main [data-fact]', (all) =>
        all
          .filter((item) => item.checkVisibility())
          .map((item) => item.getAttribute('data-fact') ?? ''),
      );
      const headings = await page.$$eval('#key-facts h3', (all) =>
        all.filter((heading) => heading.checkVisibility()),
      );
      return { items, headings, none: await textOf(page, '#key-facts .none') };
    });
    const single = new Set(expected((reports) => reports.length === 1));
    expect(found.items.length).toBeGreaterThan(single.size);
    for (const ids of found.items) expect(ids.split(' ').some((id) => single.has(id))).toBe(true);
    expect(found.headings).toEqual([]);
    expect(found.none).toBe('None of the facts shown is here.');
  });

  test('gives way to a link to what it leaves out', async () => {
    const states = await withPage(async (page) => {
      const id = await firstFact(page);
      await page.select('.filter select', 'single');
      const before = await seen(page, `[id="${id}"]`);
      await page.evaluate(`location.hash = '${id}'`);
      await until(page, `!document.querySelector('.filtered')`);
      return [before, await seen(page, `[id="${id}"]`)];
    });
    expect(states).toEqual([0, 1]);
  });
});

describe('the search', () => {
  const search = async (page: Page, query: string) => {
    await page.type('.find input', query);
    await until(page, `document.querySelector('.hits').textContent !== ''`);
  };

  test('finds words whatever their capitals, accents and marks, and walks through them', async () => {
    const found = await withPage(async (page) => {
      await search(page, 'ZELÉNSKYY');
      const first = await textOf(page, '.hits');
      await page.keyboard.press('Enter');
      const second = await textOf(page, '.hits');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Shift');
      const last = await textOf(page, '.hits');
      const marked = await page.evaluate(
        `[...CSS.highlights.get('found')].map((range) => range.toString())`,
      );
      return { first, second, last, marked: marked as string[] };
    });
    const count = found.marked.length;
    expect(count).toBeGreaterThan(5);
    expect(new Set(found.marked.map((text) => text.toLowerCase()))).toEqual(new Set(['zelenskyy']));
    expect(found.first).toBe(`1 of ${count}`);
    expect(found.second).toBe(`2 of ${count}`);
    expect(found.last).toBe(`${count} of ${count}`);
  });

  test('opens the fold that a match stands in, brings it into sight, and cleans up', async () => {
    // Words of a passage that no statement has.
    const states = await withPage(async (page) => {
      const words = await page.$eval(
        '#key-facts .version-list ins',
        (one) => one.textContent ?? '',
      );
      await search(page, words.trim());
      const inSight = `(() => { const [range] = CSS.highlights.get('found-now'); const { top, bottom, width } = range.getBoundingClientRect(); return width > 0 && top > 0 && bottom < innerHeight; })()`;
      for (let at = 0; at < 40; at += 1) {
        if ((await seen(page, '#key-facts .versions li')) > 0) break;
        await page.keyboard.press('Enter');
      }
      const before = [await seen(page, '#key-facts .versions li'), await page.evaluate(inSight)];
      await page.keyboard.press('Escape');
      const value = await page.$eval('.find input', (input) => (input as HTMLInputElement).value);
      return [...before, value, await seen(page, '#key-facts .versions li')];
    });
    expect(states).toEqual([expect.any(Number), true, '', 0]);
    expect(states[0]).toBeGreaterThan(1);
  });

  test('says when nothing is found', async () => {
    const told = await withPage(async (page) => {
      await search(page, 'xyzzy');
      return textOf(page, '.hits');
    });
    expect(told).toBe('nothing found');
  });
});

describe('copying', () => {
  const clipboard = `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })`;

  test.each([
    ['Text', /^“[^”].*” \[(\d)\] Report \1\b.*\.$/su],
    ['CSL-JSON', /^\[\s+\{\s+"id": "r\d"[^}]*\}\s+\]$/u],
    ['BibTeX', /^@misc\{r\d\b.*\}$/su],
  ])('gives a passage as %s', async (name, wanted) => {
    const [copied, told] = await withPage(async (page) => {
      await page.evaluate(clipboard);
      await page.click(FIGURE);
      await page.click(`${OPEN} .copy button[aria-label$="${name}"]`);
      await until(page, `document.querySelector('${OPEN} .told').textContent !== ''`);
      return [
        (await page.evaluate('window.copied')) as string,
        await textOf(page, `${OPEN} .told`),
      ];
    });
    expect(copied).toMatch(wanted);
    expect(told).toBe('Copied');
  });

  test('puts a passage that quotes into the other marks', async () => {
    const copied = await withPage(async (page) => {
      await page.evaluate(clipboard);
      await page.$$eval('main .statement button.cite', (figures) => {
        const quotes = figures.find((figure) =>
          document
            .getElementById(figure.getAttribute('popovertarget') ?? '')
            ?.querySelector('blockquote :is(mark, p:not(:has(mark)))')
            ?.textContent?.includes('“'),
        );
        if (quotes instanceof HTMLElement) quotes.click();
      });
      await page.click(`${OPEN} .copy button`);
      await until(page, 'window.copied');
      return (await page.evaluate('window.copied')) as string;
    });
    expect(copied).toMatch(/^‘[^‘]*“.*’ \[\d\] Report \d/su);
  });

  test('shows the text selected where the browser lets no page copy', async () => {
    const selected = await withPage(async (page) => {
      await page.click('#source-2 .copy button');
      await page.waitForSelector('#source-2 textarea');
      return page.$eval('#source-2 textarea', (area) => {
        const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
        return [value, selectionEnd - selectionStart === value.length];
      });
    });
    expect(selected).toEqual(['[2] Report 2, 31 May.', true]);
  });

  test('is not offered where the page does not know how', async () => {
    const page = html.replace('id="citation-data"', 'id="other"');
    expect(await withPage((opened) => seen(opened, '.copy'), { page })).toBe(0);
  });
});

describe('the keyboard', () => {
  test('leads from statement to statement, to passages, versions and the search', async () => {
    const states = await withPage(async (page) => {
      const rows = () =>
        page.$$eval('main .row', (all) => all.indexOf(document.activeElement as Element));
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      const second = await rows();
      await page.keyboard.press('k');
      const first = await rows();
      await page.keyboard.press('c');
      const card = await seen(page, OPEN);
      await page.keyboard.press('j');
      const next = [await rows(), await seen(page, OPEN)];
      await page.keyboard.press('/');
      await page.keyboard.type('jk');
      const typed = await page.$eval('.find input', (input) => (input as HTMLInputElement).value);
      return { second, first, card, next, typed };
    });
    expect(states).toEqual({ second: 1, first: 0, card: 1, next: [1, 0], typed: 'jk' });
  });

  test('brings the versions that it opens into sight', async () => {
    const [before, after] = await withPage(async (page) => {
      await page.$eval('#key-facts .row:has(.versions)', (row) => {
        row.scrollIntoView({ block: 'end' });
        (row as HTMLElement).tabIndex = -1;
        (row as HTMLElement).focus({ preventScroll: true });
      });
      const below = () =>
        page.$eval('#key-facts .row:has(.versions)', (row) =>
          Math.round(row.getBoundingClientRect().bottom - innerHeight),
        );
      const closed = await below();
      await page.keyboard.press('v');
      return [closed, await below()];
    });
    expect(before).toBeLessThanOrEqual(0);
    expect(after).toBeLessThanOrEqual(0);
    expect(after).toBeGreaterThan(-200);
  });

  test('is told in a list, where single keys can be switched off for good', async () => {
    const states = await withPage(async (page) => {
      await page.keyboard.press('?');
      const open = await seen(page, 'dialog');
      await page.click('dialog input');
      await page.keyboard.press('Escape');
      const rest = async () => {
        await page.keyboard.press('j');
        return page.evaluate(`document.activeElement?.matches('.row') ?? false`);
      };
      const moved = await rest();
      await page.reload();
      const again = await rest();
      await page.click('.tools .keys');
      await page.click('dialog input');
      await page.click('dialog button');
      return { open, moved, again, after: await rest() };
    });
    expect(states).toEqual({ open: 1, moved: false, again: false, after: true });
  });

  test('opens and closes all versions of a section', async () => {
    const states = await withPage(async (page) => {
      const open = () => page.$$eval('#key-facts .versions[open]', (all) => all.length);
      await page.click('#key-facts .fold');
      const after = [await open(), await textOf(page, '#key-facts .fold')];
      await page.click('#key-facts .fold');
      return [...after, await open()];
    });
    expect(states).toEqual([expect.any(Number), 'Close all versions', 0]);
    expect(states[0]).toBeGreaterThan(1);
  });
});

describe('without script', () => {
  test('no control is dead, and everything can be reached', async () => {
    const found = await withPage(
      async (page) => {
        const controls = await page.$$eval('input, select, textarea, dialog', (all) => all.length);
        const dead = await page.$$eval('button:not([popovertarget])', (all) => all.length);
        const bar = await page.$eval('.tools', (one) => one.getBoundingClientRect().height);
        const cards = await page.$$eval('button.cite', (all) =>
          all.filter((one) => !document.getElementById(one.getAttribute('popovertarget') ?? '')),
        );
        return { controls, dead, bar, lost: cards.length };
      },
      { scripts: false },
    );
    expect(found).toEqual({ controls: 0, dead: 0, bar: 0, lost: 0 });
  });
});

describe('on paper', () => {
  test('there is no control, every fact whatever the filter, and what is folded', async () => {
    const found = await withPage(async (page) => {
      await page.select('.filter select', 'corroborated');
      await page.emulateMediaType('print');
      return {
        controls: await seen(page, '.tools, .fold, .copy, .contents, .none'),
        facts: await seen(page, '.row[id]'),
        versions: await page.$eval('.version-list', (one) => one.getBoundingClientRect().height),
        texts: await seen(page, '.text p'),
      };
    });
    expect(found).toMatchObject({ controls: 0, facts: edition.briefing.facts.length, texts: 0 });
    expect(found.versions).toBeGreaterThan(50);
  });
});

describe('for everybody', () => {
  const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    card: (page) => page.click(FIGURE),
    'filter and search': async (page) => {
      if ((await seen(page, '.filter')) === 0) await page.click('.more');
      await page.click('.by button');
      await page.type('.find input', 'weapons');
      await until(page, `document.querySelector('.hits').textContent !== ''`);
      await page.click('#source-1 .copy button');
    },
    'list of keys': (page) => page.click('.tools .keys'),
  };
  const SIZES = [
    { width: 1440, dark: false },
    { width: 1440, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
  ];

  test.each(SIZES)('axe finds nothing in controls ($width px, dark: $dark)', async (options) => {
    for (const [name, bring] of Object.entries(STATES)) {
      const violations = await withPage(async (page) => {
        await bring(page);
        await page.evaluate(axe);
        return page.evaluate(
          `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
        );
      }, options);
      expect(violations, name).toEqual([]);
    }
  });

  test.each([320, 390])(
    'controls can be tapped, and nothing is too wide (%i px)',
    async (width) => {
      const found = await withPage(
        async (page) => {
          await page.click('.more');
          // A report that states the fact of the figure, which else would go.
          const number = await textOf(page, FIGURE);
          await page.click(`.by button:nth-of-type(${number})`);
          await page.click(FIGURE);
          const small = await page.$$eval(
            '.tools :is(button, input, select), .walk button, .copy button, .fold, .back',
            (all) =>
              all
                .map((one) => one.getBoundingClientRect())
                .filter(({ width: wide, height }) => wide > 0 && (wide < 24 || height < 24)).length,
          );
          return { small, wide: await page.evaluate('document.documentElement.scrollWidth') };
        },
        { width },
      );
      expect(found).toEqual({ small: 0, wide: width });
    },
  );

  test.each([1440, 390])('nothing shifts when the page opens (%i px)', async (width) => {
    const shift = await withPage(
      async (page) => {
        await page.reload();
        return page.evaluate(
          `new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => resolve(sum), 300); })`,
        );
      },
      { width },
    );
    expect(shift).toBe(0);
  });
});

describe('the policy', () => {
  test('has nothing to complain of in the page itself, whatever is used', async () => {
    const complaints = await withPage(async (page) => {
      const heard: string[] = [];
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(String(error)));
      await page.reload();
      await page.click(FIGURE);
      await page.click(`${OPEN} .copy button`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.click('.by button');
      await page.type('.find input', 'border');
      await page.click('.tools .keys');
      return heard;
    });
    expect(complaints).toEqual([]);
  });

  test('keeps out script that got into the page', async () => {
    const bad =
      '<script>window.ran = 1</script><button id="bad" onclick="window.ran = 2">x</button><img src="x" onerror="window.ran = 3"><p id="red" style="color: rgb(255, 0, 0)">x</p>';
    const page = html.replace('<main', () => `${bad}<main`);
    const found = await withPage(
      async (opened) => {
        await opened.click('#bad');
        return opened.evaluate(
          `[window.ran ?? 0, getComputedStyle(document.querySelector('#red')).color === 'rgb(255, 0, 0)']`,
        );
      },
      { page },
    );
    expect(found).toEqual([0, false]);
  });

  test('lets no text become script or markup', async () => {
    const refused = await withPage((page) =>
      page.evaluate(
        `[() => { document.body.innerHTML = '<b>x</b>'; }, () => { window.trustedTypes.createPolicy('any', {}); }].map((act) => { try { act(); return false; } catch { return true; } })`,
      ),
    );
    expect(refused).toEqual([true, true]);
  });
});
