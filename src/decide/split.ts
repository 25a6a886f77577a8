import { certainClaims, factId, likeness, ownClaims, readability, withClaims } from '../facts.ts';
import { statementOf } from '../statement.ts';
import type { Claim, Fact, NonEmpty } from '../types.ts';
import type { Done, Objection, Outcome, Ready, Step } from './step.ts';

/**
 * Take passages out of a fact. Those that one decision names become a fact of their own; one that
 * is another fact's, and only supports this one, just leaves.
 */
export const split: Step = (facts, ready) => {
  const outcomes = facts.map((fact) =>
    splitFact(
      fact,
      ready.filter(({ targets, passages }) => targets[0].fact === fact && passages.length > 0),
    ),
  );
  return {
    facts: outcomes.flatMap((outcome) => outcome.facts),
    done: outcomes.flatMap(({ done }) => done),
    objections: outcomes.flatMap(({ objections }) => objections),
  };
};

function splitFact(fact: Fact, ready: readonly Ready[]): Outcome {
  const overlaps = overlapping(ready);
  if (ready.length === 0 || overlaps.length > 0) {
    return { facts: [fact], done: [], objections: overlaps };
  }
  const groups = ready.map((each) => ({
    each,
    own: ownClaims(fact).filter((claim) => each.passages.includes(claim)),
  }));
  const leaving = new Set(ready.flatMap(({ passages }) => passages));
  const rest = without(fact, leaving);
  const parts = groups.map(({ own }) => partOf(fact, own));
  const [first, ...more] = [...rest, ...parts.flat()];
  if (!first || (rest.length === 0 && more.length === 0)) {
    return { facts: [fact], done: [], objections: ready.map(leavesNothing) };
  }
  const done = groups.map(({ each, own }, index): Done => {
    const [kept = first] = rest;
    return {
      decision: each.decision,
      facts: [kept, ...(parts[index] ?? [])],
      vouched: own.flatMap((a, at) => own.slice(at + 1).map((b) => [a.id, b.id] as const)),
    };
  });
  return { facts: [first, ...more], done, objections: [] };
}

/** Decisions that each take the same passage out of a fact, with others or without. */
function overlapping(ready: readonly Ready[]): readonly Objection[] {
  return ready.flatMap(({ decision, passages }, index) => {
    const other = ready
      .slice(0, index)
      .find((earlier) => earlier.passages.some((claim) => passages.includes(claim)));
    if (!other) return [];
    return [
      {
        rule: 'decision-conflict',
        at: decision,
        found: `passage that the split in line ${other.decision.place.line} takes out, too`,
        expected: 'one decision about each passage',
        advice: 'name in one "apart" the passages that belong together',
      },
    ];
  });
}

const leavesNothing = ({ decision }: Ready): Objection => ({
  rule: 'decision-needless',
  at: decision,
  found: 'split of a fact that has no other passage',
  expected: 'a passage that stays behind',
  advice: 'take the decision out',
});

/** Passages that left a fact together, as one of their own: the editor says that they state it. */
function partOf(fact: Fact, own: readonly Claim[]): readonly Fact[] {
  const [first, ...more] = own;
  if (!first) return [];
  const claims: NonEmpty<Claim> = [first, ...more];
  return [
    {
      id: factId(claims),
      statement: statementOf(best(fact, claims)),
      claims,
      uncertain: [],
      elsewhere: [],
      merged: withClaims(fact, claims).merged,
      guarded: [],
    },
  ];
}

/** What is left of a fact once some passages left it. */
function without(fact: Fact, leaving: ReadonlySet<Claim>): readonly Fact[] {
  const stay = (claim: Claim) => !leaving.has(claim);
  const [own, ...more] = ownClaims(fact).filter(stay);
  const [first, ...others] = fact.claims.filter(stay);
  if (!own || !first) return [];
  const left: Fact = { ...withClaims(fact, [first, ...others]), id: factId([own, ...more]) };
  const speaks = [own, ...more].find(({ id }) => id === fact.statement.claim);
  return [speaks ? left : restated(left, fact, [own, ...more])];
}

/**
 * A fact in other words, since its own left with their passage. What counted as stating it counts
 * still where it is at least as near to the new words as what counted was to the old ones: nothing
 * nearer is known.
 */
function restated(left: Fact, fact: Fact, own: NonEmpty<Claim>): Fact {
  const certain = own.filter(({ id }) => !fact.uncertain.includes(id));
  const [first = own[0], ...more] = certain;
  const words = best(fact, [first, ...more]);
  const old = certainClaims(fact).filter(({ id }) => id !== fact.statement.claim);
  const needed = Math.min(1, ...old.map(({ id }) => likeness(fact, fact.statement.claim, id)));
  const counts = (claim: Claim) =>
    claim === words ||
    (!fact.uncertain.includes(claim.id) &&
      claim.polarity === words.polarity &&
      likeness(fact, words.id, claim.id) >= needed);
  return {
    ...left,
    statement: statementOf(words),
    uncertain: left.claims.filter((claim) => !counts(claim)).map(({ id }) => id),
    // Guards were asked about the words that left.
    guarded: [],
  };
}

/** The claim that states a fact best: one that can be read alone, no headline, nearest to the rest. */
function best(fact: Fact, claims: NonEmpty<Claim>): Claim {
  const rank = (claim: Claim) =>
    readability(claim) +
    mean(claims.filter((other) => other !== claim).map(({ id }) => likeness(fact, claim.id, id)));
  return claims.reduce((one, next) => (rank(next) > rank(one) ? next : one));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
