import { bucketsOf } from '../buckets.ts';
import type { KeyedFact } from '../edition-facts.ts';
import { byCodeUnits } from '../order.ts';
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
 * close: nothing is gone by that.
 *
 * @returns The fact of the earlier edition → that of the later which has most of its claims.
 */
export function joinedFacts({ before, after, continued }: Matched): ReadonlyMap<Fact, Fact> {
  const came = new Map([...continued].map(([earlier, later]) => [later, earlier]));
  const holding = bucketsOf(after, ({ all }) => all.keys());
  const left = before.filter((fact) => !continued.has(fact));
  return new Map(
    left.flatMap((fact) => {
      const [into] = movedTo(fact, holding, came);
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
  const holding = bucketsOf(before, ({ all }) => all.keys());
  const left = after.filter((fact) => !going.has(fact));
  return new Map(left.map((fact) => [fact, movedTo(fact, holding, continued)]));
}

/**
 * Facts of the other edition that have claims which count in a fact, save those that they had of their
 * own in this edition already; most such claims first.
 *
 * @param holding Key of a claim → the facts of the other edition that have it.
 * @param own A fact of the other edition → the one of this edition that is the same.
 */
function movedTo(
  { certain }: Fact,
  holding: ReadonlyMap<string, readonly Fact[]>,
  own: ReadonlyMap<Fact, Fact>,
): readonly Fact[] {
  const moved = new Map<Fact, number>();
  for (const key of certain.keys()) {
    for (const other of holding.get(key) ?? []) {
      if (!own.get(other)?.all.has(key)) moved.set(other, (moved.get(other) ?? 0) + 1);
    }
  }
  return [...moved]
    .sort(([a, m], [b, n]) => n - m || byCodeUnits(a.fact.id, b.fact.id))
    .map(([fact]) => fact);
}
