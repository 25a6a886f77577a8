/**
 * Sparse vectors of weighted terms. Within one event everything shares the topic, so a term
 * counts by its rarity among the passages at hand (event idf), not in the language.
 */

/** A term → its weight; of unit length, so that the dot product of two is their cosine. */
export type Vector = ReadonlyMap<string, number>;

/** A term → how often it occurs in one passage. */
export type Counts = ReadonlyMap<string, number>;

/** Count terms. */
export function count(terms: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** A term → log(1 + passages / passages that have it). */
export function rarity(passages: readonly Counts[]): ReadonlyMap<string, number> {
  const having = count(passages.flatMap((passage) => [...passage.keys()]));
  return new Map(
    Array.from(having, ([term, number]) => [term, Math.log(1 + passages.length / number)]),
  );
}

/** Weigh a passage's terms by log frequency, and by rarity where that is given. */
export function weigh(counts: Counts, weights?: ReadonlyMap<string, number>): Vector {
  const raw = Array.from(
    counts,
    ([term, times]) =>
      [term, (1 + Math.log(times)) * (weights ? (weights.get(term) ?? 0) : 1)] as const,
  );
  const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(raw.map(([term, weight]) => [term, weight / length]));
}

/** Cosine of two vectors, 0–1. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Weights of the terms that two passages have in common, greatest first. */
export function commonWeights(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): readonly number[] {
  return [...a].flatMap(([term, weight]) => (b.has(term) ? [weight] : [])).sort((x, y) => y - x);
}

/** The sum of all weights. */
export const totalWeight = (weights: ReadonlyMap<string, number>): number =>
  sum([...weights.values()]);

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
