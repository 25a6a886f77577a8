import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sentencesOf } from '../../../src/extract/sentences.ts';
import { tokenize } from '../../../src/extract/tokens.ts';
import { shared } from '../shared.ts';
import type { Row } from './row.ts';

/**
 * Measure where sentences are taken to end.
 *
 *     npx tsx tests/eval/extract/sentences.ts [--wrong]
 *
 * - The Golden Rules of the Pragmatic Segmenter: a case counts where all its sentences come out
 *   exactly. As reports are blocks of one line each before they come here, a case is split at its
 *   line breaks first; the two with a break inside a sentence cannot be met that way.
 * - ECB+: the sentences of a document joined by spaces and split again; precision, recall and F1 of
 *   the ends within the document. The data holds headlines and lines of pages without a stop, which
 *   nothing can find again: recall is told against the ends with a stop, too.
 *
 * `--wrong` prints what came out otherwise.
 */
export function measureSentences(): readonly Row[] {
  const golden = shared('data/golden-rules');
  const ecb = shared('data/ecbplus');
  return [
    ...(golden ? goldenRules(golden) : []),
    ...(ecb ? ends(path.join(ecb, 'docs-dev.json')) : []),
  ];
}

const split = (text: string): readonly string[] =>
  sentencesOf(text, tokenize).map(({ start, end }) => text.slice(start, end));

const wrong = (...lines: readonly string[]): void => {
  if (process.argv.includes('--wrong')) console.log(lines.join('\n  '));
};

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

// ---------------------------------------------------------------------------------------------
// Golden rules

interface Case {
  readonly id: number;
  readonly input: string;
  readonly expected: readonly string[];
}

/** Files, and how many cases should come out; the others hold quotations together, which we do not. */
const GOLDEN: readonly (readonly [file: string, measure: string, aim: string])[] = [
  ['golden-rules-en.json', 'sentences: golden rules met', '≥ 46 of 52'],
  ['extra-spec-en.json', 'sentences: further cases met', ''],
];

function goldenRules(folder: string): readonly Row[] {
  return GOLDEN.map(([file, measure, aim]) => {
    const cases = json(path.join(folder, file)) as readonly Case[];
    const met = cases.filter(isMet).length;
    return { measure, value: `${met} of ${cases.length}`, aim };
  });
}

function isMet({ id, input, expected }: Case): boolean {
  const found = input.split(/\r?\n/u).flatMap(split);
  const met = JSON.stringify(found) === JSON.stringify(expected);
  if (!met) wrong(`golden rule ${id}`, ...found);
  return met;
}

// ---------------------------------------------------------------------------------------------
// Ends

interface Doc {
  readonly id: string;
  readonly sentences: readonly { readonly text: string }[];
}

function ends(file: string): readonly Row[] {
  const counts = (json(file) as readonly Doc[]).map(compared);
  const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0);
  const precision = sum('right') / sum('found');
  const recall = sum('right') / sum('true');
  const value = (2 * precision * recall) / (precision + recall);
  return [
    row('precision of ends, ECB+', precision),
    row('recall of ends, ECB+', recall),
    row('recall of ends with a stop, ECB+', sum('rightWithStop') / sum('trueWithStop')),
    row('F1 of ends, ECB+', value),
  ];
}

const row = (measure: string, value: number): Row => ({
  measure: `sentences: ${measure}`,
  value: value.toFixed(4),
  aim: '',
});

type Counts = Readonly<
  Record<'found' | 'true' | 'right' | 'trueWithStop' | 'rightWithStop', number>
>;

/** Compare the ends within a document, counted in characters that are no spaces. */
function compared({ id, sentences }: Doc): Counts {
  const texts = sentences.map(({ text }) => text.trim()).filter((text) => text !== '');
  const all = texts.join(' ').replace(/\s/gu, '');
  const real = innerEnds(texts);
  const found = innerEnds(split(texts.join(' ')));
  const stopped = [...real].filter((end) => STOP.test(all.slice(Math.max(0, end - 8), end)));
  for (const end of [...found].filter((each) => !real.has(each))) wrong(`${id} +`, at(all, end));
  for (const end of stopped.filter((each) => !found.has(each))) wrong(`${id} -`, at(all, end));
  return {
    found: found.size,
    true: real.size,
    right: [...found].filter((end) => real.has(end)).length,
    trueWithStop: stopped.length,
    rightWithStop: stopped.filter((end) => found.has(end)).length,
  };
}

const STOP = /[.!?…]["'”’)\]]*$/u;

const at = (text: string, end: number) =>
  `${text.slice(end - 30, end)} | ${text.slice(end, end + 30)}`;

/** Where each but the last ends. */
function innerEnds(sentences: readonly string[]): ReadonlySet<number> {
  let length = 0;
  const found = sentences.map((sentence) => {
    length += sentence.replace(/\s/gu, '').length;
    return length;
  });
  return new Set(found.slice(0, -1));
}

const [, command = ''] = process.argv;
if (import.meta.url === pathToFileURL(command).href) console.table(measureSentences());
