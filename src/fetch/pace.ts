/** Milliseconds between two requests to one host, where its owner does not ask for more. */
const PAUSE = 1000;

/** What time it is, and how to let it pass. */
export interface Clock {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Runs a request to a host when its turn has come. */
export type Turn = <T>(host: string, pause: number, request: () => Promise<T>) => Promise<T>;

/**
 * Leave a pause between the end of one request to a host and the next one to it. Requests are
 * made one after another.
 */
export function pacer({ now, pause }: Clock): Turn {
  const ended = new Map<string, number>();
  return async (host, asked, request) => {
    const last = ended.get(host);
    const left = last === undefined ? 0 : last + Math.max(PAUSE, asked) - now();
    if (left > 0) await pause(left);
    try {
      return await request();
    } finally {
      ended.set(host, now());
    }
  };
}
