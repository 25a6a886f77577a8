import { inCommonUnit } from './language/units.ts';
import type { Claim, Quantity } from './types.ts';

/** A number of a claim in the unit that all of its kind are compared in. */
export interface Measure {
  /** As the claim has it. */
  readonly quantity: Quantity;
  readonly unit: string;
  readonly value: number;
  /** The greater end of a range; the value itself where it is none. */
  readonly upTo: number;
}

/** List what a claim counts or measures of the event, in common units. */
export function measuresOf(claim: Claim): readonly Measure[] {
  return claim.quantities
    .filter(({ end }) => !SPEAKING.test(claim.exact.slice(end)))
    .map(inCommon)
    .filter(({ unit }) => !NOT_COMPARED.has(unit));
}

/** What people do who are no part of the event: "two people told the newspaper". */
const SPEAKING = /^(?: [\p{L}-]+){0,4} (?:said|say|says|told|confirmed|who asked|familiar)\b/u;

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

function inCommon(quantity: Quantity): Measure {
  const { unit, value } = inCommonUnit(quantity.value, quantity.unit);
  const upTo = inCommonUnit(quantity.upTo ?? quantity.value, quantity.unit).value;
  return { quantity, unit, value, upTo };
}

/** Rounding explains a difference of this share, or of half a unit of the last digit. */
const TOLERANCE = 0.05;
/** "About 20" covers this share more or less. */
const HEDGED_TOLERANCE = 0.2;

/**
 * Whether two measures of one unit may be of the same thing: what rounding explains is no
 * difference, and a hedged number differs only from one that its hedge cannot cover: "at least
 * 12" from 9, not from 30.
 */
export function compatible(a: Measure, b: Measure): boolean {
  return covers(a, b) || covers(b, a) || close(a, b);
}

/** Whether a bound leaves room for another number, which may be a bound as well. */
function covers({ quantity: { bound }, value, upTo }: Measure, other: Measure): boolean {
  const against = other.quantity.bound;
  if (upTo > value && other.value <= upTo && other.upTo >= value) return true;
  if (bound === 'at-least') return against === 'at-least' || other.upTo >= value;
  if (bound === 'at-most') return against === 'at-most' || other.value <= value;
  return false;
}

function close(a: Measure, b: Measure): boolean {
  const hedged = a.quantity.bound === 'about' || b.quantity.bound === 'about';
  const converted = a.quantity.unit !== b.quantity.unit;
  const share = hedged
    ? HEDGED_TOLERANCE
    : converted || Math.max(a.value, b.value) >= 100
      ? TOLERANCE
      : 0;
  return Math.abs(a.value - b.value) <= share * Math.max(a.value, b.value);
}
