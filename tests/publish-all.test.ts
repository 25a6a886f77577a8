import { describe, expect, test } from 'vitest';
import { editionFolder } from '../src/editions.ts';
import { BuildFailure } from '../src/messages.ts';
import { publish } from '../src/publish/index.ts';
import { type PublishAllOptions, publishAllTo } from '../src/publish-all.ts';
import { statusOf, statusOfAll } from '../src/status.ts';
import type { System } from '../src/system/index.ts';
import { edition, NEW, NOW, OLD } from './publish/editions.ts';
import { found, type MemoryFiles, memoryFiles } from './support.ts';

/** What many briefings show, copied to another folder. */

const systemOf = (files: MemoryFiles) =>
  ({
    files,
    now: () => NOW,
    sleep: async () => undefined,
    lock: async () => ({ release: async () => undefined }),
  }) as unknown as System;

/** Two briefings, with a page and a feed over both, and a folder that is none. */
async function withTwo(): Promise<MemoryFiles> {
  const files = memoryFiles({
    'out/index.html': 'page over all',
    'out/feed.xml': 'feed over all',
    'out/notes/todo.txt': 'mine',
    'site/robots.txt': 'mine',
  });
  for (const one of [OLD, NEW]) await publish(one, 'out/bridge', files, { now: NOW });
  await publish(edition(4, { 'index.html': 'ferry' }), 'out/ferry', files, { now: NOW });
  return files;
}

const to = (files: MemoryFiles, options: Partial<PublishAllOptions> = {}) =>
  publishAllTo({ out: 'out', to: 'site', ...options }, systemOf(files));

const read = async (files: MemoryFiles, name: string) =>
  new TextDecoder().decode(await files.read(name));

describe('publishing many briefings to a folder', () => {
  test('copies what each shows, and what lies beside them', async () => {
    const files = await withTwo();
    expect(await to(files)).toEqual({
      briefings: [
        { name: 'bridge', number: 2 },
        { name: 'ferry', number: 4 },
      ],
      messages: [],
    });
    const shown = ['bridge/index.html', 'ferry/index.html', 'index.html', 'feed.xml', 'robots.txt'];
    expect(await Promise.all(shown.map((name) => read(files, `site/${name}`)))).toEqual([
      'new page',
      'ferry',
      'page over all',
      'feed over all',
      'mine',
    ]);
    expect((await files.list('site')).map(({ name }) => name).sort()).toEqual(
      ['bridge', 'feed.xml', 'ferry', 'index.html', 'robots.txt'].sort(),
    );
  });

  test('one that is damaged holds back none of the others', async () => {
    const files = await withTwo();
    await files.write(`${editionFolder('out/bridge', 2)}/index.html`, new Uint8Array([7]));
    const { briefings, messages } = await to(files);
    expect(briefings.map(({ number }) => number)).toEqual([null, 4]);
    expect(messages).toMatchObject([
      { ruleId: 'edition-damaged', file: editionFolder('out/bridge', 2), fatal: true },
    ]);
    expect(await read(files, 'site/ferry/index.html')).toBe('ferry');
    expect(await read(files, 'site/index.html')).toBe('page over all');
  });

  test('one whose place cannot be written holds back none of the others', async () => {
    const files = await withTwo();
    const closed: MemoryFiles = {
      ...files,
      makeFolder: (folder) =>
        folder.startsWith('site/bridge')
          ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
          : files.makeFolder(folder),
    };
    const { briefings, messages } = await to(closed);
    expect(briefings.map(({ number }) => number)).toEqual([null, 4]);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['output-unwritable']);
  });

  test('says where the page over all cannot be put, once all else is', async () => {
    const files = await withTwo();
    await files.makeFolder('site/index.html');
    const { briefings, messages } = await to(files);
    expect(briefings.map(({ number }) => number)).toEqual([2, 4]);
    expect(messages).toMatchObject([{ ruleId: 'output-unwritable', file: 'site/index.html' }]);
  });

  test('shows copies where they are asked for', async () => {
    const files = await withTwo();
    await to(files, { links: false });
    expect(Object.keys(files.links()).filter((name) => name.startsWith('site'))).toEqual([]);
    expect(files.contents()['site/bridge/index.html']).toBe('new page');
  });

  test('again changes nothing', async () => {
    const files = await withTwo();
    await to(files);
    const before = [files.contents(), files.links()];
    await to(files);
    expect([files.contents(), files.links()]).toEqual(before);
  });

  test('takes no folder that one briefing was published to', async () => {
    const files = await withTwo();
    await publish(OLD, 'site', files, { now: NOW });
    const before = files.contents();
    const failure = await to(files).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildFailure);
    expect((failure as BuildFailure).messages).toMatchObject([
      { ruleId: 'output-unwritable', file: 'site' },
    ]);
    expect(files.contents()).toEqual(before);
  });

  test('puts no briefing in the place of many', async () => {
    const files = await withTwo();
    await publish(OLD, 'site/bridge/dam', files, { now: NOW });
    const { briefings, messages } = await to(files);
    expect(briefings.map(({ number }) => number)).toEqual([null, 4]);
    expect(messages).toMatchObject([{ ruleId: 'many-briefings', file: 'site/bridge' }]);
  });
});

describe('the state of many briefings', () => {
  test('is that of each', async () => {
    const files = await withTwo();
    const { whole, briefings } = found(await statusOfAll('out', files));
    expect(whole).toBe(true);
    expect(briefings).toMatchObject([
      { name: 'bridge', shown: 2, whole: true },
      { name: 'ferry', shown: 4, whole: true },
    ]);
    expect(briefings[0]?.editions).toEqual((await statusOf('out/bridge', files)).editions);
  });

  test('is not whole where one is not', async () => {
    const files = await withTwo();
    await files.remove('out/ferry/current');
    const { whole, briefings } = found(await statusOfAll('out', files));
    expect([whole, ...briefings.map((one) => one.whole)]).toEqual([false, true, false]);
  });

  test('is told although one cannot be read', async () => {
    const files = await withTwo();
    const closed: MemoryFiles = {
      ...files,
      read: (file) =>
        file.startsWith('out/bridge')
          ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
          : files.read(file),
    };
    expect(found(await statusOfAll('out', closed)).briefings).toMatchObject([
      { name: 'bridge', whole: false, shown: null },
      { name: 'ferry', whole: true },
    ]);
  });

  test('there is none of one briefing, nor of none', async () => {
    const files = await withTwo();
    expect(await statusOfAll('out/bridge', files)).toBeNull();
    expect(await statusOfAll('site', files)).toBeNull();
    expect(await statusOfAll('nowhere', files)).toBeNull();
  });
});
