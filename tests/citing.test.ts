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

/** Reports of which this and that is not known. */
const PARTLY_KNOWN = [
  'outlet: Courier, headline: Closed, authors: [Tom Korr, John Hale]',
  'outlet: Courier, headline: Closed, authors: [Tom Korr, John Hale, Peter Rask, David Ilm]',
  'headline: "Is it closed?", published: 2031-03-12',
  'outlet: Courier, headline: Closed, authors: [Staff Writer], published: 2031-03-12, section: Town',
  'authors: [Tom Korr], url: "https://courier.example/"',
  'outlet: Courier, published: 2031-03-12, url: "https://courier.example/"',
  'published: 2031-03-12, url: "https://courier.example/"',
];

async function citedEach(each: readonly string[], style: string): Promise<readonly string[]> {
  const citations = await Promise.all(each.map((fields) => cited(fields, { style })));
  return citations.map(({ text }) => text);
}

describe('a report is cited', () => {
  test.each([
    [
      'chicago-notes',
      'Tom Korr, “bridge closed, say ‘inspectors’”, Brennick Courier, 12 March 2031, https://courier.example/bridge?a=1&b=2.',
    ],
    [
      'chicago-author-date',
      'Korr, Tom. 2031. “bridge closed, say ‘inspectors’”. Brennick Courier, March 12. https://courier.example/bridge?a=1&b=2.',
    ],
    [
      'mla',
      'Korr, Tom. “bridge closed, say ‘inspectors’”. Brennick Courier, 12 Mar. 2031, https://courier.example/bridge?a=1&b=2.',
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

  test.each([
    [
      'chicago-notes',
      [
        'Tom Korr and John Hale, “Closed”, Courier, n.d.',
        'Tom Korr, John Hale, Peter Rask, and David Ilm, “Closed”, Courier, n.d.',
        '“Is it closed?”, 12 March 2031.',
        'Staff Writer, “Closed”, Town, Courier, 12 March 2031.',
        'Tom Korr, https://courier.example/.',
        'Courier, 12 March 2031, https://courier.example/.',
        '12 March 2031, https://courier.example/.',
      ],
    ],
    [
      'chicago-author-date',
      [
        'Korr, Tom, and John Hale. n.d. “Closed”. Courier.',
        'Korr, Tom, John Hale, Peter Rask, and David Ilm. n.d. “Closed”. Courier.',
        '“Is it closed?” 2031. March 12.',
        'Staff Writer. 2031. “Closed”. Town. Courier, March 12.',
        'Korr, Tom. n.d. https://courier.example/.',
        'Courier. 2031. March 12. https://courier.example/.',
        '2031. March 12. https://courier.example/.',
      ],
    ],
    [
      'apa',
      [
        'Korr, T., & Hale, J. (n.d.). Closed. Courier.',
        'Korr, T., Hale, J., Rask, P., & Ilm, D. (n.d.). Closed. Courier.',
        'Is it closed? (2031, March 12).',
        'Staff Writer. (2031, March 12). Closed. Courier.',
        'Korr, T. (n.d.). https://courier.example/',
        'Courier. (2031, March 12). https://courier.example/',
        '(2031, March 12). https://courier.example/',
      ],
    ],
    [
      'mla',
      [
        'Korr, Tom, and John Hale. “Closed”. Courier.',
        'Korr, Tom, et al. “Closed”. Courier.',
        '“Is it closed?” 12 Mar. 2031.',
        'Staff Writer. “Closed”. Courier, 12 Mar. 2031. Town.',
        'Korr, Tom. https://courier.example/.',
        'Courier, 12 Mar. 2031, https://courier.example/.',
        '12 Mar. 2031, https://courier.example/.',
      ],
    ],
    [
      'harvard',
      [
        'Korr, T. and Hale, J. (no date) “Closed”, Courier.',
        'Korr, T. et al. (no date) “Closed”, Courier.',
        '“Is it closed?” (2031), 12 March.',
        'Staff Writer (2031) “Closed”, Courier, 12 March.',
        'Korr, T. (no date). Available at: https://courier.example/.',
        'Courier (2031), 12 March. Available at: https://courier.example/.',
        '(2031). Available at: https://courier.example/.',
      ],
    ],
    [
      'oscola',
      [
        'Tom Korr and John Hale, ‘Closed’ Courier.',
        'Tom Korr and others, ‘Closed’ Courier.',
        '‘Is it closed?’ (12 March 2031).',
        'Staff Writer, ‘Closed’ Courier (12 March 2031).',
        'Tom Korr <https://courier.example/>.',
        'Courier (12 March 2031) <https://courier.example/>.',
        '(12 March 2031) <https://courier.example/>.',
      ],
    ],
  ])('in the style %s, whatever of it is known', async (style, texts) => {
    expect(await citedEach(PARTLY_KNOWN, style)).toEqual(texts);
  });

  test.each([
    ['chicago-notes', 'Tom Ash, Tom Bly, Tom Cox, et al., '],
    ['chicago-author-date', 'Ash, Tom, Tom Bly, Tom Cox, et al. '],
    ['apa', 'Ash, T., Bly, T., Cox, T., Day, T., Eck, T., Fox, T., & Gay, T. '],
  ])('with seven authors, in the style %s', async (style, names) => {
    const surnames = ['Ash', 'Bly', 'Cox', 'Day', 'Eck', 'Fox', 'Gay'];
    const authors = surnames.map((surname) => `Tom ${surname}`).join(', ');
    const { text } = await cited(`headline: Closed, authors: [${authors}]`, { style });
    expect(text.startsWith(names), text).toBe(true);
  });

  test('as America does where the editor asks for it', async () => {
    expect((await cited(FULL, { locale: 'en-US' })).text).toContain(
      'say ‘inspectors,’” Brennick Courier, March 12, 2031,',
    );
  });

  test('by its number and date where nothing else is known', async () => {
    expect((await cited('published: 2031-03-12')).text).toBe(
      'Report 1, 12 March 2031. File a.txt.',
    );
    expect((await cited('section: Town')).text).toBe('Report 1. File a.txt.');
  });

  test('with a word on what was worked out, for who copies it', async () => {
    const fields =
      'headline: Bridge closed, published: 2031-03-12, inferred: { published: names it }';
    const { text, tree } = await cited(fields, { style: 'harvard' });
    expect(text).toBe('“Bridge closed” (2031), 12 March. Date inferred.');
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

test('a style that asks for terms which the locales lack prints nothing in their place', async () => {
  const source = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>House</title><id>house</id><updated>2031-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><group delimiter=" "><names variable="author editor"><label prefix=" (" suffix=")"/></names><text term="interview"/><text term="no-such-term" form="short" text-case="capitalize-first"/><date variable="issued"><date-part name="day" form="ordinal"/></date></group></layout></bibliography>
</style>`;
  expect((await cited(FULL, { style: 'house.csl', source })).text).toBe('Tom Korr 12th');
});

describe('of the folder of styles', () => {
  const files = [...templates].filter(([name]) => /^citations\/.*\.(?:csl|xml)$/u.test(name));

  test('all is there, and nothing that no name leads to', () => {
    const named = [
      ...CITATION_STYLES.map((name) => `citations/${name}.csl`),
      ...CITATION_LOCALES.map((name) => `citations/locales-${name}.xml`),
    ];
    expect(new Set(files.map(([name]) => name))).toEqual(new Set(named));
  });

  test.each(files)('%s is ours, and short', (_, text) => {
    expect(text.replace(/\s+/gu, ' ')).toContain('Part of Synoptic, under its license');
    expect(text).not.toMatch(/creativecommons|<rights/u);
    expect(text.length).toBeLessThan(5000);
  });
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
