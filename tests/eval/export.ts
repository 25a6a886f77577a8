import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onItsFace, profilesOf } from '../../src/alike/index.ts';
import { evidenceOf } from '../../src/merge/evidence.ts';
import { probability } from '../../src/merge/score.ts';
import { WEIGHTS } from '../../src/merge/weights.ts';
import { statedText } from '../../src/statement.ts';
import { type Event, loadEvents, pairKey, unitsIn } from './same-fact.ts';
import { shared } from './shared.ts';

/**
 * Write the claims of annotated events as `training/` learns from them, a JSON file an event.
 *
 *     npx tsx tests/eval/export.ts FOLDER
 */

/** A pair of claims of different reports, as numbers: they are many. */
type Row = readonly [
  a: number,
  b: number,
  /** 1: their sentences state a common fact. 0: they do not. -1: editors would disagree. */
  label: number,
  /** 1: the annotation sees a difference between them. */
  differ: number,
  /** Log odds by the words alone that they state one fact. */
  lexical: number,
];

function exported(event: Event) {
  const units = unitsIn(event);
  return {
    event: event.name,
    texts: units.map(({ claim }) => statedText(claim)),
    /** Ids of the annotated sentences that the texts stand in. */
    ids: units.map(({ id }) => id),
    pairs: rowsOf(event, units),
  };
}

function rowsOf(event: Event, units: ReturnType<typeof unitsIn>): readonly Row[] {
  const profiles = profilesOf(
    units.map(({ claim }) => claim),
    units.map(({ position }) => position),
  );
  return units.flatMap((unit, a) =>
    units.slice(a + 1).flatMap((other, offset): Row[] => {
      const b = a + 1 + offset;
      const [left, right] = [profiles[a], profiles[b]];
      if (unit.claim.report === other.claim.report || !left || !right) return [];
      const key = pairKey(unit.id, other.id);
      const label = event.links.has(key) ? 1 : event.doubtful.has(key) ? -1 : 0;
      const words = probability(WEIGHTS.alone, evidenceOf(left, right, undefined));
      const lexical = logOdds(Math.max(onItsFace(left, right), words));
      return [[a, b, label, Number(event.differing.has(key)), lexical]];
    }),
  );
}

/** To three digits, within bounds. */
function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return Number(Math.log(bounded / (1 - bounded)).toFixed(3));
}

const [folder] = process.argv.slice(2);
const events = shared('data/same-fact');
if (folder && events) {
  mkdirSync(folder, { recursive: true });
  for (const event of loadEvents(events)) {
    writeFileSync(path.join(folder, `${event.name}.json`), JSON.stringify(exported(event)));
  }
}
