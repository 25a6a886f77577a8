import { claimsById, factId, ownClaims, readability, statedBy, statingReports } from '../facts.ts';
import { grouped } from '../grouping.ts';
import type { Claim, Fact, NonEmpty } from '../types.ts';
import type { Done, Objection, Ready, Setting, Step } from './step.ts';

/**
 * Make facts one that say the same. The editor vouches for what states them and for the passages
 * that the decision names: they count, however unlike their words are.
 */
export const merge: Step = (facts, ready, { byPlace, before }) => {
  const useful = ready.filter(changesAnything);
  const involved = facts.filter((fact) => useful.some((each) => isAbout(each, fact)));
  const groups = grouped(involved, (a, b) =>
    useful.some((each) => isAbout(each, a) && isAbout(each, b)),
  );
  const made = groups.flatMap(([first, ...more]) => {
    if (!first) return [];
    const decisions = useful.filter((each) => [first, ...more].some((fact) => isAbout(each, fact)));
    return { decisions, fact: mergedOf([first, ...more], decisions, byPlace) };
  });
  const all = [
    ...facts.filter((fact) => !involved.includes(fact)),
    ...made.map(({ fact }) => fact),
  ];
  return {
    facts: all,
    done: made.flatMap(({ decisions, fact }) => decisions.map((each) => doneFor(each, fact))),
    objections: [
      ...ready.filter((each) => !useful.includes(each)).map(needless),
      ...before.flatMap((earlier) => undone(earlier, useful, all)),
    ],
  };
};

const isAbout = ({ targets }: Ready, fact: Fact): boolean =>
  targets.some((target) => target.fact === fact);

/** Whether a decision names several facts, or a passage that does not count yet. */
const changesAnything = ({ targets }: Ready): boolean =>
  new Set(targets.map(({ fact }) => fact)).size > 1 ||
  targets.some(({ fact, claims }) => claims.some(({ id }) => fact.uncertain.includes(id)));

const needless = ({ decision, targets }: Ready): Objection => ({
  rule: 'decision-needless',
  at: decision,
  found: `merge of what is one fact already (${targets[0].fact.id})`,
  expected: 'two facts, or a passage that is close and not counted',
  advice: 'take the decision out',
});

/** One fact of several, in the words of the one that most reports state. */
function mergedOf(
  facts: NonEmpty<Fact>,
  decisions: readonly Ready[],
  byPlace: Setting['byPlace'],
): Fact {
  const own = new Map(facts.flatMap(ownClaims).map((claim) => [claim.id, claim]));
  const all = claimsById(facts);
  const [first = facts[0].claims[0], ...more] = [...all.values()].sort(byPlace);
  const vouched = new Set(
    decisions.flatMap(({ targets }) => targets.flatMap(({ claims }) => claims)),
  );
  const counts = ({ id }: Claim) =>
    facts.some(
      ({ claims, uncertain }) => claims.some((c) => c.id === id) && !uncertain.includes(id),
    );
  const isOpen = (claim: Claim) => !vouched.has(claim) && !counts(claim);
  const [one = first, ...others] = own.values();
  const told = facts.reduce(better);
  const uncertain = [first, ...more].filter(isOpen).map(({ id }) => id);
  return {
    id: factId([one, ...others]),
    statement: told.statement,
    claims: [first, ...more],
    uncertain,
    elsewhere: [...all.keys()].filter((id) => !own.has(id)),
    merged: facts.flatMap(({ merged }) => merged),
    // Guards were asked about the words of the statement.
    guarded: told.guarded.filter(({ claim }) => uncertain.includes(claim)),
  };
}

/** Of two facts the one whose words can be read alone, then the one that more reports state. */
function better(a: Fact, b: Fact): Fact {
  const more =
    readability(statedBy(b)) - readability(statedBy(a)) ||
    statingReports(b).length - statingReports(a).length;
  return more > 0 ? b : a;
}

function doneFor({ decision, targets }: Ready, fact: Fact): Done {
  const vouched = targets.flatMap(({ claims }, index) =>
    targets
      .slice(index + 1)
      .flatMap((other) => claims.flatMap((a) => other.claims.map((b) => [a.id, b.id] as const)))
      .filter(([a, b]) => a !== b),
  );
  return { decision, facts: [fact], vouched };
}

/** A split whose passages came together with the rest of their fact again. */
function undone(
  { decision, targets, passages, elsewhere }: Ready,
  merges: readonly Ready[],
  facts: readonly Fact[],
): readonly Objection[] {
  const left = ownClaims(targets[0].fact).filter((claim) => !passages.includes(claim));
  const apart = [...passages, ...elsewhere];
  const whole = facts.find((fact) => {
    const own = new Set(ownClaims(fact));
    return apart.some((claim) => own.has(claim)) && left.some((claim) => own.has(claim));
  });
  const guilty = merges.filter(({ targets: named }) =>
    named.some(({ claims }) => claims.some((claim) => whole?.claims.includes(claim))),
  );
  if (!whole || guilty.length === 0) return [];
  const lines = guilty.map((each) => each.decision.place.line).join(', ');
  return [
    {
      rule: 'decision-conflict',
      at: decision,
      found: `split that the merge in line ${lines} undoes`,
      expected: 'decisions that hold together',
      advice: 'take one of them out, or merge other passages',
    },
  ];
}
