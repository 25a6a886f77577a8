import { setTimeout as wait } from 'node:timers/promises';

/**
 * Wait, in milliseconds in which the machine is awake.
 *
 * @param signal Ends it before its time, once given.
 */
export async function sleep(duration: number, signal?: AbortSignal): Promise<void> {
  await wait(duration, undefined, signal && { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
