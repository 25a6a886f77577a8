import { isDay, namedDate } from './certain-dates.ts';
import { MONTHS } from './language/calendar.ts';
import { isReporting } from './language/saying.ts';
import { IDLE_STEMS } from './language/stop-words.ts';
import { stems } from './language/words.ts';
import { isWithin } from './spans.ts';
import type { Claim, Span } from './types.ts';

/*
 * What stands around a value in its claim, and so tells what it is a value of: twelve whats, that did
 * what, on which day.
 */

/**
 * The verb that a stretch of a claim belongs to, in its dictionary form: one in it, else the last
 * before it, else the first behind it. Verbs of saying are passed over where there is another: in
 * "police said 12 people were hurt" they belong to who says so.
 */
export function toldVerbAt({ verbs }: Pick<Claim, 'verbs'>, span: Span): string | undefined {
  const told = verbs.filter(({ lemma }) => !isReporting(lemma));
  return verbAt({ verbs: told.length > 0 ? told : verbs }, span);
}

/** The verb that a stretch of a claim belongs to, as `toldVerbAt` finds it, one of saying or not. */
export function verbAt({ verbs }: Pick<Claim, 'verbs'>, { start, end }: Span): string | undefined {
  const [inside, before, behind] = [
    verbs.find((verb) => isWithin(verb, { start, end })),
    verbs.findLast((verb) => verb.end <= start),
    verbs.find((verb) => verb.start >= end),
  ];
  return (inside ?? before ?? behind)?.lemma;
}

/**
 * Stems of the words around a stretch of a claim that are no names, no times and no figures.
 *
 * @param reach How many words to either side.
 */
export function stemsAround(
  { exact, names, times }: Claim,
  { start, end }: Span,
  reach: number,
): ReadonlySet<string> {
  const before = exact.slice(0, start).trim().split(/\s+/u).slice(-reach);
  const behind = exact.slice(end).trim().split(/\s+/u).slice(0, reach);
  const named = new Set([...names, ...times.map(({ text }) => text)].flatMap(stems));
  return new Set(
    stems([...before, ...behind].join(' ')).filter(
      (stem) => !IDLE_STEMS.has(stem) && !named.has(stem) && !/^\d/u.test(stem),
    ),
  );
}

/** A year that a sentence names. */
const YEAR = /\b(?:19|20)\d\d\b/gu;

/** The dates that a claim names, and the years in the sentence around it, ISO 8601. */
function datesOf({ times, context, exact }: Claim): readonly string[] {
  const dated = times.flatMap((time) => namedDate(time) ?? []);
  const years = context.exact.match(YEAR) ?? [];
  const undated = dated.length + years.length > 0 ? [] : (exact.match(UNDATED) ?? []);
  return [...new Set([...dated, ...years, ...undated.map((text) => text.toLowerCase())])];
}

/** A month or year of which a report without a date does not tell which it is. */
const UNDATED = new RegExp(
  `\\b(?:(?<=\\b(?:in|early|late|mid|of|since) )(?:${MONTHS.join('|')})[a-z]*(?![a-z]|[. ]+\\d)|last (?:month|year))\\b`,
  'giu',
);

/**
 * Whether two claims tell of other times: both are dated, and no date of the one can be one of the
 * other's; or one is dated to a month or year that is not the present one, and the other is not
 * dated. What happened then is another thing, however alike its words.
 *
 * @param present The month of the reports, ISO 8601; undefined where none is dated.
 */
export function areOfOtherTimes(a: Claim, b: Claim, present: string | undefined): boolean {
  const year = present?.slice(0, 4);
  const [left = [], right = []] = [a, b].map((claim) =>
    datesOf(claim)
      .filter((date) => isDay(date) || !present?.startsWith(date))
      // Of what is years ago reports may well confuse the month.
      .map((date) =>
        year && /^\d{4}/u.test(date) && !date.startsWith(year) ? date.slice(0, 4) : date,
      ),
  );
  if (left.length > 0 && right.length > 0)
    return !left.some((one) =>
      right.some((other) => one.startsWith(other) || other.startsWith(one)),
    );
  const dates = [...left, ...right];
  return dates.length > 0 && dates.every((date) => !isDay(date));
}
