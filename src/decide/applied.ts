import { ownClaims } from '../facts.ts';
import { byCodeUnits } from '../order.ts';
import type { Applied, DecisionKind, Fact } from '../types.ts';
import type { Outcome } from './step.ts';

/**
 * The decisions that were applied, with the facts that they came to in the end.
 *
 * @param kinds In the order in which they are listed.
 * @param file Where they were said.
 */
export function appliedIn(
  { facts, done }: Outcome,
  kinds: readonly DecisionKind[],
  file: string,
): readonly Applied[] {
  const rank = ({ kind, facts: ids }: Applied) =>
    kinds.indexOf(kind) * (facts.length + 1) + facts.findIndex(({ id }) => id === ids[0]);
  return done
    .map(({ decision, facts: [first, ...more] }): Applied => {
      const ids = more.map((fact) => finalId(fact, facts));
      return {
        kind: decision.kind,
        facts: [finalId(first, facts), ...ids],
        because: decision.because,
        said: { file, ...decision.place },
      };
    })
    .sort((a, b) => rank(a) - rank(b) || byCodeUnits(keyOf(a), keyOf(b)));
}

/** Id of the fact that holds the first claim of another in the end; its own where none does. */
function finalId(fact: Fact, facts: readonly Fact[]): string {
  const [first = fact.claims[0]] = ownClaims(fact);
  const holds = (each: Fact) => ownClaims(each).some(({ id }) => id === first.id);
  return facts.find(holds)?.id ?? fact.id;
}

const keyOf = ({ facts, because }: Applied): string => `${facts.join(' ')} ${because ?? ''}`;
