import { describe, expect, test } from 'vitest';
import { UNKNOWN_CUES, unknownIn } from '../../src/language/unknowns.ts';

describe('unknownIn', () => {
  const examples = UNKNOWN_CUES.flatMap(({ id, examples: rows }) =>
    rows.map(([text, question]) => [id, text, question] as const),
  );
  test.each(examples)('%s: %s', (_, text, question) => {
    expect(unknownIn(text)?.question).toBe(question);
  });

  test.each(
    UNKNOWN_CUES.map(({ id, pattern, examples: [first] }) => [id, pattern, first] as const),
  )('cue %s is in its first example', (_, pattern, first) => {
    expect(first?.[0]).toMatch(pattern);
  });

  test('says where the words stand', () => {
    const text = 'It was unclear if anyone was hurt.';
    const found = unknownIn(text);
    expect(text.slice(found?.start, found?.end)).toBe('unclear');
  });
});
