import type { Token } from '../types.ts';
import { hedgeOf } from './hedges.ts';
import { isCountedNoun, type Numeral } from './numerals.ts';
import { isPeople, stateAround } from './tolls.ts';
import { CURRENCY_SIGNS, UNITS_BEFORE, unitOf } from './units.ts';

/** What numbers count: a unit, a currency, people and what happened to them, a noun. */

/** A unit, and the tokens that the quantity is made of. */
export interface Counted {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Where the number begins, with its currency: a hedge stands before it. */
  readonly at: number;
  /** Where to read on. */
  readonly next: number;
}

/** What a number counts; nothing where it counts nothing that could be compared. */
export function countedAt(
  tokens: readonly Token[],
  index: number,
  numeral: Numeral,
): Counted | undefined {
  const { next } = numeral;
  const sign = CURRENCY_SIGNS[tokens[index - 1]?.norm ?? ''];
  if (sign) return perTime(tokens, { unit: sign, from: index - 1, at: index - 1, to: next, next });
  // "20-kilometre", "16-year-old": the hyphen is a token of its own.
  const at = tokens[next]?.text === '-' ? next + 1 : next;
  return (
    measured(tokens, index, at) ??
    unitBefore(tokens, index, next) ??
    people(tokens, index, numeral) ??
    noun(tokens, index, next)
  );
}

/** Whether a token stands between a unit and the number behind it. */
export const joinsUnit = (tokens: readonly Token[], index: number): boolean =>
  /^(?:of|-)$/u.test(tokens[index]?.norm ?? '') && UNITS_BEFORE.has(tokens[index - 1]?.norm ?? '');

/** "Magnitude 6", "a magnitude of 6". */
function unitBefore(tokens: readonly Token[], index: number, next: number): Counted | undefined {
  const at = joinsUnit(tokens, index - 1) ? index - 2 : index - 1;
  const unit = tokens[at]?.norm ?? '';
  return UNITS_BEFORE.has(unit) ? { unit, from: at, at: index, to: next, next } : undefined;
}

/** "20 kilometres", "5 miles an hour": the unit that stands at a place. */
export function measured(tokens: readonly Token[], index: number, at: number): Counted | undefined {
  const words = tokens.slice(at, at + 3).map(({ norm }) => norm);
  if (words[0] === 'per' && words[1] === 'cent') {
    return { unit: '%', from: index, at: index, to: at + 2, next: at + 2 };
  }
  const square = words[0] === 'square' ? unitOf(tokens[at + 1]) : undefined;
  if (square) return { unit: `${square}²`, from: index, at: index, to: at + 2, next: at + 2 };
  const unit = unitOf(tokens[at]);
  if (!unit) return undefined;
  const old = unit === 'y' ? words.indexOf('old') : -1;
  if (old > 0)
    return { unit: 'year-old', from: index, at: index, to: at + old + 1, next: at + old + 1 };
  return perTime(tokens, { unit, from: index, at: index, to: at + 1, next: at + 1 });
}

const PER = new Set(['per', 'a', 'an', 'each', 'every', '/']);

/** "5 miles an hour" is no length, "$5 a day" no price. */
function perTime(tokens: readonly Token[], counted: Counted): Counted {
  const per = PER.has(tokens[counted.to]?.norm ?? '') ? tokens[counted.to + 1] : undefined;
  const unit = per?.norm === 'h' ? 'h' : unitOf(per);
  if (!unit) return counted;
  const to = counted.to + 2;
  return { ...counted, unit: `${counted.unit}/${unit}`, to, next: to };
}

/** What happened to people, where the words around their number say so. */
function people(tokens: readonly Token[], index: number, { next }: Numeral): Counted | undefined {
  const counted = noun(tokens, index, next);
  const first = hedgeOf(tokens, index, next)?.from ?? index;
  const toll = stateAround(tokens, { first, next, noun: counted });
  if (!toll) return undefined;
  return {
    unit: `${toll.of} ${toll.state}`,
    from: Math.min(index, toll.from),
    at: index,
    to: Math.max(counted?.to ?? next, toll.to),
    next: Math.max(counted?.to ?? next, toll.to),
  };
}

/** The noun that is counted, with at most two adjectives before it: "26 Somali pirates". */
function noun(tokens: readonly Token[], index: number, next: number): Counted | undefined {
  // "Boeing 737 planes": perhaps part of the name.
  if (tokens[index - 1]?.tag === 'PROPN' && !isPeople(tokens[next])) return undefined;
  const plus = /^(?:\+|or)$/u.test(tokens[next]?.norm ?? '') ? hedgeOf(tokens, index, next)?.to : 0;
  const begin = Math.max(next, plus ?? 0);
  for (let at = begin; at <= begin + 2; at++) {
    const token = tokens[at];
    if (!token) return undefined;
    const unit = isPeople(token) ? 'people' : isCountedNoun(token) ? token.lemma : undefined;
    if (unit) return { unit, from: index, at: index, to: at + 1, next: at + 1 };
    if (!['ADJ', 'PROPN', 'NOUN'].includes(token.tag)) return undefined;
  }
  return undefined;
}
