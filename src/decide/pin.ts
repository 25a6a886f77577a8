import { byCodeUnits } from '../order.ts';
import type { Fact } from '../types.ts';
import type { Objection, Ready, Step } from './step.ts';

/** Put facts first: by the order that the editor gives, then as they stood. */
export const pin: Step = (facts, ready) => {
  const pins = facts.flatMap((fact) => {
    const own = ready.filter(({ targets }) => targets[0].fact === fact);
    const [first, ...more] = own.sort((a, b) => orderOf(a) - orderOf(b) || byReason(a, b));
    return first ? [{ fact, first, more }] : [];
  });
  const ranked = [...pins].sort((a, b) => orderOf(a.first) - orderOf(b.first));
  const pinned = new Map(ranked.map(({ fact }, index) => [fact, { ...fact, pinned: index + 1 }]));
  const after = (fact: Fact) => pinned.get(fact) ?? fact;
  return {
    facts: facts.map(after),
    done: ranked.map(({ fact, first: { decision } }) => ({
      decision,
      facts: [after(fact)],
      vouched: [],
    })),
    objections: pins.flatMap(({ first, more }) => more.map((other) => twice(first, other))),
  };
};

/** Of two decisions that say the same, which one is named must not depend on the order of lines. */
const byReason = (a: Ready, b: Ready): number =>
  byCodeUnits(a.decision.because ?? '', b.decision.because ?? '');

/** Behind those that have a place, where none is given. */
const orderOf = ({ decision }: Ready): number => decision.order ?? Number.MAX_SAFE_INTEGER;

function twice(first: Ready, other: Ready): Objection {
  const same = orderOf(first) === orderOf(other);
  return {
    rule: same ? 'decision-needless' : 'decision-conflict',
    at: other.decision,
    found: `fact that is pinned in line ${first.decision.place.line}, too`,
    expected: 'one place for each fact',
    advice: 'take one of the two decisions out',
  };
}
