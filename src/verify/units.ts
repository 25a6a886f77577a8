import { measuredIn, reckoningOf, unitPrinted } from '../conversions.ts';
import type { Claim } from '../types.ts';
import type { Check } from './evidence.ts';

/** A conversion is rounded to this share of the figure at most. */
const ROUNDED = 0.05;

/** And degrees to whole ones. */
const HALF = 0.5;

/** A figure and its unit: "19 km", "8–11 km", "6,100 hectares". */
const FIGURE = /^ \[(?<low>[−\d,.]+)(?:–(?<high>[−\d,.]+))? (?<unit>[\p{L}°/ ]+)\]$/u;

/** A figure in other units is that of the passage just before it, reckoned again. */
export const units: Check = ({ statement, claim }) => {
  let at = 0;
  return statement.pieces.flatMap((piece) => {
    if (piece.kind !== 'added') {
      at += piece.text.length;
      return [];
    }
    const place = at - (claim.lead?.exact.length ?? 0);
    if (piece.reason !== 'unit' || isConverted(piece.text, claim, place)) return [];
    return [{ found: `figure${piece.text}`, expected: 'the figure before it in other units' }];
  });
};

function isConverted(text: string, claim: Claim, place: number): boolean {
  const { low = '', high, unit: words = '' } = FIGURE.exec(text)?.groups ?? {};
  const printed = unitPrinted(words);
  return claim.quantities.some((quantity) => {
    const { unit, end } = measuredIn(claim, quantity);
    const reckoning = SYSTEMS.map((system) => reckoningOf(unit, system)).find(
      (one) => one?.unit === printed,
    );
    if (!reckoning || end !== place || (quantity.upTo === null) !== (high === undefined))
      return false;
    const { reckon } = reckoning;
    const least = unit.startsWith('°') ? HALF : 0;
    return (
      isNear(numberIn(low), reckon(quantity.value), least) &&
      isNear(numberIn(high ?? low), reckon(quantity.upTo ?? quantity.value), least)
    );
  });
}

const SYSTEMS = ['metric', 'imperial'] as const;

const numberIn = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

const isNear = (printed: number, value: number, least: number): boolean =>
  Math.abs(printed - value) <= Math.max(least, ROUNDED * Math.abs(value));
