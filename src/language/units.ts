import { tableOf } from '../tables.ts';
import type { Token } from '../types.ts';

/** ISO 4217 codes where the sign stands for one currency in the news of its country. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = tableOf({
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  hk$: 'HKD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
});

/**
 * Written units and their symbols (SI, or the customary one). Not here: what is two units, as the
 * pound of weight and of money, or differs from country to country, as the ton and the rupee.
 */
const UNITS: Readonly<Record<string, string>> = tableOf({
  kilometer: 'km',
  kilometre: 'km',
  km: 'km',
  meter: 'm',
  metre: 'm',
  mile: 'mi',
  foot: 'ft',
  feet: 'ft',
  kilogram: 'kg',
  kg: 'kg',
  tonne: 't',
  tonnes: 't',
  lb: 'lb',
  liter: 'l',
  litre: 'l',
  hectare: 'ha',
  acre: 'acre',
  percent: '%',
  pct: '%',
  '%': '%',
  dollar: 'USD',
  euro: 'EUR',
  yen: 'JPY',
  hour: 'h',
  minute: 'min',
  second: 's',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'y',
  degree: '°',
  magnitude: 'magnitude',
});

/** Units that stand before their number, too: "magnitude 6", "a magnitude of 6", "magnitude-6". */
export const UNITS_BEFORE: ReadonlySet<string> = new Set(['magnitude']);

/** The symbol of the unit that a word names. */
export const unitOf = (token: Token | undefined): string | undefined =>
  token && (UNITS[token.norm] ?? UNITS[token.lemma]);

/** Units that measure the same, as multiples of one of them. */
const CONVERSIONS: Readonly<Record<string, readonly [unit: string, factor: number]>> = tableOf({
  mi: ['km', 1.609344],
  m: ['km', 0.001],
  ft: ['km', 0.0003048],
  lb: ['kg', 0.45359237],
  t: ['kg', 1000],
  acre: ['ha', 0.40468564],
  'mi²': ['km²', 2.589988],
});

/** A value in the unit that all of its kind are compared in: 12 mi are 19.3 km. */
export function inCommonUnit(value: number, unit: string): { unit: string; value: number } {
  const [common, factor] = CONVERSIONS[unit] ?? [unit, 1];
  return { unit: common, value: value * factor };
}
