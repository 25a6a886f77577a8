import { comparedClaims } from '../facts.ts';
import { areOfOneThing, differenceIn, figuresOf, isToll, thingsIn } from '../figures.ts';
import type { Difference, Fact } from '../types.ts';
import type { Telling } from './divergence.ts';

/** One word around two figures must be common where their claims state one fact. */
const SHARED = 1;

/**
 * Reports that count or measure the same thing differently, in claims of one fact. Units of one kind
 * are converted. What people suffered is asked of all facts together: see `tolls.ts`.
 */
export function numbersThatDiffer(
  fact: Fact,
  { present }: Pick<Telling, 'present'>,
): readonly Difference[] {
  const figures = comparedClaims(fact, 'number').flatMap(figuresOf);
  const units = new Set(figures.filter((figure) => !isToll(figure)).map(({ unit }) => unit));
  return [...units].sort().flatMap((unit) => {
    const own = figures.filter((figure) => figure.unit === unit);
    const things = thingsIn(own, (a, b) => areOfOneThing(a, b, { present, shared: SHARED }));
    return things.flatMap(differenceIn);
  });
}
