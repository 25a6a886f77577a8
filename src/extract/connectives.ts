import type { Span, Token } from '../types.ts';

/** Words that join a sentence to the one before it, and say nothing of their own. */
const CONNECTIVES: ReadonlySet<string> = new Set([
  'but',
  'and',
  'however',
  'meanwhile',
  'moreover',
  'furthermore',
  'nevertheless',
  'nonetheless',
  'yet',
  'still',
  'additionally',
  'so',
]);

/** Find the connective at a sentence's beginning, with the comma behind it. */
export function connectiveOf(tokens: readonly Token[]): Span | undefined {
  const [first, second, third] = tokens;
  if (!first || !second || !CONNECTIVES.has(first.norm)) return undefined;
  if (second.text === ',') return third && { start: first.start, end: third.start };
  // "Still standing, the tower …": without a comma only a conjunction is sure to be one.
  return first.tag === 'CCONJ' ? { start: first.start, end: second.start } : undefined;
}
