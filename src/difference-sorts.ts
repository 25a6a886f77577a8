import type { DivergenceKind } from './types.ts';

/** Kinds that may be told of the same values: counts may be of two places, or rise. */
export const DIFFERENCE_SORTS: Readonly<Record<DivergenceKind, string>> = {
  number: 'value',
  scope: 'value',
  update: 'value',
  date: 'date',
  place: 'place',
  actor: 'actor',
  name: 'name',
  stance: 'stance',
  'quote-wording': 'quote-wording',
};
