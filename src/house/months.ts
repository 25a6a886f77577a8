import { datesBehind, namesMonth } from '../bracketed-dates.ts';
import { month, monthAndYear } from '../dates.ts';
import type { HouseRule } from './rule.ts';

/** Months that are told from the report's own: "last month", "in November". */
export const months: HouseRule = {
  id: 'months',
  because:
    '"Last month" is another for who reads it later, or in a report of another month. A month that is named names itself.',
  examples: [
    ['', 'The bridge fell last month.', 'The bridge fell last month [February].'],
    ['', 'The bridge will open next month.', 'The bridge will open next month [April].'],
    ['', 'The bridge fell this month.', 'The bridge fell this month.'],
    ['', 'The bridge fell in January.', 'The bridge fell in January.'],
    ['', 'The bridge fell in January 2031.', 'The bridge fell in January 2031.'],
  ],
  changes: (seen) => {
    const { last } = seen.setting;
    return datesBehind(seen, ({ text }, { date, precision }) => {
      if (precision !== 'month') return undefined;
      const isOfYear = date.slice(0, 4) === last?.slice(0, 4);
      if (namesMonth(text, month(date)) || date === last?.slice(0, 7)) return undefined;
      return isOfYear ? month(date) : monthAndYear(date);
    });
  },
};
