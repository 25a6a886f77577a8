import { addMonths, dayOf } from '../language/calendar.ts';
import { isCountedNoun } from '../language/numerals.ts';
import { BOUND, WHICH } from '../language/weekdays.ts';
import {
  GENITIVE,
  MONTH,
  MONTH_CUES,
  monthNumber,
  PORTION,
  pattern,
  perhaps,
  portionOf,
  sure,
  YEAR,
} from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Months by their name. */
export const MONTH_RULES: readonly TimeRule[] = [
  {
    id: 'month-of-year',
    cues: MONTH_CUES,
    pattern: pattern(`${PORTION}${MONTH}(?:,| of)? ${YEAR}`),
    read: (groups, { tokens, next }) => {
      const month = monthIn(Number(groups['year']), groups['month']);
      return month && !isCountedNoun(tokens[next])
        ? sure(month, 'date', portionOf(groups))
        : undefined;
    },
    examples: [
      ['It opened in May of 1950.', { 'May of 1950': '1950-05' }],
      ['It opened in early May 1950.', { 'early May 1950': '1950-05' }],
      ['In May 2000 people marched.', {}],
    ],
  },
  {
    id: 'month-of-which-year',
    cues: MONTH_CUES,
    pattern: pattern(`${PORTION}${MONTH} (?:of )?(?<which>last|this|next) year`),
    read: (groups, { published }) => {
      const { month, which = '' } = groups;
      if (!published) return undefined;
      const year = Number(published.slice(0, 4)) + (WHICH[which.toLowerCase()] ?? 0);
      const value = monthIn(year, month);
      return value ? sure(value, 'date', portionOf(groups)) : undefined;
    },
    examples: [['It was shut in May last year.', { 'May last year': '2030-05' }]],
  },
  {
    id: 'month',
    cues: MONTH_CUES,
    pattern: pattern(
      `${PORTION}(?:(?<which>last|this past|this|next|this coming) )?${MONTH}${GENITIVE}`,
    ),
    read: bareMonth,
    examples: [
      ['It was shut in December.', { December: '~2030-12' }],
      ['It will be shut in February.', { February: '~2032-02' }],
      ['It was shut last June.', { 'last June': '~2030-06' }],
      ['It was shut in late January.', { 'late January': '~2031-01' }],
      ['April Example opened it.', {}],
      ['May it stand.', {}],
    ],
  },
];

/** A month that is written as a name. */
const monthIn = (year: number, month = '') =>
  /^\p{Lu}/u.test(month) ? dayOf(year, monthNumber(month), 1)?.slice(0, 7) : undefined;

/** Words behind which even "May" is a month, and "April" nobody's name. */
const BEFORE_MONTH =
  /\b(?:in|since|until|till|by|from|through|throughout|of|for|during|to|between|before|after|every|each|the)\s*$/iu;

const VERB_PERHAPS = /^(?:may|march|mar\.?)$/iu;

function bareMonth(groups: Groups, context: Context): Reading | undefined {
  const { month = '', which = '' } = groups;
  const { published, before, after } = context;
  if (!published || !/^\p{Lu}/u.test(month)) return undefined;
  const portion = portionOf(groups);
  const clear = which !== '' || portion !== undefined || BEFORE_MONTH.test(before);
  if (!clear && (VERB_PERHAPS.test(month) || /^ \p{Lu}\p{Ll}/u.test(after))) return undefined;
  const distance = monthNumber(month) - Number(published.slice(5, 7));
  return perhaps(addMonths(published, towards(distance, which, context)), 'date', portion);
}

/** How many months from now a month lies that is so many later in the year. */
function towards(distance: number, which: string, { tense, before }: Context): number {
  if (/^this$/iu.test(which)) return distance;
  const last = distance > 0 ? distance - 12 : distance;
  const coming = distance < 0 ? distance + 12 : distance;
  if (/last|past/iu.test(which)) return distance < 0 ? distance : distance - 12;
  if (/next|coming/iu.test(which)) return distance > 0 ? distance : distance + 12;
  if (tense === 'past') return last;
  return tense === 'ahead' || BOUND.test(before) || coming < -last ? coming : last;
}
