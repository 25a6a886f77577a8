import { describe, expect, test } from 'vitest';
import { type Browser, nodeSystem, type System, type Watched } from '../src/system/index.ts';
import { watchAndBuild } from '../src/watch.ts';

/** Watching on a machine whose changes and builds the test makes. */
async function watching() {
  const builds: ((ok: boolean) => void)[] = [];
  const told = { opened: 0, closed: 0, watching: true, settle: 0 };
  const watched: Watched[] = [];
  let change: () => void = () => undefined;
  const machine: System = {
    ...nodeSystem(),
    watch: async (places, onChange, settled = -1) => {
      watched.push(...places);
      told.settle = settled;
      change = onChange;
      return {
        close: async () => {
          told.watching = false;
        },
      };
    },
    openBrowser: async () => {
      told.opened += 1;
      const close = async () => {
        told.closed += 1;
      };
      return { version: 'test', sandboxed: true, close } as unknown as Browser;
    },
  };
  const { close } = await watchAndBuild(
    {
      watched: [{ folder: 'reports', deep: true, except: 'reports/out' }],
      settle: 700,
      build: async ({ system }) => {
        const browser = await system.openBrowser();
        const ok = await new Promise<boolean>((resolve) => {
          builds.push(resolve);
        });
        await browser.close();
        return ok;
      },
    },
    machine,
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await settled();
  return {
    ...{ told, watched, close },
    begun: () => builds.length,
    async change() {
      change();
      await settled();
    },
    /** End the build at work. */
    async end(ok: boolean) {
      builds.at(-1)?.(ok);
      await settled();
    },
  };
}

describe('watching', () => {
  test('builds at once, and once more for all that changes meanwhile', async () => {
    const { begun, change, end, told, watched } = await watching();
    expect(begun()).toBe(1);
    await change();
    await change();
    expect(begun()).toBe(1);
    await end(true);
    expect(begun()).toBe(2);
    await end(true);
    expect(begun()).toBe(2);
    expect(told.settle).toBe(700);
    expect(watched).toEqual([{ folder: 'reports', deep: true, except: 'reports/out' }]);
  });

  test('keeps the browser from one build to the next, unless one fails', async () => {
    const { change, end, told, close } = await watching();
    await end(true);
    await change();
    await end(true);
    expect(told).toMatchObject({ opened: 1, closed: 0 });
    await change();
    await end(false);
    expect(told).toMatchObject({ opened: 1, closed: 1 });
    await change();
    await end(true);
    expect(told).toMatchObject({ opened: 2, closed: 1 });
    await close();
    expect(told).toMatchObject({ opened: 2, closed: 2, watching: false });
  });

  test('a build that fails is no end', async () => {
    const { begun, change, end } = await watching();
    await end(false);
    await change();
    expect(begun()).toBe(2);
    await end(true);
  });

  test('closing waits for the build at work, and begins no more', async () => {
    const { begun, change, end, close, told } = await watching();
    await change();
    let closed = false;
    const closing = close().then(() => {
      closed = true;
    });
    await change();
    expect(closed).toBe(false);
    await end(true);
    await closing;
    expect(begun()).toBe(1);
    expect(told.closed).toBe(1);
  });
});
