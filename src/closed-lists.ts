import type { Difference, DivergenceKind, Standing } from './types.ts';

/** Values that a field may have, for schemas: the types say what they mean. */

export const DIVERGENCE_KINDS = [
  'number',
  'date',
  'place',
  'actor',
  'name',
  'quote-wording',
  'stance',
  'update',
  'scope',
] as const satisfies readonly DivergenceKind[];

export const DIVERGENCE_STATUSES = [
  'open',
  'superseded',
  'wording',
] as const satisfies readonly Difference['status'][];

export const STANDINGS = [
  'corroborated',
  'one-origin',
  'single-source',
  'disputed',
  'superseded',
] as const satisfies readonly Standing[];
