import type { Feature } from './feature.ts';

export const negationDiffers: Feature = {
  name: 'negation-differs',
  about: 'assertion',
  because: '"Cannot use" and "may use" share all words but one.',
  of: (a, b) => Number(a.negated !== b.negated),
};
