import {
  COUNT,
  countOf,
  HEDGE,
  hedgeOf,
  lengthOf,
  list,
  pattern,
  perhaps,
  SEVERAL,
  sure,
  UNIT,
  UNIT_CUES,
  unitOf,
} from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** What makes a length a stretch that lies somewhere: "the last two weeks". */
const STRETCH =
  '(?:(?:the|its|his|her|their) )?(?:(?:last|past|next|first|coming|final|previous|following|additional) )?';

/** How long something was or is. */
export const DURATION_RULES: readonly TimeRule[] = [
  {
    id: 'duration',
    cues: UNIT_CUES,
    pattern: pattern(
      `${HEDGE}${STRETCH}${COUNT}(?<half> 1/2| and a half)?(?: more| additional| full| consecutive| straight)?[ -]${UNIT}(?:[- ]long)?(?: and a half)?`,
    ),
    read: duration,
    examples: [
      ['It was closed for two days.', { 'two days': 'P2D' }],
      ['It was closed in the past two weeks.', { 'the past two weeks': 'P2W' }],
      ['A two-year closure ends.', { 'two-year': 'P2Y' }],
      ['It took more than five hours.', { 'more than five hours': 'PT5H' }],
      ['He is 52 years old, a 27-year-old is not.', {}],
      ['It makes 40 miles an hour, three times a day.', { 'three times a day': 'P1D' }],
    ],
  },
  {
    id: 'vague-duration',
    cues: list('several few many some number couple'),
    pattern: pattern(
      `${HEDGE}${STRETCH}(?:just )?(?:${SEVERAL}|(?<couple>a couple(?: of)?|couple of))[ -]${UNIT}`,
    ),
    read: ({ unit = '', couple, hedge }) =>
      perhaps(lengthOf(couple ? 2 : null, unit), 'duration', hedgeOf(hedge)),
    examples: [
      ['It rained in the last few days.', { 'the last few days': '~PXD' }],
      ['It was closed for several years.', { 'several years': '~PXY' }],
      ['It was closed for a couple of weeks.', { 'a couple of weeks': '~P2W' }],
    ],
  },
  {
    id: 'last-period',
    cues: list('past coming last next'),
    pattern: pattern(
      '(?:the )?(?:past|coming) (?<unit>week|month|quarter|year|decade|century)|the (?:last|next) (?<other>week|month|year|decade)',
    ),
    read: ({ unit, other = '' }, { after, published }) =>
      /^ of\b/iu.test(after) || !published
        ? undefined
        : sure(lengthOf(1, unit ?? other), 'duration'),
    examples: [['It rained over the past decade.', { 'the past decade': 'P10Y' }]],
  },
  {
    id: 'unit-alone',
    cues: list('minutes hours days weeks months years decades centuries'),
    pattern: pattern(
      '(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?: and (?:weeks|months|years))?',
    ),
    read: ({ unit = '' }, { before }) =>
      /\b(?:for|in|within|took|takes?|lasted|after|over)\s*$/iu.test(before)
        ? perhaps(lengthOf(null, unit), 'duration')
        : undefined,
    examples: [
      ['It was closed for years.', { years: '~PXY' }],
      ['Those days are gone.', {}],
    ],
  },
  {
    id: 'year-ended',
    cues: list('ended ending'),
    pattern: pattern('the (?:fiscal )?(?<unit>year)(?= end(?:ed|ing))'),
    read: ({ unit = '' }) => sure(lengthOf(1, unit), 'duration'),
    examples: [
      [
        'Sales rose in the year ended May 31, 2030.',
        { 'the year': 'P1Y', 'May 31, 2030': '2030-05-31' },
      ],
    ],
  },
];

/** What shows that a number of years is an age, a price, a speed: no stretch of the time told of. */
const NO_STRETCH = /^(?:[ -]old\b|['’]s? old\b| an? (?:day|week|month|year)\b)/iu;
const PER = /^an?$/iu;

function duration(groups: Groups, { words, before, after }: Context): Reading | undefined {
  const { count = '', unit = '', half, hedge } = groups;
  if (NO_STRETCH.test(after)) return undefined;
  // "Three quarters of the town".
  if (/^quarter/iu.test(unit) && /^ of\b/iu.test(after)) return undefined;
  // "40 miles an hour", "a share a year": for each.
  const alone = PER.test(count) && words.length === count.length + 1 + unit.length;
  if (
    alone &&
    !/\b(?:for|in|within|after|than|about|lasted|took|takes?|him|her|them|nearly|almost|of|barely|as|over)\s*$/iu.test(
      before,
    )
  )
    return undefined;
  const mod = hedgeOf(hedge);
  if (half || /half$/iu.test(words)) {
    const name = unitOf(unit);
    const smaller = { year: 'P#Y6M', hour: 'PT#H30M', minute: 'PT#M30S', month: 'P#M15D' }[name];
    return smaller
      ? sure(smaller.replace('#', String(countOf(count))), 'duration', mod)
      : undefined;
  }
  return sure(lengthOf(countOf(count), unit), 'duration', mod);
}
