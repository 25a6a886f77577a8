import { WEEKDAYS } from '../language/weekdays.ts';
import { COUNT, countOf, lengthOf, list, PARTS, pattern, sure, UNIT, WEEKDAY } from './patterns.ts';
import type { TimeRule } from './rules.ts';

/** Adverbs of how often, and the unit that each counts in. */
const OFTEN: Readonly<Record<string, string>> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  annually: 'year',
  yearly: 'year',
};

const dayCode = (name: string) => `XXXX-WXX-${WEEKDAYS.indexOf(name.toLowerCase()) + 1}`;

/** How often something happens. */
export const SET_RULES: readonly TimeRule[] = [
  {
    id: 'often',
    cues: Object.keys(OFTEN),
    pattern: pattern(`(?<often>${Object.keys(OFTEN).join('|')})`),
    read: ({ often = '' }, { words }) =>
      // "The Daily Example" is a name.
      /^\p{Lu}/u.test(words)
        ? undefined
        : sure(lengthOf(1, OFTEN[often.toLowerCase()] ?? ''), 'set'),
    examples: [
      ['Ferries sail daily.', { daily: 'P1D' }],
      ['The Daily Example wrote it.', {}],
    ],
  },
  {
    id: 'every',
    cues: list('every each per'),
    pattern: pattern(`(?:every|each|per) (?<other>other |single )?(?:${COUNT} )?${UNIT}`),
    read: ({ unit = '', other = '', count = 'one' }) =>
      sure(lengthOf(/other/iu.test(other) ? 2 : countOf(count), unit), 'set'),
    examples: [
      [
        'Ferries sail every day, and every other week.',
        { 'every day': 'P1D', 'every other week': 'P2W' },
      ],
      ['Ferries sail every two hours.', { 'every two hours': 'PT2H' }],
    ],
  },
  {
    id: 'times-a',
    cues: list('once twice times'),
    pattern: pattern(`(?:once|twice|\\p{L}+ times|\\d+ times) (?:an?|each|every|per) ${UNIT}`),
    read: ({ unit = '' }) => sure(lengthOf(1, unit), 'set'),
    examples: [['Ferries sail twice a week.', { 'twice a week': 'P1W' }]],
  },
  {
    id: 'every-weekday',
    cues: WEEKDAYS,
    pattern: pattern(`(?:every|each) ${WEEKDAY}(?: (?<part>morning|afternoon|evening|night))?`),
    read: ({ weekday = '', part = '' }) =>
      sure(`${dayCode(weekday)}${PARTS[part.toLowerCase()] ?? ''}`, 'set'),
    examples: [['It was closed each Friday.', { 'each Friday': 'XXXX-WXX-5' }]],
  },
  {
    id: 'weekdays',
    cues: [...WEEKDAYS, ...WEEKDAYS.map((day) => `${day}s`)],
    pattern: pattern(`${WEEKDAY}(?:s| (?<part>morning|afternoon|evening|night)s)`),
    read: ({ weekday = '', part = '' }) =>
      sure(`${dayCode(weekday)}${PARTS[part.toLowerCase()] ?? ''}`, 'set'),
    examples: [
      [
        'It was closed on Monday nights and Fridays.',
        { 'Monday nights': 'XXXX-WXX-1TNI', Fridays: 'XXXX-WXX-5' },
      ],
    ],
  },
];
