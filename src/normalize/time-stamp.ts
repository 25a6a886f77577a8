import { STAMP_DATE, STAMP_WORD } from '../language/time-stamps.ts';
import { stampedDates } from '../publication-date.ts';
import type { BlockRule } from './rules.ts';

export const timeStamp: BlockRule = {
  id: 'time-stamp',
  reason: 'dateline',
  because:
    'Pages say when a report, or a part of it, was published and updated. Such a line holds days, hours and time zones alone, and no word that is none of these.',
  find: (blocks) => blocks.flatMap((block, index) => (isTimeStamp(block) ? [index] : [])),
  foundIn: (block) => stampedDates(block),
  examples: [
    {
      blocks: [
        'Updated at 1:23 p.m.',
        'Published 11:26 pm EST, Tuesday, March 3, 2031',
        'Updated Mar 3, 9:41 AM;Posted Mar 2, 8:19 PM',
        'March 3, 2031 | 4:20am | Updated March 4, 2031 | 9:32pm',
        '| UPDATED: 11:05, Tue, Mar 3, 2031',
        '03.03.2031, 08:57',
        'Last updated 5 / 5 / 2031 1:41 PM',
        '2:45 p.m.',
        'Monday, March 3,2031 23:51',
        '2031',
        '3-1',
        'March 3 was a Monday.',
        'Updated plans for May',
        'It was published on March 3, 2031.',
        '90 minutes',
      ],
      found: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    },
  ],
};

const MAX_LENGTH = 120;

function isTimeStamp(block: string): boolean {
  if (block.length > MAX_LENGTH || !STAMP_DATE.test(block)) return false;
  return !/[\p{L}\p{N}]/u.test(block.replaceAll(STAMP_WORD, ' ').replaceAll(/\d/gu, ''));
}
