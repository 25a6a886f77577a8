import { expect, test } from 'vitest';
import { apart } from '../src/wordings-apart.ts';

test.each([
  [
    'The dam broke at dawn on Friday, killing at least three people and injuring dozens more.',
    'The dam broke at dawn on Friday, killing at least five people and injuring dozens more.',
    '… killing at least three people and injuring …',
    '… killing at least five people and injuring …',
  ],
  ['Three died.', 'Five died.', 'Three died.', 'Five died.'],
  ['It broke.', 'It broke at noon.', 'It broke.', 'It broke at noon.'],
  ['The dam broke again.', 'The dam broke again.', 'The dam broke again.', 'The dam broke again.'],
  [
    'Nobody was hurt when the bridge fell into the river.',
    'Nobody was hurt when the old bridge fell into the river.',
    '… hurt when the bridge fell into …',
    '… hurt when the old bridge fell into …',
  ],
])('%s', (before, after, first, second) => {
  expect(apart(before, after)).toEqual({ before: first, after: second });
});
