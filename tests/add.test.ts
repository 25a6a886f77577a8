import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Additions, type AddOptions, add } from '../src/add.ts';
import { build } from '../src/pipeline.ts';
import { type NetworkSettings, openNetwork } from '../src/system/connection.ts';
import { nodeSystem, type System } from '../src/system/index.ts';
import { answer, type Page, type Server, serve } from './server.ts';
import { type MemoryFiles, memoryFiles, only } from './support.ts';

/** Adding reports, from a real server on this machine to a disk in memory. */

const FOLDER = 'reports';
const LOCAL = '127.0.0.1';
const NOW = Date.UTC(2031, 2, 14, 10);

const REPORT = `---
title: "Bridge closed: cracks found"
publisher: Brennick Courier
author: Ilsa Korr
date: 2031-03-12
---

# Bridge closed: cracks found

The old bridge at Brennick was closed on Tuesday after inspectors found cracks.

## What is next

A ferry will cross the river *each hour* until May.

Subscribe to our newsletter.
`;

const markdown = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  answer(200, { 'content-type': 'text/markdown; charset=utf-8', ...headers }, body);

let pages: Record<string, Page>;
let server: Server;
let files: MemoryFiles;
let pauses: number[];
let now: number;

beforeEach(async () => {
  pages = { '/bridge': markdown(REPORT) };
  server = await serve(pages);
  files = memoryFiles();
  pauses = [];
  now = NOW;
});

afterEach(() => server.close());

/** The machine, with a disk in memory, and a network that may go to one address and never waits. */
const system = (settings: Partial<NetworkSettings> = {}): System => ({
  ...nodeSystem(),
  lock: async () => ({ release: async () => undefined }),
  files,
  now: () => now,
  async openNetwork({ userAgent }) {
    const network = openNetwork({
      userAgent,
      mayConnect: (address) => address === LOCAL,
      ...settings,
    });
    return {
      ...network,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
        now += milliseconds;
      },
    };
  },
});

/** Add what the server has under some paths. */
const addPaths = (paths: readonly string[], options: Partial<AddOptions> = {}) =>
  addAll(
    paths.map((path) => server.origin + path),
    options,
  );

const addAll = (
  addresses: readonly string[],
  options: Partial<AddOptions> = {},
  settings: Partial<NetworkSettings> = {},
): Promise<Additions> =>
  add({ addresses, folder: FOLDER, version: '0.0.0', ...options }, system(settings));

const rules = ({ messages }: Additions) => messages.map(({ ruleId }) => ruleId);
const outcomes = ({ additions }: Additions) => additions.map(({ outcome }) => outcome);

/** What the disk holds under a name of the folder. */
const stored = (name: string) => files.contents()[`${FOLDER}/${name}`];
const names = () => Object.keys(files.contents()).map((name) => name.slice(FOLDER.length + 1));
const reports = () => names().filter((name) => !name.startsWith('.'));

interface Stored {
  readonly copy: string;
  readonly [field: string]: string | null;
}
const record = (report: string): Stored =>
  JSON.parse(stored(`.fetched/${report}.json`) ?? '{}') as Stored;

const NAME = '2031-03-12-bridge-closed-cracks-found.md';

describe('a page that is added', () => {
  test('becomes a Markdown file with front matter', async () => {
    const result = await addPaths(['/bridge']);
    expect(result).toEqual({
      additions: [{ address: `${server.origin}/bridge`, outcome: 'added', file: NAME }],
      messages: [],
    });
    expect(stored(NAME)).toBe(`---
title: "Bridge closed: cracks found"
publisher: Brennick Courier
author: Ilsa Korr
date: 2031-03-12
url: ${server.origin}/bridge
retrieved: 2031-03-14T10:00:01Z
sha256: ${record(NAME)['sha256']}
---

# Bridge closed: cracks found

The old bridge at Brennick was closed on Tuesday after inspectors found cracks.

## What is next

A ferry will cross the river each hour until May.
`);
  });

  test('is kept beside it as it was fetched, with what is known of that', async () => {
    pages['/old'] = answer(301, { location: '/bridge#top' });
    pages['/bridge'] = markdown(REPORT, { etag: '"1"', 'last-modified': 'yesterday' });
    await addPaths(['/old']);
    const { copy, reportSha256, sha256, ...rest } = record(NAME);
    expect(rest).toEqual({
      report: NAME,
      replaced: null,
      asked: `${server.origin}/old`,
      address: `${server.origin}/bridge`,
      contentType: 'text/markdown; charset=utf-8',
      etag: '"1"',
      lastModified: 'yesterday',
      // A second lay between the two requests.
      retrieved: '2031-03-14T10:00:02Z',
    });
    expect([reportSha256, sha256].map((hash) => hash?.length)).toEqual([64, 64]);
    expect(copy).toBe(`2031-03-12-bridge-closed-cracks-found.${sha256?.slice(0, 16)}.md`);
    expect(stored(`.fetched/${copy}`)).toBe(REPORT);
    expect(names()).toHaveLength(3);
  });

  test('is unpacked before it is kept', async () => {
    pages['/bridge'] = answer(
      200,
      { 'content-type': 'text/markdown', 'content-encoding': 'gzip' },
      gzipSync(REPORT),
    );
    await addPaths(['/bridge']);
    expect(stored(`.fetched/${record(NAME).copy}`)).toBe(REPORT);
  });

  test('says what was worked out, with the reason', async () => {
    pages['/plain'] = 'Bridge shut\n\nThe old bridge at Brennick was closed on Tuesday.\n';
    const result = await addPaths(['/plain']);
    expect(rules(result)).toEqual(['published-unknown']);
    expect(stored('bridge-shut.md')).toContain(
      `inferred:
  title: a line at the head, set apart and without a stop
  publisher: the host of its address
`,
    );
  });

  test('can be built from, with others', async () => {
    pages['/two'] = 'Ferry opened\nMarch 13, 2031\n\nA new ferry crosses the river at Brennick.\n';
    await addPaths(['/bridge', '/two']);
    const { briefing } = await build(
      { folder: FOLDER, out: 'output', formats: ['json'], version: '0.0.0' },
      system(),
    );
    expect(briefing.reports.map(({ metadata }) => metadata.published.value)).toEqual([
      '2031-03-12',
      '2031-03-13',
    ]);
    expect(briefing.reports[1]?.metadata.headline.basis).toBe('inferred');
  });

  test('goes where it is told to', async () => {
    await addPaths(['/bridge'], { folder: 'else/where' });
    expect(files.contents()[`else/where/${NAME}`]).toContain('A ferry will cross');
  });
});

describe('a page that is added again', () => {
  test('is not sent again where the server knows that it is the same', async () => {
    pages['/bridge'] = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      if (isKnown) response.writeHead(304).end();
      else markdown(REPORT, { etag: '"1"' })(request, response);
    };
    await addPaths(['/bridge']);
    const before = files.contents();
    const again = await addPaths(['/bridge']);
    expect(again).toEqual({
      additions: [{ address: `${server.origin}/bridge`, outcome: 'unchanged', file: NAME }],
      messages: [],
    });
    expect(files.contents()).toEqual(before);
  });

  test('is asked for only if it was modified, where the server says no more', async () => {
    pages['/bridge'] = markdown(REPORT, { 'last-modified': 'Wed, 12 Mar 2031 10:00:00 GMT' });
    await addPaths(['/bridge']);
    await addPaths(['/bridge']);
    expect(server.headers.at(-1)).toMatchObject({
      'if-modified-since': 'Wed, 12 Mar 2031 10:00:00 GMT',
    });
    expect(server.headers.at(-1)).not.toHaveProperty('if-none-match');
  });

  test('is unchanged where only what surrounds the report changed', async () => {
    await addPaths(['/bridge']);
    const before = stored(NAME);
    pages['/bridge'] = markdown(REPORT.replace('newsletter', 'letters'), { etag: '"2"' });
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['unchanged']);
    expect(stored(NAME)).toBe(before);
    expect(record(NAME)['etag']).toBe('"2"');
  });

  test('is put in the place of the last one where the report changed', async () => {
    await addPaths(['/bridge']);
    pages['/bridge'] = markdown(REPORT.replace('closed:', 'shut:').replace('May', 'June'));
    now += 86_400_000;
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['updated']);
    expect(reports()).toEqual([NAME]);
    expect(stored(NAME)).toMatch(/until June\.\n$/u);
    expect(stored(NAME)).toContain('retrieved: 2031-03-15');
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['unchanged']);
  });

  test('is known under the address that it was found at, too', async () => {
    pages['/old'] = answer(302, { location: '/bridge' });
    expect(outcomes(await addPaths(['/old', '/bridge', '/old']))).toEqual([
      'added',
      'unchanged',
      'unchanged',
    ]);
    expect(outcomes(await addPaths(['/bridge#part']))).toEqual(['unchanged']);
    expect(reports()).toEqual([NAME]);
  });

  test('is fetched again where its report was removed', async () => {
    pages['/bridge'] = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      if (isKnown) response.writeHead(304).end();
      else markdown(REPORT, { etag: '"1"' })(request, response);
    };
    await addPaths(['/bridge']);
    await files.remove(`${FOLDER}/${NAME}`);
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['added']);
    expect(reports()).toEqual([NAME]);
  });

  test('leaves what an editor changed, and stands beside it', async () => {
    await addPaths(['/bridge']);
    const edited = `${stored(NAME)}\nA note by the editor.\n`;
    await files.write(`${FOLDER}/${NAME}`, new TextEncoder().encode(edited));
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['unchanged']);

    pages['/bridge'] = markdown(REPORT.replace('May', 'June'));
    const result = await addPaths(['/bridge']);
    const second = NAME.replace('.md', '-2.md');
    expect(result.additions).toMatchObject([{ outcome: 'added', file: second }]);
    expect(only(result.messages)).toMatchObject({
      ruleId: 'file-edited',
      file: `${FOLDER}/${NAME}`,
      reason: expect.stringContaining(second),
    });
    expect(stored(NAME)).toBe(edited);
    expect(stored(second)).toContain('until June');

    pages['/bridge'] = markdown(REPORT.replace('May', 'July'));
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['updated']);
    expect(stored(second)).toContain('until July');
    expect(stored(NAME)).toBe(edited);
  });
});

test('two reports of one day and headline have two names', async () => {
  pages['/other'] = markdown(REPORT.replace('May', 'June'));
  await addPaths(['/bridge', '/other']);
  expect(reports()).toEqual([NAME.replace('.md', '-2.md'), NAME]);
});

test('a record that was damaged is said to be', async () => {
  await addPaths(['/bridge']);
  const broken = `${FOLDER}/.fetched/${NAME}.json`;
  await files.write(broken, new TextEncoder().encode('{'));
  const result = await addPaths(['/bridge']);
  expect(outcomes(result)).toEqual(['added']);
  // It was read before the run; the report that was there is not touched.
  expect(rules(result)).toEqual(['record-unusable']);
  expect(reports()).toEqual([NAME.replace('.md', '-2.md'), NAME]);
});

describe('a disk that fails', () => {
  test('leaves each file as it was or as it is to be', async () => {
    await addPaths(['/bridge']);
    const before = files.contents();
    pages['/bridge'] = markdown(REPORT.replace('May', 'June'));
    const steps = ['write', 'rename', 'makeFolder'] as const;
    files = memoryFiles(before);
    await addPaths(['/bridge']);
    const after = stored(NAME);
    const total = files.calls(...steps);
    expect(total).toBeGreaterThan(5);
    for (let nth = 1; nth <= total; nth++) {
      for (const killed of [false, true]) {
        files = memoryFiles(before);
        files.failAt({ on: [...steps], nth, killed });
        const result = await addPaths(['/bridge']);
        expect(rules(result)).toEqual(['output-unwritable']);
        expect([before[`${FOLDER}/${NAME}`], after]).toContain(stored(NAME));
        // The next run ends it, and takes nothing for the work of an editor.
        files.recover();
        const next = await addPaths(['/bridge']);
        expect(rules(next)).toEqual([]);
        expect(reports()).toEqual([NAME]);
        expect(stored(NAME)).toContain('until June');
      }
    }
  });

  test('leaves nothing half-written of a new report', async () => {
    files.failAt({ on: ['write', 'rename'], nth: 6, killed: true });
    expect(rules(await addPaths(['/bridge']))).toEqual(['output-unwritable']);
    expect(reports()).toEqual([]);
    files.recover();
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['added']);
    expect(reports()).toEqual([NAME]);
  });
});

describe('what cannot be had', () => {
  test('hides nothing else, and is said with its address', async () => {
    const result = await addPaths(['/missing', '/bridge', '/gone']);
    expect(outcomes(result)).toEqual(['failed', 'added', 'failed']);
    expect(result.messages).toMatchObject([
      {
        ruleId: 'page-refused',
        file: `${server.origin}/missing`,
        reason: expect.stringContaining('page that is not there (status 404)'),
      },
      { ruleId: 'page-refused', file: `${server.origin}/gone` },
    ]);
  });

  test.each<[string, string]>([
    ['file:///etc/passwd', 'scheme "file:"'],
    ['ftp://host.example/a', 'scheme "ftp:"'],
    ['javascript:alert(1)', 'scheme "javascript:"'],
    ['data:text/plain,bridge', 'scheme "data:"'],
    ['https://', 'text that is no address'],
    ['https://ann:secret@host.example/', 'name or password'],
    ['https://ann@host.example/', 'name or password'],
  ])('%s is refused', async (address, found) => {
    const result = await addAll([address]);
    expect(outcomes(result)).toEqual(['failed']);
    const made = only(result.messages);
    expect(made).toMatchObject({
      ruleId: 'address-refused',
      reason: expect.stringContaining(found),
    });
    expect(`${made.reason} ${made.file}`).not.toContain('secret');
    expect(names()).toEqual([]);
  });

  test.each<[string, Page, string]>([
    ['a picture', answer(200, { 'content-type': 'image/png' }, 'x'), 'content-type'],
    ['nobody knows what', answer(200, {}, 'x'), 'content-type'],
    ['data', answer(200, { 'content-type': 'application/json' }, '{"a": 1}'), 'content-type'],
    ['nothing', answer(200, { 'content-type': 'text/plain' }, ' '), 'empty-report'],
    ['a headline alone', markdown('# Bridge closed\n'), 'no-article'],
    ['a login', answer(401), 'page-refused'],
    ['a bug', answer(500), 'page-refused'],
    ['a 304 that nobody asked for', answer(304), 'page-refused'],
    [
      'too much',
      answer(200, { 'content-type': 'text/plain' }, 'The bridge is shut. '.repeat(30_000)),
      'too-large',
    ],
  ])('%s is no report', async (_, page, rule) => {
    pages['/page'] = page;
    const result = await addPaths(['/page']);
    expect(rules(result).filter((name) => name !== 'published-unknown')).toEqual([rule]);
    expect(outcomes(result)).toEqual(['failed']);
    expect(names()).toEqual([]);
  });

  test('a bomb is not unpacked', async () => {
    pages['/bomb'] = answer(
      200,
      { 'content-type': 'text/html', 'content-encoding': 'gzip' },
      gzipSync(Buffer.alloc(100_000_000)),
    );
    const result = await addPaths(['/bomb']);
    expect(only(result.messages)).toMatchObject({
      ruleId: 'not-fetched',
      reason: expect.stringMatching(/^Unexpected body of more than \d+ kB/u),
    });
  });

  test('a server that is slow is left', async () => {
    pages['/slow'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('x');
    };
    const patience = { connect: 1000, idle: 10_000, whole: 500 };
    const result = await addAll([`${server.origin}/slow`], {}, { patience });
    expect(only(result.messages).reason).toMatch(/^Unexpected answer that takes more than 0\.5 s/u);
  });
});

describe('addresses that are not public', () => {
  test('are refused, unless they are allowed', async () => {
    const refused = await addAll([`${server.origin}/bridge`], {}, { mayConnect: () => false });
    expect(rules(refused)).toEqual(['private-address']);
    expect(server.asked).toEqual([]);

    // As the command does it.
    const real = { ...system(), openNetwork: nodeSystem().openNetwork };
    const options = { addresses: [`${server.origin}/bridge`], folder: FOLDER, version: '0.0.0' };
    expect(rules(await add(options, real))).toEqual(['private-address']);
    expect(outcomes(await add({ ...options, allowPrivate: true }, real))).toEqual(['added']);
  });

  test('are refused where a page redirects to one', async () => {
    pages['/out'] = answer(302, { location: `http://127.0.0.2:${server.port}/bridge` });
    const result = await addPaths(['/out']);
    expect(only(result.messages)).toMatchObject({
      ruleId: 'private-address',
      file: `${server.origin}/out`,
    });
    expect(server.asked).toEqual(['/robots.txt', '/out']);
  });
});

describe('redirects', () => {
  /** Pages that send on, each to the next one, so many times. */
  const chain = (count: number) => {
    for (let n = 0; n < count; n++) pages[`/${n}`] = answer(302, { location: `/${n + 1}` });
    pages[`/${count}`] = markdown(REPORT);
  };

  test('are followed five times', async () => {
    chain(5);
    expect(outcomes(await addPaths(['/0']))).toEqual(['added']);
  });

  test('are not followed six times', async () => {
    chain(6);
    const result = await addPaths(['/0']);
    expect(only(result.messages)).toMatchObject({
      ruleId: 'redirects',
      reason: expect.stringContaining('more than 5 redirects'),
    });
    expect(server.asked).not.toContain('/6');
  });

  test('are not followed in a circle', async () => {
    pages['/a'] = answer(301, { location: '/b' });
    pages['/b'] = answer(308, { location: '/a' });
    const result = await addPaths(['/a']);
    expect(only(result.messages).reason).toContain('redirects in a circle');
    expect(server.asked).toEqual(['/robots.txt', '/a', '/b']);
  });

  test.each(['file:///etc/passwd', 'https://ann:secret@host.example/'])(
    'are not followed to %s',
    async (location) => {
      pages['/a'] = answer(302, { location });
      expect(rules(await addPaths(['/a']))).toEqual(['address-refused']);
    },
  );
});

describe('robots.txt', () => {
  const robots = (...lines: readonly string[]) =>
    answer(200, { 'content-type': 'text/plain' }, lines.join('\n'));

  test('is asked for once a run', async () => {
    pages['/other'] = markdown(REPORT.replace('May', 'June'));
    await addPaths(['/bridge', '/other']);
    expect(server.asked).toEqual(['/robots.txt', '/bridge', '/other']);
  });

  test.each<[string, Page]>([
    ['everybody', robots('User-agent: *', 'Disallow: /bridge')],
    ['us', robots('User-agent: *', 'Allow: /', '', 'User-agent: Synoptic', 'Disallow: /')],
  ])('may forbid a page to %s', async (_, page) => {
    pages['/robots.txt'] = page;
    const result = await addPaths(['/bridge']);
    expect(only(result.messages)).toMatchObject({
      ruleId: 'robots-refused',
      reason: expect.stringContaining(`rule against programs in ${server.origin}/robots.txt`),
    });
    expect(server.asked).toEqual(['/robots.txt']);
  });

  test.each<[string, Page]>([
    ['others', robots('User-agent: Other', 'Disallow: /')],
    ['other pages', robots('User-agent: *', 'Disallow: /private')],
    ['nobody, being empty', robots()],
    ['nobody, being away', answer(404)],
    ['nobody, being hidden', answer(403)],
    ['nobody, being lost', answer(302, { location: '/robots.txt' })],
    ['nobody, being something else', answer(200, { 'content-type': 'text/html' }, '<html></html>')],
  ])('may forbid pages to %s', async (_, page) => {
    pages['/robots.txt'] = page;
    expect(outcomes(await addPaths(['/bridge']))).toEqual(['added']);
  });

  test('is looked at again where a page redirects to', async () => {
    pages['/robots.txt'] = robots('User-agent: *', 'Disallow: /bridge');
    pages['/a'] = answer(302, { location: '/bridge' });
    expect(rules(await addPaths(['/a']))).toEqual(['robots-refused']);
    expect(server.asked).toEqual(['/robots.txt', '/a']);
  });

  test.each([500, 503, 429])(
    'that cannot be had (%i) forbids everything for now',
    async (status) => {
      pages['/robots.txt'] = answer(status);
      const result = await addPaths(['/bridge']);
      expect(only(result.messages)).toMatchObject({
        ruleId: 'robots-refused',
        reason: expect.stringContaining('that cannot be had now'),
      });
      expect(server.asked).not.toContain('/bridge');
    },
  );

  test('may ask for a longer pause, but not for any', async () => {
    pages['/robots.txt'] = robots('User-agent: *', 'Crawl-delay: 7');
    await addPaths(['/bridge']);
    expect(only(pauses)).toBeGreaterThan(6900);
    pages['/robots.txt'] = robots('User-agent: *', 'Crawl-delay: 86400');
    await addPaths(['/bridge']);
    expect(pauses[1]).toBeLessThanOrEqual(30_000);
  });
});

describe('a server that may answer later', () => {
  /** Answers with one after the other, and in the end with the report. */
  const inTurn = (...first: readonly Page[]): Page => {
    const left = [...first];
    return (request, response) => {
      const page = left.shift() ?? markdown(REPORT);
      if (typeof page === 'function') page(request, response);
    };
  };

  test.each([429, 502, 503, 504])('is asked again after %i, later each time', async (status) => {
    pages['/page'] = inTurn(answer(status), answer(status));
    expect(outcomes(await addPaths(['/page']))).toEqual(['added']);
    expect(pauses).toEqual([1000, 1000, 2000]);
  });

  test('is asked again after the connection broke', async () => {
    pages['/page'] = inTurn((_, response) => response.destroy());
    expect(outcomes(await addPaths(['/page']))).toEqual(['added']);
  });

  test('is asked again when it says', async () => {
    const date = new Date(NOW + 20_000).toUTCString();
    pages['/page'] = inTurn(
      answer(503, { 'retry-after': '7' }),
      answer(503, { 'retry-after': date }),
    );
    expect(outcomes(await addPaths(['/page']))).toEqual(['added']);
    expect(pauses).toEqual([1000, 7000, 12_000]);
  });

  test.each<[string, number, Page]>([
    ['three times', 3, answer(503)],
    ['once, if it is to be asked tomorrow', 1, answer(503, { 'retry-after': '86400' })],
    ['once, if it is a failure of its own', 1, answer(500)],
    ['once, if the page is not there', 1, answer(404)],
  ])('is asked %s', async (_, times, page) => {
    pages['/page'] = page;
    expect(rules(await addPaths(['/page']))).toEqual(['page-refused']);
    expect(server.asked.filter((path) => path === '/page')).toHaveLength(times);
  });
});

describe('feeds', () => {
  const item = (n: number) => ({ path: `/${n}`, day: `2031-03-${String(10 + n)}` });
  const items = [1, 3, 2].map(item);
  const kinds: readonly [string, string, string][] = [
    [
      'RSS',
      'application/rss+xml',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items
        .map(
          ({ path, day }) =>
            `<item><link>${path}</link><pubDate>${new Date(day).toUTCString()}</pubDate></item>`,
        )
        .join('')}</channel></rss>`,
    ],
    [
      'RSS 1.0',
      'text/html',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>${items
        .map(({ path, day }) => `<item><link>${path}</link><dc:date>${day}</dc:date></item>`)
        .join('')}</rdf:RDF>`,
    ],
    [
      'Atom',
      'text/xml',
      `<!-- made by hand --><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${items
        .map(
          ({ path, day }) =>
            `<entry><link rel="self" href="/no"/><link href="${path}"/><updated>${day}T00:00:00Z</updated></entry>`,
        )
        .join('')}</feed>`,
    ],
    [
      'JSON Feed',
      'application/json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: items.map(({ path, day }) => ({ id: path, url: path, date_published: day })),
      }),
    ],
  ];

  beforeEach(() => {
    for (const n of [1, 2, 3])
      pages[`/${n}`] = `Bridge ${n}\n\nThe old bridge at Brennick was closed ${n} times.\n`;
  });

  test.each(kinds)('%s: the newest entries are added', async (_, type, source) => {
    pages['/feed'] = answer(200, { 'content-type': type }, source);
    const { additions } = await addPaths(['/feed'], { limit: 2 });
    expect(additions).toEqual([
      { address: '/3', outcome: 'added', file: 'bridge-3.md' },
      { address: '/2', outcome: 'added', file: 'bridge-2.md' },
    ]);
    expect(names().some((name) => name.includes('feed'))).toBe(false);
  });

  const rss = (...links: readonly string[]) =>
    answer(
      200,
      { 'content-type': 'application/rss+xml' },
      `<rss version="2.0"><channel><title>T</title>${links
        .map((link) => `<item><title>x</title><link>${link}</link></item>`)
        .join('')}</channel></rss>`,
    );

  test('an entry that is named twice is added once', async () => {
    pages['/feed'] = rss('/1', '/1', '/2');
    expect(outcomes(await addPaths(['/feed']))).toEqual(['added', 'added']);
  });

  test('ten entries are added where nothing else is said', async () => {
    const links = Array.from({ length: 12 }, (_, n) => `/missing${n}`);
    pages['/feed'] = rss(...links);
    expect((await addPaths(['/feed'])).additions.map(({ address }) => address)).toEqual(
      links.slice(0, 10),
    );
  });

  test('an entry cannot lead to a file, nor to another feed', async () => {
    await files.makeFolder('etc');
    await files.write('etc/secret.txt', new TextEncoder().encode('The bridge is shut.'));
    pages['/other'] = rss('/1');
    pages['/feed'] = rss('file:///etc/secret.txt', '/other', '/1');
    const result = await addPaths(['/feed']);
    expect(rules(result).filter((rule) => rule !== 'published-unknown')).toEqual([
      'address-refused',
      'content-type',
    ]);
    expect(outcomes(result)).toEqual(['failed', 'failed', 'added']);
  });

  test('of a file: entries have to be addresses', async () => {
    await files.makeFolder('etc');
    await files.write('etc/secret.txt', new TextEncoder().encode('The bridge is shut.'));
    const feed = `<rss version="2.0"><channel><item><link>etc/secret.txt</link></item><item><link>${server.origin}/1</link></item></channel></rss>`;
    await files.write('etc/feed.xml', new TextEncoder().encode(feed));
    const result = await addAll(['etc/feed.xml']);
    expect(outcomes(result)).toEqual(['failed', 'added']);
  });

  test.each([
    ['no entry', rss()],
    ['no entry with an address', rss('')],
    ['no grammar', answer(200, { 'content-type': 'text/xml' }, '<feed ><a></feed>')],
  ])('one with %s cannot be used', async (_, page) => {
    pages['/feed'] = page;
    expect(rules(await addPaths(['/feed']))).toEqual(['feed-unusable']);
  });
});

describe('files', () => {
  beforeEach(() => {
    files = memoryFiles({ 'saved/bridge.md': REPORT, 'saved/x.png': 'x', [`${FOLDER}/a.md`]: 'x' });
  });

  test('are added like pages, under the name of the report', async () => {
    const result = await addAll(['saved/bridge.md']);
    expect(result.additions).toEqual([
      { address: 'saved/bridge.md', outcome: 'added', file: NAME },
    ]);
    expect(stored(NAME)).not.toContain('url:');
    expect(stored(NAME)).toContain('publisher: Brennick Courier');
    expect(record(NAME)).toMatchObject({ asked: '../saved/bridge.md', address: null });
    expect(outcomes(await addAll(['saved/../saved/bridge.md']))).toEqual(['unchanged']);
    await files.write('saved/bridge.md', new TextEncoder().encode(REPORT.replace('May', 'June')));
    expect(outcomes(await addAll(['saved/bridge.md']))).toEqual(['updated']);
  });

  test.each([
    ['saved/none.md', 'unreadable-file'],
    ['nowhere/none.md', 'unreadable-file'],
    ['www.courier.example', 'unreadable-file'],
    ['saved', 'not-a-file'],
    ['saved/x.png', 'content-type'],
    [`${FOLDER}/a.md`, 'already-there'],
  ])('%s cannot be: %s', async (file, rule) => {
    const result = await addAll([file]);
    expect(only(result.messages)).toMatchObject({ ruleId: rule, file });
    expect(reports()).not.toContain(NAME);
  });
});
