import { datedOnce, sidesByDay } from '../dated-verbs.ts';
import { comparedClaims } from '../facts.ts';
import type { Difference, Fact } from '../types.ts';

/**
 * Reports that date the same event to different days. Compared are claims of one fact that date one
 * verb each, and the same: who "warned on Monday" of what "began on Tuesday" differs from nobody.
 */
export function datesThatDiffer(fact: Fact): readonly Difference[] {
  const dated = comparedClaims(fact, 'day').flatMap(datedOnce);
  const verbs = new Set(dated.map(({ verb }) => verb));
  return [...verbs].flatMap((verb): Difference[] => {
    const sides = sidesByDay(dated.filter((one) => one.verb === verb));
    if (sides.length < 2) return [];
    return [
      {
        kind: 'date',
        about: verb,
        status: 'open',
        note: 'The reports give different days.',
        sides,
      },
    ];
  });
}
