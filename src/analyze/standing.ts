import { statingReports } from '../facts.ts';
import type { Divergence, Fact, Origin, Standing } from '../types.ts';

/** What a fact's standing depends on. */
interface Evidence {
  readonly fact: Fact;
  readonly origins: readonly Origin[];
  readonly divergences: readonly Divergence[];
}

/** In this order; the first rule that holds gives the standing. */
export const STANDING_RULES: readonly {
  readonly standing: Standing;
  readonly because: string;
  readonly holds: (evidence: Evidence) => boolean;
}[] = [
  {
    standing: 'disputed',
    because: 'Reports give different values, and none of them settles it.',
    holds: ({ divergences }) => divergences.some(({ status }) => status === 'open'),
  },
  {
    standing: 'superseded',
    because: 'A later report gives another value.',
    holds: ({ divergences }) => divergences.some(({ status }) => status === 'superseded'),
  },
  {
    standing: 'single-source',
    because: 'Only one report states it.',
    holds: ({ fact }) => statingReports(fact).length === 1,
  },
  {
    standing: 'one-origin',
    because: 'Several reports state it, all from the same origin.',
    holds: ({ origins }) => origins.length === 1,
  },
  {
    standing: 'corroborated',
    because: 'Several reports state it, from two or more origins.',
    holds: () => true,
  },
];

/** Say how a fact stands. */
export function standingOf(evidence: Evidence): Standing {
  return STANDING_RULES.find(({ holds }) => holds(evidence))?.standing ?? 'single-source';
}
