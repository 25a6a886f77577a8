import { eventDays } from '../event-days.ts';
import { certainClaims } from '../facts.ts';
import { REPORTING_VERBS } from '../language/grammar.ts';
import type { Fact, NonEmpty } from '../types.ts';
import type { Difference } from './divergence.ts';

/**
 * Reports that date the same event to different days. Compared are claims that have one day, which
 * is not the day of saying so: "warned on Monday" dates the warning.
 */
export function datesThatDiffer(fact: Fact): readonly Difference[] {
  const byDay = new Map<string, { text: string; claims: NonEmpty<string> }>();
  for (const claim of certainClaims(fact)) {
    const days = new Set(eventDays(claim));
    const [only, ...more] = days;
    if (!only || more.length > 0) continue;
    const day = only;
    const time = claim.times.find(({ value }) => value === day);
    if (time && SAYING.test(claim.exact.slice(0, time.start))) continue;
    const text = time?.text ?? day;
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

/** A verb of reporting, and at most two words between it and the day. */
const SAYING = new RegExp(
  `\\b(?:said|told|wrote|thought|${Object.keys(REPORTING_VERBS)
    .map((verb) => verb.replace(/(?<=[^aeiou])y$/u, '(?:y|ie)').replace(/e$/u, 'e?'))
    .join('|')})(?:s|d|ed)?(?: \\p{L}+){0,2} $`,
  'iu',
);
