/** Work that is asked for more often than it can be done. */
export interface Queue {
  /** Ask for the work: now, or once more when what is at work is done. */
  readonly ask: () => void;
  /** Take no more, and wait for what is at work. */
  readonly close: () => Promise<void>;
}

/**
 * Do one piece of work at a time. However often it is asked for meanwhile, it is done once more: that
 * sees whatever changed until it began.
 *
 * @param work Must not throw.
 */
export function oneAtATime(work: () => Promise<void>): Queue {
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  const run = async () => {
    do {
      again = false;
      await work();
    } while (again && !closed);
    running = undefined;
  };
  return {
    ask() {
      if (closed) return;
      if (running) again = true;
      else running = run();
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
