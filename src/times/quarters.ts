import { addMonths, PERIODS, quarterOf } from '../language/calendar.ts';
import { WHICH } from '../language/weekdays.ts';
import { list, pattern, perhaps, sure, YEAR } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Quarters and halves of a year. Whose year begins in which month, nobody says. */

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
  last: 4,
};

const ORDINAL = '(?<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)';
const OF_YEAR = `(?:(?: of)?,? ${YEAR}|(?: of)? (?<which>last|this|next) year)?`;

export const QUARTER_RULES: readonly TimeRule[] = [
  {
    id: 'quarter',
    cues: ['quarter'],
    pattern: pattern(
      `(?:the |(?<which>this|last|next) year['’]s )?(?:(?<yearBefore>(?:19|20)\\d\\d) )?(?:fiscal )?(?<ago>(?:year-(?:ago|earlier)|previous year['’]s) )?(?:fiscal )?${ORDINAL}[- ]quarter(?:${OF_YEAR.replace('?<which>', '?<whichBehind>')})`,
    ),
    read: quarter,
    examples: [
      ['Sales rose in the third quarter.', { 'the third quarter': '~2030-Q3' }],
      ['Sales rose in the first quarter of 2029.', { 'the first quarter of 2029': '2029-Q1' }],
      [
        'Sales fell from the year-earlier third quarter.',
        { 'the year-earlier third quarter': '~2029-Q3' },
      ],
    ],
  },
  {
    id: 'half',
    cues: ['half'],
    pattern: pattern(`the (?<ordinal>first|second|last) half(?: of)?,? ${YEAR}`),
    read: ({ ordinal = '', year = '' }) => sure(`${year}-H${/first/iu.test(ordinal) ? 1 : 2}`),
    examples: [['Sales rose in the first half of 2029.', { 'the first half of 2029': '2029-H1' }]],
  },
  {
    id: 'latest-quarter',
    cues: ['quarter'],
    pattern: pattern('the (?:latest |most recent |just-ended )?quarter'),
    read: (_, { published }) => lastQuarter(published, 0),
    examples: [['Sales rose in the quarter.', { 'the quarter': '~2030-Q4' }]],
  },
  {
    id: 'year-earlier',
    cues: list('year'),
    pattern: pattern(
      '(?:the )?(?:comparable |same )?(?:year-(?:ago|earlier)|previous-year)(?: (?:quarter|period))?',
    ),
    read: (_, { published }) => lastQuarter(published, -4),
    examples: [
      ['Sales fell from the year-earlier period.', { 'the year-earlier period': '~2029-Q4' }],
    ],
  },
];

/** The last quarter that is over, or one that lies so many from it. */
function lastQuarter(published: string | null, count: number): Reading | undefined {
  return published ? perhaps(PERIODS['quarter']?.(published, count - 1) ?? '') : undefined;
}

function quarter(groups: Groups, { published, tense }: Context): Reading | undefined {
  const { ordinal = '', ago, which, whichBehind } = groups;
  const year = groups['year'] ?? groups['yearBefore'];
  const number = ORDINALS[ordinal.toLowerCase()] ?? 1;
  if (year) return sure(`${year}-Q${number}`);
  if (!published) return undefined;
  const named = which ?? whichBehind;
  const thisYear = Number(published.slice(0, 4)) - (ago ? 1 : 0);
  if (named) return sure(`${thisYear + (WHICH[named.toLowerCase()] ?? 0)}-Q${number}`);
  // Sales are told of when their quarter is nearly over at the earliest.
  const current = Number(quarterOf(addMonths(published, 1).concat('-01')).slice(-1));
  const begun = number <= current || tense === 'ahead';
  return perhaps(`${thisYear - (begun ? 0 : 1)}-Q${number}`);
}
