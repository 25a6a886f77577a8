import { profilesOf } from '../../src/alike/index.ts';
import { CANDIDATES, candidatePairs, pairsIn } from '../../src/merge/candidates.ts';
import { weightedScorer } from '../../src/merge/scoring.ts';
import { type Unit, unitsOf } from '../../src/merge/units.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import { syntheticEvent } from '../bench/synthetic.ts';
import { loadRealEvents } from './real-reports.ts';
import { loadEvents, pairKey, unitsIn } from './same-fact.ts';
import { shared } from './shared.ts';

/**
 * Measure what the index of large events misses, which small events do without: of the pairs that
 * scoring all would put above the thresholds, and of the annotated links. For annotated events the
 * index is made to choose; made-up ones are large enough for it.
 *
 *     npx tsx tests/eval/candidates.ts
 */

/** Reports of the made-up events: enough for the index, few enough for all pairs. */
const MADE_UP = [20, 60];

/** Annotated events of fewer claims than this say little: the index finds nearly all pairs. */
const LARGE = 200;

const score = weightedScorer(WEIGHTS.alone);

async function recallOf(units: readonly Unit[], linked: (a: number, b: number) => boolean) {
  const claims = units.map(({ claim }) => claim);
  const profiles = profilesOf(
    claims,
    units.map(({ position }) => position),
  );
  const all = pairsIn(candidatePairs(claims, profiles, { ...CANDIDATES, allPairs: claims.length }));
  const between = all.filter(({ a, b }) => claims[a]?.report !== claims[b]?.report);
  const chosen = pairsIn(candidatePairs(claims, profiles, { ...CANDIDATES, allPairs: 0 }));
  const keys = new Set(chosen.map(({ a, b }) => a * claims.length + b));
  const scores = await score(profiles, between, []);
  const share = (wanted: (index: number) => boolean) => {
    const pairs = between.filter((_, index) => wanted(index));
    const found = pairs.filter(({ a, b }) => keys.has(a * claims.length + b));
    return `${(found.length / pairs.length).toFixed(3)} of ${pairs.length}`;
  };
  return {
    claims: claims.length,
    'all pairs': all.length,
    chosen: chosen.length,
    'above the threshold': share((index) => (scores[index] ?? 0) >= WEIGHTS.threshold),
    certain: share((index) => (scores[index] ?? 0) >= WEIGHTS.certain),
    linked: share((index) => linked(between[index]?.a ?? -1, between[index]?.b ?? -1)),
  };
}

async function main(folder: string): Promise<void> {
  const rows: object[] = [];
  for (const event of loadEvents(folder)) {
    const units = unitsIn(event);
    if (units.length < LARGE) continue;
    const linked = (a: number, b: number) =>
      event.links.has(pairKey(units[a]?.id ?? '', units[b]?.id ?? ''));
    rows.push({ event: event.name, ...(await recallOf(units, linked)) });
  }
  const real = await loadRealEvents();
  for (const reports of MADE_UP) {
    const units = unitsOf([...syntheticEvent(real, reports).values()]);
    const { linked: _, ...figures } = await recallOf(units, () => false);
    rows.push({ event: `made up, ${reports} reports`, ...figures });
  }
  console.table(rows);
}

const folder = shared('data/same-fact');
if (folder) await main(folder);
