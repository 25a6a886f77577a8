import { comparedClaims } from '../facts.ts';
import { compatible, type Measure, measuresOf } from '../quantities.ts';
import type { Bound, Claim, Fact } from '../types.ts';
import type { Difference } from './divergence.ts';

/**
 * Reports that count or measure the same thing differently.
 *
 * Compared are claims of one fact that have a single quantity of a unit. Units of one kind are
 * converted.
 */
export function numbersThatDiffer(fact: Fact): readonly Difference[] {
  const claims = comparedClaims(fact, 'number');
  const units = new Set(claims.flatMap(measuresOf).map(({ unit }) => unit));
  return [...units].sort().flatMap((unit) => {
    const sides = group(claims.flatMap((claim) => single(claim, unit)));
    return sides.length > 1
      ? [
          {
            kind: 'number' as const,
            status: 'open' as const,
            note: 'The reports give different figures.',
            sides,
          },
        ]
      : [];
  });
}

interface Value extends Measure {
  readonly claim: Claim;
}

/** The one quantity of a unit that a claim has; "20 kilometres (12 miles)" are one. */
function single(claim: Claim, unit: string): Value[] {
  const [first, ...rest] = measuresOf(claim).filter((measure) => measure.unit === unit);
  if (!first || rest.some((other) => !compatible(first, other))) return [];
  return [{ ...first, claim }];
}

/** The more a number says, the earlier it makes a side of its own. */
const PRECISION: readonly Bound[] = ['exact', 'about', 'at-least', 'at-most'];

/**
 * Claims by value, values that are compatible together, in order of their first claims. A value
 * that is compatible with several sides ("at least 12" with 14 and with 30) is on none of them.
 */
function group(values: readonly Value[]): Difference['sides'][number][] {
  const rank = ({ quantity: { bound } }: Value) => PRECISION.indexOf(bound);
  const leading: Value[] = [];
  for (const value of [...values].sort((a, b) => rank(a) - rank(b) || a.value - b.value)) {
    if (!leading.some((first) => compatible(first, value))) leading.push(value);
  }
  const sides = leading.map((first) => ({
    first,
    claims: values.flatMap((value) => {
      const fitting = leading.filter((other) => other === value || compatible(other, value));
      return value === first || (fitting.length === 1 && fitting[0] === first)
        ? [value.claim.id]
        : [];
    }),
  }));
  const order = ({ claims: [id] }: (typeof sides)[number]) =>
    values.findIndex(({ claim }) => claim.id === id);
  return sides
    .sort((a, b) => order(a) - order(b))
    .flatMap(({ first, claims: [one, ...more] }) =>
      one ? [{ value: first.quantity.text, claims: [one, ...more] }] : [],
    );
}
