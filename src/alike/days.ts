import { haveCommon } from '../sets.ts';
import type { Feature } from './feature.ts';

/** The days that claims name for certain: one in common, none, or named by one of them alone. */
export const days: readonly Feature[] = [
  {
    name: 'same-day',
    about: 'times',
    because: 'One day in common is seldom chance where reports name few.',
    of: ({ days: a }, { days: b }) => Number(haveCommon(a, b)),
  },
  {
    name: 'other-day',
    about: 'times',
    because: 'What happened on another day happened twice, or is told differently.',
    of: ({ days: a }, { days: b }) => Number(a.size > 0 && b.size > 0 && !haveCommon(a, b)),
  },
  {
    name: 'one-has-day',
    about: 'times',
    because: 'A day that only one names may be a detail.',
    of: ({ days: a }, { days: b }) => Number(a.size > 0 !== b.size > 0),
  },
];
