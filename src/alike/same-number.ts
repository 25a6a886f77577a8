import type { Feature } from './feature.ts';

export const sameNumber: Feature = {
  name: 'same-number',
  about: 'figures',
  because: 'A figure in common is seldom chance.',
  of: (a, b) => Number([...a.numbers].some((number) => b.numbers.has(number))),
};
