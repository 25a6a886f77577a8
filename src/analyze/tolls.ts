import { bucketsOf } from '../buckets.ts';
import { ownClaims } from '../facts.ts';
import {
  areOfOneThing,
  differenceIn,
  type Figure,
  figuresOf,
  isToll,
  thingsIn,
} from '../figures.ts';
import { byCodeUnits } from '../order.ts';
import type { Difference, NonEmpty, Side } from '../types.ts';
import type { Telling } from './divergence.ts';

/** From one report of an event to the next no toll grows by more than this. */
const LARGEST_RISE = 100;

/**
 * Reports that count the dead, the hurt, the arrested differently, whatever fact they tell it with.
 *
 * Such counts grow while an event is told of. Where no report gives fewer than an earlier one, the
 * difference is an update, and the last count stands; "at least three" then means three. Else, and
 * where nobody knows which report is the later one, only counts that exclude each other differ.
 */
export function tollsThatDiffer({ facts, published, present }: Telling): readonly Difference[] {
  const tolls = facts.flatMap(ownClaims).flatMap(figuresOf).filter(isToll);
  const buckets = bucketsOf(tolls, ({ unit }) => [unit]);
  const isOne = (a: Figure, b: Figure) =>
    Math.max(a.value, b.value) <= LARGEST_RISE * Math.max(1, Math.min(a.value, b.value)) &&
    areOfOneThing(a, b, { present, shared: 0 });
  return [...buckets.values()]
    .flatMap((bucket) => thingsIn(bucket, isOne))
    .flatMap((figures): Difference[] => {
      const counts = countsIn(figures, published);
      return [...(riseIn(counts) ?? clashIn(counts))];
    });
}

/** The count of one report, with every claim that gives it. */
interface Count {
  readonly figures: NonEmpty<Figure>;
  readonly value: number;
  /** ISO 8601; undefined where the report is not dated. */
  readonly day: string | undefined;
}

/** The greatest count of each report: its others are of a part of the event. */
function countsIn(
  figures: readonly Figure[],
  published: ReadonlyMap<string, string>,
): readonly Count[] {
  return [...new Set(figures.map(({ claim }) => claim.report))].flatMap((report): Count[] => {
    const own = figures.filter(({ claim }) => claim.report === report);
    const value = Math.max(...own.map((figure) => figure.value));
    const [first, ...more] = own.filter((figure) => figure.value === value);
    return first ? [{ figures: [first, ...more], value, day: published.get(report) }] : [];
  });
}

/** A rise from day to day; undefined where the counts do not rise, or not all are dated. */
function riseIn(counts: readonly Count[]): Difference[] | undefined {
  const dated = counts.flatMap((count) =>
    count.day === undefined ? [] : [{ ...count, day: count.day }],
  );
  const days = [...new Set(dated.map(({ day }) => day))].sort(byCodeUnits);
  const ranges = days.map((day) => {
    const values = dated.filter((count) => count.day === day).map(({ value }) => value);
    return { from: Math.min(...values), to: Math.max(...values) };
  });
  const rises = ranges.every(({ from }, at) => at === 0 || from >= (ranges[at - 1]?.to ?? 0));
  if (dated.length < counts.length || days.length < 2 || !rises) return undefined;
  const sides = sidesByValue(dated);
  if (sides.length < 2) return [];
  const note = 'The count rises from report to report.';
  const about = counts[0]?.figures[0].unit ?? '';
  return [{ kind: 'update', about, status: 'superseded', note, sides }];
}

function sidesByValue(counts: readonly Count[]): readonly Side[] {
  const values = [...new Set(counts.map(({ value }) => value))].sort((a, b) => a - b);
  return values.flatMap((value): Side[] => {
    const figures = counts
      .filter((count) => count.value === value)
      .flatMap((count) => count.figures);
    const [first, ...more] = figures;
    if (!first) return [];
    const claims: NonEmpty<string> = [first.claim.id, ...more.map(({ claim }) => claim.id)];
    return [{ value: first.quantity.text, claims }];
  });
}

const clashIn = (counts: readonly Count[]): readonly Difference[] =>
  differenceIn(counts.flatMap(({ figures }) => figures));
