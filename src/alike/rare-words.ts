import { commonWeights, sum } from '../terms.ts';
import type { Feature } from './feature.ts';

export const rareWords: Feature = {
  name: 'rare-words',
  about: 'words',
  because: 'Three rare words in common are hardly chance.',
  of: (a, b) => sum(commonWeights(a.rarity, b.rarity).slice(0, 3)) / 25,
};
