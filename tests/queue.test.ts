import { describe, expect, test } from 'vitest';
import { oneAtATime } from '../src/queue.ts';

/** Work that ends when it is told to. */
function work() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const run = () => {
    running += 1;
    most = Math.max(most, running);
    return new Promise<void>((resolve) => {
      ends.push(() => {
        running -= 1;
        resolve();
      });
    });
  };
  return {
    run,
    begun: () => ends.length,
    most: () => most,
    /** End a piece of work, and let what waits for it begin. */
    async end(index: number) {
      ends[index]?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('one at a time', () => {
  test('what is asked for meanwhile is done once more, however often it is asked for', async () => {
    const { run, begun, most, end } = work();
    const queue = oneAtATime(run);
    queue.ask();
    queue.ask();
    queue.ask();
    expect(begun()).toBe(1);
    await end(0);
    expect(begun()).toBe(2);
    await end(1);
    expect(begun()).toBe(2);
    expect(most()).toBe(1);
  });

  test('asked for again later, it is done again', async () => {
    const { run, begun, end } = work();
    const queue = oneAtATime(run);
    queue.ask();
    await end(0);
    queue.ask();
    expect(begun()).toBe(2);
  });

  test('closing waits for what is at work, and begins nothing more', async () => {
    const { run, begun, end } = work();
    const queue = oneAtATime(run);
    queue.ask();
    queue.ask();
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    await end(0);
    await closing;
    queue.ask();
    expect(begun()).toBe(1);
  });
});
