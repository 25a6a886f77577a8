import { certainClaims, statedBy } from '../facts.ts';
import { statementInWords, unmarked } from '../rewording.ts';
import { statementOf } from '../statement.ts';
import type { Fact, NonEmpty, Statement } from '../types.ts';
import type { Objection, Ready, Step } from './step.ts';

/** State facts in the words of another of their passages, or in words that the editor gives. */
export const reword: Step = (facts, ready) => {
  const changes = facts.flatMap((fact) => {
    const about = ready.filter(({ targets }) => targets[0].fact === fact);
    const [first, ...more] = about.map((each) => ({ each, made: worded(fact, each) }));
    return first ? [{ fact, first, more }] : [];
  });
  const applied = changes.filter(({ fact, first, more }) => {
    return more.length === 0 && !sameWords(first.made.statement, fact.statement);
  });
  const after = new Map(applied.map(({ fact, first }) => [fact, first.made]));
  return {
    facts: facts.map((fact) => after.get(fact) ?? fact),
    done: applied.map(({ first: { each, made } }) => ({
      decision: each.decision,
      facts: [made],
      vouched: [],
    })),
    objections: changes.flatMap((change): readonly Objection[] => {
      if (applied.includes(change)) return [];
      const { first, more } = change;
      return more.length === 0
        ? [needless(first.each)]
        : more.map(({ each }) => twice(first.each, each));
    }),
  };
};

/** A fact in the words that a decision gives it. The passage that is named counts as stating it. */
function worded(fact: Fact, { decision, passages }: Ready): Fact {
  const [from] = passages;
  if (decision.words === null) {
    const { id } = from ?? statedBy(fact);
    const statement: Statement = from ? statementOf(from) : fact.statement;
    return {
      ...fact,
      statement,
      uncertain: fact.uncertain.filter((other) => other !== id),
      guarded: fact.guarded.filter(({ claim }) => claim !== id),
    };
  }
  const speaker = statedBy(fact);
  const others = certainClaims(fact).filter((claim) => claim !== speaker);
  const claims: NonEmpty<(typeof fact.claims)[0]> = [speaker, ...others];
  return { ...fact, statement: statementInWords(claims, decision.words) };
}

/** Whether two statements say the same words, whoever takes credit for them. */
const sameWords = (a: Statement, b: Statement): boolean => unmarked(a.text) === unmarked(b.text);

const needless = ({ decision }: Ready): Objection => ({
  rule: 'decision-needless',
  at: decision,
  found: 'words that the fact is stated in already',
  expected: 'other words',
  advice: 'take the decision out',
});

const twice = (first: Ready, { decision }: Ready): Objection => ({
  rule: 'decision-conflict',
  at: decision,
  found: `fact that is reworded in line ${first.decision.place.line}, too`,
  expected: 'one wording for each fact',
  advice: 'take one of the two decisions out',
});
