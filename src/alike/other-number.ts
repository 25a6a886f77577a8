import type { Feature } from './feature.ts';

export const otherNumber: Feature = {
  name: 'other-number',
  about: 'figures',
  because: 'Figures of which none agrees may be of different things.',
  of: ({ numbers: a }, { numbers: b }) =>
    Number(a.size > 0 && b.size > 0 && ![...a].some((number) => b.has(number))),
};
