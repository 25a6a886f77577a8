import { haveCommon } from '../sets.ts';
import type { Feature } from './feature.ts';

export const sameNumber: Feature = {
  name: 'same-number',
  about: 'figures',
  because: 'A figure in common is seldom chance.',
  of: ({ numbers: a }, { numbers: b }) => Number(haveCommon(a, b)),
};
