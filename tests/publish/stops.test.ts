import { describe, expect, test } from 'vitest';
import { mend, publish } from '../../src/publish/index.ts';
import type { Files } from '../../src/system/index.ts';
import type { OutputFile } from '../../src/types.ts';
import { type MemoryFiles, memoryFiles, only, type Texts } from '../support.ts';
import { HOUR, NEW, NEXT, NOW, OLD, OUT, published, withOld } from './editions.ts';

/**
 * Publishing is stopped at each of its operations on the disk, by a failure or by the end of the
 * program. An edition is whole where the folder holds its files byte for byte, the manifest among
 * them, a file of someone else, and nothing more.
 */

const ALL = ['write', 'rename', 'remove', 'makeFolder', 'list', 'read'] as const;

const LATER = NOW + 2 * HOUR;

/** How many operations it takes to publish. */
async function operations(start: () => Promise<MemoryFiles>, edition: readonly OutputFile[]) {
  const files = await start();
  await publish(edition, OUT, files, NOW);
  return files.calls(...ALL);
}

const [FIRST, SECOND] = [await operations(empty, NEW), await operations(withOld, NEW)];
const DECISION = await decision();
const steps = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The operation that declares the journal complete: it decides which edition there will be. */
async function decision(): Promise<number> {
  const files = await withOld();
  let number = 0;
  const rename = (from: string, to: string) => {
    if (to.endsWith('.ready')) number = files.calls(...ALL) + 1;
    return files.rename(from, to);
  };
  await publish(NEW, OUT, { ...files, rename }, NOW);
  return number;
}

/** A disk on which nothing was published yet. */
async function empty(): Promise<MemoryFiles> {
  return memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });
}

/** What a visitor of the folder sees: all but what is hidden. */
const visible = (files: MemoryFiles): Texts =>
  Object.fromEntries(Object.entries(files.contents()).filter(([name]) => !name.includes('/.')));

const NOTHING = published([]);

/** A disk whose operations with these numbers fail, counted from 1. */
function failing(files: MemoryFiles, numbers: ReadonlySet<number>): Files {
  let count = 0;
  const counted =
    <A extends readonly unknown[], R>(operation: (...args: A) => Promise<R>) =>
    (...args: A) => {
      count += 1;
      if (numbers.has(count)) files.failAt({ on: ALL, nth: 1 });
      else files.recover();
      return operation(...args);
    };
  return {
    list: counted(files.list),
    read: counted(files.read),
    write: counted(files.write),
    makeFolder: counted(files.makeFolder),
    rename: counted(files.rename),
    link: counted(files.link),
    remove: counted(files.remove),
  };
}

test('there are many steps', () => {
  expect(FIRST).toBeGreaterThan(20);
  expect(SECOND).toBeGreaterThan(FIRST);
  expect(DECISION).toBeGreaterThan(10);
  expect(DECISION).toBeLessThan(SECOND - 5);
});

describe('one operation fails', () => {
  test.each(steps(SECOND))(
    'number %i: the old edition stays, or the new one is there',
    async (nth) => {
      const files = await withOld();
      files.failAt({ on: ALL, nth });
      const messages = await publish(NEW, OUT, files, NOW);
      expect(visible(files)).toEqual(published(messages.length > 0 ? OLD : NEW));
      files.recover();
      expect(await publish(NEXT, OUT, files, LATER)).toEqual([]);
      expect(files.contents()).toEqual(published(NEXT));
    },
  );

  test.each(steps(FIRST))('number %i of the first publishing', async (nth) => {
    const files = await empty();
    files.failAt({ on: ALL, nth });
    const messages = await publish(NEW, OUT, files, NOW);
    expect(visible(files)).toEqual(messages.length > 0 ? NOTHING : published(NEW));
  });

  test('but that a served journal stays behind is not worth a message', async () => {
    const results = await Promise.all(
      steps(SECOND).map(async (nth) => {
        const files = await withOld();
        files.failAt({ on: ALL, nth });
        return (await publish(NEW, OUT, files, NOW)).length;
      }),
    );
    // The last operation removes it.
    expect(results).toEqual([...steps(SECOND - 1).map(() => 1), 0]);
  });
});

describe('two operations fail', () => {
  test.each(steps(SECOND))('number %i and any later one: the next run mends it', async (nth) => {
    for (const later of steps(12)) {
      const files = await withOld();
      const messages = await publish(NEW, OUT, failing(files, new Set([nth, nth + later])), NOW);
      files.recover();
      await mend(OUT, files, LATER);
      const whole = [OLD, NEW].map(published);
      expect(whole).toContainEqual(visible(files));
      if (messages.length === 0) expect(visible(files)).toEqual(published(NEW));
    }
  });

  test('the message says where parts of two editions lie in the folder', async () => {
    const files = await withOld();
    files.failAt({ on: ['rename'], nth: 3, killed: true });
    const message = only(await publish(NEW, OUT, files, NOW));
    expect(message.ruleId).toBe('output-unwritable');
    expect(message.reason).toContain('parts of two editions lie there now');
    files.recover();
    await mend(OUT, files, LATER);
    expect(visible(files)).toEqual(published(NEW));
  });
});

describe('the build is killed', () => {
  /** A disk as the killed build left it. */
  async function killedAt(nth: number, edition = NEW): Promise<MemoryFiles> {
    const files = await withOld();
    files.failAt({ on: ALL, nth, killed: true });
    await publish(edition, OUT, files, NOW);
    files.recover();
    return files;
  }

  const expected = (nth: number) => published(nth <= DECISION ? OLD : NEW);

  test.each(steps(SECOND))('at %i: a next build that fails at once has mended it', async (nth) => {
    const files = await killedAt(nth);
    await mend(OUT, files, LATER);
    expect(visible(files)).toEqual(expected(nth));
  });

  test.each(steps(SECOND))('at %i: a next one that cannot write has mended it', async (nth) => {
    const files = await killedAt(nth);
    files.failAt({ on: ['write'], nth: 1 });
    expect(await publish(NEXT, OUT, files, LATER)).toHaveLength(1);
    expect(visible(files)).toEqual(expected(nth));
  });

  test.each(steps(SECOND))('at %i: a next one publishes, and tidies up', async (nth) => {
    const files = await killedAt(nth);
    expect(await publish(NEXT, OUT, files, LATER)).toEqual([]);
    expect(visible(files)).toEqual(published(NEXT));
    await publish(NEXT, OUT, files, LATER + 2 * HOUR);
    expect(files.contents()).toEqual(published(NEXT));
  });

  test.each(steps(SECOND))('at %i, and the next one anywhere: a third mends it', async (nth) => {
    const whole = [OLD, NEW, NEXT].map(published);
    for (const later of steps(SECOND + 10)) {
      const files = await killedAt(nth);
      files.failAt({ on: ALL, nth: later, killed: true });
      await publish(NEXT, OUT, files, LATER);
      files.recover();
      await mend(OUT, files, LATER + 2 * HOUR);
      expect(whole).toContainEqual(visible(files));
    }
  });
});

describe('a file that can never be replaced', () => {
  test.each(['index.html', 'briefing.json', 'manifest.json'])(
    '%s: the old edition stays',
    async (name) => {
      const files = await withOld();
      const rename = async (from: string, to: string) => {
        if (to === `${OUT}/${name}`) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
        await files.rename(from, to);
      };
      const message = only(await publish(NEW, OUT, { ...files, rename }, NOW));
      expect(message.actual).toBe('lack of permission (EPERM)');
      expect(files.contents()).toEqual(published(OLD));
    },
  );

  test('nor removed: the old edition stays', async () => {
    const files = await withOld();
    const remove = async (target: string) => {
      if (target === `${OUT}/briefing.pdf`)
        throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      await files.remove(target);
    };
    only(await publish(NEW, OUT, { ...files, remove }, NOW));
    expect(files.contents()).toEqual(published(OLD));
  });
});

describe('what is in the way', () => {
  test.each(['.ready', '.undo'])(
    'a folder %s of someone else is not taken for ours',
    async (name) => {
      const mine = {
        [`${OUT}/${name}/names.json`]: '{"new":["../x"],"old":[]}',
        [`${OUT}/x`]: 'x',
      };
      const files = memoryFiles(mine);
      await mend(OUT, files, NOW);
      expect(files.contents()).toEqual(mine);
    },
  );

  test('a file with the name of the journal stays, and nothing is published', async () => {
    const mine = { [`${OUT}/notes.txt`]: 'mine', [`${OUT}/.ready`]: 'a file' };
    const files = memoryFiles(mine);
    expect(await publish(NEW, OUT, files, NOW)).toHaveLength(1);
    expect(files.contents()).toEqual({ [`${OUT}/.ready`]: 'a file', [`${OUT}/notes.txt`]: 'mine' });
  });

  test('a folder with the name of one of our files stays, and nothing is published', async () => {
    const mine = { [`${OUT}/index.html/page.txt`]: 'mine', [`${OUT}/briefing.json`]: 'old' };
    const files = memoryFiles(mine);
    const message = only(await publish(NEW, OUT, files, NOW));
    expect(message).toMatchObject({
      ruleId: 'output-unwritable',
      file: `${OUT}/index.html`,
      actual: 'folder',
      expected: ['a file of the last edition, or nothing'],
    });
    expect(files.contents()).toEqual({
      [`${OUT}/briefing.json`]: 'old',
      [`${OUT}/index.html/page.txt`]: 'mine',
    });
  });

  test('mending makes no folder', async () => {
    const files = memoryFiles();
    await mend(OUT, files, NOW);
    expect(files.contents()).toEqual({});
    expect(files.calls('makeFolder', 'write', 'rename', 'remove')).toBe(0);
  });
});
