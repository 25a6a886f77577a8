import type { Feature } from './feature.ts';

export const bothHeadlines: Feature = {
  name: 'both-headlines',
  about: 'form',
  because: 'Headlines of one event mostly announce the same thing.',
  of: (a, b) => Number(a.headline && b.headline),
};
