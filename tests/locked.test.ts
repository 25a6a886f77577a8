import { describe, expect, test } from 'vitest';
import { whileLocked } from '../src/locked.ts';
import { BuildFailure } from '../src/messages.ts';
import { memoryFiles } from './support.ts';

const OUT = 'out';

/** A system with a lock that is held for so many questions, or has none. */
function system(heldFor: number | 'none', files = memoryFiles()) {
  const log: string[] = [];
  let asked = 0;
  return {
    log,
    files,
    sleep: async (duration: number) => void log.push(`sleep ${duration}`),
    async lock(file: string) {
      asked += 1;
      if (heldFor === 'none') return 'none' as const;
      if (asked <= heldFor) return 'held' as const;
      await files.write(file, new Uint8Array());
      return { release: async () => void log.push('release') };
    },
  };
}

const rulesOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof BuildFailure ? error.messages.map(({ ruleId }) => ruleId) : error;
};

describe('a lock', () => {
  test('is held while work is done, and nothing of it stays', async () => {
    const around = system(0);
    const held = await whileLocked(OUT, around, {}, async (said) => {
      expect(said).toEqual([]);
      await around.files.write(`${OUT}/x`, new Uint8Array([120]));
      return Object.keys(around.files.contents());
    });
    expect(held).toEqual(['out/.lock', 'out/x']);
    expect(around.files.contents()).toEqual({ 'out/x': 'x' });
    expect(around.log).toEqual(['release']);
  });

  test('is waited for, which is told once', async () => {
    const around = system(3);
    await whileLocked(OUT, around, { onWait: () => around.log.push('wait') }, async () => 1);
    expect(around.log).toEqual(['wait', 'sleep 200', 'sleep 200', 'sleep 200', 'release']);
  });

  test('but not for ever', async () => {
    const around = system(Number.POSITIVE_INFINITY);
    const work = whileLocked(OUT, around, { patience: 1000 }, async () => 1);
    expect(await rulesOf(work)).toEqual(['output-locked']);
  });

  test('is done without where there is none, which is said', async () => {
    const said = await whileLocked(OUT, system('none'), {}, async (messages) => messages);
    expect(said.map(({ ruleId }) => ruleId)).toEqual(['output-unlocked']);
  });

  test('is released where the work fails; a folder that was made for it alone is removed', async () => {
    const around = system(0);
    const work = whileLocked(OUT, around, {}, () => Promise.reject(new Error('work')));
    await expect(work).rejects.toThrow('work');
    expect(around.log).toEqual(['release']);
    await expect(around.files.list(OUT)).rejects.toThrow('ENOENT');
  });

  test('a folder that was there stays, though it is empty', async () => {
    const files = memoryFiles();
    await files.makeFolder(OUT);
    await whileLocked(OUT, system(0, files), {}, async () => 1);
    expect(await files.list(OUT)).toEqual([]);
  });

  test('that cannot be made is a message', async () => {
    const around = { ...system(0), lock: () => Promise.reject(new Error('EROFS')) };
    expect(await rulesOf(whileLocked(OUT, around, {}, async () => 1))).toEqual([
      'output-unwritable',
    ]);
  });
});
