import { commonWeights, sum, totalWeight } from '../vectors.ts';
import type { Feature } from './feature.ts';

export const containment: Feature = {
  name: 'containment',
  about: 'words',
  because: 'A short claim may be all there in a long one, which cosines hide.',
  of: ({ rarity: a }, { rarity: b }) =>
    sum(commonWeights(a, b)) / (Math.min(totalWeight(a), totalWeight(b)) || 1),
};
