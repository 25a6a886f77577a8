import { valuesOf } from '../alike/index.ts';
import { inOrder } from '../facts.ts';
import type { Fact, Sentence } from '../types.ts';
import { compare } from './compare.ts';
import { factOf, loneFact } from './fact.ts';
import { groupClaims } from './group.ts';
import { leftovers } from './leftovers.ts';
import { lexicalScorer, type Scorer } from './score.ts';
import { unitsOf } from './units.ts';
import { WEIGHTS } from './weights.ts';

export { leaveOutHeadlines } from './headlines.ts';
export type { Scorer } from './score.ts';

/** Where the default weights come from, and how well they do on events they never saw. */
export const PROVENANCE = WEIGHTS.provenance;

/**
 * Bring claims that state the same thing together into facts.
 *
 * @param sentences A report's id → its sentences, reports in their order.
 * @param score Default: the words alone, with weights that `npm run fit` found.
 * @returns Facts in order of how many reports state them, then of their first place. Every
 *   sentence is in one.
 */
export async function merge(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  score: Scorer = lexicalScorer(WEIGHTS, valuesOf),
): Promise<readonly Fact[]> {
  const reports = [...sentences.values()];
  const compared = await compare(unitsOf(reports), score);
  const met = groupClaims(compared.claims, compared.scores, WEIGHTS).filter(
    ({ own }) => own.length > 1,
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
