import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { connectiveOf, datelineOf } from '../../../src/extract/connectives.ts';
import { finePropositions } from '../../../src/extract/fine-propositions.ts';
import { SPLITS } from '../../../src/extract/index.ts';
import { propositionsOf } from '../../../src/extract/propositions.ts';
import { quotationsOf } from '../../../src/extract/quotations.ts';
import { tokenize } from '../../../src/extract/tokens.ts';
import { shared } from '../shared.ts';
import type { Row } from './row.ts';

/**
 * Measure how sentences are taken apart against PropSegmEnt (Chen et al. 2023), whose propositions
 * are sets of tokens of a sentence. The rules were developed on sentences of even index alone.
 *
 *     npx tsx tests/eval/extract/propositions.ts [--wrong N]
 */

/** From this Jaccard similarity of their tokens on, two propositions are one (as in the paper). */
const ALIKE = 0.8;

interface Annotated {
  readonly sentence: string;
  readonly propositions: readonly string[];
}

type Tokens = ReadonlySet<string>;

/** A sentence with what was wanted of it and what was found. */
interface Outcome {
  readonly sentence: string;
  readonly wanted: readonly Tokens[];
  readonly found: readonly Tokens[];
  /** Places in `wanted` and `found` that are one proposition. */
  readonly matches: readonly (readonly [number, number])[];
}

/** How a sentence is taken apart: what each proposition says, in the words of the sentence. */
const LEVELS: Readonly<Record<string, (sentence: string) => readonly string[]>> = {
  'parts of the briefing': partsOf,
  'full fineness': (sentence) =>
    finePropositions(tokenize(sentence)).map((tokens) => tokens.map(({ text }) => text).join(' ')),
};

/** Measure both levels on both halves. */
export function measurePropositions(): readonly Row[] {
  const annotated = load();
  return Object.entries(LEVELS).flatMap(([level, takeApart]) =>
    [0, 1].map((parity) => {
      const half = annotated.filter((_, index) => index % 2 === parity);
      const { precision, recall, f1 } = score(half.map((one) => outcomeOf(one, takeApart)));
      return {
        measure: `propositions, ${level}, ${parity === 0 ? 'developed on' : 'unseen'} (${half.length} sentences)`,
        value: `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
        aim: 'F1 .45 (BERT .34, T5-large .56, human .67)',
      };
    }),
  );
}

function load(): readonly Annotated[] {
  const file = shared('data/propositions/wiki-dev-segmentation.json');
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Annotated[]) : [];
}

/** The sentence's parts with their subjects; the sentence itself where it makes one statement. */
function partsOf(sentence: string): readonly string[] {
  const tokens = tokenize(sentence);
  const opening = datelineOf(tokens) ?? connectiveOf(tokens);
  const parts = propositionsOf(tokens, quotationsOf(sentence), opening, SPLITS);
  if (parts.length === 0) return [sentence];
  return parts.map(({ start, end, lead, without }) => {
    const own = without.reduceRight(
      (text, gap) => `${text.slice(0, gap.start - start)} ${text.slice(gap.end - start)}`,
      sentence.slice(start, end),
    );
    return lead ? `${sentence.slice(lead.start, lead.end)} ${own}` : own;
  });
}

function outcomeOf(
  { sentence, propositions }: Annotated,
  takeApart: (sentence: string) => readonly string[],
): Outcome {
  const wanted = propositions.map(tokensOf);
  const found = takeApart(sentence).map(tokensOf);
  return { sentence, wanted, found, matches: match(wanted, found) };
}

/** Words and marks, as the annotation has them. */
const tokensOf = (text: string): Tokens =>
  new Set(text.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []);

function jaccard(a: Tokens, b: Tokens): number {
  const common = [...a].filter((token) => b.has(token)).length;
  return common / (a.size + b.size - common || 1);
}

/** Pair propositions one to one, most similar first. */
function match(wanted: readonly Tokens[], found: readonly Tokens[]): Outcome['matches'] {
  const pairs = wanted
    .flatMap((one, i) => found.map((other, j) => ({ i, j, alike: jaccard(one, other) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  const used = { wanted: new Set<number>(), found: new Set<number>() };
  return pairs.flatMap(({ i, j }) => {
    if (used.wanted.has(i) || used.found.has(j)) return [];
    used.wanted.add(i);
    used.found.add(j);
    return [[i, j] as const];
  });
}

function score(outcomes: readonly Outcome[]) {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const right = sum(({ matches }) => matches.length);
  const precision = right / (sum(({ found }) => found.length) || 1);
  const recall = right / (sum(({ wanted }) => wanted.length) || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** Print sentences of the half developed on, with what was missed (−) and found in vain (+). */
function printWrong(limit: number): void {
  const outcomes = load()
    .filter((_, index) => index % 2 === 0)
    .map((one) => outcomeOf(one, LEVELS['full fineness'] ?? partsOf))
    .filter(({ wanted, found, matches }) => matches.length < Math.max(wanted.length, found.length));
  for (const { sentence, wanted, found, matches } of outcomes.slice(0, limit)) {
    console.log(`\n${sentence}`);
    const met = (side: 0 | 1, place: number) => matches.some((pair) => pair[side] === place);
    wanted.forEach((tokens, place) => {
      console.log(`  ${met(0, place) ? '=' : '−'} ${[...tokens].join(' ')}`);
    });
    found.forEach((tokens, place) => {
      if (!met(1, place)) console.log(`  + ${[...tokens].join(' ')}`);
    });
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  console.table(measurePropositions());
  const at = argv.indexOf('--wrong');
  if (at > 0) printWrong(Number(argv[at + 1]));
}
