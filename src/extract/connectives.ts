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

/** Longest dateline, in tokens: "NEW EXAMPLE CITY, Example (Agency) —". */
const MAX_DATELINE = 10;

/** Find the place and agency that agency copy begins with, up to and with the dash. */
export function datelineOf(tokens: readonly Token[]): Span | undefined {
  const dash = tokens.findIndex(({ text }) => /^[—–]$/u.test(text));
  const first = tokens[0];
  const next = tokens[dash + 1];
  if (dash < 1 || dash > MAX_DATELINE || !first || !next || first.text.length < 3) return undefined;
  if (!/^\p{Lu}{3,}/u.test(first.text)) return undefined;
  const capitals = tokens.slice(0, dash).every(({ text }) => !/^\p{Ll}/u.test(text));
  return capitals ? { start: first.start, end: next.start } : undefined;
}

/** Find the connective at a sentence's beginning, with the comma behind it. */
export function connectiveOf(tokens: readonly Token[]): Span | undefined {
  const [first, second, third] = tokens;
  if (!first || !second || !CONNECTIVES.has(first.norm)) return undefined;
  if (second.text === ',') return third && { start: first.start, end: third.start };
  // "Still standing, the tower …": without a comma only a conjunction is sure to be one.
  return first.tag === 'CCONJ' ? { start: first.start, end: second.start } : undefined;
}
