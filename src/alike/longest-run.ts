import { longestRun as lengthOfRun } from '../sequences.ts';
import type { Feature } from './feature.ts';

export const longestRun: Feature = {
  name: 'longest-run',
  about: 'run',
  because: 'A run of identical words is copied, or quoted.',
  of: (a, b) => lengthOfRun(a.stems, b.stems) / 10,
};
