import { describe, expect, test } from 'vitest';
import { canonical } from '../src/canonical.ts';

describe('data that are written down', () => {
  test('are the same text whatever the order of their fields', () => {
    const one = { b: [1, { d: null, c: 'x' }], a: true };
    const other = { a: true, b: [1, { c: 'x', d: null }] };
    expect(canonical(one)).toBe(canonical(other));
  });

  const DIFFERENT: readonly unknown[] = [
    null,
    undefined,
    'null',
    'undefined',
    '',
    0,
    -0,
    '0',
    Number.NaN,
    'NaN',
    false,
    [],
    {},
    new Map(),
    new Set(),
    new Uint8Array(),
    'bytes ""',
    new Uint8Array([0]),
    'bytes "00"',
    [''],
    ['', ''],
    ['a', 'b'],
    ['a,b'],
    ['a","b'],
    'a","b',
    [['a'], 'b'],
    [['a', 'b']],
    { a: 'b' },
    { 'a":"b': '' },
    { a: 'b', c: 'd' },
    { a: 'b","c":"d' },
    { a: undefined },
    { a: null },
    new Map([['a', 'b']]),
    new Map([['a', ['b']]]),
    new Map<unknown, unknown>([[['a'], 'b']]),
    ['map', 'a', 'b'],
    'map["a","b"]',
    new Set(['a', 'b']),
    ['set', 'a', 'b'],
  ];

  test('differ where the data differ, whatever words stand in them', () => {
    expect(new Set(DIFFERENT.map(canonical)).size).toBe(DIFFERENT.length);
  });

  test('keep the order of a map: whoever walks through it may depend on that', () => {
    const turned = new Map([
      ['b', 1],
      ['a', 2],
    ]);
    expect(canonical(turned)).not.toBe(canonical(new Map([...turned].reverse())));
  });

  test('hold nothing that is no data', () => {
    for (const value of [
      () => 1,
      new Date(0),
      new Error('x'),
      Symbol('x'),
      { of: [new URL('a:b')] },
    ])
      expect(() => canonical(value)).toThrow(TypeError);
  });
});
