import { describe, expect, test } from 'vitest';
import { message } from '../src/messages.ts';
import { type Made, type Memory, memoryOf, remembered } from '../src/remembered.ts';
import { memoryCache } from './support.ts';

const memoryWith = (fields: Partial<Memory> = {}) => {
  const cache = memoryCache();
  return { cache, memory: { cache, program: 'one', trusted: true, ...fields } };
};

/** Makes a thing, and counts how often. */
function maker<T>(made: Made<T>) {
  const counted = { times: 0, make: () => ({ ...made, times: ++counted.times }) };
  return counted;
}

const WARNING = message({
  rule: 'date-unread',
  file: 'a.txt',
  place: { line: 3, column: 7 },
  found: 'a "day"',
  expected: 'a day',
  advice: 'write it',
});
const NOTE = message({
  rule: 'one-origin',
  file: 'b.txt',
  found: 'one',
  expected: 'two',
  advice: 'look',
});

const PARTS = { stage: 'test', text: 'x' };

describe('what was made before', () => {
  test('is taken where all that it depends on is the same', async () => {
    const { memory } = memoryWith();
    const value = { list: [1], map: new Map([['a', undefined]]), bytes: new Uint8Array([1, 2]) };
    const { make } = maker({ value, messages: [] });
    const first = await remembered(memory, PARTS, make);
    const again = maker({ value: 'another', messages: [] });
    const second = await remembered<unknown>(memory, PARTS, again.make);
    expect(again.times).toBe(0);
    expect(second.value).toEqual(first.value);
  });

  test.each([
    { what: 'a part', parts: { stage: 'test', text: 'y' } },
    { what: 'one part more', parts: { ...PARTS, more: undefined } },
    { what: 'the stage', parts: { ...PARTS, stage: 'other' } },
    { what: 'the program', parts: PARTS, program: 'two' },
  ])('is made anew for another of $what', async ({ parts, program = 'one' }) => {
    const { memory } = memoryWith();
    await remembered(memory, PARTS, maker({ value: 1, messages: [] }).make);
    const other = maker({ value: 2, messages: [] });
    expect((await remembered({ ...memory, program }, parts, other.make)).value).toBe(2);
    expect(other.times).toBe(1);
  });

  test('is told with the same messages', async () => {
    const { memory } = memoryWith();
    const made = maker({ value: 1, messages: [WARNING, NOTE] });
    await remembered(memory, PARTS, made.make);
    const { messages } = await remembered(memory, PARTS, made.make);
    expect(made.times).toBe(1);
    expect(messages).toHaveLength(2);
    for (const [index, before] of [WARNING, NOTE].entries()) {
      const { stack: _, ...fields } = before;
      const { stack: __, ...kept } = messages[index] ?? before;
      expect(kept).toEqual(fields);
      expect(String(messages[index])).toBe(String(before));
    }
  });

  test('is not kept where it failed, or an error stands behind what was said', async () => {
    for (const said of [
      message({ rule: 'no-text', file: 'a', found: 'b', expected: 'c', advice: 'd' }),
      message({
        rule: 'model-unusable',
        file: 'a',
        found: 'b',
        expected: 'c',
        advice: 'd',
        cause: new Error('e'),
      }),
    ]) {
      const { memory, cache } = memoryWith();
      await remembered(memory, PARTS, maker({ value: 1, messages: [said] }).make);
      expect(cache.entries.size).toBe(0);
    }
  });

  test('is not used where everything is to be made anew, and takes the place of what was kept', async () => {
    const { memory } = memoryWith();
    await remembered(memory, PARTS, maker({ value: 'old', messages: [] }).make);
    const fresh = maker({ value: 'new', messages: [] });
    await remembered({ ...memory, trusted: false }, PARTS, fresh.make);
    expect(fresh.times).toBe(1);
    const later = await remembered(memory, PARTS, maker({ value: 'later', messages: [] }).make);
    expect(later.value).toBe('new');
  });

  test.each([
    { what: 'another shape', broken: { shape: 0 } },
    { what: 'the key of another', broken: { key: 'swapped' } },
    { what: 'no value', broken: { value: undefined }, without: 'value' },
    { what: 'messages that are none', broken: { messages: 'none' } },
    { what: 'a message that is none', broken: { messages: [{ reason: 1 }] } },
  ])('is made anew where an entry has $what', async ({ broken, without }) => {
    const { memory, cache } = memoryWith();
    await remembered(memory, PARTS, maker({ value: 1, messages: [] }).make);
    for (const [key, entry] of cache.entries) {
      const changed: Record<string, unknown> = { ...(entry as object), ...broken };
      if (without) delete changed[without];
      cache.entries.set(key, changed);
    }
    const anew = maker({ value: 2, messages: [] });
    expect((await remembered(memory, PARTS, anew.make)).value).toBe(2);
  });

  test('is not asked for where the program is not known', async () => {
    const cache = memoryCache();
    expect(await memoryOf({ cache, program: async () => null })).toBeNull();
    const made = maker({ value: 1, messages: [] });
    await remembered(null, PARTS, made.make);
    await remembered(null, PARTS, made.make);
    expect(made.times).toBe(2);
  });
});
