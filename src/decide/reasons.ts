import type { Fact, Merge } from '../types.ts';
import type { Done } from './step.ts';

/** A fact with the editor's word among the reasons of its merges. */
export function withReasons(fact: Fact, done: readonly Done[]): Fact {
  const places = new Map(fact.claims.map(({ id }, index) => [id, index]));
  const vouched = done.flatMap(({ decision, vouched: pairs }) =>
    pairs.flatMap(([one, other]): Merge[] => {
      const [a, b] = [one, other].sort((x, y) => (places.get(x) ?? 0) - (places.get(y) ?? 0));
      if (!a || !b || !places.has(a) || !places.has(b)) return [];
      const { because } = decision;
      return [{ a, b, score: 1, reasons: [because ? `the editor: ${because}` : 'the editor'] }];
    }),
  );
  if (vouched.length === 0) return fact;
  const merged = new Map<string, Merge>();
  for (const pair of [...fact.merged, ...vouched]) {
    const [a, b] = [places.get(pair.a) ?? 0, places.get(pair.b) ?? 0].sort((x, y) => x - y);
    const known = merged.get(`${a} ${b}`);
    const reasons = [...new Set([...pair.reasons, ...(known?.reasons ?? [])])].sort();
    merged.set(`${a} ${b}`, { ...pair, reasons: known ? reasons : pair.reasons });
  }
  const rank = ({ a, b }: Merge) =>
    (places.get(a) ?? 0) * fact.claims.length + (places.get(b) ?? 0);
  return { ...fact, merged: [...merged.values()].sort((x, y) => rank(x) - rank(y)) };
}
