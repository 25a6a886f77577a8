import { describe, expect, test } from 'vitest';
import { entriesIn, type OverviewEntry, overviewPage } from '../../src/overview/index.ts';
import { overviewView } from '../../src/overview/view.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Changes } from '../../src/types.ts';
import { found, memoryFiles, only } from '../support.ts';
import { edition, recordOf } from './published.ts';

const entry = (name: string, fields: Partial<OverviewEntry> = {}): OverviewEntry => ({
  name,
  state: 'built',
  record: recordOf({ title: `On ${name}`, generated: '2031-03-12T00:00:00Z' }),
  changes: null,
  files: [{ file: 'briefing.json', bytes: 400 }],
  ...fields,
});

const of = (name: string, generated?: string) =>
  entry(name, { record: recordOf({ title: name, ...(generated && { generated }) }) });

const CHANGES: Changes = {
  since: { number: 1, made: '2031-03-13T08:00:00Z', generated: null },
  reports: [{ kind: 'added', file: 'd.txt', was: null, outlet: 'Herald' }],
  facts: [],
  divergences: [],
};

const viewOf = (...entries: OverviewEntry[]) => overviewView(entries, '0.0.0');

const only1 = (view: ReturnType<typeof viewOf>) => only(only(view.days).briefings);

const pageOf = async (entries: readonly OverviewEntry[]) => {
  const system = nodeSystem();
  const { packageFile } = system;
  const page = await overviewPage(entries, {
    templates: new Map([...(await system.templates()), ['styles/theme.css', '']]),
    packageFile,
    version: '0.0.0',
  });
  return new TextDecoder().decode(page.bytes);
};

describe('the page over all briefings', () => {
  test('has the newest reports first, and within a day goes by name', () => {
    const view = viewOf(
      of('b', '2031-03-11T00:00:00Z'),
      of('undated'),
      of('c', '2031-03-12T18:00:00Z'),
      of('a', '2031-03-12T06:00:00Z'),
    );
    expect(view.days.map(({ day, briefings }) => [day, briefings.map(({ name }) => name)])).toEqual(
      [
        ['12 March 2031', ['a', 'c']],
        ['11 March 2031', ['b']],
        ['Without a date', ['undated']],
      ],
    );
  });

  test('says of each what it is, and leads to its files', () => {
    const {
      title,
      href,
      edition: shown,
      counts,
      formats,
      news,
      trouble,
    } = only1(
      viewOf(
        entry('dam', {
          record: recordOf({
            number: 3,
            title: 'Dam holds',
            generated: '2031-03-12T00:00:00Z',
            facts: ['corroborated', 'disputed', 'single-source'],
            reports: 5,
          }),
          files: [
            { file: 'own.wiki', bytes: 2001 },
            { file: 'briefing.pdf', bytes: 1 },
            { file: 'index.html', bytes: 90_000 },
          ],
        }),
      ),
    );
    expect({ title, href, shown, news, trouble }).toEqual({
      title: 'Dam holds',
      href: 'dam/index.html',
      shown: 'Edition 3 · 12 March 2031',
      news: null,
      trouble: null,
    });
    expect(counts).toEqual(['3 facts', '5 reports', '1 disputed']);
    expect(formats).toEqual([
      { label: 'own.wiki', href: 'dam/own.wiki', size: '3 kB' },
      { label: 'PDF', href: 'dam/briefing.pdf', size: '1 kB' },
      { label: 'Page', href: 'dam/index.html', size: '90 kB' },
    ]);
  });

  test('tells what is new from the second edition on', () => {
    const { news } = only1(viewOf(entry('dam', { changes: CHANGES })));
    expect(news).toBe('New since edition 1: 1 report added');
    expect(only1(viewOf(entry('dam', { changes: { ...CHANGES, reports: [] } }))).news).toBeNull();
  });

  test('says which builds failed, which never succeeded, and which are built no more', () => {
    const view = viewOf(
      entry('a', { state: 'failed' }),
      entry('b', { state: 'failed', record: null, files: [] }),
      entry('c', { state: 'gone' }),
    );
    expect(view.deck).toBe('2 briefings · 2 failed in the last build · 1 no longer built');
    expect(only1(view).trouble).toBe('Edition 1 of 12 March 2031; the last build failed');
    expect(only(view.missing)).toMatchObject({
      title: 'b',
      href: null,
      trouble: 'No edition yet; the last build failed',
      formats: [],
    });
    expect(only(view.gone)).toMatchObject({ title: 'On c', trouble: null });
  });

  test('leads to folders whatever their names hold', () => {
    const { href } = only1(viewOf(entry('a b/../c?#"<%', {})));
    expect(href).toBe('a%20b%2F..%2Fc%3F%23%22%3C%25/briefing.json');
  });

  test('runs and fetches nothing, whatever titles and names hold', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> "a" & \u202Eb';
    const page = await pageOf([
      entry('javascript:alert(1)', { record: recordOf({ title: hostile }) }),
      entry(hostile, { state: 'failed', record: null }),
    ]);
    expect(page).not.toMatch(/<script|<img|<link|href="javascript:|\u202E/u);
    expect(page).toContain('alert(1)&#x3C;/script>');
    const policy = found(/http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1]);
    expect(policy).toContain("default-src 'none'; script-src 'none'; style-src 'sha256-");
  });

  test('is the same in any order', async () => {
    const entries = ['x', 'y', 'z'].map((name) => entry(name));
    expect(await pageOf([...entries].reverse())).toBe(await pageOf(entries));
  });
});

describe('what is published of briefings', () => {
  const files = memoryFiles({
    ...edition('out/dam', { title: 'Dam', number: 1 }),
    ...edition('out/dam', { title: 'Dam holds', number: 2, files: ['briefing.md'] }),
    'out/dam/editions/.withdrawn.json': '[3]',
    ...edition('out/dam', { title: 'Dam broke', number: 3 }),
    ...edition('out/old', { title: 'Old' }),
    'out/odd/editions/0001/edition.json': '{"title": 1}',
    'out/pictures/a.png': '',
    'out/index.html': 'the last one',
  });

  const states = new Map([
    ['dam', 'built'],
    ['new', 'failed'],
    ['odd', 'failed'],
  ] as const);

  test('is that of the edition that is shown, held against the one shown before', async () => {
    const compared: string[] = [];
    const compare = (...[before, after]: [{ title: string }, { title: string }]) => {
      compared.push(`${before.title} → ${after.title}`);
      return CHANGES;
    };
    const entries = await entriesIn('out', states, { files, compare });
    expect(entries.map(({ name, state, record }) => [name, state, record?.title])).toEqual([
      ['dam', 'built', 'Dam holds'],
      ['new', 'failed', undefined],
      ['odd', 'failed', undefined],
      ['old', 'gone', 'Old'],
    ]);
    expect(compared).toEqual(['Dam → Dam holds']);
    expect(entries[0]).toMatchObject({
      changes: CHANGES,
      files: [{ file: 'briefing.md', bytes: 1500 }],
    });
  });

  test('is nothing where there is no folder yet', async () => {
    const none = memoryFiles();
    expect(await entriesIn('out', new Map(), { files: none, compare: null })).toEqual([]);
  });

  test('names no files that lie elsewhere', async () => {
    const hostile = memoryFiles({
      ...edition('out/a', { title: 'A', files: ['../../etc/passwd'] }),
    });
    const [first] = await entriesIn('out', new Map(), { files: hostile, compare: null });
    expect(first?.files).toEqual([]);
  });
});
