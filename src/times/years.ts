import { isCountedNoun, isYear, SPELLED } from '../language/numerals.ts';
import { list, PORTION, pattern, perhaps, portionOf, sure } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Years, decades and centuries by their number. */

const FULL_YEAR = '(?<year>(?:1[5-9]|20)\\d\\d)(?![,.]\\d)';

/** What is counted back from a tens digit: "the eighties". */
const TENS = 'twenties thirties forties fifties sixties seventies eighties nineties';

const ORDINALS = list(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first',
);

export const YEAR_RULES: readonly TimeRule[] = [
  {
    id: 'year',
    cues: ['0000'],
    pattern: pattern(`${PORTION}(?:the year |fiscal )?${FULL_YEAR}`),
    read: year,
    examples: [
      ['It has stood there since 1911.', { '1911': '1911' }],
      ['It opened in late 2022.', { 'late 2022': '2022' }],
      ['It opened in mid-2022.', { 'mid-2022': '2022' }],
      ['It opened at the end of 2022.', { 'the end of 2022': '2022' }],
      ['The 1978 resolution stands.', { '1978': '~1978' }],
      ['About 2000 cars cross it.', {}],
      ['They were joined by a crowd of 2000 people.', {}],
    ],
  },
  {
    id: 'year-in-words',
    cues: ['nineteen'],
    pattern: pattern(
      `nineteen (?<tens>${Object.keys(SPELLED).slice(19).join('|')})(?:[- ](?<unit>${Object.keys(SPELLED).slice(0, 9).join('|')}))?`,
    ),
    read: ({ tens = '', unit = '' }) =>
      perhaps(`19${(SPELLED[tens.toLowerCase()] ?? 0) + (SPELLED[unit.toLowerCase()] ?? 0)}`),
    examples: [['It opened in nineteen seventy-nine.', { 'nineteen seventy-nine': '~1979' }]],
  },
  {
    id: 'decade',
    cues: ['00', '0000'],
    pattern: pattern(
      `(?:the )?(?:(?<portion>early|mid|late)[ -])?(?:(?<decade>(?:1[5-9]|20)\\d)|['’](?<tens>\\d))0['’]?s`,
    ),
    read: (groups) =>
      groups['decade']
        ? sure(groups['decade'], 'date', portionOf(groups))
        : perhaps(`19${groups['tens']}`, 'date', portionOf(groups)),
    examples: [
      ['It was built in the 1990s.', { 'the 1990s': '199' }],
      ['It was built in the ’80s.', { 'the ’80s': '~198' }],
      ['It was built in the early 1980s.', { 'the early 1980s': '198' }],
    ],
  },
  {
    id: 'decade-in-words',
    cues: list(TENS),
    pattern: pattern(
      `the (?:(?<portion>early|mid|late)[ -])?(?<decade>${TENS.replaceAll(' ', '|')})`,
    ),
    read: (groups) => {
      const at = list(TENS).indexOf((groups['decade'] ?? '').toLowerCase());
      return perhaps(`19${at + 2}`, 'date', portionOf(groups));
    },
    examples: [['It was built in the eighties.', { 'the eighties': '~198' }]],
  },
  {
    id: 'century',
    cues: ['century'],
    pattern: pattern(
      `(?:the )?(?:(?<portion>early|mid|late)[ -])?(?:(?<number>\\d{1,2})(?:st|nd|rd|th)|(?<ordinal>${ORDINALS.join('|')}))[- ]century`,
    ),
    read: (groups) => {
      const { number, ordinal = '' } = groups;
      const count = number ? Number(number) : ORDINALS.indexOf(ordinal.toLowerCase()) + 1;
      return sure(String(count - 1).padStart(2, '0'), 'date', portionOf(groups));
    },
    examples: [
      ['It was built in the 19th century.', { 'the 19th century': '18' }],
      ['The eleventh-century chapel burned.', { 'The eleventh-century': '10' }],
    ],
  },
];

/** Marks and words before four digits that make them a number of something. */
const NO_YEAR =
  /(?:[\p{Sc}#№]|\b(?:about|over|than|nearly|almost|some|no\.|number|room|flight))\s*$/iu;

function year(groups: Groups, context: Context): Reading | undefined {
  const { year: value = '' } = groups;
  const { tokens, next, words, before, after } = context;
  const portion = portionOf(groups);
  const named = portion !== undefined || /^the year/iu.test(words);
  if (named || isYear(tokens, next - 1)) return sure(value, 'date', portion);
  const counted = tokens.slice(next, next + 2).some(isCountedNoun);
  if (counted || NO_YEAR.test(before) || /^(?:\s?(?:%|percent)|['’])/u.test(after))
    return undefined;
  return perhaps(value);
}
