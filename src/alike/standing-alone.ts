import type { Feature } from './feature.ts';

export const standingAlone: Feature = {
  name: 'one-stands-alone',
  about: 'form',
  because: 'What points back says only half of it: the other half is in the sentence before.',
  of: ({ claim: a }, { claim: b }) => Number(a.selfContained !== b.selfContained),
};
