import { eventDays } from '../event-days.ts';
import { certainClaims } from '../facts.ts';
import { REPORTING_VERBS } from '../language/grammar.ts';
import { stems } from '../language/words.ts';
import type { Claim, Fact } from '../types.ts';
import type { Difference } from './divergence.ts';

/**
 * Reports that date the same event to different days. Compared are claims that have one day. The
 * day of saying so is compared only where another report dates the same act: "warned on Monday"
 * dates the warning, and says nothing of what was warned of.
 */
export function datesThatDiffer(fact: Fact): readonly Difference[] {
  const dated = certainClaims(fact).flatMap(datedOnce);
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
  const time = claim.times.find(({ value }) => value === day);
  if (!day || !time || more.length > 0) return [];
  const [, verb] = SAYING.exec(claim.exact.slice(0, time.start)) ?? [];
  const act = verb ? (stems(verb)[0] ?? null) : null;
  // Who says a thing may say it on any number of days.
  if (act !== null && NEUTRAL.has(act)) return [];
  return [{ claim, day, text: time.text, act, stems: stems(claim.exact) }];
}

/** Past tenses that their verb's stem does not show. */
const IRREGULAR: Readonly<Record<string, string>> = { say: 'said', tell: 'told', write: 'wrote' };

const NEUTRAL: ReadonlySet<string> = new Set(
  Object.entries(REPORTING_VERBS).flatMap(([verb, kind]) =>
    kind === 'neutral' ? stems(`${verb} ${IRREGULAR[verb] ?? ''}`) : [],
  ),
);

/** A verb of reporting, and at most two words between it and the day. */
const SAYING = new RegExp(
  `\\b((?:said|told|wrote|thought|${Object.keys(REPORTING_VERBS)
    .map((verb) => verb.replace(/(?<=[^aeiou])y$/u, '(?:y|ie)').replace(/e$/u, 'e?'))
    .join('|')})(?:s|d|ed)?)(?: \\p{L}+){0,2} $`,
  'iu',
);
