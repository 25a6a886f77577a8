import { bucketsOf } from '../buckets.ts';
import type { KeyedFact } from '../edition-facts.ts';
import { byCodeUnits } from '../order.ts';
import { sharersOf } from '../parts-of-claims.ts';
import type { RecordedFact } from '../types.ts';

type Fact = KeyedFact<RecordedFact>;

interface Matched {
  readonly before: readonly Fact[];
  readonly after: readonly Fact[];
  /** Earlier → later. */
  readonly continued: ReadonlyMap<Fact, Fact>;
}

/**
 * Facts that go on as part of another, since what states them is told there now, be it as something
 * close, be it with more or fewer words around it: nothing is gone by that.
 *
 * @returns The fact of the earlier edition → that of the later which has most of its claims.
 */
export function joinedFacts({ before, after, continued }: Matched): ReadonlyMap<Fact, Fact> {
  const came = new Map([...continued].map(([earlier, later]) => [later, earlier]));
  const left = before.filter((fact) => !continued.has(fact));
  const moves = movesTo(after, came);
  return new Map(
    left.flatMap((fact) => {
      const [into] = moves(fact);
      return into ? [[fact, into] as const] : [];
    }),
  );
}

/**
 * Facts that were told with others, and are facts of their own now: nothing is new by that.
 *
 * @returns The fact of the later edition → those of the earlier that had its claims, most first.
 */
export function partedFacts({
  before,
  after,
  continued,
}: Matched): ReadonlyMap<Fact, readonly Fact[]> {
  const going = new Set(continued.values());
  const moves = movesTo(before, continued);
  const left = after.filter((fact) => !going.has(fact));
  return new Map(left.map((fact) => [fact, moves(fact)]));
}

/**
 * Prepare the facts of an edition to be asked where the claims of a fact of the other one went.
 *
 * @param own A fact of this edition → the one of the other that is the same: what it had there already
 *   did not go to it.
 * @returns For a fact of the other edition those that have claims which count in it, most first; where
 *   there are none, those that have parts of them.
 */
function movesTo(facts: readonly Fact[], own: ReadonlyMap<Fact, Fact>) {
  const holding = bucketsOf(facts, ({ all }) => all.keys());
  const sharers = sharersOf(facts);
  return (fact: Fact): readonly Fact[] => {
    const moved = new Map<Fact, number>();
    for (const key of fact.certain.keys()) {
      for (const other of holding.get(key) ?? []) {
        if (!own.get(other)?.all.has(key)) moved.set(other, (moved.get(other) ?? 0) + 1);
      }
    }
    return [...(moved.size > 0 ? moved : sharers(fact))]
      .sort(([a, m], [b, n]) => n - m || byCodeUnits(a.fact.id, b.fact.id))
      .map(([other]) => other);
  };
}
