import pRetry from 'p-retry';
import { type Answer, type Network, NetworkFault } from '../system/index.ts';

/** How often is asked, all in all. */
const TRIES = 3;

/** Milliseconds until the second try; doubled for each further one. */
const FIRST_WAIT = 1000;

/** Whoever asks us to wait longer is asked another day. */
const MAX_WAIT = 60_000;

/** What a server says that may answer later: too many requests, or one behind it is out. */
const PASSING: readonly number[] = [429, 502, 503, 504];

/** An answer that may be another one later. */
class PassingAnswer extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`status ${answer.status}`);
    this.answer = answer;
  }
}

/**
 * Ask again where a server may answer later, waiting longer each time, and as long as it says.
 *
 * @returns The last answer, whatever it is.
 * @throws NetworkFault of the last try.
 */
export async function withRetries(
  ask: () => Promise<Answer>,
  { network, now }: { readonly network: Pick<Network, 'pause'>; readonly now: () => number },
): Promise<Answer> {
  try {
    return await pRetry(
      async () => {
        const answer = await ask();
        if (PASSING.includes(answer.status)) throw new PassingAnswer(answer);
        return answer;
      },
      {
        retries: TRIES - 1,
        // We wait by our own clock, which knows what the server said.
        minTimeout: 0,
        async shouldRetry({ error, attemptNumber }) {
          const wait = waitAfter(error, attemptNumber, now());
          if (wait === null || wait > MAX_WAIT) return false;
          await network.pause(wait);
          return true;
        },
      },
    );
  } catch (error) {
    if (error instanceof PassingAnswer) return error.answer;
    throw error;
  }
}

/** Milliseconds to wait before asking again; null where that is of no use. */
function waitAfter(error: Error, attempt: number, now: number): number | null {
  const ours = FIRST_WAIT * 2 ** (attempt - 1);
  if (error instanceof NetworkFault) return error.kind === 'connection' ? ours : null;
  if (!(error instanceof PassingAnswer)) return null;
  return Math.max(ours, retryAfter(error.answer, now) ?? 0);
}

/** Milliseconds that a server asks us to wait: it gives seconds, or a date. */
function retryAfter({ headers }: Answer, now: number): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d+$/u.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : date - now;
}
