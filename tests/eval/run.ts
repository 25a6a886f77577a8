import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, nodeSystem, VERSION } from '../../src/index.ts';
import { shared } from './shared.ts';

/**
 * Measure the briefings of annotated sets against their annotation: pairs of sentences brought
 * together, look-alikes kept apart, differences found, the ledger, origins, timeline.
 *
 *     npm run eval
 *
 * The annotated sets only measure: nothing is fitted or chosen on them.
 */

/** Annotation → folder of its reports. */
const SETS: Readonly<Record<string, string>> = {
  'five-reports': fileURLToPath(new URL('../../articles', import.meta.url)),
  'wcl-netanyahu-iran-archive-2018': shared('clusters/wcl-netanyahu-iran-archive-2018') ?? '',
  'aceh-quake-2013': shared('clusters/aceh-quake-2013') ?? '',
};

interface Score {
  readonly links: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly nearMissesJoined: string;
  readonly goldFactsWhole: number;
  readonly conflicts: { readonly rightKind: string; readonly falseAlarms: string };
  readonly ledger: {
    readonly unaccounted: number;
    readonly boilerplateInFacts: string;
    readonly offsetsValid: boolean;
  };
  readonly origins: string;
  readonly timeline: string;
}

async function main(gold: string): Promise<void> {
  const out = mkdtempSync(path.join(tmpdir(), 'synoptic-eval-'));
  try {
    const rows = [];
    for (const [name, folder] of Object.entries(SETS)) {
      if (folder === '') continue;
      await build({ folder, out, formats: ['json'], version: VERSION }, nodeSystem());
      rows.push({ set: name, ...rowOf(score(gold, name, out, folder)) });
    }
    console.table(rows);
    const mean = rows.reduce((sum, { f1 }) => sum + f1, 0) / rows.length;
    console.log(`mean links F1 ${mean.toFixed(3)} over ${rows.length} sets`);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function score(gold: string, name: string, out: string, folder: string): Score {
  const args = [
    path.join(gold, 'score.mjs'),
    path.join(gold, `${name}.json`),
    path.join(out, 'briefing.json'),
    folder,
  ];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Score;
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
