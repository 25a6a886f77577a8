import { describe, expect, test } from 'vitest';
import { nearest, withHint } from '../src/nearest.ts';

describe('the nearest name', () => {
  const names = ['build', 'schema', 'title', 'titles'];

  test.each([
    ['biuld', 'build'],
    ['BUILD', 'build'],
    ['buidl', 'build'],
    ['shema', 'schema'],
    ['titel', 'title'],
    ['titless', 'titles'],
    ['event', undefined],
    ['b', undefined],
    ['', undefined],
  ])('to %j is %j', (name, expected) => {
    expect(nearest(name, names)).toBe(expected);
  });

  test('is none where there are no names', () => {
    expect(nearest('build', [])).toBeUndefined();
    expect(nearest('', [''])).toBeUndefined();
  });

  test('of two that are equally near is the first', () => {
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });
});

test('advice begins with the name that was meant', () => {
  expect(withHint('title', 'read the list')).toBe('did you mean "title"? Else read the list');
  expect(withHint(undefined, 'read the list')).toBe('read the list');
});
