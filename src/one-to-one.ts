import { byCodeUnits } from './order.ts';

/** Two things that may be the same. */
export interface Candidate<B, A> {
  readonly before: B;
  readonly after: A;
  /** How alike they are, in the order in which it counts: more is better. */
  readonly likeness: readonly number[];
}

/**
 * Match things one to one, the most alike first.
 *
 * @param nameOf A name for a thing, which decides among equals: it must not depend on its place in a
 *   list. Which of the two sides a name comes from does not count, so that the same things are matched in
 *   both directions.
 */
export function oneToOne<B, A>(
  candidates: readonly Candidate<B, A>[],
  nameOf: (thing: B | A) => string,
): ReadonlyMap<B, A> {
  const named = candidates.map((candidate) => ({
    ...candidate,
    name: [candidate.before, candidate.after].map(nameOf).sort(byCodeUnits).join('\n\n'),
  }));
  named.sort((a, b) => moreAlike(a, b) || byCodeUnits(a.name, b.name));
  const matched = new Map<B, A>();
  const taken = new Set<A>();
  for (const { before, after } of named) {
    if (matched.has(before) || taken.has(after)) continue;
    matched.set(before, after);
    taken.add(after);
  }
  return matched;
}

function moreAlike(a: Pick<Candidate<0, 0>, 'likeness'>, b: Pick<Candidate<0, 0>, 'likeness'>) {
  for (const [at, value] of a.likeness.entries()) {
    const difference = (b.likeness[at] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}
