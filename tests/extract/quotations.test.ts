import { describe, expect, test } from 'vitest';
import { quotationsOf } from '../../src/extract/quotations.ts';

/** What each quotation covers, and the words in it. */
const found = (text: string) =>
  quotationsOf(text).map(({ start, end, text: words }) => [text.slice(start, end), words]);

describe('quotations', () => {
  test.each([
    ['none', 'Nobody came.', []],
    ['one', 'He said “no” twice.', [['“no”', 'no']]],
    [
      'two',
      '“No,” he said. “Not now.”',
      [
        ['“No,”', 'No,'],
        ['“Not now.”', 'Not now.'],
      ],
    ],
    [
      'a phrase within a phrase',
      'A “so ‘called’ bridge”',
      [['“so ‘called’ bridge”', 'so ‘called’ bridge']],
    ],
    [
      'opened, and gone on with in the next block',
      'He said: “It is shut. It',
      [['“It is shut. It', 'It is shut. It']],
    ],
    [
      'opened twice',
      '“It is “shut” now',
      [
        ['“It is ', 'It is'],
        ['“shut”', 'shut'],
      ],
    ],
    ['closed without being opened', 'It is shut,” he said.', []],
    ['closed twice', '“Shut”, he” said.', [['“Shut”', 'Shut']]],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['“It is shut”', false],
    ['“one two three four five”', false],
    ['“one two three four five six”', true],
    ['“Nobody will drive over this bridge until it is safe,” she said.', true],
    ['“Nobody will drive over this bridge until', true],
  ])('%s is speech: %s', (text, speech) => {
    expect(quotationsOf(text).map((quotation) => quotation.speech)).toEqual([speech]);
  });
});
