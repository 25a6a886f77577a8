import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { changedWords } from '../src/changed-words.ts';
import { textOf } from '../src/trees.ts';

const marked = (before: string, after: string) => {
  const changed = changedWords(before, after);
  return [changed.before, changed.after].map((children) =>
    toHtml({ type: 'root', children: [...children] }),
  );
};

describe('words before and now', () => {
  test.each([
    [
      'the same',
      'The bridge is old.',
      'The bridge is old.',
      'The bridge is old.',
      'The bridge is old.',
    ],
    [
      'another figure, whole',
      'The repair will cost 170,000 dollars in all.',
      'The repair will cost 230,000 dollars in all.',
      'The repair will cost <s>170,000</s> dollars in all.',
      'The repair will cost <ins>230,000</ins> dollars in all.',
    ],
    [
      'words in a row, in one mark without the spaces around it',
      'The old stone bridge was closed on Tuesday.',
      'The old bridge was closed late at night on Tuesday.',
      'The old <s>stone</s> bridge was closed on Tuesday.',
      'The old bridge was closed <ins>late at night</ins> on Tuesday.',
    ],
    [
      'other marks alone',
      'The bridge, which is old, was closed.',
      'The bridge which is old was closed.',
      'The bridge, which is old, was closed.',
      'The bridge which is old was closed.',
    ],
    [
      'next to nothing in common',
      'Bells rang at noon.',
      'The council met on Monday, and closed the bridge.',
      'Bells rang at noon.',
      'The council met on Monday, and closed the bridge.',
    ],
    ['nothing before', '', 'Bells rang.', '', 'Bells rang.'],
  ])('%s', (_, before, after, struck, added) => {
    expect(marked(before, after)).toEqual([struck, added]);
  });

  test('read whole on both sides', () => {
    const before = 'On 3 May — “nobody” knew; the mayor’s office (of Lisk)  said so.';
    const after = 'On 4 May – “somebody” knew: the mayor’s own office (at Lisk) said so!';
    const changed = changedWords(before, after);
    expect(textOf(changed.before)).toBe(before);
    expect(textOf(changed.after)).toBe(after);
  });

  test('of any length are compared in no time', () => {
    const words = (mark: string) =>
      Array.from({ length: 200_000 }, (_, at) => `${mark}${at}`).join(' ');
    const begun = performance.now();
    const [before, after] = [words('a'), words('b')];
    expect(textOf(changedWords(before, after).before)).toBe(before);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
