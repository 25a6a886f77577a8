import type { Claim, Quantity } from './types.ts';

/**
 * Units and what one of them is in another. The foot is 0.3048 m and the pound 0.45359237 kg, exactly,
 * by the international yard and pound agreement of 1959; all else follows (NIST SP 811, appendix B).
 */

const MILE = 1.609344;
const FOOT = 0.3048;
const POUND = 0.45359237;
const ACRE = 0.40468564224;

/** A unit of the one system, and the one of the other that its figures are given in. */
interface Conversion {
  readonly imperial: string;
  readonly metric: string;
  /** What one of the first is in the second. */
  readonly factor: number;
  /** Where the second has its zero, in the first. */
  readonly zero: number;
}

/** By the symbols that figures of claims have. */
const CONVERSIONS: readonly Conversion[] = [
  { imperial: 'mi', metric: 'km', factor: MILE, zero: 0 },
  { imperial: 'ft', metric: 'm', factor: FOOT, zero: 0 },
  { imperial: 'lb', metric: 'kg', factor: POUND, zero: 0 },
  { imperial: 'acre', metric: 'ha', factor: ACRE, zero: 0 },
  { imperial: 'mi²', metric: 'km²', factor: MILE ** 2, zero: 0 },
  { imperial: 'ft²', metric: 'm²', factor: FOOT ** 2, zero: 0 },
  { imperial: 'mi/h', metric: 'km/h', factor: MILE, zero: 0 },
  { imperial: '°F', metric: '°C', factor: 5 / 9, zero: 32 },
];

/** A unit as it is printed behind one, and behind other numbers. */
const PRINTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  mi: ['mile', 'miles'],
  km: ['km', 'km'],
  ft: ['foot', 'feet'],
  m: ['m', 'm'],
  lb: ['lb', 'lb'],
  kg: ['kg', 'kg'],
  acre: ['acre', 'acres'],
  ha: ['hectare', 'hectares'],
  'mi²': ['sq mile', 'sq miles'],
  'km²': ['sq km', 'sq km'],
  'ft²': ['sq foot', 'sq feet'],
  'm²': ['sq m', 'sq m'],
  'mi/h': ['mph', 'mph'],
  'km/h': ['km/h', 'km/h'],
  '°F': ['°F', '°F'],
  '°C': ['°C', '°C'],
};

/** How figures of a unit are given in another system. */
export interface Reckoning {
  readonly unit: string;
  readonly reckon: (value: number) => number;
}

/** Say how figures of a unit are given in a system; nothing where they are of it, or of neither. */
export function reckoningOf(unit: string, system: 'metric' | 'imperial'): Reckoning | undefined {
  const found = CONVERSIONS.find(
    (one) => one[system === 'metric' ? 'imperial' : 'metric'] === unit,
  );
  if (!found) return undefined;
  const { metric, imperial, factor, zero } = found;
  return system === 'metric'
    ? { unit: metric, reckon: (value) => (value - zero) * factor }
    : { unit: imperial, reckon: (value) => value / factor + zero };
}

/** A figure's unit where the words around it tell more than its own, and where these end. */
export interface Measured {
  readonly unit: string;
  /** Into the claim's `exact`. */
  readonly end: number;
}

/**
 * Tell degrees and pounds apart: degrees by the scale that is named behind them; pounds are of weight
 * where something weighs them, else of money.
 */
export function measuredIn({ exact }: Claim, { start, end, unit }: Quantity): Measured {
  if (unit === 'pound' && WEIGHS.test(exact.slice(0, start))) return { unit: 'lb', end };
  const [scale, name = ''] = (unit === '°' && SCALE.exec(exact.slice(end))) || [''];
  return name === '' ? { unit, end } : { unit: `°${name}`, end: end + scale.length };
}

const WEIGHS = /\bweigh(?:s|ed|ing|t)?(?: \S+){0,3} $/u;
const SCALE = /^ ([FC])(?:ahrenheit|elsius)?\b/u;

/** A unit in words: `km`, `miles`. */
export const printedUnit = (unit: string, value: number): string =>
  PRINTED[unit]?.[value === 1 ? 0 : 1] ?? unit;

/** The symbol of a unit in words; nothing where it is none of ours. */
export const unitPrinted = (words: string): string | undefined =>
  Object.keys(PRINTED).find((unit) => PRINTED[unit]?.includes(words));
