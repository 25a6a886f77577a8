import { haveCommon } from '../sets.ts';
import type { Feature } from './feature.ts';

/** Figures with what they count: the same amount, another of the same, or in one claim alone. */
export const amounts: readonly Feature[] = [
  {
    name: 'same-amount',
    about: 'figures',
    because: 'The same figure of the same unit is hardly chance.',
    of: ({ amounts: a }, { amounts: b }) => Number(haveCommon(a, b)),
  },
  {
    name: 'other-amount',
    about: 'figures',
    because: 'Another figure of the same unit is another thing, or the reports differ.',
    of: (a, b) => Number(haveCommon(a.units, b.units) && !haveCommon(a.amounts, b.amounts)),
  },
  {
    name: 'one-has-amount',
    about: 'figures',
    because: 'A figure that only one has may be a detail.',
    of: ({ amounts: a }, { amounts: b }) => Number(a.size > 0 !== b.size > 0),
  },
];
