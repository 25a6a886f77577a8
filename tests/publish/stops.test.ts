import { describe, expect, test } from 'vitest';
import { openStore, publish, show } from '../../src/publish/index.ts';
import type { MemoryFiles } from '../support.ts';
import { memoryFiles, only } from '../support.ts';
import { HOUR, NEW, NEXT, NOW, OLD, OUT, seen, shown, withOld } from './editions.ts';

/**
 * Publishing is stopped at each of its operations on the disk, by a failure or by the end of the
 * program. An edition is whole where a reader of the folder sees its files byte for byte, the manifest
 * among them, a file of someone else, and nothing more; so it has to be before anything is mended.
 */

const ALL = ['write', 'rename', 'link', 'remove', 'makeFolder', 'list', 'read'] as const;

const LATER = { now: NOW + 2 * HOUR };

type Work = (files: MemoryFiles) => Promise<unknown>;

const PUBLISH: Work = (files) => publish(NEW, OUT, files, { now: NOW });
const GO_BACK: Work = (files) => show(1, OUT, files, { now: NOW });

/** How many operations a piece of work takes. */
async function operations(
  start: () => Promise<MemoryFiles>,
  work: Work,
): Promise<readonly number[]> {
  const files = await start();
  await work(files);
  return Array.from({ length: files.calls(...ALL) }, (_, index) => index + 1);
}

/** A disk on which nothing was published yet. */
const empty = async () => memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });

/** A disk on which two editions were published. */
async function withTwo(): Promise<MemoryFiles> {
  const files = await withOld();
  await PUBLISH(files);
  files.recover();
  return files;
}

const NOTHING = shown({ files: [] });

const WORKS = [
  { name: 'a first edition', start: empty, work: PUBLISH, whole: [NOTHING, shown(NEW)] },
  { name: 'a second edition', start: withOld, work: PUBLISH, whole: [shown(OLD), shown(NEW)] },
  { name: 'going back', start: withTwo, work: GO_BACK, whole: [shown(NEW), shown(OLD)] },
];

const CASES = await Promise.all(
  WORKS.map(async (one) => ({ ...one, steps: await operations(one.start, one.work) })),
);

test('there are many steps', () => {
  for (const { steps } of CASES) expect(steps.length).toBeGreaterThan(8);
});

describe.each(CASES)('$name', ({ start, work, whole, steps }) => {
  const [before, after] = whole;

  test.each(steps)(
    'is killed at %i: what is shown is whole, before anything is mended',
    async (nth) => {
      const files = await start();
      files.failAt({ on: ALL, nth, killed: true });
      await work(files).catch(() => undefined);
      files.recover();
      expect(whole).toContainEqual(await seen(files));
      await openStore(OUT, files, LATER.now);
      expect(whole).toContainEqual(await seen(files));
      expect(await publish(NEXT, OUT, files, LATER)).toEqual([]);
      expect(await seen(files)).toEqual(shown(NEXT));
      await openStore(OUT, files, LATER.now + 2 * HOUR);
      const hidden = Object.keys(files.contents()).filter((name) => name.includes('/.draft'));
      expect(hidden).toEqual([]);
    },
  );

  test.each(steps)('fails at %i: what was shown stays, or it is done', async (nth) => {
    const files = await start();
    files.failAt({ on: ALL, nth });
    const messages = await work(files).catch(() => ['thrown']);
    files.recover();
    const failed = Array.isArray(messages) && messages.length > 0;
    expect(await seen(files)).toEqual(failed ? before : after);
  });

  test.each(steps)('fails at %i and at any later operation: the next run mends it', async (nth) => {
    for (const later of [1, 2, 3, 4, 5, 6, 8, 12]) {
      const files = await start();
      let count = 0;
      const failing = new Proxy(files, {
        get(target, name: keyof MemoryFiles) {
          const operation = target[name] as (...args: unknown[]) => unknown;
          if (!ALL.some((one) => one === name)) return operation;
          return (...args: unknown[]) => {
            count += 1;
            if (count === nth || count === nth + later) target.failAt({ on: ALL, nth: 1 });
            else target.recover();
            return operation(...args);
          };
        },
      });
      await work(failing).catch(() => undefined);
      files.recover();
      await openStore(OUT, files, LATER.now);
      expect(whole).toContainEqual(await seen(files));
    }
  });
});

describe('a link that can never be exchanged', () => {
  test.each(['index.html', 'briefing.json', 'manifest.json', 'current'])(
    '%s: the old edition stays',
    async (name) => {
      const files = await withOld();
      await files.remove(`${OUT}/${name}`);
      if (name !== 'current') await files.write(`${OUT}/${name}`, new Uint8Array([1]));
      const before = await seen(files);
      const rename = async (from: string, to: string) => {
        if (to === `${OUT}/${name}`) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
        await files.rename(from, to);
      };
      const message = only(await publish(NEW, OUT, { ...files, rename }, { now: NOW }));
      expect(message.actual).toBe('lack of permission (EPERM)');
      expect(await seen(files)).toEqual(before);
    },
  );
});
