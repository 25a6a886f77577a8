import { valuesOf } from '../alike/index.ts';
import { inOrder } from '../facts.ts';
import type { Fact, Sentence } from '../types.ts';
import { compare, compareWithin } from './compare.ts';
import { factOf, loneFact } from './fact.ts';
import { groupClaims } from './group.ts';
import { leftovers } from './leftovers.ts';
import { lexicalReview } from './review.ts';
import { lexicalScorer, type Scoring } from './score.ts';
import { unitsOf } from './units.ts';
import { WEIGHTS } from './weights.ts';

export { leaveOutHeadlines } from './headlines.ts';
export type { Scorer, Scoring } from './score.ts';

/** Where the default weights come from, and how well they do on events they never saw. */
export const PROVENANCE = WEIGHTS.provenance;

/** By the words alone, with weights that `npm run fit` found. */
const LEXICAL: Scoring = {
  score: lexicalScorer(WEIGHTS.alone, valuesOf),
  review: lexicalReview(WEIGHTS.together),
};

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
  const reports = [...sentences.values()];
  const first = await compare(unitsOf(reports), scoring);
  const met = groupClaims(first.claims, first.matrix, WEIGHTS).filter(({ own }) => own.length > 1);
  const compared = await compareWithin(
    met.map(({ own, guests }) => [...own, ...guests]),
    first,
    scoring,
  );
  const metIds = new Set(
    met.flatMap(({ own }) => own.flatMap((place) => compared.claims[place]?.id ?? [])),
  );
  const facts = [
    ...met.flatMap((group) => factOf(group, compared, WEIGHTS.certain)),
    ...leftovers(reports, metIds).map(loneFact),
  ];
  return facts.sort(inOrder([...sentences.keys()]));
}
