import { characters } from '../../../src/alike/characters.ts';
import type { Profile } from '../../../src/alike/index.ts';
import { type Event, pairKey } from '../same-fact.ts';
import { averagePrecision, type Ranked } from './average-precision.ts';

/** Likeness of the claims at two places. */
export type Likeness = (a: number, b: number) => number;

/** The claims of an event, and the steps by which pairs of them are scored. */
export interface Steps {
  readonly event: Event;
  /** Of each claim, the id of the annotated sentence that it stands in. */
  readonly ids: readonly string[];
  /** What needs no weights: the cosine of runs of characters. */
  readonly characters: Likeness;
  /** The scores of pairs each by itself. */
  readonly alone: Likeness;
  /** The scores after the review in context. */
  readonly reviewed: Likeness;
}

/** The step that is compared with, from the profiles of an event. */
export const charactersOf =
  (profiles: readonly Profile[]): Likeness =>
  (a, b) => {
    const [left, right] = [profiles[a], profiles[b]];
    return left && right ? characters.of(left, right) : 0;
  };

/** Average precision after each step, the pairs of all events in one ranking. */
export function precisionOfSteps(events: readonly Steps[]) {
  const ranked = (step: 'characters' | 'alone' | 'reviewed') =>
    events.flatMap((event) => rankedPairs(event, event[step]));
  const all = ranked('reviewed');
  const right = all.filter((pair) => pair.right).length;
  return {
    pairs: all.length,
    'by chance': right / all.length,
    'characters alone': averagePrecision(ranked('characters')),
    'pairs alone': averagePrecision(ranked('alone')),
    'reviewed in context': averagePrecision(all),
  };
}

/**
 * Rank the pairs of sentences of different reports, those aside that the annotation leaves open.
 * Sentences are as alike as the likest of their parts.
 */
function rankedPairs({ event, ids }: Steps, likeness: Likeness): readonly Ranked[] {
  const best = new Map<string, number>([...event.links].map((key) => [key, 0]));
  for (const [a, one] of ids.entries()) {
    for (let b = a + 1; b < ids.length; b++) {
      const other = ids[b] ?? '';
      if (one.charAt(0) === other.charAt(0)) continue;
      const key = pairKey(one, other);
      best.set(key, Math.max(best.get(key) ?? 0, likeness(a, b)));
    }
  }
  return [...best].flatMap(([key, score]): Ranked[] => {
    const right = event.links.has(key);
    return right || !event.doubtful.has(key) ? [{ score, right }] : [];
  });
}
