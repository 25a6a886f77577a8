import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { statingReports } from '../../src/facts.ts';
import { LEXICAL, merge, modelScoring } from '../../src/merge/index.ts';
import { MODEL } from '../../src/system/assets.ts';
import { openOnnxModel } from '../../src/system/onnx.ts';
import type { Sentence } from '../../src/types.ts';
import { loadRealEvents } from '../eval/real-reports.ts';
import { syntheticEvent } from './synthetic.ts';

/**
 * Time the merging of made-up events of 5 to 500 reports of 40 sentences (`synthetic.ts` says how
 * they are made), each in a process of its own: on all cores, and on one alone, which must give
 * the same facts. Extraction is not in the figures.
 *
 *     npx tsx tests/bench/merge.ts [--scorer model] [REPORTS ...]
 *
 * Aim: 100 reports in 10 seconds and 800 MB.
 */

const SIZES = [5, 20, 100, 500];

interface Outcome {
  readonly sentences: number;
  readonly facts: number;
  /** Reports that state the fact that most state. */
  readonly widest: number;
  /** Time on the clock, and of the processor. */
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
  /** Of that, held before merging began. */
  readonly before: number;
  readonly sha256: string;
}

async function main(sizes: readonly number[], scorer: string): Promise<void> {
  const events = await loadRealEvents();
  if (events.length === 0) return;
  const folder = mkdtempSync(path.join(tmpdir(), 'synoptic-bench-'));
  const rows: (Outcome & { readonly reports: number })[] = [];
  try {
    for (const reports of sizes) {
      const file = path.join(folder, `${reports}.json`);
      writeFileSync(file, JSON.stringify([...syntheticEvent(events, reports)]));
      const free = run([file, scorer], []);
      const alone = run([file, scorer], ['taskset', '-c', '0']);
      rows.push({ reports, ...free });
      console.log(rowOf(rows), alone && rowOf([{ reports, ...alone }]));
      console.log(alone?.sha256 === free.sha256 ? 'the same facts on one core' : 'FACTS DIFFER');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowOf(rows: readonly (Outcome & { readonly reports: number })[]) {
  const [last, one] = [rows.at(-1), rows.at(-2)];
  if (!last) return {};
  const { sha256: _, ...figures } = last;
  const growth = one && Math.log(last.cpu / one.cpu) / Math.log(last.reports / one.reports);
  return { ...figures, 'growth exponent': growth && Number(growth.toFixed(2)) };
}

function run(measured: readonly string[], before: readonly string[]): Outcome {
  const [command = process.execPath, ...args] = [
    ...before,
    process.execPath,
    '--import',
    'tsx',
    fileURLToPath(import.meta.url),
    '--measure',
    ...measured,
  ];
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the measurement ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Outcome;
}

async function measure(file: string, scorer: string): Promise<void> {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as [string, Sentence[]][];
  const sentences = new Map(entries);
  const before = process.resourceUsage().maxRSS / 1000;
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  // Nothing is kept of earlier runs.
  const model = scorer === 'model' ? await openOnnxModel(MODEL) : undefined;
  const facts = await merge(sentences, model ? modelScoring(model) : LEXICAL);
  const { user, system } = process.cpuUsage(cpu);
  const outcome: Outcome = {
    sentences: [...sentences.values()].flat().length,
    facts: facts.length,
    widest: Math.max(0, ...facts.map((fact) => statingReports(fact).length)),
    seconds: round((performance.now() - begun) / 1000),
    cpu: round((user + system) / 1e6),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1000),
    before: Math.round(before),
    sha256: hashOf(facts),
  };
  console.log(JSON.stringify(outcome));
}

function hashOf(facts: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(JSON.stringify(fact));
  return hash.digest('hex');
}

const round = (value: number) => Number(value.toFixed(2));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scorer: { type: 'string', default: 'lexical' },
    measure: { type: 'boolean', default: false },
  },
});
const [file = '', scorer = ''] = positionals;
if (values.measure) await measure(file, scorer);
else await main(positionals.length === 0 ? SIZES : positionals.map(Number), values.scorer);
