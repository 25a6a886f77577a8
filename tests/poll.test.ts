import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { add } from '../src/add.ts';
import { poll } from '../src/poll.ts';
import { openNetwork } from '../src/system/connection.ts';
import { nodeSystem, type System } from '../src/system/index.ts';
import { answer, type Page, type Server, serve } from './server.ts';
import { type MemoryFiles, memoryFiles } from './support.ts';

/** Polling feeds of a real server on this machine, to a disk in memory. */

const LOCAL = '127.0.0.1';

const report = (title: string) =>
  answer(
    200,
    { 'content-type': 'text/markdown; charset=utf-8' },
    `---\ndate: 2031-03-12\n---\n\n# ${title}\n\nThe old bridge at Brennick was closed on Tuesday.\n`,
  );

const feedOf = (...paths: readonly string[]) =>
  answer(
    200,
    { 'content-type': 'application/rss+xml' },
    `<rss version="2.0"><channel><title>News</title>${paths
      .map(
        (path, day) => `<item><link>${path}</link><pubDate>1${9 - day} Mar 2031</pubDate></item>`,
      )
      .join('')}</channel></rss>`,
  );

let pages: Record<string, Page>;
let server: Server;
let files: MemoryFiles;
let locked: boolean;

beforeEach(async () => {
  pages = { '/one': report('One'), '/two': report('Two'), '/feed': feedOf('/one') };
  server = await serve(pages);
  locked = false;
  files = memoryFiles({ 'reports/briefing.yaml': `feeds: [${server.origin}/feed]\n` });
});

afterEach(() => server.close());

/** The machine, with a disk in memory, and a network that never waits. */
const system = (mayConnect = (address: string) => address === LOCAL): System => ({
  ...nodeSystem(),
  files,
  now: () => Date.UTC(2031, 2, 14, 10),
  lock: async () => {
    if (locked) return 'held';
    locked = true;
    return {
      release: async () => {
        locked = false;
      },
    };
  },
  sleep: () => new Promise((resolve) => setTimeout(resolve, 1)),
  openNetwork: async ({ userAgent }) => ({
    ...openNetwork({ userAgent, mayConnect }),
    pause: async () => undefined,
  }),
});

const polled = (machine = system()) => poll({ folder: 'reports', version: '0.0.0' }, machine);

const say = (yaml: string) => files.write('reports/briefing.yaml', new TextEncoder().encode(yaml));

const outcomes = async (machine = system()) =>
  (await polled(machine)).additions.map(({ outcome, file }) => `${outcome} ${file}`);

const reports = () =>
  Object.keys(files.contents())
    .filter((name) => !name.includes('/.fetched/') && !name.endsWith('.yaml'))
    .map((name) => name.slice('reports/'.length));

const [ONE, TWO] = ['2031-03-12-one.md', '2031-03-12-two.md'] as const;

describe('polling', () => {
  test('adds what is new, and leaves what is there as it is', async () => {
    expect(await outcomes()).toEqual([`added ${ONE}`]);
    pages['/feed'] = feedOf('/two', '/one');
    expect(await outcomes()).toEqual([`added ${TWO}`, `unchanged ${ONE}`]);
    expect(reports()).toEqual([ONE, TWO]);
  });

  test('takes no more entries than the feed is to give', async () => {
    pages['/feed'] = feedOf('/two', '/one');
    await say(`feeds: [{ url: "${server.origin}/feed", limit: 1 }]\n`);
    expect(await outcomes()).toEqual([`added ${TWO}`]);
  });

  test('a report that its editor took out does not come back', async () => {
    await polled();
    await files.remove(`reports/${ONE}`);
    const asked = server.asked.length;
    expect(await outcomes()).toEqual(['withdrawn null']);
    expect(server.asked.slice(asked)).not.toContain('/one');
    expect(reports()).toEqual([]);
    // Whoever names it wants it.
    const addresses = [`${server.origin}/one`];
    await add({ addresses, folder: 'reports', version: '0.0.0' }, system());
    expect(reports()).toEqual([ONE]);
  });

  test('nor under another address that leads to the same page', async () => {
    await polled();
    await files.remove(`reports/${ONE}`);
    pages['/one?from=feed'] = answer(302, { location: '/one' });
    pages['/feed'] = feedOf('/one?from=feed');
    expect(await outcomes()).toEqual(['withdrawn null']);
    expect(reports()).toEqual([]);
  });

  test('one that a killed run did not write does come', async () => {
    for (let nth = 1; nth <= 8; nth++) {
      files = memoryFiles({ 'reports/briefing.yaml': `feeds: [${server.origin}/feed]\n` });
      files.failAt({ on: ['write', 'rename'], nth, killed: true });
      await polled();
      files.recover();
      await polled();
      expect(reports()).toEqual([ONE]);
    }
  });

  test('one that its editor changed stays as it is, though the page changed', async () => {
    await polled();
    const edited = new TextEncoder().encode('# One\n\nBy hand.\n');
    await files.write(`reports/${ONE}`, edited);
    pages['/one'] = report('One, corrected');
    expect(await outcomes()).toEqual([`unchanged ${ONE}`]);
    expect(reports()).toEqual([ONE]);
  });

  test('one that nobody changed follows its page', async () => {
    await polled();
    pages['/one'] = report('One, corrected');
    expect(await outcomes()).toEqual([`updated ${ONE}`]);
  });

  test.each([
    ['is not there', answer(404), 'page-refused'],
    ['is a page', report('Log in'), 'feed-unusable'],
    ['has no entries', feedOf(), 'feed-unusable'],
    ['is none', answer(200, { 'content-type': 'application/rss+xml' }, '<rss'), 'feed-unusable'],
  ])('a feed that %s is a warning, and the others are polled', async (_, page, rule) => {
    pages['/bad'] = page;
    await say(`feeds: ["${server.origin}/bad", "${server.origin}/feed"]\n`);
    const { additions, messages } = await polled();
    expect(additions.map(({ outcome }) => outcome)).toEqual(['failed', 'added']);
    const said = messages.map(({ ruleId, fatal }) => ({ ruleId, fatal }));
    expect(said).toContainEqual({ ruleId: rule, fatal: false });
    expect(said.filter(({ fatal }) => fatal)).toEqual([]);
  });

  test('of two at a time the second finds what the first added', async () => {
    const page = report('One');
    let [asking, most] = [0, 0];
    pages['/one'] = (request, response) => {
      asking += 1;
      most = Math.max(most, asking);
      setTimeout(() => {
        asking -= 1;
        page(request, response);
      }, 200);
    };
    const both = await Promise.all([outcomes(), outcomes()]);
    expect(both.sort()).toEqual([[`added ${ONE}`], [`unchanged ${ONE}`]]);
    expect(reports()).toEqual([ONE]);
    expect(most).toBe(1);
  });

  test('asks nothing of this machine and its networks', async () => {
    const { lock } = system();
    const machine: System = { ...nodeSystem(), files, lock };
    const { messages } = await polled(machine);
    expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
      ['private-address', false],
    ]);
    expect(server.asked).toEqual([]);
  });

  test.each(['feeds: [ftp://a.example/feed]', 'feeds: [file:///etc/passwd]', 'feeds: {}', 'x: ['])(
    'asks nothing where briefing.yaml has a fault: %s',
    async (yaml) => {
      await say(yaml);
      expect(await polled()).toEqual({ additions: [], messages: [] });
    },
  );

  test('asks nothing where there is no such folder', async () => {
    const result = await poll({ folder: 'elsewhere', version: '0.0.0' }, system());
    expect(result).toEqual({ additions: [], messages: [] });
  });
});
