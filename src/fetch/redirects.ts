import { BuildFailure, message } from '../messages.ts';
import type { Answer } from '../system/index.ts';

/** A page that sends on more often is lost, or hides where it leads. */
const MAX_REDIRECTS = 5;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** How each step is gone. */
export interface Way {
  /** Checks the address, then asks. */
  readonly ask: (url: string) => Promise<Answer>;
  /** The address that a server sends on to. Throws where it may not be fetched. */
  readonly next: (location: string, base: string) => string;
  /** What the user named, for messages. */
  readonly for: string;
}

/**
 * Ask for a page, and go where the answer sends on to, checking each step anew.
 *
 * @returns The answer, and the address that gave it.
 * @throws BuildFailure where the way goes in a circle, or on too long.
 */
export async function follow(
  url: string,
  way: Way,
  passed: readonly string[] = [],
): Promise<{ readonly url: string; readonly answer: Answer }> {
  const answer = await way.ask(url);
  const location = answer.headers['location'];
  if (!REDIRECTS.includes(answer.status) || location === undefined) return { url, answer };
  const so = [...passed, url];
  const next = way.next(location, url);
  if (so.includes(next)) throw lost(way.for, `redirects in a circle, through ${next}`);
  if (so.length > MAX_REDIRECTS) throw lost(way.for, `more than ${MAX_REDIRECTS} redirects`);
  return follow(next, way, so);
}

const lost = (file: string, found: string) =>
  new BuildFailure([
    message({
      rule: 'redirects',
      file,
      found,
      expected: 'a page',
      advice: 'open it with a browser, and give the address that it ends at',
    }),
  ]);
