import { describe, expect, test } from 'vitest';
import { listItems } from '../../src/language/list-items.ts';

/** A text with a bar before each item but the first. */
function marked(text: string): string {
  const ends = [...listItems(text), text.length];
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)).join('|');
}

describe('items of a list', () => {
  test.each([
    '1. The bridge |2. The ferry |3. The road',
    '1) The bridge |2) The ferry',
    '9.) The bridge |10.) The ferry',
    'a. The bridge |b. The ferry',
    'B) The bridge |C) “The ferry”',
    '• The bridge |• The ferry',
    '⁃9. The bridge |⁃10. The ferry',
  ])('begin where they count on: %s', (text) => {
    expect(marked(text.replaceAll('|', ''))).toBe(text);
  });

  test.each([
    ['numbers that do not count on', '1. The bridge 3. The ferry'],
    ['other marks', '1. The bridge 2) The ferry'],
    ['small letters behind', '1. The bridge was 2. the ferry'],
    ['text before them', 'They want: 1. The bridge 2. The ferry'],
    ['nothing', ''],
  ])('are none with %s', (_, text) => {
    expect(listItems(text)).toEqual([]);
  });
});
