import { fold } from '../characters.ts';
import { ownClaims, withClaims } from '../facts.ts';
import { byCodeUnits } from '../order.ts';
import { overlap } from '../spans.ts';
import type { Claim, Fact, LeftOut } from '../types.ts';
import type { Objection, Ready, Step } from './step.ts';

/**
 * Print facts no more. Their passages are left out, with their places and without their words; one
 * that counts as stating another fact, too, stays with that.
 */
export const suppress: Step = (facts, ready, { before }) => {
  const gone = new Set(ready.map(({ targets }) => targets[0].fact));
  const staying = facts.filter((fact) => !gone.has(fact));
  const claims = [...gone].flatMap(ownClaims);
  const kept = claims.filter((claim) => staying.some((fact) => counts(claim, fact)));
  const leaving = claims.filter((claim) => !kept.includes(claim));
  const told = staying.map((fact) => without(fact, leaving));
  const after = kept.reduce((list: readonly Fact[], claim) => settled(list, claim), told);
  return {
    facts: after,
    done: [...gone].flatMap((fact) => {
      const [first] = ready.filter(({ targets }) => targets[0].fact === fact).sort(byReason);
      return first ? [{ decision: first.decision, facts: [fact], vouched: [] }] : [];
    }),
    objections: [
      ...ready.flatMap((each, index) => repeated(each, ready.slice(0, index))),
      ...[...gone].flatMap((fact) => contradicted(fact, before)),
      ...ready.flatMap((each) => stillPrinted(each, after)),
    ],
    leftOut: leaving.map(leftOutOf),
  };
};

/** Of two decisions that say the same, which one is named must not depend on the order of lines. */
const byReason = (a: Ready, b: Ready): number =>
  byCodeUnits(a.decision.because ?? '', b.decision.because ?? '');

const counts = ({ id }: Claim, { claims, uncertain }: Fact): boolean =>
  claims.some((claim) => claim.id === id) && !uncertain.includes(id);

/** The place alone: what the editor would not have printed is not printed here either. */
const leftOutOf = ({ report, start, end }: Claim): LeftOut => ({
  report,
  start,
  end,
  reason: 'editor',
  text: '',
});

/** A fact without passages that only perhaps support it, and whose own fact is gone. */
function without(fact: Fact, leaving: readonly Claim[]): Fact {
  const ids = new Set(leaving.map(({ id }) => id));
  const [first, ...more] = fact.claims.filter(({ id }) => !ids.has(id));
  return first && more.length + 1 < fact.claims.length ? withClaims(fact, [first, ...more]) : fact;
}

/** Give a claim whose own fact is gone to the first that it states. */
function settled(facts: readonly Fact[], claim: Claim): readonly Fact[] {
  const host = facts.find((fact) => counts(claim, fact));
  return facts.map((fact) =>
    fact === host ? { ...fact, elsewhere: fact.elsewhere.filter((id) => id !== claim.id) } : fact,
  );
}

// ---------------------------------------------------------------------------------------------
// Objections

const repeated = ({ decision, targets }: Ready, earlier: readonly Ready[]): readonly Objection[] =>
  earlier
    .filter((other) => other.targets[0].fact === targets[0].fact)
    .slice(0, 1)
    .map((other) => ({
      rule: 'decision-needless',
      at: decision,
      found: `fact that is suppressed in line ${other.decision.place.line}, too`,
      expected: 'one such decision about a fact',
      advice: 'take one of the two decisions out',
    }));

/** Decisions about how a fact is printed that is not printed. */
const contradicted = ({ id }: Fact, before: readonly Ready[]): readonly Objection[] =>
  before
    .filter(({ targets: [named], decision: { kind } }) => {
      return (kind === 'reword' || kind === 'pin') && named.fact.id === id;
    })
    .map(({ decision }) => ({
      rule: 'decision-conflict',
      at: decision,
      found: `${decision.kind} of a fact that is suppressed (${id})`,
      expected: 'decisions that hold together',
      advice: 'take one of the two decisions out',
    }));

/** Words of a suppressed fact that stand in a sentence which another fact cites. */
function stillPrinted({ decision, targets }: Ready, facts: readonly Fact[]): readonly Objection[] {
  return ownClaims(targets[0].fact).flatMap((claim): readonly Objection[] => {
    const fact = facts.find(({ claims }) => claims.some(({ context }) => shows(context, claim)));
    if (!fact) return [];
    return [
      {
        rule: 'still-printed',
        at: decision,
        found: `suppressed words "${claim.exact}" in the sentence that another fact cites (${fact.id} "${fact.statement.text}")`,
        expected: 'a sentence that no other fact cites',
        advice: 'suppress that fact, too, if the words must not be seen',
      },
    ];
  });
}

/** Whether a passage holds the words of another. */
const shows = (context: Claim['context'], claim: Claim): boolean =>
  context.report === claim.report
    ? overlap(context, claim)
    : fold(context.exact).includes(fold(claim.exact));
