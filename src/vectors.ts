/** Sparse vectors of terms, for passages that are compared whatever else is at hand. */

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

/** Weigh a passage's terms by log frequency. */
export function weigh(counts: Counts): Vector {
  const raw = Array.from(counts, ([term, times]) => [term, 1 + Math.log(times)] as const);
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
