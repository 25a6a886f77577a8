import { commonWeights, sum, totalWeight } from '../vectors.ts';
import type { Feature } from './feature.ts';

export const names: Feature = {
  name: 'names',
  about: 'names',
  because: 'Who and where must agree, the more so the rarer the name.',
  of: ({ names: a }, { names: b }) => {
    const common = sum(commonWeights(a, b));
    return common / (totalWeight(a) + totalWeight(b) - common || 1);
  },
};
