import { eventDays } from '../event-days.ts';
import { certainClaims } from '../facts.ts';
import type { Fact, NonEmpty } from '../types.ts';
import type { Difference } from './divergence.ts';

/** Reports that date the same event to different days. Compared are claims that have one day. */
export function datesThatDiffer(fact: Fact): readonly Difference[] {
  const byDay = new Map<string, { text: string; claims: NonEmpty<string> }>();
  for (const claim of certainClaims(fact)) {
    const days = new Set(eventDays(claim));
    const [only, ...more] = days;
    if (!only || more.length > 0) continue;
    const day = only;
    const text = claim.times.find(({ value }) => value === day)?.text ?? day;
    const known = byDay.get(day);
    byDay.set(day, {
      text: known?.text ?? text,
      claims: known ? [...known.claims, claim.id] : [claim.id],
    });
  }
  if (byDay.size < 2) return [];
  const sides = [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { text, claims }]) => ({ value: text, claims }));
  return [{ kind: 'date', status: 'open', note: 'The reports give different days.', sides }];
}
