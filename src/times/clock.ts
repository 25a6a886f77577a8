import { certainDay } from '../certain-dates.ts';
import { WEEKDAYS } from '../language/weekdays.ts';
import { DATE, list, ONE_DAY, PART_OF_DAY, pattern, perhaps, sure, unnamed } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

const ZONE = '(?: (?:\\(?(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T|local time)\\)?))?';

/** The day that a time of day is said to be of. */
const OF_DAY = `(?:,? (?:on )?(?<day>(?:${WEEKDAYS.join('|')}|today|yesterday|tomorrow)${unnamed(PART_OF_DAY)}|${DATE})${ONE_DAY})?`;

const AROUND = '(?:(?<around>about|around|shortly (?:before|after)|just (?:before|after)) )?';

/** Hours of the day. */
export const CLOCK_RULES: readonly TimeRule[] = [
  {
    id: 'hour',
    cues: ['0', '00'],
    pattern: pattern(
      `${AROUND}(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))? ?(?<half>[ap])\\.?m\\b\\.?${ZONE}${OF_DAY}`,
    ),
    read: hourOfDay,
    examples: [
      ['It was closed at 9 a.m. Friday to Monday.', { '9 a.m.': '~2031-03-12T09:00' }],
      ['It was closed at 5 p.m. on May 3 to 5.', { '5 p.m.': '~2031-03-12T17:00' }],
      ['It was closed at 5 p.m. sharp.', { '5 p.m.': '~2031-03-12T17:00' }],
      [
        'It was closed at 9:30 a.m. GMT on Monday.',
        { '9:30 a.m. GMT on Monday': '2031-03-10T09:30' },
      ],
      [
        'It was closed on Monday and opened at 12:05 a.m.',
        { Monday: '2031-03-10', '12:05 a.m.': '~2031-03-10T00:05' },
      ],
    ],
  },
  {
    id: 'hour-of-24',
    cues: ['0', '00'],
    pattern: pattern(`${AROUND}(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)${ZONE}${OF_DAY}`),
    read: hourOfDay,
    examples: [
      ['It was closed at 14:30 GMT.', { '14:30 GMT': '~2031-03-12T14:30' }],
      ['It was closed at 9:25 Monday evening.', { '9:25 Monday evening': '2031-03-10T21:25' }],
    ],
  },
  {
    id: 'noon',
    cues: list('noon midday midnight'),
    pattern: pattern(`${AROUND}(?<name>noon|midday|midnight)${ZONE}${OF_DAY}`),
    read: (groups, context) =>
      at(/midnight/iu.test(groups['name'] ?? '') ? '24:00' : '12:00', groups, context),
    examples: [['It was closed at noon Monday.', { 'noon Monday': '2031-03-10T12:00' }]],
  },
];

function hourOfDay(groups: Groups, context: Context): Reading | undefined {
  const { hour = '', minute = '00', half, day = '' } = groups;
  const late = half ? /p/iu.test(half) : /(?:afternoon|evening|night)$/iu.test(day);
  const count = half || late ? (Number(hour) % 12) + (late ? 12 : 0) : Number(hour);
  return at(`${String(count).padStart(2, '0')}:${minute}`, groups, context);
}

/** An hour of the day that stands with it; else likely of the one that was named last. */
function at(clock: string, { day, around }: Groups, context: Context): Reading | undefined {
  const { published, found, atEnd } = context;
  const mod = around ? 'approx' : undefined;
  const own = day ? atEnd(day) : undefined;
  const certain = own && certainDay(own);
  if (certain) return sure(`${certain}T${clock}`, 'time', mod);
  const other = own ?? found.findLast(({ value }) => /^\d{4}-\d\d-\d\d/u.test(value));
  const likely = other?.value.slice(0, 10) ?? published;
  return likely ? perhaps(`${likely}T${clock}`, 'time', mod) : undefined;
}
