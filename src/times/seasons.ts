import { list, pattern, perhaps, sure } from './patterns.ts';
import type { Context, Groups, Reading, TimeRule } from './rules.ts';

/** Seasons, with their TIMEX3 codes and the months in which they begin and end in the north. */
const SEASONS: Readonly<Record<string, readonly [string, number, number]>> = {
  spring: ['SP', 3, 5],
  summer: ['SU', 6, 8],
  autumn: ['FA', 9, 11],
  fall: ['FA', 9, 11],
  winter: ['WI', 12, 14],
};

const SEASON = '(?<season>spring|summer|autumn|fall|winter)';

export const SEASON_RULES: readonly TimeRule[] = [
  {
    id: 'season-of-year',
    cues: list('spring summer autumn fall winter'),
    pattern: pattern(
      `(?:the )?(?:(?:early|mid|late)[ -])?${SEASON}(?: of)? (?<year>(?:19|20)\\d\\d)`,
    ),
    read: ({ season = '', year = '' }) =>
      sure(`${year}-${SEASONS[season.toLowerCase()]?.[0] ?? ''}`),
    examples: [['It was shut in the summer of 2029.', { 'the summer of 2029': '2029-SU' }]],
  },
  {
    id: 'season',
    cues: list('spring summer autumn fall winter'),
    pattern: pattern(
      `(?:(?:early|mid|late)[ -])?(?:(?<which>last|this past|past|this|next|this coming|the) )${SEASON}`,
    ),
    read: season,
    examples: [
      ['It was shut last fall.', { 'last fall': '~2030-FA' }],
      ['It will be shut this summer.', { 'this summer': '~2031-SU' }],
      ['It was shut over the winter.', { 'the winter': '~2030-WI' }],
      ['Brennick fears the fall of the wall.', {}],
    ],
  },
];

function season(groups: Groups, context: Context): Reading | undefined {
  const { season: name = '', which = '' } = groups;
  const { published, after, tense } = context;
  if (!published || /^ of\b/iu.test(after)) return undefined;
  const [code, first, last] = SEASONS[name.toLowerCase()] ?? ['', 1, 1];
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  const ahead = /next|coming/iu.test(which) || (/^this$/iu.test(which) && tense !== 'past');
  const begun = month >= first;
  const over = month > last;
  const back = /last|past/iu.test(which) ? !over : !begun;
  if (ahead || (tense === 'ahead' && !/last|past/iu.test(which)))
    return perhaps(`${year + (over ? 1 : 0)}-${code}`);
  return perhaps(`${year - (back ? 1 : 0)}-${code}`);
}
