import { inOrder } from '../facts.ts';
import type { Fact, Method, Sentence } from '../types.ts';
import { type Compared, compare, compareWithin } from './compare.ts';
import { factOf, loneFact } from './fact.ts';
import { groupClaims } from './group.ts';
import { inspector } from './inspect.ts';
import { leftovers } from './leftovers.ts';
import type { Neighborhood } from './neighbors.ts';
import type { Scoring, Thresholds } from './score.ts';
import { scoringBy } from './scoring.ts';
import { unitsOf } from './units.ts';
import { WEIGHTS } from './weights.ts';

export { leaveOutHeadlines } from './headlines.ts';
export type { Comparison, Ground, Inspect } from './inspect.ts';
export { type Apart, type Neighbor, neighborsOf } from './neighbors.ts';
export type { Contribution, Scorer, Scoring } from './score.ts';
export { modelScoring, ownScoring } from './scoring.ts';

/** By the words alone, with weights that `npm run fit` found. */
export const LEXICAL: Scoring = scoringBy(WEIGHTS);

/**
 * Bring claims that state the same thing together into facts.
 *
 * @param sentences A report's id → its sentences, reports in their order.
 * @param scoring Default: by the words alone.
 * @returns Facts in order of how many reports state them, then of their first place. Every
 *   sentence is in one.
 */
export async function merge(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  scoring: Scoring = LEXICAL,
): Promise<readonly Fact[]> {
  return (await gather(sentences, scoring)).facts;
}

/** Facts, how their claims compare, and what decided. */
export interface Inspection extends Omit<Neighborhood, 'threshold'> {
  readonly thresholds: Thresholds;
}

/**
 * Bring claims together as `merge` does, and keep what is needed to tell why.
 *
 * @param scoring Default: as for `merge`.
 */
export async function inspectMerge(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  scoring: Scoring = LEXICAL,
): Promise<Inspection> {
  const { facts, compared } = await gather(sentences, scoring);
  return {
    facts,
    claims: compared.claims,
    ...inspector(compared, scoring),
    thresholds: thresholdsOf(scoring),
  };
}

/** What a briefing says of how its facts were brought together. */
export const methodOf = ({ method = WORDS_ALONE }: Scoring): Method => method;

const WORDS_ALONE: Method = { by: 'words', provenance: WEIGHTS.provenance };

/** Those alone: what carries them has the weights, too. */
function thresholdsOf({ thresholds = WEIGHTS }: Scoring): Thresholds {
  const { threshold, adopted, lone, certain } = thresholds;
  return { threshold, adopted, lone, certain };
}

async function gather(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  scoring: Scoring,
): Promise<{ readonly facts: readonly Fact[]; readonly compared: Compared }> {
  const thresholds = thresholdsOf(scoring);
  const reports = [...sentences.values()];
  const first = await compare(unitsOf(reports), scoring);
  const met = groupClaims(first, thresholds).filter(
    ({ own, guests }) => own.length + guests.length > 1,
  );
  const compared = await compareWithin(
    met.map(({ own, guests }) => [...own, ...guests]),
    first,
    scoring,
  );
  const metIds = new Set(
    met.flatMap(({ own }) => own.flatMap((place) => compared.claims[place]?.id ?? [])),
  );
  const facts = [
    ...met.flatMap((group) => factOf(group, compared, thresholds.certain)),
    ...leftovers(reports, metIds).map(loneFact),
  ];
  return { facts: facts.sort(inOrder([...sentences.keys()])), compared };
}
