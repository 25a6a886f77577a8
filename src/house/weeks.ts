import { datesBehind } from '../bracketed-dates.ts';
import { dateRange, daysOfOneYear } from '../dates.ts';
import type { HouseRule } from './rule.ts';

/** Weeks that are told from the report's own: "last week", "earlier this week". */
export const weeks: HouseRule = {
  id: 'weeks',
  because:
    'The week of one report is not that of another. Its days are given, those that were to come or had passed left out where the words leave them out.',
  examples: [
    ['', 'The bridge fell last week.', 'The bridge fell last week [3–9 March].'],
    ['', 'The bridge fell earlier this week.', 'The bridge fell earlier this week [10–12 March].'],
    [
      'locale: en-US',
      'The bridge will open next week.',
      'The bridge will open next week [March 17–23].',
    ],
    ['', 'The bridge fell three weeks ago.', 'The bridge fell three weeks ago.'],
  ],
  changes: (seen) => {
    const {
      house: { locale },
      last,
    } = seen.setting;
    return datesBehind(seen, (_, { date, until }) => {
      if (until === null) return undefined;
      const isOfYear =
        date.slice(0, 4) === last?.slice(0, 4) && until.slice(0, 4) === last?.slice(0, 4);
      return isOfYear ? daysOfOneYear(date, until, locale) : dateRange(date, until, locale);
    });
  },
};
