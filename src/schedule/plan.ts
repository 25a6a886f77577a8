import type { Moments } from './moments.ts';

/** What is to be done now. */
export type Plan =
  /** `missed`: it came while the program was not there, or the machine slept. */
  | { readonly kind: 'run'; readonly moment: number; readonly missed: boolean }
  | { readonly kind: 'wait'; readonly moment: number }
  /** The clock shows an earlier day than it did: what was done was of a wrong time. */
  | { readonly kind: 'set-back' }
  | { readonly kind: 'over' };

/**
 * A clock that is further behind what was done than this was wrong then. One that is less far behind
 * was corrected: no moment comes twice by that.
 */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** A moment that is noticed so late was not waited for. */
const LATE_MS = 60_000;

/**
 * What is to be done now. Of moments that were missed only the last is made up for: a build is of
 * what lies there, and earlier ones would have been of what does not lie there any more.
 *
 * @param done Moments up to this one are done with.
 */
export function planAt(now: number, done: number, moments: Moments): Plan {
  if (done > now + DAY_MS) return { kind: 'set-back' };
  const next = moments.after(done);
  if (next === null) return { kind: 'over' };
  if (next > now) return { kind: 'wait', moment: next };
  const moment = moments.upTo(now) ?? next;
  return { kind: 'run', moment, missed: now - moment > LATE_MS };
}
