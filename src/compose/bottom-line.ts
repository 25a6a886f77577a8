import { isSpoken, statedBy, statingReports } from '../facts.ts';
import type { Claim, Fact } from '../types.ts';
import type { SectionMaker } from './section.ts';

/** More would not be read in half a minute; what is pinned stands there all the same. */
const MOST = 5;

/**
 * So many reports make a fact one of several, even where all but one only perhaps state it: what
 * all lead with, each in other words, must not be missing here. They are shown as what they are.
 */
const PERHAPS_SEVERAL = 3;

/**
 * What the editor pinned, then the facts that most reports tell first. Each of those can be read
 * alone, and is a fact of the body with all its citations.
 */
export const bottomLine: SectionMaker = ({ facts }) => {
  const isPinned = ({ pinned }: Fact) => pinned !== undefined;
  const pinned = facts.filter(isPinned);
  const prominent = facts
    .filter((fact) => !isPinned(fact) && isOfSeveral(fact) && isPlain(statedBy(fact)))
    .map((fact) => ({ fact, weight: prominence(fact) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, Math.max(0, MOST - pinned.length))
    .map(({ fact }) => fact);
  const chosen = [...pinned, ...prominent];
  if (chosen.length === 0) return undefined;
  return { kind: 'bottom-line', heading: 'Bottom line', facts: chosen.map(({ id }) => id) };
};

/** Whether it can be read alone, and is told in the reporter's words: a quotation is an opinion. */
const isPlain = (claim: Claim): boolean => claim.selfContained && !isSpoken(claim);

const isOfSeveral = (fact: Fact): boolean =>
  statingReports(fact).length > 1 ||
  new Set(fact.claims.map(({ report }) => report)).size >= PERHAPS_SEVERAL;

/** A claim that perhaps states the fact counts for this much of one that does. */
const UNCERTAIN_WEIGHT = 0.5;
/** A report that states the fact counts for this much wherever it does. */
const REPORT_WEIGHT = 0.25;

/**
 * How much the reports make of a fact: how many state it, and how near to their first sentence
 * (1, 1/2, 1/3 …). Reports tell the main thing first; what all of them come to in the end is
 * background.
 */
function prominence(fact: Fact): number {
  const byReport = new Map<string, number>();
  for (const { id, report, sentence } of fact.claims) {
    const weight = fact.uncertain.includes(id) ? UNCERTAIN_WEIGHT : 1;
    byReport.set(report, Math.max(byReport.get(report) ?? 0, weight / (1 + sentence)));
  }
  const early = [...byReport.values()].reduce((sum, weight) => sum + weight, 0);
  return early + REPORT_WEIGHT * statingReports(fact).length;
}
