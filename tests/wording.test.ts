import { describe, expect, test } from 'vitest';
import type { Attribution } from '../src/types.ts';
import { via } from '../src/wording.ts';

const OFFICIAL: Attribution = { name: 'unnamed official', kind: 'unnamed' };

describe('via', () => {
  test.each<[string | null, readonly Attribution[]]>([
    [null, []],
    ['unnamed official', [OFFICIAL]],
    ['unnamed official, through Wend Herald', [OFFICIAL, { name: 'Wend Herald', kind: 'outlet' }]],
    [
      'unnamed official, in a written statement, through WNA',
      [OFFICIAL, { name: 'WNA', kind: 'agency' }, { name: 'written statement', kind: 'document' }],
    ],
    ['unnamed official, in an interview', [OFFICIAL, { name: 'interview', kind: 'occasion' }]],
    [
      'unnamed official, at a news conference',
      [OFFICIAL, { name: 'news conference', kind: 'occasion' }],
    ],
  ])('%s', (expected, chain) => {
    expect(via(chain)).toBe(expected);
  });
});
