import { certainDay } from '../certain-dates.ts';
import { addDays, PERIODS } from '../language/calendar.ts';
import {
  COUNT,
  countOf,
  DATE,
  HEDGE,
  hedgeOf,
  list,
  MONTH_CUES,
  ONE_DAY,
  pattern,
  perhaps,
  SEVERAL,
  sure,
  UNIT,
  unitOf,
} from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Times that are told by how far they lie from another. */

/** What stands between "three days after" and the date: at most so many characters of one clause. */
const EVENT = '(?<event>[^,.;:“”()\\d]{0,80}?)';

export const DISTANCE_RULES: readonly TimeRule[] = [
  {
    id: 'ago',
    cues: list('ago'),
    pattern: pattern(`${HEDGE}${COUNT} ${UNIT}(?<more> and a half| or so| or (?:two|more))? ago`),
    read: ago,
    examples: [
      ['The bridge was closed two days ago.', { 'two days ago': '2031-03-10' }],
      ['The bridge was closed three weeks ago.', { 'three weeks ago': '2031-W08' }],
      ['It was closed about two years ago.', { 'about two years ago': '~2029' }],
      ['It opened 50 years ago.', { '50 years ago': '~1981' }],
    ],
  },
  {
    id: 'long-ago',
    cues: list('ago'),
    pattern: pattern(`(?:(?:just|only) )?(?:${SEVERAL} |a couple (?:of )?)?${UNIT} ago|long ago`),
    read: () => perhaps('PAST_REF'),
    examples: [['The bridge was closed several years ago.', { 'several years ago': '~PAST_REF' }]],
  },
  {
    id: 'anchored',
    cues: MONTH_CUES,
    pattern: pattern(
      `${HEDGE}${COUNT} ${UNIT} (?<side>after|before) ${EVENT}(?:\\b(?<link>on|of) )?(?<anchor>${DATE})${ONE_DAY}`,
    ),
    read: anchored,
    examples: [
      [
        'Three days after the assault on May 10, 2030, they met.',
        { 'Three days after the assault on May 10, 2030': '2030-05-13' },
      ],
      [
        'It was shut two days before the vote on 9 March.',
        { 'two days before the vote on 9 March': '2031-03-07' },
      ],
      [
        'It was shut two days after they voted on March 6.',
        { 'two days after they voted on March 6': '~2031-03-08' },
      ],
      [
        'It was shut two days after the vote on June 6.',
        { 'two days after the vote on June 6': '~2031-06-08' },
      ],
      [
        'It was shut two days after talks on March 6 elections.',
        { 'two days after talks on March 6': '~2031-03-08' },
      ],
      [
        'It was shut three days after the flood of March 3.',
        { 'three days after the flood of March 3': '~2031-03-06' },
      ],
    ],
  },
  {
    id: 'earlier-or-later',
    cues: list('earlier later before prior afterwards hence now'),
    pattern: pattern(
      `${HEDGE}${COUNT} ${UNIT} (?:(?<sooner>earlier|before(?=[.,;])|prior)|(?<later>later|afterwards|hence|from now))`,
    ),
    read: fromAnother,
    examples: [
      [
        'It was shut on May 3, 1950, and opened two days later.',
        { 'May 3, 1950': '1950-05-03', 'two days later': '~1950-05-05' },
      ],
      ['Sales fell from a year earlier.', { 'a year earlier': '~2030' }],
      ['Two days later it opened.', { 'Two days later': '~XXXX-XX-XX' }],
    ],
  },
];

/** Words before a distance that blur it: "about", "two or", "up to". */
const BLURRED =
  /\b(?:about|around|nearly|almost|roughly|some|over|than|least|most|up to|and|or|to)\s*$|[-–]\s*$/iu;

/** A larger number of days, weeks, months or years is rounded. */
const FEW = 12;

/** Units that dates are told in; a shorter distance stays within its day. */
const DATED: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year']);

function ago(groups: Groups, { published, before }: Context): Reading | undefined {
  const { count = '', unit = '', hedge, more } = groups;
  if (!published) return undefined;
  const [number, name] = [countOf(count), unitOf(unit)];
  const value = (PERIODS[name === 'night' ? 'day' : name] ?? addNothing)(published, -number);
  const exact = !hedge && !more && !BLURRED.test(before) && number <= FEW && DATED.has(name);
  return exact ? sure(value) : perhaps(value, 'date', more ? 'approx' : hedgeOf(hedge));
}

const addNothing = (date: string) => date;

function anchored(groups: Groups, context: Context): Reading | undefined {
  const { count = '', unit = '', side = '', anchor = '', hedge } = groups;
  const { before, atEnd } = context;
  const time = atEnd(anchor);
  const certain = time && certainDay(time);
  const day = certain ?? time?.value;
  if (!day) return undefined;
  const number = countOf(count) * (/after/iu.test(side) ? 1 : -1);
  const name = unitOf(unit);
  const value = name === 'week' ? addDays(day, 7 * number) : PERIODS[name]?.(day, number);
  if (!value) return undefined;
  const exact =
    certain && !hedge && name === 'day' && Math.abs(number) <= FEW && !BLURRED.test(before);
  return exact && isOfEvent(groups, context) ? sure(value) : perhaps(value, 'date', hedgeOf(hedge));
}

/**
 * Whether a date is that of the event from which days are counted: "after the vote on 10 May". It
 * is not in "after the vote that he announced on 10 May" and "after the talks on the 10 May vote",
 * and may not be in "after the flood of 10 May", which went on.
 */
function isOfEvent({ event = '', link }: Groups, context: Context): boolean {
  const { tokens, first, next, words } = context;
  const from = (tokens[first]?.start ?? 0) + words.indexOf(event);
  const inside = tokens.filter(({ start, end }) => start >= from && end <= from + event.length);
  const named = inside.every(({ tag, norm }) => NAMING.has(tag) && !/ed$/u.test(norm));
  const goesOn = /^(?:NOUN|PROPN|ADJ|PART)$/u.test(tokens[next]?.tag ?? '');
  return named && !goesOn && (event.trim() === '' ? link !== 'of' : link === 'on');
}

const NAMING: ReadonlySet<string> = new Set('DET NOUN PROPN ADJ PART PUNCT NUM'.split(' '));

/** "Two days later" than the time that was named last; "a year earlier" than the publication. */
function fromAnother(groups: Groups, { published, found }: Context): Reading | undefined {
  const { count = '', unit = '', sooner, hedge } = groups;
  const name = unitOf(unit);
  const number = countOf(count) * (sooner ? -1 : 1);
  const mod = hedgeOf(hedge);
  const quarter = found.findLast(({ value }) => /-Q\d$/u.test(value));
  if (name === 'year' && quarter) {
    const { value } = quarter;
    return perhaps(`${Number(value.slice(0, 4)) + number}${value.slice(4)}`, 'date', mod);
  }
  const anchor = found.findLast(({ value }) => /^\d{4}-\d\d-\d\d/u.test(value));
  const from = anchor?.value.slice(0, 10) ?? (sooner ? published : null);
  return perhaps((from && PERIODS[name]?.(from, number)) ?? 'XXXX-XX-XX', 'date', mod);
}
