import type { Feature } from './feature.ts';

export const position: Feature = {
  name: 'position',
  about: 'form',
  because: 'Reports tell the main things first: first sentences match first sentences.',
  of: (a, b) => Math.abs(a.position - b.position),
};
