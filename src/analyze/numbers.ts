import { certainClaims } from '../facts.ts';
import { inCommonUnit } from '../language/units.ts';
import type { Bound, Claim, Fact, Quantity } from '../types.ts';
import type { Difference } from './divergence.ts';

/**
 * Reports that count or measure the same thing differently.
 *
 * Compared are claims of one fact that have a single quantity of a unit. Units of one kind are
 * converted; what rounding explains is no difference, and a hedged number differs only from one
 * that its hedge cannot cover: "at least 12" from 9, not from 30.
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

/**
 * Units that say nothing of the event: how many people a newsroom spoke to is its own affair, and
 * so is how long ago. People are compared where it is said what happened to them ("people killed").
 */
const NOT_COMPARED = new Set([
  'official',
  'source',
  'witness',
  'report',
  'aide',
  'diplomat',
  'year-old',
  'd',
  'h',
  'min',
  's',
  'wk',
  'mo',
]);

interface Canonical {
  readonly claim?: Claim;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly value: number;
  /** The greater end of a range; the value itself where it is none. */
  readonly upTo: number;
}

function canonical(quantity: Quantity): Canonical {
  const { unit, value } = inCommonUnit(quantity.value, quantity.unit);
  const upTo = inCommonUnit(quantity.upTo ?? quantity.value, quantity.unit).value;
  return { quantity, unit, value, upTo };
}

interface Value extends Canonical {
  readonly claim: Claim;
}

/** The one quantity of a unit that a claim has; "20 kilometres (12 miles)" are one. */
function single(claim: Claim, unit: string): Value[] {
  const found = claim.quantities
    .filter(({ end }) => !SPEAKING.test(claim.exact.slice(end)))
    .map(canonical)
    .filter((quantity) => quantity.unit === unit);
  const [first, ...rest] = found;
  if (!first || rest.some((other) => !compatible(first, other))) return [];
  return [{ ...first, claim }];
}

/** What people do who are no part of the event: "two people told the newspaper". */
const SPEAKING = /^(?: [\p{L}-]+){0,4} (?:said|say|says|told|confirmed|who asked|familiar)\b/u;

/** Rounding explains a difference of this share, or of half a unit of the last digit. */
const TOLERANCE = 0.05;
/** "About 20" covers this share more or less. */
const HEDGED_TOLERANCE = 0.2;

function compatible(a: Canonical, b: Canonical): boolean {
  return covers(a, b) || covers(b, a) || close(a, b);
}

/** Whether a bound leaves room for another number, which may be a bound as well. */
function covers({ quantity: { bound }, value, upTo }: Canonical, other: Canonical): boolean {
  const against = other.quantity.bound;
  if (upTo > value && other.value <= upTo && other.upTo >= value) return true;
  if (bound === 'at-least') return against === 'at-least' || other.upTo >= value;
  if (bound === 'at-most') return against === 'at-most' || other.value <= value;
  return false;
}

function close(a: Canonical, b: Canonical): boolean {
  const hedged = a.quantity.bound === 'about' || b.quantity.bound === 'about';
  const converted = a.quantity.unit !== b.quantity.unit;
  const share = hedged
    ? HEDGED_TOLERANCE
    : converted || Math.max(a.value, b.value) >= 100
      ? TOLERANCE
      : 0;
  return Math.abs(a.value - b.value) <= share * Math.max(a.value, b.value);
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
