import type { Surroundings } from './surroundings.ts';

/** Signals closer together than this are of one press of a key: a wrapper hands them on. */
const ONE_PRESS_MS = 500;

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The end of a command that runs until it is told to end. */
export interface Ending {
  /** Given once it is to end. */
  readonly signal: AbortSignal;
  readonly ended: Promise<void>;
  /** Have it end. */
  readonly end: () => void;
  /** Listen to signals no more. */
  readonly forget: () => void;
}

/**
 * Wait for a signal to end. Another one ends the program at once.
 *
 * @param now Milliseconds from any moment on. Default: a clock that nobody sets.
 */
export function ending(
  { signals, exit }: Pick<Surroundings, 'signals' | 'exit'>,
  now: () => number = () => performance.now(),
): Ending {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const end = () => controller.abort();
  let first: number | undefined;
  const hear = () => {
    first ??= now();
    if (now() - first > ONE_PRESS_MS) exit(130);
    end();
  };
  for (const name of ENDING) signals.on(name, hear);
  const forget = () => {
    for (const name of ENDING) signals.off(name, hear);
  };
  return { signal, ended, end, forget };
}
