import { whenOf } from '../event-times.ts';
import type { Claim } from '../types.ts';
import type { Check } from './evidence.ts';

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** What a date in brackets says of one day, month or year; absent what it leaves out. */
interface Said {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/**
 * A date in brackets ("[30 May]", "[May 27–31, 2024]", "[2023]") is what a time expression of the passage
 * names for certain. It is read from the printed words, so that the proof does not depend on what
 * wrote them.
 */
export const dates: Check = ({ statement, claims, published }) =>
  statement.pieces.flatMap((piece) => {
    if (piece.kind !== 'added' || piece.reason !== 'date') return [];
    const ends = piece.text.slice(2, -1).split('–').map(saidIn);
    return claims.some((claim) => isDateOf(ends, claim, published.get(claim.report) ?? null))
      ? []
      : [{ found: `date${piece.text}`, expected: 'the value of a date in the passage' }];
  });

function isDateOf(
  ends: readonly (Said | undefined)[],
  { times }: Claim,
  published: string | null,
): boolean {
  return times.some((time) => {
    const when = whenOf(time, published);
    if (!when || ends.length !== (when.until === null ? 1 : 2)) return false;
    const named = [when.date, when.until ?? when.date];
    return ends.every((said, index) => said !== undefined && agrees(said, named[index] ?? ''));
  });
}

/** The parts of a date in words; nothing where something else stands there. */
function saidIn(words: string): Said | undefined {
  const [year, ...years] = numbersIn(words, /\b\d{4}\b/gu);
  const [day, ...days] = numbersIn(words, /\b\d{1,2}\b/gu);
  const [name, ...names] = words.match(/\p{L}+/gu) ?? [];
  const month = name === undefined ? undefined : MONTHS.indexOf(name.toLowerCase()) + 1;
  const isPlain = years.length + days.length + names.length === 0 && month !== 0;
  return isPlain && [year, day, month].some(Boolean) ? { year, month, day } : undefined;
}

const numbersIn = (words: string, pattern: RegExp): readonly number[] =>
  Array.from(words.matchAll(pattern), ([number]) => Number(number));

function agrees({ year, month, day }: Said, date: string): boolean {
  const [ofYear, ofMonth, ofDay] = date.split('-').map(Number);
  return (
    (year === undefined || year === ofYear) &&
    (month === undefined || month === ofMonth) &&
    (day === undefined || day === ofDay)
  );
}
