import type { Feature } from './feature.ts';

export const oneIsSpeech: Feature = {
  name: 'one-is-speech',
  about: 'speech',
  because: 'What is quoted here and told there is seldom the same statement.',
  of: (a, b) => Number(a.speaks !== b.speaks),
};
