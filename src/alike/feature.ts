import type { Profile } from './profile.ts';

/** One way in which two claims may be alike or unlike, as a number near 0–1. */
export interface Feature {
  readonly name: string;
  /** What it tells that the others do not. */
  readonly because: string;
  readonly of: (a: Profile, b: Profile) => number;
}
