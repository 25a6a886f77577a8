import type { Feature } from './feature.ts';

/** How the claims hold what they say, as far as their grammar tells. */
export const assertions: readonly Feature[] = [
  {
    name: 'other-modality',
    about: 'assertion',
    because: 'What may be, is meant or must be is not what is.',
    of: ({ claim: a }, { claim: b }) => Number(a.modality !== b.modality),
  },
  {
    name: 'other-strength',
    about: 'assertion',
    because: 'What one report states and another only hands on is often another thing.',
    of: ({ claim: a }, { claim: b }) => Number(a.strength !== b.strength),
  },
  {
    name: 'other-polarity',
    about: 'assertion',
    because: 'What one denies is not what another affirms.',
    of: ({ claim: a }, { claim: b }) => Number(a.polarity !== b.polarity),
  },
];
