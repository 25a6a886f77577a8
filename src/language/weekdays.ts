import { addDays, mondayOf, weekdayOf } from './calendar.ts';
import type { Tense } from './tense.ts';

/** Which day a weekday means. */

export const WEEKDAYS: readonly string[] =
  'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** Some begin the week with it, some end it: on it, and of it, "this week" may be either. */
export const SUNDAY = 6;

/** Weeks, months or years from now. */
export const WHICH: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** What may stand between a preposition and a day: "until 5 p.m. on Friday". Ends a pattern. */
export const UP_TO_DAY =
  '(?:(?:late|early|on|noon|midnight|at|\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]\\.?m\\.?)?|gmt|utc|[ecmp][sd]t) )*$';
/** "Closed until Friday" may be past or to come, whatever the tense of "closed". */
export const BOUND = new RegExp(
  `\\b(?:until|till|by|for|from|to|through|before|after|ahead of|following) ${UP_TO_DAY}`,
  'iu',
);
const SINCE = new RegExp(`\\bsince ${UP_TO_DAY}`, 'iu');

/**
 * A weekday that is no day of the publication's week: one of many ("a Monday"), one told from
 * another day ("the following Monday", "the Monday"), or the name of a feast.
 */
const OTHER_DAY =
  /\b(?:the|that|an?|each|every|any|one|another|following|previous|preceding|same|first|second|third|final|ago|weeks? (?:from|of)|good|black|ash|holy|palm|easter|super|cyber|bloody|maundy|shrove|whit)\s*$/iu;

const MANY = '(?:morning|afternoon|evening|night)s';
/** "Monday nights", "Monday and Tuesday nights": each week anew. */
const OTHER_DAY_BEHIND = new RegExp(
  `^ (?:week|after next|before last|${MANY}|(?:and|or) (?:${WEEKDAYS.join('|')})(?:s| ${MANY}))\\b`,
  'iu',
);

/** The weekday, as written, and what surrounds it. */
export interface Weekday {
  readonly name: string;
  /** "Last", "next", "this" or the like before it. */
  readonly which: string;
  /** "Last", "next" or "this" of the week that it is said to be in. */
  readonly week: string | undefined;
  readonly published: string;
  readonly before: string;
  readonly after: string;
  readonly tense: Tense;
}

/** The day that a weekday means, counted from the publication; nothing where it may be another. */
export function dayOfWeekday(weekday: Weekday): string | undefined {
  const { name, which, week, published, before, after } = weekday;
  if (OTHER_DAY.test(before) || OTHER_DAY_BEHIND.test(after)) return undefined;
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  const days = daysAround(published, wanted);
  if (!week) return (WHICH_DAY[which.toLowerCase()] ?? bareWeekday)(days, weekday);
  const toldApart = wanted !== SUNDAY && weekdayOf(published) !== SUNDAY;
  return toldApart ? addDays(days.inWeek, 7 * (WHICH[week.toLowerCase()] ?? 0)) : undefined;
}

/** "As early as Friday", "planned to leave on Friday". */
const TO_COME =
  /\bas (?:early|soon|late) as (?:on )?$|\b(?:plan|schedul|slat|intend|expect)\p{L}{0,4}(?: \p{L}{1,20}){0,8} $/iu;

/** The day that a weekday most likely means, where it may be another. */
export function likelyDay({ name, which, week, published, before, tense }: Weekday): string {
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  const days = daysAround(published, wanted);
  if (week) return addDays(days.inWeek, 7 * (WHICH[week.toLowerCase()] ?? 0));
  if (/last|past/iu.test(which)) return days.before;
  if (/next|coming/iu.test(which)) return days.coming;
  const open = (tense !== 'past' && BOUND.test(before)) || TO_COME.test(before);
  return tense === 'ahead' || (open && !SINCE.test(before)) ? days.coming : days.last;
}

/** The days of one name around the publication. */
interface Days {
  readonly published: string;
  /** In the publication's own week, Monday to Sunday. */
  readonly inWeek: string;
  /** The publication's own day, or the last before it. */
  readonly last: string;
  readonly before: string;
  readonly coming: string;
}

function daysAround(published: string, wanted: number): Days {
  const since = (weekdayOf(published) - wanted + 7) % 7;
  return {
    published,
    inWeek: addDays(mondayOf(published), wanted),
    last: addDays(published, -since),
    before: addDays(published, -(since || 7)),
    coming: addDays(published, 7 - since),
  };
}

/** "Last" and "next" have a value where both readings agree: the nearest, and the other week's. */
const WHICH_DAY: Readonly<Record<string, (days: Days, weekday: Weekday) => string | undefined>> = {
  last: ({ before, inWeek }) => (before === addDays(inWeek, -7) ? before : undefined),
  next: ({ coming, inWeek, published }) =>
    coming === addDays(inWeek, 7) && weekdayOf(published) !== SUNDAY ? coming : undefined,
  'this past': ({ before }) => before,
  'this coming': ({ coming }) => coming,
  coming: ({ coming }) => coming,
  this: ({ inWeek, published }, { tense }) =>
    inWeek >= published || tense === 'past' ? inWeek : undefined,
};

function bareWeekday({ published, last, coming }: Days, { before, tense }: Weekday) {
  if (SINCE.test(before)) return last === published ? undefined : last;
  const bound = BOUND.test(before);
  if (last === published) return bound ? undefined : published;
  if (tense === 'ahead') return coming;
  // Nobody calls the day of six days ago "Tuesday" on a Monday: the text was changed a day later.
  if (last === addDays(published, -6)) return undefined;
  return tense === 'past' && !bound ? last : undefined;
}
