import { PERIODS, weekdayOf } from '../language/calendar.ts';
import { SUNDAY, WHICH } from '../language/weekdays.ts';
import type { TimeMod } from '../types.ts';
import { GENITIVE, list, PORTION, pattern, perhaps, portionOf, sure } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Weeks, months, quarters and years as seen from the publication. */
export const PERIOD_RULES: readonly TimeRule[] = [
  {
    id: 'period',
    cues: list('week month quarter year decade century'),
    pattern: pattern(
      `(?:(?:(?<sooner>earlier)|(?<later>later|sometime)) |${PORTION})(?<which>last|this|next) (?<unit>week|month|quarter|year|decade|century)${GENITIVE}`,
    ),
    read: period,
    examples: [
      ['The bridge was closed last month.', { 'last month': '2031-02' }],
      ['The bridge was closed this week.', { 'this week': '2031-W11' }],
      ['The bridge was closed earlier this year.', { 'earlier this year': '2031' }],
      ['The bridge will open early next year.', { 'early next year': '2032' }],
      ['The bridge was closed in his last year.', { 'last year': '~2030' }],
      ['It was closed in the last week of May.', { May: '~2030-05' }],
    ],
  },
  {
    id: 'current-period',
    cues: list('week month quarter year decade century'),
    pattern: pattern(
      `${PORTION}the (?:current|present) (?:fiscal )?(?<unit>week|month|quarter|year|decade|century)`,
    ),
    read: ({ unit = '', ...groups }, { published }) =>
      published
        ? sure(PERIODS[unit.toLowerCase()]?.(published, 0) ?? '', 'date', portionOf(groups))
        : undefined,
    examples: [['Sales rose in the current year.', { 'the current year': '2031' }]],
  },
  {
    id: 'bare-period',
    cues: list('week month year'),
    pattern: pattern(
      `(?:(?<portion>early|late) in |(?:the )?(?<portionOf>beginning|start|middle|end|close) of )?the (?:fiscal |calendar )?(?<unit>week|month|year)(?! end(?:ed|ing)\\b)${GENITIVE}`,
    ),
    read: barePeriod,
    examples: [
      ['It will open by the end of the year.', { 'the end of the year': '~2031' }],
      ['It was the year of the storm.', {}],
    ],
  },
  {
    id: 'year-end',
    cues: ['year'],
    pattern: pattern('year[- ]end'),
    read: (_, { published, tense }) =>
      published
        ? perhaps(`${Number(published.slice(0, 4)) - (tense === 'past' ? 1 : 0)}-12-31`)
        : undefined,
    examples: [['It will open by year-end.', { 'year-end': '~2031-12-31' }]],
  },
  {
    id: 'neighboring-period',
    cues: list('day week month quarter year'),
    pattern: pattern(
      '(?:(?:earlier|later) )?(?:the (?<which>following|next|previous|preceding|same)|that) (?<unit>day|week|month|quarter|year)',
    ),
    read: neighbor,
    examples: [
      [
        'It was closed on May 3, 1950, and opened the following day.',
        { 'May 3, 1950': '1950-05-03', 'the following day': '~1950-05-04' },
      ],
      [
        'It opened in 1950 and burned the following year.',
        { '1950': '1950', 'the following year': '~1951' },
      ],
    ],
  },
];

/** Words before "last year" that make it a year of something's own, or a stretch up to now. */
const OWN = /\b(?:the|his|her|its|their|our|my|your|a|one|final)\s*$/iu;

/** "Last week". "The last week", "his last year" and "the last week of May" are others. */
function period(groups: Groups, context: Context): Reading | undefined {
  const { which = '', unit = '', sooner, later } = groups;
  const { published, before, after } = context;
  if (!published || /^\s+of\b/iu.test(after)) return undefined;
  const value = PERIODS[unit.toLowerCase()]?.(published, WHICH[which.toLowerCase()] ?? 0) ?? '';
  const mod: TimeMod | undefined = sooner ? 'start' : later ? 'end' : portionOf(groups);
  const either = unit.toLowerCase() === 'week' && weekdayOf(published) === SUNDAY;
  return either || OWN.test(before) ? perhaps(value, 'date', mod) : sure(value, 'date', mod);
}

function barePeriod(groups: Groups, { published, after }: Context): Reading | undefined {
  const { unit = '' } = groups;
  if (!published || /^ (?:of|that|when|in|before|after|\d|\p{Lu})/u.test(after)) return undefined;
  return perhaps(PERIODS[unit.toLowerCase()]?.(published, 0) ?? '', 'date', portionOf(groups));
}

const NEIGHBORS: Readonly<Record<string, number>> = {
  following: 1,
  next: 1,
  previous: -1,
  preceding: -1,
  same: 0,
};

/** The period next to that of the time that was named last. */
function neighbor({ which = '', unit = '' }: Groups, { found, after }: Context) {
  const anchor = found.findLast(({ type, value }) => type === 'date' && /^\d{4}/u.test(value));
  const coarse = anchor && anchor.value.length < 10 && unit.toLowerCase() !== 'year';
  if (!anchor || coarse || /^ (?:\p{L}+)s\b/u.test(after)) return undefined;
  const day = `${anchor.value}-01-01`.slice(0, 10);
  const count = NEIGHBORS[which.toLowerCase()] ?? 0;
  return perhaps(PERIODS[unit.toLowerCase()]?.(day, count) ?? '');
}
