import { dayOfWeekday, likelyDay, WEEKDAYS, type Weekday } from '../language/weekdays.ts';
import { GENITIVE, PART_OF_DAY, partOf, pattern, perhaps, sure, WEEKDAY } from './patterns.ts';
import type { Context, Groups, TimeRule } from './rules.ts';

/** Days by the name that they have in a week. */
export const WEEKDAY_RULES: readonly TimeRule[] = [
  {
    id: 'weekday',
    cues: WEEKDAYS,
    pattern: pattern(
      `(?:(?<which>last|next|this|this past|this coming|coming) )?${WEEKDAY}${PART_OF_DAY}(?: (?:of )?(?<week>last|this|next) week)?${GENITIVE}`,
    ),
    read: weekday,
    examples: [
      ['The bridge was closed on Monday.', { Monday: '2031-03-10' }],
      ['The bridge was closed on Tuesday night.', { 'Tuesday night': '2031-03-11TNI' }],
      ['The ferry will sail on Friday.', { Friday: '2031-03-14' }],
      ['The bridge was closed on Tuesday of last week.', { 'Tuesday of last week': '2031-03-04' }],
      ['They agreed to meet on Friday.', { Friday: '~2031-03-07' }],
      ['It was closed on a Monday.', {}],
    ],
  },
  {
    id: 'weekday-stretch',
    cues: WEEKDAYS,
    // No day of its own, be it one stretch or each week anew.
    pattern: pattern(`${WEEKDAY}(?: (?:to|through|until|till) |[–-])(?:${WEEKDAYS.join('|')})`),
    read: () => undefined,
    examples: [['It rained from Monday to Friday.', {}]],
  },
];

function weekday({ weekday: name = '', which = '', week, part }: Groups, context: Context) {
  const { published, before, after, tokens, next } = context;
  if (!published || NO_DAY.test(before) || NO_DAY_BEHIND.test(after)) return undefined;
  // "On a Monday" is any; "a Monday vote" is one that was told of.
  if (/\ban?\s*$/iu.test(before) && tokens[next]?.tag !== 'NOUN') return undefined;
  const day: Weekday = { ...context, name, which, week, published };
  const certain = dayOfWeekday(day);
  return partOf(certain ? sure(certain) : perhaps(likelyDay(day)), part);
}

/** One of many, or the name of a feast or an event. */
const NO_DAY =
  /\b(?:any|one|another|good|black|ash|holy|palm|easter|super|cyber|bloody|maundy|shrove|whit)\s*$/iu;
const NO_DAY_BEHIND = /^s\b/iu;
