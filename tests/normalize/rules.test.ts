import { describe, expect, test } from 'vitest';
import { fromSource, sourceSpan } from '../../src/mapped-text.ts';
import { BLOCK_RULES, CHARACTER_RULES } from '../../src/normalize/index.ts';

const whole = (text: string) => fromSource(text, 0, text.length);

describe.each(CHARACTER_RULES)('character rule $id', ({ apply, examples }) => {
  test.each(examples)('%j → %j', (before, after) => {
    expect(apply(whole(before)).text).toBe(after);
  });

  test('what it makes stays traceable, from the first character to the last', () => {
    for (const [before] of examples) {
      const mapped = apply(whole(before));
      for (let at = 0; at < mapped.text.length; at++) {
        const { start, end } = sourceSpan(mapped, at, at + 1);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(before.length);
        expect(start).toBeLessThan(end);
      }
    }
  });

  test('it finds nothing more to do in what it made', () => {
    for (const [, after] of examples) expect(apply(whole(after)).text).toBe(after);
  });

  test('an empty text stays empty', () => {
    expect(apply(whole(''))).toEqual({ text: '', runs: [] });
  });
});

describe.each(BLOCK_RULES)('block rule $id', ({ find, examples }) => {
  test.each(examples)('$blocks → $found', ({ blocks, found }) => {
    expect(find(blocks)).toEqual(found);
  });

  test('it finds nothing where there is nothing', () => {
    expect(find([])).toEqual([]);
  });
});

describe('the tables of rules', () => {
  const rules = [...CHARACTER_RULES, ...BLOCK_RULES];

  test('every rule has an id of its own', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/u.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every rule says why, in a sentence', () => {
    const silent = rules.filter(({ because }) => !/^\P{Ll}.{30,}\.$/u.test(because));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('every rule of characters shows what it changes', () => {
    const unshown = CHARACTER_RULES.filter(({ examples }) =>
      examples.every(([before, after]) => before === after),
    );
    expect(unshown.map(({ id }) => id)).toEqual([]);
  });

  test('every rule of blocks shows what it finds, and what it leaves', () => {
    const unshown = BLOCK_RULES.filter(
      ({ examples }) =>
        examples.every(({ found }) => found.length === 0) ||
        examples.every(({ blocks, found }) => found.length === blocks.length),
    );
    expect(unshown.map(({ id }) => id)).toEqual([]);
  });
});
