import { sha256 } from './sha256.ts';
import type { Claim, Fact, GuardName, NonEmpty } from './types.ts';

/** The claims that state a fact, without those that are only close to it. */
export function certainClaims(fact: Fact): readonly Claim[] {
  return fact.claims.filter(({ id }) => !fact.uncertain.includes(id));
}

/**
 * The claims that state a fact, and those that would if a guard did not speak against it: whether
 * they differ is what it asks. In order of report and place.
 */
export function comparedClaims(fact: Fact, guard: GuardName): readonly Claim[] {
  const guarded = fact.guarded.filter((one) => one.guard === guard).map(({ claim }) => claim);
  return fact.claims.filter(({ id }) => !fact.uncertain.includes(id) || guarded.includes(id));
}

/** Every claim of some facts once, by its id, in the order of the facts; some support several. */
export const claimsById = (facts: readonly Fact[]): ReadonlyMap<string, Claim> =>
  new Map(facts.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim]));

/** Ids of the reports that state a fact, in order. */
export function statingReports(fact: Fact): readonly string[] {
  return [...new Set(certainClaims(fact).map(({ report }) => report))];
}

/** The claim whose words the statement takes. */
export function statedBy(fact: Fact): Claim {
  return fact.claims.find(({ id }) => id === fact.statement.claim) ?? fact.claims[0];
}

/** Whether a claim is for the most part direct speech. */
export function isSpoken({ quotations, exact }: Claim): boolean {
  const spoken = quotations
    .filter(({ speech }) => speech)
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return spoken * 2 > exact.length;
}

/** Whether all that states a fact is direct speech: then who said it is the fact. */
export const isSpeech = (fact: Fact): boolean => certainClaims(fact).every(isSpoken);

/**
 * Name a fact by its claims: the same as long as the claim with the smallest id is among them,
 * whatever joins it.
 */
export function factId(claims: NonEmpty<Claim>): string {
  const [smallest] = claims.map(({ id }) => id).sort();
  return factIdFrom(smallest ?? claims[0].id);
}

/** An id that follows from a text. */
export const factIdFrom = (text: string): string => `f-${sha256(text).slice(0, 12)}`;

/**
 * Put facts in order: what the editor pinned, then what most reports state; among equals, the fact
 * that is told first in the first report.
 *
 * @param reports Ids of the reports in their order.
 */
export function inOrder(reports: readonly string[]): (a: Fact, b: Fact) => number {
  const rank = ({ pinned }: Fact) => pinned ?? Number.MAX_SAFE_INTEGER;
  return (a, b) =>
    rank(a) - rank(b) ||
    statingReports(b).length - statingReports(a).length ||
    reports.indexOf(a.claims[0].report) - reports.indexOf(b.claims[0].report) ||
    a.claims[0].start - b.claims[0].start;
}

/** The claims that state a fact first: those of other facts that support it are not among them. */
export const ownClaims = ({ claims, elsewhere }: Fact): readonly Claim[] =>
  claims.filter(({ id }) => !elsewhere.includes(id));

/**
 * A fact with some of its claims alone: nothing of the others is left in what is known of them.
 *
 * @param kept In order of report and place; at least one of them is its own.
 */
export function withClaims(fact: Fact, kept: NonEmpty<Claim>): Fact {
  const ids = new Set(kept.map(({ id }) => id));
  return {
    ...fact,
    claims: kept,
    uncertain: fact.uncertain.filter((id) => ids.has(id)),
    elsewhere: fact.elsewhere.filter((id) => ids.has(id)),
    merged: fact.merged.filter(({ a, b }) => ids.has(a) && ids.has(b)),
    guarded: fact.guarded.filter(({ claim }) => ids.has(claim)),
  };
}

/** How likely two claims of a fact state the same, 0–1; 0 where nothing is told of the pair. */
export function likeness({ merged }: Fact, a: string, b: string): number {
  const pair = merged.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  return pair?.score ?? 0;
}

/**
 * How well a claim's words can state a fact: those that can be read alone go before all others, and
 * sentences before headlines. What else is weighed beside it comes to 2 at most.
 */
export const readability = ({ selfContained, kind }: Claim): number =>
  Number(selfContained) * 4 + Number(kind !== 'headline') * 2;
