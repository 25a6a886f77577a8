import { describe, expect, test } from 'vitest';
import { SCOPE_RULES, scopeOf } from '../src/event-scopes.ts';

/** A sentence with its date in braces, and whether that names a day. */
function found(marked: string) {
  const [, before = '', date = '', after = ''] = /^(.*)\{(.*)\}(.*)$/u.exec(marked) ?? [];
  const time = { start: before.length, end: before.length + date.length };
  const text = before + date + after;
  const around = { text, time, before, precise: /day|\d$/u.test(date) && !/^\d{4}$/u.test(date) };
  const rule = SCOPE_RULES.find(({ applies }) => applies(around));
  const words = scopeOf(text, time, around.precise);
  return { rule: rule?.id, words: words && text.slice(words.start, words.end) };
}

describe('scopeOf', () => {
  const examples = SCOPE_RULES.flatMap(({ id, examples: rows }) =>
    rows.map(([marked, words]) => [id, marked, words] as const),
  );
  test.each(examples)('%s: %s', (_, marked, words) => {
    expect(found(marked).words).toBe(words);
  });

  test.each(SCOPE_RULES.map(({ id, examples: [first] }) => [id, first?.[0] ?? ''] as const))(
    'rule %s is the one that its first example meets',
    (id, marked) => {
      expect(found(marked).rule).toBe(id);
    },
  );
});
