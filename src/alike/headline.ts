import type { Feature } from './feature.ts';

export const headline: Feature = {
  name: 'headline',
  about: 'form',
  because: 'A headline is short, and states what its report goes on to state.',
  of: (a, b) => Number(a.headline || b.headline),
};
