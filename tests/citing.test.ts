import { describe, expect, test } from 'vitest';
import { CITATION_LOCALES, CITATION_STYLES } from '../src/citation-styles.ts';
import { type Citation, cite } from '../src/citing.ts';
import { html } from '../src/markup.ts';
import { nodeSystem } from '../src/system/index.ts';
import type { Citing } from '../src/types.ts';
import { BRIDGE, briefingOf, found } from './support.ts';

const templates = await nodeSystem().templates();

const DEFAULT: Citing = { style: 'chicago-notes', locale: null, house: 'en', source: null };

/** How the first of two reports is cited. @param fields Of the report, as in `briefing.yaml`. */
async function cited(fields: string, citing: Partial<Citing> = {}): Promise<Citation> {
  const texts = { 'a.txt': 'The bridge was closed on Tuesday.', 'b.txt': 'Ferries sail at noon.' };
  const { reports } = await briefingOf(texts, { config: `reports:\n  a.txt: { ${fields} }\n` });
  return found(
    (await cite(reports, { ...DEFAULT, ...citing }, templates)).get(found(reports[0]).id),
  );
}

const FULL =
  'outlet: Brennick Courier, headline: "bridge closed, say \'inspectors\'", authors: [Tom Korr], published: 2031-03-12, url: "https://courier.example/bridge?a=1&b=2"';

describe('a report is cited', () => {
  test.each([
    [
      'chicago-notes',
      'Tom Korr, “bridge closed, say ‘inspectors’”, Brennick Courier, 12 March 2031, https://courier.example/bridge?a=1&b=2.',
    ],
    [
      'apa',
      'Korr, T. (2031, March 12). bridge closed, say “inspectors”. Brennick Courier. https://courier.example/bridge?a=1&b=2',
    ],
    [
      'harvard',
      'Korr, T. (2031) “bridge closed, say ‘inspectors’”, Brennick Courier, 12 March. Available at: https://courier.example/bridge?a=1&b=2.',
    ],
    [
      'oscola',
      'Tom Korr, ‘bridge closed, say “inspectors”’ Brennick Courier (12 March 2031) <https://courier.example/bridge?a=1&b=2>.',
    ],
  ])('in the style %s, the headline as it stands', async (style, text) => {
    expect((await cited(FULL, { style })).text).toBe(text);
  });

  test.each(CITATION_STYLES)('with a link to its address (%s)', async (style) => {
    const { tree } = await cited(FULL, { style });
    expect(String(html(tree))).toContain(
      '<a href="https://courier.example/bridge?a=1&#x26;b=2">https://courier.example/bridge?a=1&#x26;b=2</a>',
    );
  });

  test('as America does where the editor asks for it', async () => {
    expect((await cited(FULL, { locale: 'en-US' })).text).toContain(
      'say ‘inspectors,’” Brennick Courier, March 12, 2031,',
    );
  });

  test('by its number and date where nothing else is known', async () => {
    expect((await cited('published: 2031-03-12')).text).toBe('Report 1, 12 March 2031.');
    expect((await cited('section: Town')).text).toBe('Report 1.');
  });

  test('with a word on what was worked out, for who copies it', async () => {
    const fields =
      'headline: Bridge closed, published: 2031-03-12, inferred: { published: names it }';
    const { text, tree } = await cited(fields, { style: 'harvard' });
    expect(text).toBe('(2031) “Bridge closed”, 12 March. Date inferred.');
    expect(String(html(tree))).not.toContain('inferred');
  });

  test('in a style of the editor’s, without the number that it has', async () => {
    const source = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>House</title><id>house</id><updated>2031-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography second-field-align="flush"><layout suffix="!"><text variable="citation-number" prefix="[" suffix="]"/><text variable="title" font-weight="bold"/></layout></bibliography>
</style>`;
    const { tree } = await cited(FULL, { style: 'house.csl', source });
    expect(String(html(tree)).trim()).toBe('<b>bridge closed, say “inspectors”</b>!');
  });

  test('without an error in the place of a style that is none', async () => {
    await expect(cited(FULL, { source: '<style>' })).rejects.toThrow();
  });
});

test('each report as if it were the only one', async () => {
  const { reports } = await briefingOf(BRIDGE);
  const all = await cite(reports, { ...DEFAULT, style: 'harvard' }, templates);
  for (const report of reports) {
    const alone = await cite([report], { ...DEFAULT, style: 'harvard' }, templates);
    expect(alone.get(report.id)).toEqual(all.get(report.id));
  }
});

test.each([
  ...CITATION_STYLES.map((name) => `${name}.csl`),
  ...CITATION_LOCALES.map((name) => `locales-${name}.xml`),
])('%s is there, with its licence in it', (name) => {
  expect(templates.get(`citations/${name}`)).toContain(
    'license="http://creativecommons.org/licenses/by-sa/3.0/"',
  );
});

test('dates stand as on the page, where neither the editor nor the style says how', async () => {
  const fields = 'outlet: Harlow Courier, headline: Bridge shut, published: 2031-03-12';
  const texts = [
    await cited(fields, { house: 'en' }),
    await cited(fields, { house: 'en-US' }),
    await cited('published: 2031-03-12', { house: 'en-US' }),
    await cited(fields, { house: 'en-US', locale: 'en-GB' }),
  ].map(({ text }) => /\d+ March 2031|March \d+, 2031/u.exec(text)?.[0]);
  expect(texts).toEqual(['12 March 2031', 'March 12, 2031', 'March 12, 2031', '12 March 2031']);
});
