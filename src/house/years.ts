import { datesBehind } from '../bracketed-dates.ts';
import type { HouseRule } from './rule.ts';

/** Years that are told from the report's own: "last year". */
export const years: HouseRule = {
  id: 'years',
  because:
    'A briefing is kept: "last year" must say which. "This year" needs none where it is the year that the briefing is of.',
  examples: [
    ['', 'The bridge fell last year.', 'The bridge fell last year [2030].'],
    ['', 'The bridge will open early next year.', 'The bridge will open early next year [2032].'],
    ['', 'The bridge fell earlier this year.', 'The bridge fell earlier this year.'],
    ['', 'The bridge fell in his last year.', 'The bridge fell in his last year.'],
    ['', 'The bridge fell in 2030.', 'The bridge fell in 2030.'],
  ],
  changes: (seen) => {
    const { last } = seen.setting;
    return datesBehind(seen, (_, { date, precision }) =>
      precision !== 'year' || date === last?.slice(0, 4) ? undefined : date,
    );
  },
};
