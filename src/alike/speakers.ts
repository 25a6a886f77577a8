import type { Feature } from './feature.ts';

/** Who says so, as far as the claims tell: the same, another, or told of one of them alone. */
export const speakers: readonly Feature[] = [
  {
    name: 'same-speaker',
    about: 'speech',
    because: 'What one source told several reports is mostly one statement.',
    of: ({ speaker: a }, { speaker: b }) => Number(a !== '' && a === b),
  },
  {
    name: 'other-speaker',
    about: 'speech',
    because: 'What two people say is seldom the same, however alike.',
    of: ({ speaker: a }, { speaker: b }) => Number(a !== '' && b !== '' && a !== b),
  },
  {
    name: 'one-has-speaker',
    about: 'speech',
    because: 'What one report states, another may hand on.',
    of: ({ speaker: a }, { speaker: b }) => Number((a === '') !== (b === '')),
  },
];
