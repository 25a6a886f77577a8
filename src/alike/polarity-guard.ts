import type { Claim } from '../types.ts';
import type { Guard } from './guard.ts';

export const polarityGuard: Guard = {
  name: 'polarity',
  because:
    '"May use" and "cannot use" share nearly all words. Of all wrong merges, one that makes a report say the opposite is the worst; sentences of nearly the same words of which one is negated contradict each other four times of five. Where a "not" belongs to something beside, a right pair is lost.',
  effect: 'uncounted',
  ofValue: false,
  against: (a, b) => (isTurned(a) === isTurned(b) ? undefined : [saidOf(a), saidOf(b)]),
};

/** Whether a claim says that something is not so. To deny that it is not so undoes the "not". */
const isTurned = ({ polarity, strength }: Claim): boolean =>
  (polarity === 'negated') !== (strength === 'denied');

const saidOf = (claim: Claim): string => (isTurned(claim) ? 'negated' : 'affirmed');
