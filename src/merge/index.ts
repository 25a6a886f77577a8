import { valuesOf } from '../alike/index.ts';
import { statingReports } from '../facts.ts';
import type { Fact, Sentence } from '../types.ts';
import { type Compared, compare } from './compare.ts';
import { factOf, loneFact } from './fact.ts';
import { groupClaims } from './group.ts';
import { inspector } from './inspect.ts';
import { leftovers } from './leftovers.ts';
import type { Neighborhood } from './neighbors.ts';
import { lexicalScorer, type Model, type Scorer } from './score.ts';
import { unitsOf } from './units.ts';
import { WEIGHTS } from './weights.ts';

export { leaveOutHeadlines } from './headlines.ts';
export type { Comparison, Ground, Inspect } from './inspect.ts';
export { type Apart, type Neighbor, neighborsOf } from './neighbors.ts';
export type { Contribution, Scorer } from './score.ts';

/** Where the default weights come from, and how well they do on events they never saw. */
export const PROVENANCE = WEIGHTS.provenance;

/**
 * Bring claims that state the same thing together into facts.
 *
 * @param sentences A report's id → its sentences, reports in their order.
 * @param score Default: the words alone.
 * @returns Facts in order of how many reports state them, then of their first place. Every
 *   sentence is in one.
 */
export async function merge(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  score: Scorer = LEXICAL,
): Promise<readonly Fact[]> {
  return factsOf(sentences, await compare(unitsOf([...sentences.values()]), score));
}

/** The words alone, with weights that `npm run fit` found. */
const LEXICAL = lexicalScorer(WEIGHTS, valuesOf);

/** Facts, how their claims compare, and what decided. */
export interface Inspection extends Omit<Neighborhood, 'threshold'> {
  readonly thresholds: Pick<Model, 'threshold' | 'adopted' | 'certain'>;
}

/**
 * Bring claims together as `merge` does, and keep what is needed to tell why.
 *
 * @param score Default: as for `merge`.
 */
export async function inspectMerge(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  score: Scorer = LEXICAL,
): Promise<Inspection> {
  const compared = await compare(unitsOf([...sentences.values()]), score);
  const { threshold, adopted, certain } = WEIGHTS;
  return {
    facts: factsOf(sentences, compared),
    claims: compared.claims,
    ...inspector(compared, score),
    thresholds: { threshold, adopted, certain },
  };
}

function factsOf(
  sentences: ReadonlyMap<string, readonly Sentence[]>,
  compared: Compared,
): readonly Fact[] {
  const reports = [...sentences.values()];
  const met = groupClaims(compared, WEIGHTS).filter(({ own }) => own.length > 1);
  const metIds = new Set(
    met.flatMap(({ own }) => own.flatMap((place) => compared.claims[place]?.id ?? [])),
  );
  const facts = [
    ...met.flatMap((group) => factOf(group, compared, WEIGHTS.certain)),
    ...leftovers(reports, metIds).map(loneFact),
  ];
  return facts.sort(inOrder([...sentences.keys()]));
}

/** Most reports first; among equals, the fact that is told first in the first report. */
function inOrder(reports: readonly string[]): (a: Fact, b: Fact) => number {
  return (a, b) =>
    statingReports(b).length - statingReports(a).length ||
    reports.indexOf(a.claims[0].report) - reports.indexOf(b.claims[0].report) ||
    a.claims[0].start - b.claims[0].start;
}
