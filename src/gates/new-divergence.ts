import { claimsById } from '../facts.ts';
import { type Finding, filesOf, type Placing, plainFinding } from '../findings.ts';
import type { Briefing, Divergence } from '../types.ts';
import { KIND_WORDS } from '../wording.ts';
import type { Gate } from './gate.ts';

/** Differences that no later report settles, and that the last edition did not have. */
export const newDivergence: Gate = {
  name: 'new-divergence',
  finds: 'a difference that is open, and that the last edition did not have',
  exit: 'gate-new-divergence',
  check({ made }) {
    if (!made) return 'no-briefing';
    const { briefing, changes, placeOf } = made;
    if (!changes) return 'no-edition';
    const opened = new Set(
      changes.divergences
        .filter(({ kind }) => kind === 'opened')
        .map(({ divergence }) => divergence),
    );
    return briefing.analysis.divergences
      .filter(({ id, status }) => status === 'open' && opened.has(id))
      .map((divergence) => findingOf(divergence, briefing, placeOf));
  },
};

function findingOf(divergence: Divergence, briefing: Briefing, placeOf: Placing): Finding {
  const { id, kind, about, sides, facts } = divergence;
  const claims = claimsById(briefing.facts);
  const fact = briefing.facts.find((one) => one.id === facts[0]);
  const places = sides
    .flatMap((side) => side.claims)
    .flatMap((claim) => claims.get(claim) ?? [])
    .map(placeOf);
  const what = about === '' ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}, ${about}`;
  return plainFinding(`${what}: ${sides.map(({ value }) => value).join(' / ')}`, {
    fact: facts[0],
    divergence: id,
    statement: fact?.statement.text ?? null,
    reports: filesOf(places),
    places,
  });
}
