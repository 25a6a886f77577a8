import { describe, expect, test } from 'vitest';
import { excessOf } from '../../src/html/guard.ts';

describe('a tree that must not be built', () => {
  test.each([
    ['elements in elements', '<div>'.repeat(600)],
    ['number of elements', '<p>a</p>'.repeat(60_001)],
    ['number of attributes', `<p ${Array.from({ length: 1001 }, (_, at) => `a${at}`).join(' ')}>`],
    ['formatting that is not closed', `${'<b><i>'.repeat(100)}${'<p>a</p>'.repeat(5000)}`],
  ])('%s', (found, source) => {
    expect(excessOf(source)).toMatchObject({ found });
  });

  test('is found where it begins to be too much', () => {
    expect(excessOf(`text ${'<div>'.repeat(600)}`)?.at).toBe(5 + 512 * 5);
  });

  test.each([
    ['deep, but not too deep', '<div>'.repeat(500)],
    ['long', '<p>a</p>'.repeat(50_000)],
    ['elements that need no end', '<br><img><hr>'.repeat(10_000)],
    ['paragraphs that are not closed', '<p>a'.repeat(10_000)],
    ['formatting that is closed', '<p><b>a</b> <i>b</i></p>'.repeat(10_000)],
    ['scripts', `<script>${'<div>'.repeat(10_000)}</script>`],
    ['no mark-up', 'a < b '.repeat(10_000)],
  ])('is not this: %s', (_, source) => {
    expect(excessOf(source)).toBeNull();
  });
});
