import type { Guard } from './guard.ts';

export const polarityGuard: Guard = {
  name: 'polarity',
  because:
    '"May use" and "cannot use" share nearly all words. Of all wrong merges, one that makes a report say the opposite is the worst; such pairs are shown as close, and not counted.',
  against: (a, b) => a.negated !== b.negated,
};
