import { certainClaims } from '../facts.ts';
import type { Claim, Fact, Quantity } from '../types.ts';
import type { Difference } from './divergence.ts';

/**
 * Reports that count or measure the same thing differently.
 *
 * Compared are claims of one fact that have a single quantity of a unit. Units of one kind are
 * converted; what rounding explains is no difference, and a hedged number differs only from one
 * that its hedge cannot cover.
 */
export function numbersThatDiffer(fact: Fact): readonly Difference[] {
  const units = new Set(
    certainClaims(fact).flatMap(({ quantities }) =>
      quantities.map(canonical).map(({ unit }) => unit),
    ),
  );
  return [...units]
    .filter((unit) => !NOT_COMPARED.has(unit))
    .sort()
    .flatMap((unit) => {
      const values = certainClaims(fact).flatMap((claim) => single(claim, unit));
      const sides = group(values);
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

/** How many people a newsroom spoke to is its own affair. */
const NOT_COMPARED = new Set([
  'official',
  'source',
  'witness',
  'report',
  'person',
  'aide',
  'diplomat',
  'd',
  'h',
  'min',
  's',
  'wk',
  'mo',
]);

/** Units that measure the same, as multiples of one of them. */
const CONVERSIONS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  mi: ['km', 1.609344],
  m: ['km', 0.001],
  ft: ['km', 0.0003048],
  lb: ['kg', 0.45359237],
  t: ['kg', 1000],
  acre: ['ha', 0.40468564],
};

interface Canonical {
  readonly claim?: Claim;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly value: number;
}

function canonical(quantity: Quantity): Canonical {
  const [unit, factor] = CONVERSIONS[quantity.unit] ?? [quantity.unit, 1];
  return { quantity, unit, value: quantity.value * factor };
}

interface Value extends Canonical {
  readonly claim: Claim;
}

/** The one quantity of a unit that a claim has; "20 kilometres (12 miles)" are one. */
function single(claim: Claim, unit: string): Value[] {
  const found = claim.quantities.map(canonical).filter((quantity) => quantity.unit === unit);
  const [first, ...rest] = found;
  if (!first || rest.some((other) => !compatible(first, other))) return [];
  return [{ ...first, claim }];
}

/** Rounding explains a difference of this share, or of half a unit of the last digit. */
const TOLERANCE = 0.05;
/** "About 20" covers this share more or less. */
const HEDGED_TOLERANCE = 0.2;

function compatible(a: Canonical, b: Canonical): boolean {
  const hedged = a.quantity.approximate || b.quantity.approximate;
  const converted = a.quantity.unit !== b.quantity.unit;
  const share = hedged
    ? HEDGED_TOLERANCE
    : converted || Math.max(a.value, b.value) >= 100
      ? TOLERANCE
      : 0;
  return Math.abs(a.value - b.value) <= share * Math.max(a.value, b.value);
}

/** Claims by value, values that are compatible together. */
function group(values: readonly Value[]): Difference['sides'][number][] {
  const sides: { first: Value; claims: string[] }[] = [];
  for (const value of values) {
    const side = sides.find(({ first }) => compatible(first, value));
    if (side) side.claims.push(value.claim.id);
    else sides.push({ first: value, claims: [value.claim.id] });
  }
  return sides.flatMap(({ first, claims: [one, ...more] }) =>
    one ? [{ value: first.quantity.text, claims: [one, ...more] as const }] : [],
  );
}
