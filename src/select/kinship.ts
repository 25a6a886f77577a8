import { fold } from '../characters.ts';
import { grouped } from '../grouping.ts';
import { STOP_STEMS } from '../language/stop-words.ts';
import { stems } from '../language/words.ts';
import type { Report } from '../types.ts';
import { cosine, count, type Vector, weigh } from '../vectors.ts';

/**
 * From this likeness on, two reports are taken to be about one event. A tenth below the report that
 * is least like its own event, of 420 in 102 real events: who sets a report apart wrongly loses it,
 * who keeps one of another event prints facts that nobody else states. Of reports of any other
 * event 93 % are below it (`npx tsx tests/eval/strangers.ts`).
 */
export const KIN = 0.28;

/** With fewer different words than this, a report is too short for its words to tell. */
export const FEWEST_STEMS = 25;

/** The words of a report, by how often it has them. Common words of news weigh no less. */
export function bagOf({ blocks }: Pick<Report, 'blocks'>): Vector {
  const all = blocks.flatMap(({ content }) => stems(fold(content.text)));
  return weigh(count(all.filter((stem) => !STOP_STEMS.has(stem))));
}

/** How like the words of two reports are, 0–1; 1 where one of them is too short to tell. */
export function likeness(a: Vector, b: Vector): number {
  return Math.min(a.size, b.size) < FEWEST_STEMS ? 1 : cosine(a, b);
}

/** Groups of what is alike, the largest first; those of one size by their first member. */
export const groupsOf = <T>(
  members: readonly T[],
  areKin: (a: T, b: T) => boolean,
): readonly (readonly T[])[] => [...grouped(members, areKin)].sort((a, b) => b.length - a.length);
