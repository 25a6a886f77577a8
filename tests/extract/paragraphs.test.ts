import { describe, expect, test } from 'vitest';
import { quotationsOf, quotationsOfParagraphs } from '../../src/extract/quotations.ts';

const speech = (text: string) => quotationsOf(text).map((quotation) => quotation.speech);

describe('speech, and words that are only held up', () => {
  test.each([
    ['“No,” he said.', [true]],
    ['“Never,” said Ruth Amsel. “Not now,” she added.', [true, true]],
    ['He said: “No.”', [true]],
    ['The mayor asked, “Why now?”', [true]],
    ['The “old bridge” is shut.', [false]],
    ['He said it was “not safe.”', [false]],
    ['She read “Bridges,” a novel, twice.', [false]],
    ['He called it “old,” and left.', [false]],
    ['The book “How We Built the Old Bridge of Wend” is out.', [false]],
    ['He was dubbed “the man who built the bridge twice”.', [false]],
  ])('%s', (text, expected) => {
    expect(speech(text)).toEqual(expected);
  });
});

describe('over paragraphs', () => {
  const continues = (...texts: string[]) =>
    quotationsOfParagraphs(texts).map((paragraph) => paragraph.continues);

  test('a mark at the head goes on with what was never closed', () => {
    expect(
      continues('She said: “It is shut.', '“It is old.', '“It fell.” Nobody came.', '“No.”'),
    ).toEqual([false, true, true, false]);
  });

  test('a paragraph without a mark does not', () => {
    expect(continues('She said: “It is shut.', 'It is old.', '“It fell.”')).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('what was closed is not gone on with', () => {
    expect(continues('“It is shut,” she said.', '“It is old.”')).toEqual([false, false]);
    expect(continues('She said: “It is shut.”', '“It is old.”')).toEqual([false, false]);
  });
});
