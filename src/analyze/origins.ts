import { certainClaims } from '../facts.ts';
import type { Attribution, Claim, Fact, NonEmpty, Origin } from '../types.ts';

/**
 * Follow each claim of a fact to where it comes from, and count what is the same once.
 *
 * - Who said it is the origin, whoever passed it on: an agency that quotes a minister adds no
 *   origin to the minister.
 * - Unnamed sources cannot be told apart. All of a fact's together count as one origin, so that
 *   two newsrooms with one official never look like confirmation.
 * - A report that names no source is its own origin.
 * - A headline leaves out who says so; where its report goes on to state the fact, that counts.
 *
 * @param labels A report's id → what the reader calls it.
 * @returns Origins, those of most claims first.
 */
export function originsOf(fact: Fact, labels: ReadonlyMap<string, string>): readonly Origin[] {
  const origins = new Map<string, Origin>();
  for (const claim of withoutHeadlines(certainClaims(fact))) {
    const { key, name, kind } = identify(claim, labels);
    const known = origins.get(key);
    const claims: NonEmpty<string> = known ? [...known.claims, claim.id] : [claim.id];
    origins.set(key, { name: known ? known.name : name, kind, claims });
  }
  return [...origins.values()].sort((a, b) => b.claims.length - a.claims.length);
}

function withoutHeadlines(claims: readonly Claim[]): readonly Claim[] {
  const stating = new Set(
    claims.flatMap(({ kind, report }) => (kind === 'headline' ? [] : [report])),
  );
  return claims.filter(({ kind, report }) => kind !== 'headline' || !stating.has(report));
}

function identify(
  claim: Claim,
  labels: ReadonlyMap<string, string>,
): { readonly key: string; readonly name: string; readonly kind: Origin['kind'] } {
  const [source] = claim.attribution;
  if (!source) {
    const name = labels.get(claim.report) ?? claim.report;
    return { key: `report ${claim.report}`, name, kind: 'report' };
  }
  return { key: keyOf(source), name: source.name, kind: source.kind };
}

function keyOf({ name, kind }: Attribution): string {
  if (kind === 'unnamed') return kind;
  return `${kind === 'person' ? 'person' : 'body'} ${name.toLowerCase().replace(/^the /u, '').replaceAll('.', '')}`;
}
