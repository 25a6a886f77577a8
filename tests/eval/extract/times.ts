import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { certainDay } from '../../../src/certain-dates.ts';
import { sentencesOf } from '../../../src/extract/sentences.ts';
import { tokenize } from '../../../src/extract/tokens.ts';
import { timesOf } from '../../../src/times/index.ts';
import type { Time } from '../../../src/types.ts';
import { shared } from '../shared.ts';
import type { Row } from './row.ts';

/**
 * Measure time expressions against those that people marked in 256 news documents (TimeBank and
 * AQUAINT, as TempEval-3 gives them out), by its measures: F1 of spans, alone and with their values.
 *
 *     npx tsx tests/eval/extract/times.ts [--wrong N]
 *
 * Rules are written while looking at every other document, and only measured on the rest. With
 * `--wrong`, up to N expressions of the first half that were missed, invented or misread are shown.
 * The spans of `strict` are the annotators' to the letter; `relaxed` ones overlap.
 */

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  readonly value: string;
}

interface Document {
  readonly id: string;
  /** The day it was written (ISO 8601), perhaps with an hour. */
  readonly dct: string;
  readonly text: string;
  readonly timex: readonly Marked[];
}

/** An expression as people marked it and as it was found; one is absent where they differ. */
interface Pair {
  readonly document: Document;
  readonly marked: Marked | undefined;
  readonly found: Time | undefined;
}

/** HeidelTime's figures on the test set of TempEval-3 (.90, .78), less a little. */
const AIMS = { relaxed: '.85', value: '.70', certain: '1' };

/** Measure both halves; no rows where the data is not there. */
export function measureTimes(): readonly Row[] {
  const pairs = pairsOf(documents());
  return HALVES.flatMap(({ name, has }) =>
    rowsOf(
      name,
      pairs.filter(({ at }) => has(at)),
    ),
  );
}

const HALVES = [
  { name: 'developed on', has: (at: number) => at % 2 === 0 },
  { name: 'unseen', has: (at: number) => at % 2 === 1 },
];

function documents(): readonly Document[] {
  const file = shared('data/dates/tbaq-dev.json');
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Document[]) : [];
}

type Placed = Pair & { readonly at: number };

const pairsOf = (list: readonly Document[]): readonly Placed[] =>
  list.flatMap((document, at) => alignOf(document).map((pair) => ({ ...pair, at })));

/** Bring together what was marked and what was found: each with the first that it overlaps. */
function alignOf(document: Document): readonly Pair[] {
  const free = new Set(timesIn(document));
  const marked = document.timex.map((each): Pair => {
    const found = [...free].find(({ start, end }) => start < each.end && end > each.start);
    if (found) free.delete(found);
    return { document, marked: each, found };
  });
  return [...marked, ...[...free].map((found) => ({ document, marked: undefined, found }))];
}

/** The expressions of a document, its paragraphs read as a report's are. */
function timesIn({ text, dct }: Document): readonly Time[] {
  const plain = text
    .replaceAll('``', ' “')
    .replaceAll("''", '” ')
    .replaceAll(/\n(?!\n)/gu, ' ');
  return [...plain.matchAll(/[^\n]+/gu)].flatMap(({ 0: block, index }) =>
    sentencesOf(block, tokenize).flatMap(({ tokens }) =>
      timesOf(tokens, block, dct.slice(0, 10)).map((time) => ({
        ...time,
        start: time.start + index,
        end: time.end + index,
      })),
    ),
  );
}

function rowsOf(half: string, pairs: readonly Placed[]): readonly Row[] {
  const met = pairs.filter(({ marked, found }) => marked && found);
  const marked = pairs.filter((pair) => pair.marked).length;
  const found = pairs.filter((pair) => pair.found).length;
  const row = (measure: string, value: number, aim = '') => ({
    measure: `times, ${half}: ${measure}`,
    value: Number.isFinite(value) ? value.toFixed(3).replace(/^0/u, '') : '–',
    aim,
  });
  const f1 = (right: number) => (2 * right) / (marked + found);
  const typed = met.filter(isTyped);
  const days = met.filter(({ found }) => found && certainDay(found));
  return pairs.length === 0
    ? []
    : [
        row('spans, strict F1', f1(met.filter(isStrict).length)),
        row('spans, relaxed F1', f1(met.length), AIMS.relaxed),
        row('precision', met.length / found),
        row('recall', met.length / marked),
        row('types right', typed.length / met.length),
        row('values F1', f1(met.filter(isValued).length), AIMS.value),
        row('certain days right', days.filter(isDated).length / days.length, AIMS.certain),
      ];
}

const isStrict = ({ marked, found }: Pair) =>
  marked?.start === found?.start && marked?.end === found?.end;
const isTyped = ({ marked, found }: Pair) => marked?.type.toLowerCase() === found?.type;
/** Whether the day that may date an event is the marked one, whatever its hour. */
const isDated = ({ marked, found }: Pair) =>
  found !== undefined && marked?.value.slice(0, 10) === certainDay(found);
const isValued = ({ marked, found }: Pair) => marked?.value === found?.value;

function showWrong(limit: number): void {
  const wrong = pairsOf(documents()).filter((pair) => pair.at % 2 === 0 && !isValued(pair));
  for (const { document, marked, found } of wrong.slice(0, limit)) {
    const { start, end } = found ?? marked ?? { start: 0, end: 0 };
    const [before, words, after] = [
      document.text.slice(Math.max(0, start - 60), start),
      document.text.slice(start, end),
      document.text.slice(end, end + 30),
    ].map((part) => part.replaceAll(/\s+/gu, ' '));
    console.log(
      `${document.dct.slice(0, 10)} ${marked ? `${marked.type} ${marked.value}` : 'none'} → ` +
        `${found ? `${found.type} ${found.value}` : 'none'}: ${before}[${words}]${after}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.table(measureTimes());
  const at = process.argv.indexOf('--wrong');
  if (at > 0) showWrong(Number(process.argv[at + 1]));
}
