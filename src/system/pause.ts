import { setTimeout as wait } from 'node:timers/promises';

/** Wait for so many milliseconds in which the machine is awake, or until a signal is given. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
