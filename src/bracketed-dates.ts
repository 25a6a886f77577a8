import { certainDate } from './certain-dates.ts';
import type { Change } from './edited.ts';
import { type When, whenOf } from './event-times.ts';
import type { Claim, Span, Time } from './types.ts';

/** What dates in brackets are put behind. */
interface Dated {
  readonly claim: Claim;
  /** Where the claim's own words begin among those that changes count in. */
  readonly own: number;
  readonly isFree: (span: Span) => boolean;
  /** Publication date of the report, ISO 8601; null where it is not known. */
  readonly published: string | null;
}

/**
 * Put a date in brackets behind each time that a report gives as seen from its own day, once where
 * several words mean the same. Nothing behind what is blurred ("a month ago") or may be another day.
 *
 * @param label What stands in the brackets; nothing where the words say it themselves.
 */
export function datesBehind(
  { claim, own, isFree, published }: Dated,
  label: (time: Time, when: When) => string | undefined,
): readonly Change[] {
  const place = ({ start, end }: Span) => ({ start: own + start, end: own + end });
  const printed = claim.times.filter((time) => isFree(place(time)));
  return printed.flatMap((time, index): Change[] => {
    const date = certainDate(time);
    const when = time.relative ? whenOf(time, published) : undefined;
    if (!when || when.about) return [];
    if (printed.slice(0, index).some((earlier) => certainDate(earlier) === date)) return [];
    const words = label(time, when);
    if (words === undefined) return [];
    return [{ kind: 'behind', end: place(time).end, text: ` [${words}]`, reason: 'date' }];
  });
}

/** Whether words name a month ("May 13", "Sept. 3", "last May"); "3 days ago" does not. */
export const namesMonth = (text: string, month: string): boolean =>
  new RegExp(`\\b${month.slice(0, 3)}`, 'u').test(text);
