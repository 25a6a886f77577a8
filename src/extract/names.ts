import { nameRuns } from '../language/name-runs.ts';
import type { Token } from '../types.ts';

/**
 * Find names: runs of capitalized words, titles among them.
 *
 * @returns Each name once, in order of its first place.
 */
export function namesOf(tokens: readonly Token[]): readonly string[] {
  const names = nameRuns(tokens).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );
  return [...new Set(names)];
}
