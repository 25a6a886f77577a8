import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Span } from '../../../src/types.ts';
import { shared } from '../shared.ts';
import { relationsOfReport, reportsOf } from './reports.ts';
import type { Row } from './row.ts';
import { measureSpeakers, speakersFound } from './speakers.ts';

/**
 * Measure who is found to say what, against attributions that people marked in news (PolNeAR, its
 * development part), and the speakers that were marked in the five reports of the sample.
 *
 *     npx tsx tests/eval/extract/attribution.ts [--wrong N]
 *
 * The annotators marked no attribution within what another one hands on. So ours that stand
 * there are no error, and are left out before anything is counted. An attribution without a source
 * in the text counts for cues and content, and not for sources. Every second document, by its
 * place in the file, was developed on; the others were only measured.
 */

interface Marked {
  readonly spans: readonly (readonly [number, number])[];
}

interface Gold {
  readonly cue?: readonly Marked[];
  readonly source?: readonly Marked[];
  readonly content?: readonly Marked[];
}

interface Document {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Gold[];
}

/** Spans of who says what, found or marked. */
interface Said {
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly content: readonly Span[];
}

interface Measured {
  readonly document: Document;
  readonly gold: readonly Said[];
  readonly found: readonly Said[];
  readonly matched: readonly (readonly [gold: Said, found: Said])[];
}

/** What was aimed at. Two people agree at about .92 on cues and sources. */
const AIMS = { cue: '.75', source: '.65', content: '.75' } as const;

export function measureAttribution(): readonly Row[] {
  return [...rowsOfDocuments(measureDocuments()), ...measureSpeakers()];
}

function measureDocuments(): readonly Measured[] {
  const file = shared('data/attribution/polnear-dev.json');
  if (!file) return [];
  const documents = JSON.parse(readFileSync(file, 'utf8')) as readonly Document[];
  return documents.map(measureDocument);
}

function measureDocument(document: Document): Measured {
  const gold = document.attributions.map(goldOf).filter(({ cue }) => cue.length > 0);
  const found = outermost(
    reportsOf({ 'a.txt': document.text })
      .flatMap(relationsOfReport)
      .map(({ cue, source, content }) => ({
        cue: [cue],
        source: source ? [source] : [],
        content,
      })),
  );
  return { document, gold, found, matched: matches(gold, found) };
}

const goldOf = ({ cue = [], source = [], content = [] }: Gold): Said => ({
  cue: spansOf(cue),
  source: spansOf(source),
  content: spansOf(content),
});

const spansOf = (marked: readonly Marked[]): readonly Span[] =>
  marked.flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })));

/** Those whose cue is in nothing that another one hands on; of two in each other, the first. */
function outermost(found: readonly Said[]): readonly Said[] {
  const holds = (a: Said, b: Said) => meet(a.content, b.cue);
  return found.filter(
    (one, at) =>
      !found.some(
        (other, place) => place !== at && holds(other, one) && (!holds(one, other) || place < at),
      ),
  );
}

const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));

/** One to one: each marked cue takes the first found one that meets it and is still free. */
function matches(gold: readonly Said[], found: readonly Said[]): Measured['matched'] {
  const free = new Set(found);
  return gold.flatMap((one): Measured['matched'] => {
    const other = [...free].find(({ cue }) => meet(cue, one.cue));
    if (!other) return [];
    free.delete(other);
    return [[one, other]];
  });
}

function rowsOfDocuments(measured: readonly Measured[]): readonly Row[] {
  if (measured.length === 0) return [];
  return ['developed on', 'only measured'].flatMap((half, parity) => {
    const part = measured.filter((_, index) => index % 2 === parity);
    const row = (measure: keyof typeof AIMS, value: Score): Row => ({
      measure: `attribution: ${measure} F1, ${half}`,
      value: `${figure(value.f1)} (P ${figure(value.precision)}, R ${figure(value.recall)})`,
      aim: AIMS[measure],
    });
    return [
      row('cue', cueScore(part)),
      row('source', sourceScore(part)),
      row('content', contentScore(part)),
    ];
  });
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function scoreOf(right: number, found: number, gold: number): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const cueScore = (part: readonly Measured[]): Score =>
  scoreOf(
    sum(part, ({ matched }) => matched.length),
    sum(part, ({ found }) => found.length),
    sum(part, ({ gold }) => gold.length),
  );

/** Of all that have a source: the cue is found, and our source has a word of theirs. */
const sourceScore = (part: readonly Measured[]): Score => {
  const sourced = (said: readonly Said[]) => said.filter(({ source }) => source.length > 0).length;
  return scoreOf(
    sum(
      part,
      ({ matched, document }) =>
        matched.filter(([a, b]) => common(document.text, a.source, b.source) > 0).length,
    ),
    sum(part, ({ found }) => sourced(found)),
    sum(part, ({ gold }) => sourced(gold)),
  );
};

/** Words of the content of attributions whose cues met. */
const contentScore = (part: readonly Measured[]): Score => {
  const pairs = part.flatMap(({ matched, document }) =>
    matched.map(([a, b]) => [document.text, a.content, b.content] as const),
  );
  return scoreOf(
    sum(pairs, ([text, a, b]) => common(text, a, b)),
    sum(pairs, ([text, , b]) => wordsIn(text, b).size),
    sum(pairs, ([text, a]) => wordsIn(text, a).size),
  );
};

/** Offsets of the words that stand in some spans. */
function wordsIn(text: string, spans: readonly Span[]): ReadonlySet<number> {
  return new Set(
    spans.flatMap(({ start, end }) =>
      Array.from(text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu), ({ index }) => start + index),
    ),
  );
}

function common(text: string, a: readonly Span[], b: readonly Span[]): number {
  const words = wordsIn(text, b);
  return [...wordsIn(text, a)].filter((word) => words.has(word)).length;
}

const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');

// ---------------------------------------------------------------------------------------------
// By hand

function main(): void {
  console.table(measureAttribution());
  const at = process.argv.indexOf('--wrong');
  if (at >= 0) printWrong(Number(process.argv[at + 1] ?? 20));
}

/** What is missed and what is too many, of the half that was developed on. */
function printWrong(count: number): void {
  const part = measureDocuments().filter((_, index) => index % 2 === 0);
  const lines = part.flatMap(({ document: { text }, gold, found, matched }) => {
    const show = (spans: readonly Span[]) =>
      spans
        .map(({ start, end }) => text.slice(start, end))
        .join(' … ')
        .replace(/\s+/gu, ' ')
        .slice(0, 90);
    const line = (mark: string, { source, cue, content }: Said) =>
      `${mark} [${show(source)}] <${show(cue)}> ${show(content)}`;
    const seen = new Set(matched.flat());
    return [
      ...gold.filter((one) => !seen.has(one)).map((one) => line('missed  ', one)),
      ...found.filter((one) => !seen.has(one)).map((one) => line('too many', one)),
      ...matched
        .filter(([a, b]) => a.source.length > 0 && common(text, a.source, b.source) === 0)
        .map(([a, b]) => `${line('source  ', a)} — ours: [${show(b.source)}]`),
    ];
  });
  const step = Math.max(1, Math.floor(lines.length / count));
  console.log(lines.filter((_, index) => index % step === 0).join('\n'));
  for (const { speaker, names } of speakersFound())
    if (!names) console.log(`speaker  [${speaker.speaker}] ${speaker.text.slice(0, 90)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
