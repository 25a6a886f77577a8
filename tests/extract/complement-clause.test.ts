import { describe, expect, test } from 'vitest';
import { parts } from './parts.ts';

const staysWhole = (text: string) => expect(parts(text)).toEqual([]);

describe('the second thing that is said with one verb', () => {
  test.each([
    [
      'The mayor said that the bridge was closed and that the ferry ran.',
      ['The mayor said that the bridge was closed', '[The mayor said] that the ferry ran.'],
    ],
    [
      'Ruth Amsel told reporters on Monday that the bridge was old, but that she was proud of Harlow.',
      [
        'Ruth Amsel told reporters on Monday that the bridge was old',
        '[Ruth Amsel told reporters on Monday] that she was proud of Harlow.',
      ],
    ],
    [
      'Engineers warned that the bridge was old and that the river was rising.',
      ['Engineers warned that the bridge was old', '[Engineers warned] that the river was rising.'],
    ],
    [
      'The mayor said that the bridge was closed, adding that the ferry ran.',
      ['The mayor said that the bridge was closed', '[The mayor said] that the ferry ran.'],
    ],
  ])('is a part: %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    ['both are denied together', 'The mayor denied that the bridge fell and that the ferry sank.'],
    ['both are hoped for', 'The mayor hopes that the bridge opens and that the ferry runs.'],
    ['both are expected', 'The mayor expects that the bridge opens and that the ferry runs.'],
    ['nobody said them', 'No official said that the bridge fell and that the ferry sank.'],
    [
      'they may be said yet',
      'The mayor may say that the bridge was closed and that the ferry ran.',
    ],
    [
      'nothing says that it is said',
      'The mayor said that the bridge was closed and the ferry ran.',
    ],
    [
      'it may be known, not said',
      'The mayor said that engineers thought that the bridge fell and that the ferry sank.',
    ],
    [
      'they hang on a condition',
      'The mayor said that the bridge falls if it rains and that the ferry runs.',
    ],
    [
      'someone claims that it was said',
      'The mayor said that the bridge was closed and that the ferry ran, critics claimed.',
    ],
    [
      'it may be told of whom the first names',
      'Ruth Amsel said that Ann Field was ill and that she was tired.',
    ],
    [
      'it is told of what the first names',
      'Ruth Amsel said that the bridge was old, but that it was safe.',
    ],
    ['a mere noun follows', 'The mayor said that the bridge was closed and that was the end.'],
  ])('is none where %s', (_, text) => {
    staysWhole(text);
  });
});
