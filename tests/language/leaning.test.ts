import { describe, expect, test } from 'vitest';
import { LEANINGS, leansBack } from '../../src/language/leaning.ts';

describe('leansBack', () => {
  const examples = LEANINGS.flatMap(({ id, examples: rows }) =>
    rows.map(([text, leans]) => [id, text, leans] as const),
  );

  test.each(examples)('%s: %s', (_, text, leans) => {
    expect(leansBack(text)).toBe(leans);
  });

  test.each(LEANINGS.map(({ id, pattern, examples: [first] }) => [id, pattern, first] as const))(
    '%s is in its first example',
    (_, pattern, first) => {
      expect(first?.[0]).toMatch(pattern);
    },
  );

  test('a name in place of a pronoun does not lean', () => {
    expect(leansBack('[Ruth Amsel] shut the bridge.')).toBe(false);
    expect(leansBack('“It is late,” [Ruth Amsel] said.')).toBe(false);
  });
});
