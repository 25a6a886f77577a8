import type { Profile } from './profile.ts';

/**
 * What of two claims is compared: their words; runs of them; names; figures; times; whether they are
 * speech; whether they affirm, deny or leave open; where they stand and how long they are; what a
 * model makes of them; what the other claims of the event say.
 */
export type Likeness =
  | 'words'
  | 'run'
  | 'names'
  | 'figures'
  | 'times'
  | 'speech'
  | 'assertion'
  | 'form'
  | 'reading'
  | 'context';

/** One way in which two claims may be alike or unlike, as a number near 0–1. */
export interface Feature {
  readonly name: string;
  readonly about: Likeness;
  /** What it tells that the others do not. */
  readonly because: string;
  readonly of: (a: Profile, b: Profile) => number;
}
