import { describe, expect, test } from 'vitest';
import { BuildFailure } from '../src/messages.ts';
import { publish } from '../src/publish/index.ts';
import { type PublishToOptions, publishTo } from '../src/publish-to.ts';
import { statusOf } from '../src/status.ts';
import type { System } from '../src/system/index.ts';
import { edition, NEW, NEXT, NOW, OLD, OUT } from './publish/editions.ts';
import { type MemoryFiles, memoryFiles } from './support.ts';

/** A system with a disk and a clock alone. */
const systemOf = (files: MemoryFiles) =>
  ({
    files,
    now: () => NOW,
    sleep: async () => undefined,
    lock: async () => ({ release: async () => undefined }),
  }) as unknown as System;

async function withThree(): Promise<MemoryFiles> {
  const files = memoryFiles({ 'site/robots.txt': 'mine' });
  for (const one of [OLD, NEW, NEXT]) await publish(one, OUT, files, { now: NOW });
  return files;
}

const to = (files: MemoryFiles, options: Partial<PublishToOptions> = {}) =>
  publishTo({ out: OUT, to: 'site', ...options }, systemOf(files));

const rulesOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof BuildFailure ? error.messages.map(({ ruleId }) => ruleId) : error;
};

const read = async (files: MemoryFiles, name: string) =>
  new TextDecoder().decode(await files.read(name));

describe('publishing to a folder', () => {
  test('copies the edition that is shown, with checksums, and shows it', async () => {
    const files = await withThree();
    expect(await to(files)).toEqual({ number: 3, messages: [] });
    expect(await read(files, 'site/index.html')).toBe('next page');
    expect(await read(files, 'site/robots.txt')).toBe('mine');
    expect(await read(files, 'site/current/SHA256SUMS')).toMatch(
      /^(?:[0-9a-f]{64} {2}[\w.]+\n){4}$/u,
    );
    expect((await statusOf('site', files)).whole).toBe(true);
  });

  test('copies another edition, and shows it though a later one is there', async () => {
    const files = await withThree();
    await to(files);
    expect((await to(files, { number: 1 })).number).toBe(1);
    expect(await read(files, 'site/briefing.pdf')).toBe('old');
    expect((await to(files, { number: 3 })).number).toBe(3);
    expect(await read(files, 'site/index.html')).toBe('next page');
  });

  test('copies those before it, too: one may go back, though no further than the first', async () => {
    const files = await withThree();
    await to(files);
    expect((await to(files, { back: true })).number).toBe(2);
    expect((await to(files, { back: true })).number).toBe(1);
    expect(await rulesOf(to(files, { back: true }))).toEqual(['edition-unknown']);
    expect(await read(files, 'site/index.html')).toBe('old page');
  });

  test('does not bring back what was withdrawn, unless it is asked for', async () => {
    const files = await withThree();
    await to(files);
    await to(files, { back: true });
    const again = await to(files);
    expect([again.number, again.messages.map(({ ruleId }) => ruleId)]).toEqual([
      2,
      ['edition-withdrawn'],
    ]);
    expect(await read(files, 'site/index.html')).toBe('new page');
    expect((await to(files, { number: 3 })).number).toBe(3);
    expect(await read(files, 'site/index.html')).toBe('next page');
  });

  test('leaves out those before it that are damaged, and those that were withdrawn', async () => {
    const files = await withThree();
    await files.write(`${OUT}/editions/0002/index.html`, new Uint8Array([1]));
    await to(files);
    expect((await statusOf('site', files)).editions.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('goes back in the output folder itself, and forth', async () => {
    const files = await withThree();
    await to(files, { to: OUT, back: true });
    expect((await statusOf(OUT, files)).editions.map(({ state }) => state)).toEqual([
      'earlier',
      'shown',
      'withdrawn',
    ]);
    await to(files, { to: OUT, number: 3 });
    expect(await read(files, `${OUT}/index.html`)).toBe('next page');
  });

  test('again changes nothing', async () => {
    const files = await withThree();
    await to(files);
    const before = [files.contents(), files.links()];
    await to(files);
    expect([files.contents(), files.links()]).toEqual(before);
  });

  test('shows copies where they are asked for', async () => {
    const files = await withThree();
    expect(await to(files, { links: false })).toEqual({ number: 3, messages: [] });
    expect(Object.keys(files.links()).filter((name) => name.startsWith('site/'))).toEqual([]);
    expect(await read(files, 'site/index.html')).toBe('next page');
    await to(files, { number: 1 });
    expect(await read(files, 'site/index.html')).toBe('old page');
    expect(Object.keys(files.links()).filter((name) => name.startsWith('site/'))).toEqual([]);
  });

  test('writes no edition over another', async () => {
    const files = await withThree();
    await publish(edition(3, { 'index.html': 'another' }), 'site', files, { now: NOW });
    expect(await rulesOf(to(files))).toEqual(['edition-taken']);
    expect(await read(files, 'site/index.html')).toBe('another');
  });

  test('refuses what is not there, or not whole', async () => {
    const files = await withThree();
    expect(await rulesOf(to(files, { number: 9 }))).toEqual(['edition-unknown']);
    expect(await rulesOf(to(files, { out: 'nowhere' }))).toEqual(['edition-unknown']);
    await files.write(`${OUT}/editions/0003/index.html`, new Uint8Array([1]));
    expect(await rulesOf(to(files))).toEqual(['edition-damaged']);
    expect(Object.keys(files.contents()).some((name) => name.startsWith('site/editions'))).toBe(
      false,
    );
  });

  test('a disk that fills leaves what is shown', async () => {
    const files = await withThree();
    await to(files, { number: 1 });
    files.failAt({ on: ['write'], nth: 2 });
    expect(await rulesOf(to(files))).toEqual(['output-unwritable']);
    files.recover();
    expect(await read(files, 'site/index.html')).toBe('old page');
  });
});

describe('the status of a folder', () => {
  test('tells what is damaged', async () => {
    const files = await withThree();
    await files.write(`${OUT}/editions/0002/index.html`, new Uint8Array([1]));
    const { whole, shown, editions } = await statusOf(OUT, files);
    expect([whole, shown]).toEqual([true, 3]);
    expect(editions.map((one) => one.whole)).toEqual([true, false, true]);
  });

  test('is not whole where what is shown is no edition', async () => {
    const files = await withThree();
    await files.remove(`${OUT}/index.html`);
    expect((await statusOf(OUT, files)).whole).toBe(false);
    expect(await statusOf('nowhere', files)).toEqual({ whole: false, shown: null, editions: [] });
  });
});
