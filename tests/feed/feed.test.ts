import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { diff } from '../../src/diff/index.ts';
import { editionFolder } from '../../src/editions.ts';
import { type FeedEdition, type FeedOptions, feedsOf } from '../../src/feed/index.ts';
import type { EditionRecord } from '../../src/types.ts';
import { editionsOf } from '../diff/support.ts';
import { found } from '../support.ts';

const OPTIONS: FeedOptions = {
  files: { atom: 'feed.xml', json: 'feed.json' },
  page: 'index.html',
  language: 'en',
  version: '1.2.3',
};

const BASE = 'https://desk.example/petrel';

const { before, after } = await editionsOf('corrected-by-removal');
const EDITIONS: readonly FeedEdition[] = [
  { record: before, changes: null, page: `${editionFolder('', 1)}/index.html` },
  { record: after, changes: diff(before, after), page: `${editionFolder('', 2)}/index.html` },
];

const UUID = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;

describe('the feeds of a briefing', () => {
  test('have an entry for each edition, the newest first', () => {
    const atom = parseAtomFeed(feedsOf(EDITIONS, { ...OPTIONS, base: BASE }).atom);
    expect(atom.title?.value).toBe(after.title);
    expect(atom.updated).toBe('2031-05-02T08:00:00.000Z');
    expect(atom.authors).toEqual([{ name: 'Synoptic' }]);
    expect(atom.id).toMatch(UUID);
    expect(atom.links).toEqual([
      { href: `${BASE}/feed.xml`, rel: 'self', type: 'application/atom+xml' },
      { href: `${BASE}/index.html`, rel: 'alternate', type: 'text/html' },
    ]);
    const entries = found(atom.entries);
    expect(entries.map(({ title }) => title?.value)).toEqual([
      `${after.title} (edition 2: 2 reports corrected, 1 fact no longer stated, 1 fact lost support)`,
      `${before.title} (edition 1: 5 facts from 3 reports)`,
    ]);
    expect(entries.map(({ updated }) => updated)).toEqual([
      '2031-05-02T08:00:00.000Z',
      '2031-05-01T08:00:00.000Z',
    ]);
    for (const { id } of entries) expect(id).toMatch(UUID);
    expect(entries[0]?.links?.[0]?.href).toBe(`${BASE}/editions/0002/index.html`);
  });

  test('say what is new, with the outlets of the reports', () => {
    const [entry] = found(parseAtomFeed(feedsOf(EDITIONS, OPTIONS).atom).entries);
    expect(entry?.content?.type).toBe('html');
    expect(entry?.content?.value).toContain(
      '<h3>No longer stated</h3><ul><li><p>The accident injured 12 people, the coast guard said.</p>' +
        '<p><em>no longer in the corrected Harrow Bay Courier</em></p></li></ul>',
    );
  });

  test('begin with how much there is, and the bottom line', () => {
    const first = found(parseAtomFeed(feedsOf(EDITIONS, OPTIONS).atom).entries).at(-1);
    const statements = before.bottomLine.map(
      (id) => found(before.facts.find((fact) => fact.id === id)).statement,
    );
    expect(statements.length).toBeGreaterThan(0);
    expect(first?.content?.value).toBe(
      `<p>5 facts from 3 reports.</p><h3>Bottom line</h3><ul>${statements.map((words) => `<li>${words}</li>`).join('')}</ul>`,
    );
  });

  test('say the same in JSON', () => {
    const { atom, json } = feedsOf(EDITIONS, { ...OPTIONS, base: BASE });
    const feed = parseJsonFeed(json);
    expect(JSON.parse(json).version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe(`${BASE}/feed.json`);
    const entries = found(parseAtomFeed(atom).entries);
    expect(
      feed.items?.map(({ id, title, content_html, url }) => [id, title, content_html, url]),
    ).toEqual(
      entries.map(({ id, title, content, links }) => [
        id,
        title?.value,
        content?.value,
        links?.[0]?.href,
      ]),
    );
  });

  test('lead to pages beside them where no address is known, as far as their grammar allows', () => {
    const { atom, json } = feedsOf(EDITIONS, OPTIONS);
    const [entry] = found(parseAtomFeed(atom).entries);
    expect(entry?.links?.[0]?.href).toBe('editions/0002/index.html');
    expect(json).not.toContain('url"');
  });

  test('are the same bytes in whatever order the editions are given', () => {
    expect(feedsOf([...EDITIONS].reverse(), OPTIONS)).toEqual(feedsOf(EDITIONS, OPTIONS));
  });

  test('keep the ids of their entries when editions come and go, and the address changes', () => {
    const idsIn = (editions: readonly FeedEdition[], base?: string) =>
      found(parseAtomFeed(feedsOf(editions, { ...OPTIONS, base }).atom).entries).map(
        ({ id }) => id,
      );
    const [second, first] = idsIn(EDITIONS);
    expect(first).not.toBe(second);
    expect(idsIn(EDITIONS, BASE)).toEqual([second, first]);
    expect(idsIn(EDITIONS.slice(1))).toEqual([second]);
    const named = parseAtomFeed(feedsOf(EDITIONS.slice(1), { ...OPTIONS, id: 'urn:x:1' }).atom);
    expect(named.id).toBe('urn:x:1');
  });

  test('stay whole whatever reports say', () => {
    const statement = `]]></content> <script>alert(1)</script> & \u0000\u0007 \ud800 \u{1f389}`;
    const hostile: EditionRecord = {
      ...before,
      title: statement,
      bottomLine: ['f-1'],
      facts: [{ ...found(before.facts[0]), id: 'f-1', statement }],
    };
    const { atom, json } = feedsOf([{ record: hostile, changes: null, page: null }], OPTIONS);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
    expect(atom).not.toMatch(/[\u{0}-\u{8}]|\p{Surrogate}/u);
    const [entry] = found(parseAtomFeed(atom).entries);
    expect(entry?.content?.value).toContain('&#x3C;script>alert(1)&#x3C;/script> &#x26;');
    expect(entry?.title?.value).toContain('<script>alert(1)</script> & ');
    expect(parseJsonFeed(json).items?.[0]?.content_html).toBe(entry?.content?.value);
  });
});
