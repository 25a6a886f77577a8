import { mean, type Score, scoreSets } from './gold.ts';
import { shared } from './shared.ts';

/**
 * Measure the briefings of annotated sets against their annotation: pairs of sentences brought
 * together, look-alikes kept apart, differences found, the ledger, origins, timeline.
 *
 *     npm run eval
 *
 * The annotated sets only measure: nothing is fitted or chosen on them.
 */
async function main(gold: string): Promise<void> {
  const sets = await scoreSets(gold);
  console.table(sets.map(({ name, all }) => ({ set: name, ...rowOf(all) })));
  const f1 = mean(sets, ({ all }) => all.links.f1);
  console.log(`mean links F1 ${f1.toFixed(3)} over ${sets.length} sets`);
}

function rowOf({ links, ledger, conflicts, ...rest }: Score) {
  return {
    precision: links.precision,
    recall: links.recall,
    f1: links.f1,
    'near misses': rest.nearMissesJoined,
    'facts whole': rest.goldFactsWhole,
    conflicts: conflicts.rightKind,
    'false alarms': conflicts.falseAlarms,
    unaccounted: ledger.unaccounted,
    boilerplate: ledger.boilerplateInFacts,
    offsets: ledger.offsetsValid,
    origins: rest.origins,
    timeline: rest.timeline,
  };
}

const gold = shared('gold');
if (gold) await main(gold);
