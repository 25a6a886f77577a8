import { commonWeights, sum } from '../terms.ts';
import type { Feature } from './feature.ts';

export const containment: Feature = {
  name: 'containment',
  about: 'words',
  because: 'A short claim may be all there in a long one, which cosines hide.',
  of: ({ rarity: a }, { rarity: b }) =>
    sum(commonWeights(a, b)) / (Math.min(a.total, b.total) || 1),
};
