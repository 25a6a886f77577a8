import { contrastOf } from '../contrast.ts';
import type { Profile } from './profile.ts';

/** Speaks against taking two claims for the same, however alike their words are. */
export interface Guard {
  readonly name: string;
  readonly because: string;
  readonly against: (a: Profile, b: Profile) => boolean;
}

export const GUARDS: readonly Guard[] = [
  {
    name: 'polarity',
    because:
      '"May use" and "cannot use" share nearly all words. Of all wrong merges, one that makes a report say the opposite is the worst; such pairs are shown as close, and not counted.',
    against: (a, b) => a.negated !== b.negated,
  },
  {
    name: 'contrast',
    because:
      'Where all around is alike, "safe" and "unsafe", "a man" and "a woman" exclude each other; such pairs are a difference between the reports.',
    against: (a, b) => contrastOf(a.claim, b.claim)?.kind === 'stance',
  },
];

/** Whether any guard speaks against two claims being the same. */
export function isGuarded(a: Profile, b: Profile): boolean {
  return GUARDS.some(({ against }) => against(a, b));
}
