import { DIFFERENCE_SORTS } from '../difference-sorts.ts';
import { claimsById, ownClaims } from '../facts.ts';
import { sha256 } from '../sha256.ts';
import type { Claim, Difference, Divergence, Fact, NonEmpty } from '../types.ts';

/** A question that is asked of every fact: do its reports differ in this? */
export type Question = (fact: Fact, telling: Telling) => readonly Difference[];

/** A question that is asked of all facts together: do they differ from one another in this? */
export type WideQuestion = (telling: Telling) => readonly Difference[];

/** All facts, and when they were told. */
export interface Telling {
  /** Those that most reports state first. */
  readonly facts: readonly Fact[];
  /** A report's id → the day of its publication, ISO 8601; reports without one are not in it. */
  readonly published: ReadonlyMap<string, string>;
  /** The month of the last of them, ISO 8601; undefined where none is dated. */
  readonly present: string | undefined;
}

/**
 * Ask the questions and name what is found, each difference once. What is found within a fact goes
 * before what is found between facts; a difference within one report is none between reports.
 */
export function divergencesOf(
  telling: Telling,
  questions: readonly Question[],
  wide: readonly WideQuestion[],
): readonly Divergence[] {
  const within = telling.facts.flatMap((fact) =>
    questions.flatMap((question) =>
      question(fact, telling).map((difference) => ({ difference, host: fact })),
    ),
  );
  const between = wide.flatMap((question) =>
    question(telling).map((difference) => ({ difference, host: undefined })),
  );
  const known = claimsById(telling.facts);
  const homes = homesOf(telling.facts);
  return distinct(
    [...within, ...between].flatMap(({ difference, host }) =>
      named(difference, host, { known, homes }),
    ),
  );
}

interface Directory {
  /** A claim's id → the claim. */
  readonly known: ReadonlyMap<string, Claim>;
  /** A claim's id → id of the fact that it states first. */
  readonly homes: ReadonlyMap<string, string>;
}

const homesOf = (facts: readonly Fact[]): ReadonlyMap<string, string> =>
  new Map(facts.flatMap((fact) => ownClaims(fact).map(({ id }) => [id, fact.id])));

function named(
  difference: Difference,
  host: Fact | undefined,
  { known, homes }: Directory,
): readonly Divergence[] {
  const [first, second, ...rest] = difference.sides;
  const claims = difference.sides.flatMap((side) => side.claims);
  const reports = new Set(claims.map((id) => known.get(id)?.report));
  if (!first || !second || reports.size < 2) return [];
  const [main, ...others] = new Set([
    ...(host ? [host.id] : []),
    ...(host ? [] : claims.flatMap((id) => homes.get(id) ?? [])),
  ]);
  if (main === undefined) return [];
  const facts: NonEmpty<string> = [main, ...others];
  return [{ ...difference, id: idOf(facts, difference), facts, sides: [first, second, ...rest] }];
}

/**
 * Keep the first of differences that are the same: of one kind, between claims that an earlier
 * one has on different sides already. A claim may support two facts, and differ in both.
 */
export function distinct(divergences: readonly Divergence[]): readonly Divergence[] {
  const kept: Divergence[] = [];
  const sidesOf = new Map<string, { readonly of: Divergence; readonly side: number }[]>();
  for (const next of divergences) {
    if (isKnown(next, sidesOf)) continue;
    kept.push(next);
    for (const [side, { claims }] of next.sides.entries()) {
      for (const id of claims) sidesOf.set(id, [...(sidesOf.get(id) ?? []), { of: next, side }]);
    }
  }
  return kept;
}

/** Whether claims of two sides of a difference stand on different sides of an earlier one too. */
function isKnown(
  { kind, about, sides }: Divergence,
  sidesOf: ReadonlyMap<string, readonly { readonly of: Divergence; readonly side: number }[]>,
): boolean {
  const met = new Map<Divergence, Map<number, number>>();
  for (const [own, { claims }] of sides.entries()) {
    for (const { of, side } of claims.flatMap((id) => sidesOf.get(id) ?? [])) {
      const isOther = of.about !== about && of.about !== '' && about !== '';
      if (DIFFERENCE_SORTS[of.kind] !== DIFFERENCE_SORTS[kind] || isOther) continue;
      const places = met.get(of) ?? new Map<number, number>();
      if (!places.has(own)) places.set(own, side);
      met.set(of, places);
    }
  }
  return [...met.values()].some((places) => new Set(places.values()).size > 1);
}

/** A fact may differ twice in one kind of thing: the values tell the two apart. */
function idOf([fact]: NonEmpty<string>, { kind, sides }: Difference): string {
  const key = [fact, kind, ...sides.map(({ value }) => value)].join('\n');
  return `d-${sha256(key).slice(0, 12)}`;
}
