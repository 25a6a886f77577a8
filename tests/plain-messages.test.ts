import { expect, test } from 'vitest';
import { message } from '../src/messages.ts';
import { fromPlain, toPlain } from '../src/plain-messages.ts';

test.each([
  { place: { line: 3, column: 7 }, rule: 'config-value' as const },
  { place: undefined, rule: 'skipped-folder' as const },
  { place: undefined, rule: 'one-origin' as const },
])('a message of $rule is the same on the other side of a thread', ({ place, rule }) => {
  const cause = new Error('why');
  const made = message({
    rule,
    place,
    cause,
    file: 'a.txt',
    found: 'x',
    expected: 'y',
    advice: 'z',
  });
  const there = fromPlain(structuredClone(toPlain(made)));
  const { stack: _, cause: before, ...fields } = made;
  expect({ ...there }).toMatchObject({ ...fields });
  expect(there.cause).toMatchObject({ message: 'why', stack: cause.stack });
  expect(there.fatal).toBe(made.fatal);
});
