import { expect, test } from 'vitest';
import { nodeSystem } from '../../src/system/index.ts';
import { BRIDGE, found } from '../support.ts';
import { made } from './support.ts';

/** A book in a reader made of a browser. */

/** Names of the files that the browser cannot read as XML. */
const unreadable = (files: Readonly<Record<string, string>>) => {
  const types = { svg: 'image/svg+xml', opf: 'application/xml' };
  return Object.entries(files)
    .filter(([name, text]) => {
      const type = Object.entries(types).find(([ending]) => name.endsWith(ending))?.[1];
      const document = new DOMParser().parseFromString(
        text,
        (type ?? 'application/xhtml+xml') as DOMParserSupportedType,
      );
      return document.querySelector('parsererror') !== null;
    })
    .map(([name]) => name);
};

test('the browser reads every file, and a figure leads to its note and back', async () => {
  const { files } = await made(BRIDGE, { config: 'title: The bridge & “cracks” <b>\n' });
  const browser = await nodeSystem().openBrowser();
  try {
    const css = found(files.get('epub.css'));
    const html = found(files.get('key-facts.xhtml'))
      .replace(/^<\?xml[^>]*\?>/u, '')
      .replace(/<link [^>]*>/u, `<style>${css}</style>`);
    await browser.withPage({ html, scripts: true }, async (page) => {
      await page.setViewport({ width: 360, height: 640 });
      const xml = [...files].filter(([name]) => /\.(?:xhtml|svg|opf)$/u.test(name));
      expect(xml.length).toBeGreaterThan(10);
      expect(await page.evaluate(unreadable, Object.fromEntries(xml))).toEqual([]);
      expect(await page.evaluate(unreadable, { 'broken.xhtml': '<p>' })).toEqual(['broken.xhtml']);

      const place = () => page.evaluate('document.querySelector(":target")?.id');
      const target = await page.$eval('.cite', (cite) => cite.getAttribute('href'));
      const cite = await page.$eval('.cite', ({ id }) => id);
      await page.click('.cite');
      expect(`#${await place()}`).toBe(target);
      expect(await page.$eval(`${target}`, ({ tagName }) => tagName)).toBe('ASIDE');
      await page.click(`${target} a[role="doc-backlink"]`);
      expect(await place()).toBe(cite);

      // On a telephone nothing stands beyond the edge.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    });
  } finally {
    await browser.close();
  }
});
