import { certainDay } from '../certain-dates.ts';
import { eventDays } from '../event-days.ts';
import { comparedClaims } from '../facts.ts';
import { saidBefore } from '../language/saying.ts';
import { stems } from '../language/words.ts';
import type { Claim, Fact } from '../types.ts';
import type { Difference } from './divergence.ts';

/**
 * Reports that date the same event to different days. Compared are claims that have one day. The
 * day of saying so is compared only where another report dates the same act: "warned on Monday"
 * dates the warning, and says nothing of what was warned of.
 */
export function datesThatDiffer(fact: Fact): readonly Difference[] {
  const dated = comparedClaims(fact, 'day').flatMap(datedOnce);
  const compared = dated.filter((one) => {
    const { act } = one;
    return act === null || dated.some((other) => other !== one && other.stems.includes(act));
  });
  const days = [...new Set(compared.map(({ day }) => day))].sort();
  const sides = days.flatMap((day) => {
    const [first, ...more] = compared.filter((one) => one.day === day);
    const claims = more.map(({ claim }) => claim.id);
    return first ? [{ value: first.text, claims: [first.claim.id, ...claims] as const }] : [];
  });
  if (sides.length < 2) return [];
  return [{ kind: 'date', status: 'open', note: 'The reports give different days.', sides }];
}

/** A claim that dates what it tells to one day. */
interface Dated {
  readonly claim: Claim;
  readonly day: string;
  readonly text: string;
  /** Stem of the verb of saying that the day belongs to, if any. */
  readonly act: string | null;
  readonly stems: readonly string[];
}

function datedOnce(claim: Claim): Dated[] {
  const [day, ...more] = eventDays(claim);
  const time = claim.times.find((each) => certainDay(each) === day);
  if (!day || !time || more.length > 0) return [];
  const said = saidBefore(claim.exact.slice(0, time.start));
  // Who says a thing may say it on any number of days.
  if (said?.neutral) return [];
  const act = said?.verb ?? null;
  return [{ claim, day, text: time.text, act, stems: stems(claim.exact) }];
}
