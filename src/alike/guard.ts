import type { Profile } from './profile.ts';

/** Speaks against taking two claims for the same, however alike their words are. */
export interface Guard {
  readonly name: string;
  readonly because: string;
  readonly against: (a: Profile, b: Profile) => boolean;
}
