import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, nodeSystem, VERSION } from '../../src/index.ts';
import type { ScorerName } from '../../src/scorer-names.ts';
import { shared } from './shared.ts';

/** Annotation → folder of its reports. */
const SETS: Readonly<Record<string, string>> = {
  'five-reports': fileURLToPath(new URL('../../articles', import.meta.url)),
  'wcl-netanyahu-iran-archive-2018': shared('clusters/wcl-netanyahu-iran-archive-2018') ?? '',
  'aceh-quake-2013': shared('clusters/aceh-quake-2013') ?? '',
};

/** What the annotation says of a briefing: some of what `score.mjs` prints, beside the annotation. */
export interface Score {
  readonly links: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** Joined and all, as "3/32"; so are the other figures that are texts. */
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

/** An annotated set whose briefing was built and scored. */
export interface ScoredSet {
  readonly name: string;
  readonly all: Score;
  /** The same without passages that the briefing shows as close and does not count. */
  readonly counted: Score;
}

/** The data of a briefing, as far as it tells what counts. */
interface BriefingData {
  readonly facts: readonly { readonly claims: readonly { readonly certain: boolean }[] }[];
}

/**
 * Build the briefings of the annotated sets that are there, and score them. The sets only measure:
 * nothing is fitted or chosen on them.
 *
 * @param gold Folder of the annotations and their scorer.
 * @param scorer What tells which passages state one fact. Default: what builds use.
 */
export async function scoreSets(gold: string, scorer?: ScorerName): Promise<readonly ScoredSet[]> {
  const out = mkdtempSync(path.join(tmpdir(), 'synoptic-eval-'));
  const scored: ScoredSet[] = [];
  try {
    for (const [name, folder] of Object.entries(SETS)) {
      if (folder === '') continue;
      await build({ folder, out, formats: ['json'], scorer, version: VERSION }, nodeSystem());
      const file = path.join(out, 'briefing.json');
      const all = score({ gold, name, folder, file });
      writeFileSync(file, JSON.stringify(countedAlone(readFileSync(file, 'utf8'))));
      scored.push({ name, all, counted: score({ gold, name, folder, file }) });
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  return scored;
}

function score(of: Readonly<Record<'gold' | 'name' | 'folder' | 'file', string>>): Score {
  const script = path.join(of.gold, 'score.mjs');
  const args = [script, path.join(of.gold, `${of.name}.json`), of.file, of.folder];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Score;
}

/** Only the passages by which the briefing says "N reports say". */
function countedAlone(source: string): BriefingData {
  const briefing = JSON.parse(source) as BriefingData;
  const facts = briefing.facts.map((fact) => ({
    ...fact,
    claims: fact.claims.filter(({ certain }) => certain),
  }));
  return { ...briefing, facts };
}

/** The mean of what is measured of each. */
export const mean = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((sum, item) => sum + of(item), 0) / list.length;
