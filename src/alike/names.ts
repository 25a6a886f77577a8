import { commonWeights, sum } from '../terms.ts';
import type { Feature } from './feature.ts';

export const names: Feature = {
  name: 'names',
  about: 'names',
  because: 'Who and where must agree, the more so the rarer the name.',
  of: ({ names: a }, { names: b }) => {
    const common = sum(commonWeights(a, b));
    return common / (a.total + b.total - common || 1);
  },
};
