import { measureAttribution } from './attribution.ts';
import { measurePropositions } from './propositions.ts';
import type { Row } from './row.ts';
import { measureSentences } from './sentences.ts';
import { measureTimes } from './times.ts';

/**
 * Measure how rightly sentences are taken apart, on all annotated sets there are.
 *
 *     npx tsx tests/eval/extract/run.ts
 */

/** Each measure prints by itself, too, with what is wrong: `npx tsx tests/eval/extract/times.ts`. */
const MEASURES: readonly (() => readonly Row[] | Promise<readonly Row[]>)[] = [
  measureSentences,
  measurePropositions,
  measureAttribution,
  measureTimes,
];

const rows: Row[] = [];
for (const measure of MEASURES) rows.push(...(await measure()));
console.table(rows);
