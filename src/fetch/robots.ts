import robotsParser from 'robots-parser';
import type { Answer } from '../system/index.ts';

/** What the owner of a host asks of programs (RFC 9309). */
export interface Rules {
  readonly allows: (url: string) => boolean;
  /** Milliseconds that are to lie between two requests. */
  readonly pause: number;
}

/** No owner waits longer for us, and we wait no longer for an owner. */
const MAX_PAUSE = 30_000;

/**
 * Read the answer to the request for a host's `robots.txt`.
 *
 * @param url Its address: rules hold for the host they were asked of, wherever they were found.
 * @returns Nothing where the server could not answer: then nothing is fetched from it (section
 *   2.3.1.4). A server that has no such file allows everything (section 2.3.1.3).
 */
export function readRobots(
  url: string,
  { status, bytes }: Pick<Answer, 'status' | 'bytes'>,
  userAgent: string,
): Rules | null {
  // A server that asks for fewer requests is not one that has no rules.
  if (status >= 500 || status === 429) return null;
  if (status !== 200) return { allows: () => true, pause: 0 };
  const rules = parse(url, new TextDecoder().decode(bytes));
  const delay = rules.getCrawlDelay(userAgent) ?? 0;
  return {
    allows: (page) => rules.isAllowed(page, userAgent) !== false,
    pause: Math.min(Math.max(0, delay) * 1000, MAX_PAUSE),
  };
}

type Parser = typeof robotsParser extends { default: infer T } ? T : typeof robotsParser;

/** The package is CommonJS, and its types say that it is not. */
const parse = robotsParser as unknown as Parser;
