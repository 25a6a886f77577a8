import { datesBehind, namesMonth } from '../bracketed-dates.ts';
import { dayAndMonth, fullDate, month } from '../dates.ts';
import { isOneDay } from '../event-times.ts';
import type { HouseRule } from './rule.ts';

/** Days that are told from the report's own: "on Tuesday", "yesterday", "two days ago". */
export const days: HouseRule = {
  id: 'days',
  because:
    'Reports of several days stand side by side, and are read later: "on Tuesday" must say which. The year stands where it is not that of the briefing.',
  examples: [
    ['', 'The bridge fell on Tuesday.', 'The bridge fell on Tuesday [11 March].'],
    ['', 'Yesterday the bridge fell.', 'Yesterday [11 March] the bridge fell.'],
    ['', 'The bridge fell two days ago.', 'The bridge fell two days ago [10 March].'],
    ['', 'The bridge fell last night.', 'The bridge fell last night [11 March].'],
    [
      '',
      'It fell on Monday and burned on Monday.',
      'It fell on Monday [10 March] and burned on Monday.',
    ],
    ['', 'The bridge fell on March 3.', 'The bridge fell on March 3.'],
    ['', 'The bridge fell on Dec. 3.', 'The bridge fell on Dec. 3 [2030].'],
    ['', 'The bridge fell on 3 December 2030.', 'The bridge fell on 3 December 2030.'],
    ['locale: en-US', 'The bridge fell on Tuesday.', 'The bridge fell on Tuesday [March 11].'],
    [
      '',
      'He called it “the worst of Tuesday” in Lisk.',
      'He called it “the worst of Tuesday” in Lisk.',
    ],
  ],
  changes: (seen) => {
    const {
      house: { locale },
      last,
    } = seen.setting;
    return datesBehind(seen, ({ text }, when) => {
      if (!isOneDay(when)) return undefined;
      const { date } = when;
      const isOfYear = date.slice(0, 4) === last?.slice(0, 4);
      const isNamed = /\d/u.test(text) && namesMonth(text, month(date));
      if (isNamed) return isOfYear ? undefined : date.slice(0, 4);
      return isOfYear ? dayAndMonth(date, locale) : fullDate(date, locale);
    });
  },
};
