import { expect, test } from 'vitest';
import { jsonLd } from '../../src/page/json-ld.ts';
import { briefingOf } from '../support.ts';

const TEXTS = { 'a.txt': 'The bridge was closed on Tuesday.', 'b.txt': 'Ferries sail at noon.' };

const made = async (config: string): Promise<unknown> =>
  JSON.parse(jsonLd((await briefingOf(TEXTS, { config })).briefing, '1.2.3'));

test('a page says what it is, and which reports it rests on', async () => {
  expect(
    await made(`title: A bridge closes
language: en-GB
edition: 3
reports:
  a.txt: { outlet: Brennick Courier, headline: Bridge closed, authors: [Tom Korr, Ilsa Korr], url: https://courier.example/, published: 2031-03-12, updated: 2031-03-13, language: en, section: Town }
  b.txt: { published: 2031-03-11 }
`),
  ).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: 'A bridge closes',
    inLanguage: 'en-GB',
    datePublished: '2031-03-12T00:00:00Z',
    temporalCoverage: '2031-03-11/2031-03-12',
    version: 3,
    creator: { '@type': 'SoftwareApplication', name: 'Synoptic', softwareVersion: '1.2.3' },
    isBasedOn: [
      {
        '@id': '#source-1',
        '@type': 'NewsArticle',
        position: 1,
        headline: 'Bridge closed',
        publisher: { '@type': 'Organization', name: 'Brennick Courier' },
        author: [
          { '@type': 'Person', name: 'Tom Korr', givenName: 'Tom', familyName: 'Korr' },
          { name: 'Ilsa Korr' },
        ],
        datePublished: '2031-03-12',
        dateModified: '2031-03-13',
        url: 'https://courier.example/',
        inLanguage: 'en',
        articleSection: 'Town',
      },
      { '@id': '#source-2', '@type': 'NewsArticle', position: 2, datePublished: '2031-03-11' },
    ],
    citation: [{ '@id': '#source-1' }, { '@id': '#source-2' }],
  });
});

test('a date that nobody knows is none', async () => {
  const data = await made('title: A');
  expect(data).not.toHaveProperty('datePublished');
  expect(data).not.toHaveProperty('temporalCoverage');
});

test('a script in a headline does not end the element that it stands in', async () => {
  const { briefing } = await briefingOf(TEXTS, {
    config: 'title: "</script><script>alert(1)</script>\\u2028<!-- x"\n',
  });
  const text = jsonLd(briefing, '1');
  expect(text).not.toMatch(/[<>&\u{2028}]/u);
  expect(JSON.parse(text)).toMatchObject({
    // What breaks lines in a script is cleaned where the title is read.
    name: '</script><script>alert(1)</script> <!-- x',
  });
});
