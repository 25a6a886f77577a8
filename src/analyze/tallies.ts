import { bucketsOf } from '../buckets.ts';
import { ownClaims } from '../facts.ts';
import {
  areOfOneThing,
  differenceIn,
  type Figure,
  figuresOf,
  isOfAnything,
  isToll,
  thingsIn,
} from '../figures.ts';
import type { Difference } from '../types.ts';
import type { Telling } from './divergence.ts';

/** So many words around two figures must be common where their claims state two facts. */
const SHARED = 2;

/**
 * Reports that count the same things differently in claims that were not brought together, since they
 * say it in other words: "damaged 40 houses", "some 300 houses were damaged".
 * Sums of money, shares and measures are left out: what they are of takes more words to tell.
 *
 * Figures meet by what is counted and by the verb and the words around it, so that the work grows
 * with their number and not with that of their pairs.
 */
export function talliesThatDiffer({
  facts,
  present,
}: Omit<Telling, 'published'>): readonly Difference[] {
  const figures = facts
    .flatMap(ownClaims)
    .flatMap(figuresOf)
    .filter((figure) => !isToll(figure) && !isOfAnything(figure));
  const buckets = bucketsOf(figures, ({ unit, verb = '', around }) =>
    [`${verb} `, ...around].map((word) => `${unit}\n${word}`),
  );
  const isOne = (a: Figure, b: Figure) => areOfOneThing(a, b, { present, shared: SHARED });
  const found = [...buckets.values()].flatMap((bucket) =>
    thingsIn(bucket, isOne).flatMap(differenceIn),
  );
  // What meets by several words is found several times.
  const byClaims = found.map(
    (one) => [one.sides.flatMap(({ claims }) => claims).join(), one] as const,
  );
  return [...new Map(byClaims).values()];
}
