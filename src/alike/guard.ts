import type { Claim, GuardName } from '../types.ts';

/**
 * What becomes of two claims that a guard speaks against: they never come together, or they may,
 * as a difference between the reports, and the one does not count as stating what the other does.
 */
export type Effect = 'apart' | 'uncounted';

/** Speaks against taking two claims for the same, however alike their words are. */
export interface Guard {
  readonly name: GuardName;
  /** What it is for, and how often it was right: `npx tsx tests/eval/merge/guards.ts`. */
  readonly because: string;
  readonly effect: Effect;
  /**
   * Whether it is about a single value, as a figure or a day. Where all else agrees, the pair is one
   * fact of which the reports differ in that value, and the guard is not asked.
   */
  readonly ofValue: boolean;
  /** The words of either claim that exclude each other; nothing where there are none. */
  readonly against: (a: Claim, b: Claim) => readonly [string, string] | undefined;
}
