import { isSpoken, statedBy, statingReports } from './facts.ts';
import { leansBack } from './language/leaning.ts';
import type { Briefing, Fact } from './types.ts';

/** Which facts lead, by what the reports make of them. */

/**
 * So many reports make a fact one of several, even where all but one only perhaps state it: what
 * all lead with, each in other words, must not be missing here. They are shown as what they are.
 */
const PERHAPS_SEVERAL = 3;

const isPinned = ({ pinned }: Fact): boolean => pinned !== undefined;

/** Ids of the facts of the bottom line, in the order in which it shows them. */
export const shownFirst = ({ sections }: Pick<Briefing, 'sections'>): readonly string[] =>
  sections.flatMap((part) => (part.kind === 'bottom-line' ? part.facts : []));

/** The facts that lead, the most prominent first: what the editor pinned before all. */
export function leadingFacts(facts: readonly Fact[]): readonly Fact[] {
  const prominent = facts
    .filter((fact) => !isPinned(fact) && isOfSeveral(fact) && isPlain(fact))
    .map((fact) => ({ fact, weight: prominence(fact) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ fact }) => fact);
  return [...facts.filter(isPinned), ...prominent];
}

/**
 * The first of the leading facts. What the editor pinned is not the main thing, unless several
 * reports state it and it can be read alone.
 *
 * @param leading Those that are shown, in their order.
 */
export function mainFact(leading: readonly Fact[], facts: readonly Fact[]): Fact | undefined {
  const isMain = (fact: Fact) =>
    !isPinned(fact) || (statingReports(fact).length > 1 && statedBy(fact).selfContained);
  return leading.find(isMain) ?? leading[0] ?? facts[0];
}

/** Whether it can be read alone, and is told in the reporter's words: a quotation is an opinion. */
const isPlain = (fact: Fact): boolean =>
  statedBy(fact).selfContained && !isSpoken(statedBy(fact)) && !leansBack(fact.statement.text);

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
