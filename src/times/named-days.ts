import { addDays, PERIODS } from '../language/calendar.ts';
import { GENITIVE, list, PART_OF_DAY, PARTS, partOf, pattern, perhaps, sure } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Days and parts of days that are named as seen from the publication. */
export const NAMED_DAY_RULES: readonly TimeRule[] = [
  {
    id: 'today',
    cues: list('today yesterday tomorrow'),
    pattern: pattern(
      `(?:(?:earlier|late|later|early) )?(?<name>today|yesterday|tomorrow)${PART_OF_DAY}${GENITIVE}`,
    ),
    read: (groups, context) => partOf(namedDay(groups, context), groups['part']),
    examples: [
      ['The bridge was closed yesterday.', { yesterday: '2031-03-11' }],
      ['The bridge was closed yesterday evening.', { 'yesterday evening': '2031-03-11TEV' }],
      ['The bridge will open tomorrow.', { tomorrow: '2031-03-13' }],
      ['Today it has 9,000 inhabitants.', { Today: '~2031-03-12' }],
      ['In today’s world it is old.', {}],
      ['He told HARLOW TODAY of it.', {}],
    ],
  },
  {
    id: 'day-but-one',
    cues: list('yesterday tomorrow'),
    pattern: pattern(`(?<name>the day before yesterday|the day after tomorrow)${GENITIVE}`),
    read: namedDay,
    examples: [
      ['It was closed the day before yesterday.', { 'the day before yesterday': '2031-03-10' }],
    ],
  },
  {
    id: 'this-part-of-day',
    cues: list('tonight night morning afternoon evening overnight'),
    pattern: pattern(
      `(?:(?:earlier|late|later|early) )?(?<name>last night|tonight|this (?<part>morning|afternoon|evening))${GENITIVE}`,
    ),
    read: (groups, context) => {
      const night = /night$/iu.test(groups['name'] ?? '') ? 'night' : undefined;
      return partOf(namedDay(groups, context), groups['part'] ?? night);
    },
    examples: [
      ['The bridge was closed this morning.', { 'this morning': '2031-03-12TMO' }],
      ['The bridge was closed last night.', { 'last night': '2031-03-11TNI' }],
      ['The bridge will open tonight.', { tonight: '2031-03-12TNI' }],
    ],
  },
  {
    id: 'part-of-day',
    cues: list('morning afternoon evening night overnight'),
    pattern: pattern(
      '(?:(?:the|that|mid|early|late)[ -])?(?<part>morning|afternoon|evening)|the (?<night>night)|(?<over>overnight)',
    ),
    read: partOfDay,
    examples: [
      ['It was shut in the morning.', { 'the morning': '~2031-03-12TMO' }],
      [
        'It was shut on Monday, and burned in the evening.',
        { Monday: '2031-03-10', 'the evening': '~2031-03-10TEV' },
      ],
      ['A morning of rain.', {}],
    ],
  },
  {
    id: 'weekend',
    cues: ['weekend'],
    pattern: pattern(
      `(?:(?<which>last|past|this past|this|next|coming) |the (?:(?<the>past|last|coming) )?)weekend${GENITIVE}`,
    ),
    read: weekend,
    examples: [
      ['It burned over the weekend.', { 'the weekend': '~2031-W10-WE' }],
      ['It will open next weekend.', { 'next weekend': '~2031-W12-WE' }],
    ],
  },
];

const NAMED_DAYS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  'last night': -1,
  yesterday: -1,
  tomorrow: 1,
  'the day after tomorrow': 2,
};

function namedDay({ name = '' }: Groups, context: Context): Reading | undefined {
  const { published, words, before, tense } = context;
  // The name of a paper ends with it, in capitals.
  if (!published || (/^TODAY$/u.test(words) && /\p{Lu}{2} $/u.test(before))) return undefined;
  const day = addDays(published, NAMED_DAYS[name.toLowerCase()] ?? 0);
  // "Today it has 9,000 inhabitants", "today's youth": nowadays.
  if (/^today['’]s$/iu.test(words) && tense !== 'past') return undefined;
  const nowadays = /^today$/iu.test(words) && tense === 'present';
  return nowadays || /\bof\s*$/iu.test(before) ? perhaps(day) : sure(day);
}

/** "The morning" of the day that was named last, else of the publication's. */
function partOfDay(groups: Groups, context: Context): Reading | undefined {
  const { part, night, over } = groups;
  const { published, words, before, after, found } = context;
  if (!published || /^ of\b/iu.test(after)) return undefined;
  // "A morning", "Monday mornings": one of many. Alone it is so only behind a preposition.
  const alone = /^(?:morning|afternoon|evening)$/iu.test(words);
  if (alone && !/\b(?:by|until|since|in|before)\s*$/iu.test(before)) return undefined;
  const day = found.findLast(({ value }) => /^\d{4}-\d\d-\d\d$/u.test(value))?.value;
  const code = PARTS[(part ?? night ?? over ?? '').toLowerCase()] ?? '';
  return perhaps(`${day ?? addDays(published, over ? -1 : 0)}${code}`, 'time');
}

function weekend({ which = '', the = '' }: Groups, { published, tense }: Context) {
  if (!published) return undefined;
  const past = /last|past/iu.test(which + the) || (/^$/u.test(which + the) && tense !== 'ahead');
  const count = past ? -1 : /next/iu.test(which) ? 1 : 0;
  return perhaps(PERIODS['weekend']?.(published, count) ?? '');
}
