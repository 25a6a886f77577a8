import { isSeveral } from '../language/source-keys.ts';
import type { Attribution, Claim, Fact, Origin } from '../types.ts';
import { reportList, ways } from '../wording.ts';
import type { Voices } from './voices.ts';

/** An origin before it is said why it is one. */
export type Counted = Omit<Origin, 'because'>;

/**
 * Say of each origin of a fact which reports have it from there, by which way, and why they count as
 * one: the figure must be one that the reader can check.
 */
export function withReasons(
  fact: Fact,
  origins: readonly Counted[],
  voices: Voices,
): readonly Origin[] {
  const claims = new Map(fact.claims.map((claim) => [claim.id, claim]));
  return origins.map((origin) => {
    const own = origin.claims.flatMap((id) => claims.get(id) ?? []);
    return { ...origin, because: reasonOf(origin, own, voices) };
  });
}

function reasonOf({ name, kind }: Counted, claims: readonly Claim[], voices: Voices): string {
  const byReport = new Map<string, readonly Attribution[]>();
  // Of several passages of one report, the one with the longest chain says most.
  for (const { report, attribution } of claims) {
    const known = byReport.get(report);
    if (!known || known.length < attribution.length) byReport.set(report, attribution);
  }
  const has = (report: string) => voices.get(report)?.name ?? report;
  const telling = [...byReport].filter(([, chain]) => chain.length === 0);
  const [only, ...more] = [...byReport].map(([report, chain]) => has(report) + ways(chain));
  if (more.length === 0 && telling.length === 1) return `${only} says so in its own voice.`;
  const from = fromWhom(name, kind, [...byReport.values()]);
  if (more.length === 0) return `${only} has it from ${from}.`;
  const all = reportList([only ?? '', ...more]);
  return telling.length === byReport.size
    ? `${all} say so in their own voice: ${SHARED[kind === 'agency' ? 'agency' : 'text']}.`
    : `${all} have it from ${from}${kind === 'unnamed' ? UNNAMED : ''}.`;
}

/** Whom reports have it from; sources without a name that count as one, by all that they are called. */
function fromWhom(
  name: string,
  kind: Counted['kind'],
  chains: readonly (readonly Attribution[])[],
): string {
  if (kind !== 'unnamed') return name;
  const called = chains.flatMap(([source]) => (source?.kind === 'unnamed' ? [source.name] : []));
  // One official or several: the same for who reads it.
  const byNoun = new Map([...called, name].map((one) => [one.replace(/s$/u, ''), one]));
  const own = byNoun.get(name.replace(/s$/u, '')) ?? name;
  const names = [own, ...[...byNoun.values()].filter((one) => one !== own)];
  return names.map((one) => (isSeveral(one) ? one : `an ${one}`)).join(' or ');
}

/** Why reports that name no source are one origin. */
const SHARED = { agency: 'all are copy of one agency', text: 'they are largely one text' } as const;

const UNNAMED = ': sources without a name cannot be told apart, and count as one';
