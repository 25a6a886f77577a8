import { type EditionFact, type KeyedFact, keyedFacts } from './edition-facts.ts';
import { certainClaims, factIdFrom, ownClaims } from './facts.ts';
import { continuedFacts } from './matched-facts.ts';
import { byCodeUnits } from './order.ts';
import { pairReports } from './report-pairs.ts';
import type { Applied, EditionRecord, Fact, Report } from './types.ts';

/**
 * Let a fact that continues one of the last edition keep that one's id, so that links to it, and what
 * the editor decided about it, hold when reports come, are corrected or go.
 *
 * No fact takes an id that another one had in the last edition: a link would lead to something else.
 *
 * @param facts As they were brought together, before the editor's decisions. What he merged is several
 *   facts here: the id of the one that he made of them goes to the one that holds the claim it was made of,
 *   and to none where that claim is gone.
 * @param last The last edition; null where there is none.
 * @param reports Those of the facts.
 */
export function withLastIds(
  facts: readonly Fact[],
  last: EditionRecord | null,
  reports: readonly Report[],
): readonly Fact[] {
  if (last === null) return facts;
  const names = namesFor(facts, { last, reports, mergesPend: true });
  return facts.map((fact) => ({ ...fact, id: names.get(fact) ?? fact.id }));
}

/** What an editor's decisions made of facts. */
interface Decided {
  readonly facts: readonly Fact[];
  readonly decisions: readonly Applied[];
}

/**
 * The same for facts that the editor made: where he merges facts or takes one apart, they are named anew.
 */
export function decidedWithLastIds<D extends Decided>(
  decided: D,
  last: EditionRecord | null,
  reports: readonly Report[],
): D {
  if (last === null) return decided;
  const names = namesFor(decided.facts, { last, reports, mergesPend: false });
  const byId = new Map([...names].map(([{ id }, name]) => [id, name]));
  const named = (id: string) => byId.get(id) ?? id;
  return {
    ...decided,
    facts: decided.facts.map((fact) => ({ ...fact, id: names.get(fact) ?? fact.id })),
    decisions: decided.decisions.map(({ facts: [first, ...rest], ...decision }) => ({
      ...decision,
      facts: [named(first), ...rest.map(named)],
    })),
  };
}

interface Naming {
  readonly last: EditionRecord;
  readonly reports: readonly Report[];
  /** Whether what the editor merged is several facts yet. */
  readonly mergesPend: boolean;
}

/** A fact → the id that it is to have. */
function namesFor(
  facts: readonly Fact[],
  { last, reports, mergesPend }: Naming,
): ReadonlyMap<Fact, string> {
  const pairs = pairReports(last.reports, reports);
  const before = keyedFacts(last.facts, pairs, 'before');
  const after = keyedFacts(facts.map(editionFact), pairs, 'after');
  const pends = ({ fact }: (typeof before)[number]) => mergesPend && fact.merged;
  const names = new Map<Fact, string>();
  const rest = new Set(after);
  const name = (fact: KeyedFact<Now>, id: string) => {
    names.set(fact.fact.of, id);
    rest.delete(fact);
  };
  for (const fact of before.filter(pends)) {
    const holder = after.find((later) => rest.has(later) && holdsNamesake(later, fact));
    if (holder) name(holder, fact.fact.id);
  }
  const matching = { before: before.filter((fact) => !pends(fact)), after: [...rest], pairs };
  for (const [earlier, later] of continuedFacts(matching)) name(later, earlier.fact.id);
  const taken = new Set(last.facts.map(({ id }) => id));
  for (const { fact } of [...rest].sort((a, b) => byCodeUnits(a.fact.id, b.fact.id))) {
    const id = freeId(fact.id, taken);
    taken.add(id);
    names.set(fact.of, id);
  }
  return names;
}

/** A fact as it is now, to be compared with those of the last edition. */
interface Now extends EditionFact {
  readonly of: Fact;
}

function editionFact(fact: Fact): Now {
  const certain = new Set(certainClaims(fact));
  return {
    of: fact,
    id: fact.id,
    statement: fact.statement.text,
    claims: fact.claims.map((claim) => ({ ...claim, certain: certain.has(claim) })),
  };
}

/** Whether a fact holds, as its own, the claim that the id of an earlier one was made of. */
function holdsNamesake(
  { fact: { of }, claims }: KeyedFact<Now>,
  earlier: KeyedFact<EditionRecord['facts'][number]>,
): boolean {
  const at = earlier.fact.claims.findIndex(({ id }) => factIdFrom(id) === earlier.fact.id);
  const key = earlier.claims[at]?.key;
  const own = new Set(ownClaims(of));
  return of.claims.some((claim, index) => own.has(claim) && claims[index]?.key === key);
}

/** The id itself where it is free, else another that follows from it. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let turn = 1; taken.has(free); turn++) free = factIdFrom(`${id}\n${turn}`);
  return free;
}
