import { haveCommon } from '../sets.ts';
import type { Feature } from './feature.ts';

export const otherNumber: Feature = {
  name: 'other-number',
  about: 'figures',
  because: 'Figures of which none agrees may be of different things.',
  of: ({ numbers: a }, { numbers: b }) => Number(a.size > 0 && b.size > 0 && !haveCommon(a, b)),
};
