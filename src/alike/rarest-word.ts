import { commonWeights } from '../terms.ts';
import type { Feature } from './feature.ts';

export const rarestWord: Feature = {
  name: 'rarest-word',
  about: 'words',
  because: 'One very rare word in common weighs more than many common ones.',
  of: (a, b) => (commonWeights(a.rarity, b.rarity)[0] ?? 0) / 10,
};
