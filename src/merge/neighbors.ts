import { isWithin } from '../spans.ts';
import type { Claim, Fact, Objection } from '../types.ts';
import type { Comparison, Inspect } from './inspect.ts';

/**
 * What kept a claim apart from a fact: it is not likely enough to state the same as any claim of
 * it, or as all of them on average; a guard; its report states the fact in other words; or it came
 * together with the claims of another fact.
 */
export type Apart = 'unlikely' | 'average' | 'guard' | 'same-report' | 'other-fact';

/** A claim that was not joined to a fact, held against the claim of it that is nearest. */
export interface Neighbor {
  readonly claim: Claim;
  /** The claim of the fact that it is likeliest to state the same as. */
  readonly nearest: Claim;
  readonly comparison: Comparison;
  /** Mean probability over the claims of the fact by other reports. */
  readonly average: number;
  readonly apart: Apart;
  /** What guards found that keep it apart from any claim of the fact. */
  readonly guards: readonly Objection[];
  /** Id of the fact that it belongs to. */
  readonly fact: string;
  /** Mean probability over the other claims of that fact; null where it stands alone. */
  readonly there: number | null;
}

/** All facts, and how their claims compare. */
export interface Neighborhood {
  readonly facts: readonly Fact[];
  /** What was compared: parts of sentences, or whole ones, in order of report and place. */
  readonly claims: readonly Claim[];
  readonly inspect: Inspect;
  /** Probability that claims of two ids state one fact; 0 where not scored. */
  readonly likelihood: (a: string, b: string) => number;
  /** Average probability from which claims come together. */
  readonly threshold: number;
}

/** How many claims are listed; what is less likely than this is not near. */
const LISTED = { most: 5, from: 0.02 } as const;

/** List the claims of other facts that are nearest to one, nearest first. */
export function neighborsOf(fact: Fact, around: Neighborhood): readonly Neighbor[] {
  // A sentence that met nothing was compared in parts.
  const own = around.claims.filter((claim) => fact.claims.some((held) => isPartOf(claim, held)));
  const known = new Set(own);
  const likeliest = (claim: Claim) =>
    Math.max(...otherReports(claim, own).map(({ id }) => around.likelihood(id, claim.id)));
  return around.claims
    .filter((claim) => !known.has(claim))
    .map((claim) => ({ claim, probability: likeliest(claim) }))
    .filter(({ probability }) => probability >= LISTED.from)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, LISTED.most)
    .flatMap(({ claim }) => neighbor(claim, { fact, own }, around));
}

const otherReports = (claim: Claim, others: readonly Claim[]): readonly Claim[] =>
  others.filter(({ report }) => report !== claim.report);

/** Whether a claim is another, or a part of it. */
const isPartOf = (inner: Claim, outer: Claim): boolean =>
  inner.report === outer.report && isWithin(inner, outer);

/** A fact, and its claims as they were compared. */
interface Held {
  readonly fact: Fact;
  readonly own: readonly Claim[];
}

function neighbor(claim: Claim, { fact, own }: Held, around: Neighborhood): Neighbor[] {
  const pairs = compareWith(claim, own, around.inspect);
  const [first, ...rest] = pairs;
  const home = around.facts.find(({ claims, elsewhere }) =>
    claims.some((held) => isPartOf(claim, held) && !elsewhere.includes(held.id)),
  );
  if (!first || !home) return [];
  const best = rest.reduce((one, next) => (next.probability > one.probability ? next : one), first);
  const others = compareWith(claim, home.claims, around.inspect);
  const average = mean(pairs);
  const there = others.length > 0 ? mean(others) : null;
  const { threshold } = around;
  const guards = pairs
    .filter(({ probability }) => probability >= threshold)
    .flatMap(({ keptApart }) => keptApart);
  const apart = apartBecause({ claim, fact, guards, best, average, there, threshold });
  const { of: nearest, ...comparison } = best;
  return [{ claim, nearest, comparison, average, apart, guards, fact: home.id, there }];
}

/** A claim's comparison with one of another report. */
type Pair = Comparison & { readonly of: Claim };

const compareWith = (claim: Claim, others: readonly Claim[], inspect: Inspect): readonly Pair[] =>
  otherReports(claim, others).flatMap((of) => {
    const comparison = inspect(of.id, claim.id);
    return comparison ? [{ ...comparison, of }] : [];
  });

const mean = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, { probability }) => sum + probability, 0) / (pairs.length || 1);

interface Evidence extends Pick<Neighbor, 'claim' | 'average' | 'guards' | 'there'> {
  readonly fact: Fact;
  readonly best: Pair;
  readonly threshold: number;
}

/** What may keep a claim apart; the first that holds is told. */
const REASONS: readonly { readonly apart: Apart; readonly holds: (of: Evidence) => boolean }[] = [
  { apart: 'unlikely', holds: ({ best, threshold }) => best.probability < threshold },
  { apart: 'guard', holds: ({ guards }) => guards.length > 0 },
  { apart: 'other-fact', holds: ({ average, there }) => there !== null && there >= average },
  { apart: 'average', holds: ({ average, threshold }) => average < threshold },
  {
    apart: 'same-report',
    holds: ({ claim, fact }) => fact.claims.some(({ report }) => report === claim.report),
  },
];

const apartBecause = (evidence: Evidence): Apart =>
  REASONS.find(({ holds }) => holds(evidence))?.apart ?? 'other-fact';
