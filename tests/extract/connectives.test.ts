import { describe, expect, test } from 'vitest';
import { connectiveOf } from '../../src/extract/connectives.ts';
import { tokenize } from '../../src/extract/tokens.ts';

/** What is left of a sentence without its connective. */
function without(text: string): string {
  const connective = connectiveOf(tokenize(text));
  if (!connective) return text;
  return text.slice(0, connective.start) + text.slice(connective.end);
}

describe('a connective', () => {
  test.each([
    ['However, the bridge opened.', 'the bridge opened.'],
    ['Meanwhile, engineers came.', 'engineers came.'],
    ['Nevertheless, nobody left.', 'nobody left.'],
    ['Still, he left.', 'he left.'],
    ['So, the ferry ran.', 'the ferry ran.'],
    ['But the bridge stayed shut.', 'the bridge stayed shut.'],
    ['And the ferry ran.', 'the ferry ran.'],
    ['But, he said, nobody left.', 'he said, nobody left.'],
  ])('goes with the comma behind it: %s', (text, rest) => {
    expect(without(text)).toBe(rest);
  });

  test.each([
    'Still standing, the tower was closed.',
    'Meanwhile engineers came.',
    'So many came that the bridge shook.',
    'The bridge, however, opened.',
    'The bridge but not the ferry was closed.',
    'Nobody came.',
    'But',
    'However,',
  ])('is none: %s', (text) => {
    expect(without(text)).toBe(text);
  });

  test('of no words there is none', () => {
    expect(connectiveOf([])).toBeUndefined();
  });
});
