import { extract } from '../../src/extract/index.ts';
import { fromSource } from '../../src/mapped-text.ts';
import type { Block, Metadata, Report } from '../../src/types.ts';

/**
 * Time the taking apart of reports, and watch that time grows with the text and no faster, however
 * it is laid out. Time is that of the processor, so
 * that others at work on the machine change it little; compare figures of one run all the same.
 *
 *     npx tsx tests/bench/extract.ts [SENTENCES] [CASE]
 *
 * Aims: 2000 sentences a second on one core; a time per sentence that does not grow.
 */

const SENTENCES = Number(process.argv[2] ?? 100_000);

/** Sentences of a report, and of a paragraph, as newsrooms write them. */
const PER_REPORT = 40;
const PER_PARAGRAPH = 3;

interface Outcome {
  readonly sentences: number;
  readonly claims: number;
  readonly seconds: number;
}

/** What is timed, on texts of several sizes in characters, or sentences. */
const CASES: Readonly<Record<string, () => readonly (() => Outcome)[]>> = {
  'reports, by halves': () => [0, 1].map((half) => () => many(half)),
  'one report': () => sizes([0.01, 0.02, 0.04], (share) => [paragraphs(SENTENCES * share)]),
  'one paragraph': () => sizes([1e6, 2e6, 1e7], (size) => [[news(size)]]),
  'one paragraph, all quoted': () => sizes([2.5e5, 5e5, 1e6], (size) => [[quoted(size)]]),
  'one sentence': () => sizes([2.5e4, 5e4, 1e5], (size) => [[endless(size)]]),
  'stops alone': () => sizes([2.5e5, 5e5, 1e6], (size) => [['. '.repeat(size / 2)]]),
  'items of a list': () => sizes([2.5e5, 5e5, 1e6], (size) => [['• A bridge '.repeat(size / 11)]]),
};

function main(): void {
  const [, , , only] = process.argv;
  for (const [name, runs] of Object.entries(CASES)) {
    if (only !== undefined && only !== name) continue;
    console.log(name);
    for (const run of runs()) console.log(' ', figures(run()));
  }
  console.log(
    `peak ${Math.round(process.resourceUsage().maxRSS / 1000)} MB, node ${process.version}`,
  );
}

const figures = ({ sentences, claims, seconds }: Outcome) => ({
  sentences,
  claims,
  seconds: Number(seconds.toFixed(2)),
  'a second': Math.round(sentences / seconds),
  'MB now': Math.round(process.memoryUsage().rss / 1e6),
});

/** Take half of the reports apart, one after another; none is kept. */
function many(half: number): Outcome {
  const count = Math.ceil(SENTENCES / PER_REPORT / 2);
  const outcomes = Array.from({ length: count }, (_, index) =>
    timed([paragraphs(PER_REPORT, half * count + index)]),
  );
  const sum = (key: keyof Outcome) => outcomes.reduce((total, each) => total + each[key], 0);
  return { sentences: sum('sentences'), claims: sum('claims'), seconds: sum('seconds') };
}

const sizes = (
  steps: readonly number[],
  make: (size: number) => readonly (readonly string[])[],
): readonly (() => Outcome)[] => steps.map((size) => () => timed(make(size)));

/** Time the extraction of reports, each a list of paragraphs. */
function timed(reports: readonly (readonly string[])[]): Outcome {
  const made = reports.map(reportOf);
  const since = process.cpuUsage();
  const found = [...extract(made).values()].flat();
  const { user, system } = process.cpuUsage(since);
  const seconds = (user + system) / 1e6;
  const claims = found.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0);
  return { sentences: found.length, claims, seconds };
}

function reportOf(paragraphs: readonly string[], index: number): Report {
  const source = paragraphs.join('\n');
  let at = 0;
  const blocks = paragraphs.map((text): Block => {
    const content = fromSource(source, at, at + text.length);
    at += text.length + 1;
    return { kind: 'paragraph', content };
  });
  return {
    id: `r${index}`,
    number: index + 1,
    file: `r${index}.txt`,
    sha256: '',
    encoding: 'utf-8',
    part: null,
    length: source.length,
    metadata: METADATA,
    notes: [],
    blocks,
    leftOut: [],
    wide: [],
    textSpans: [],
  };
}

const UNKNOWN = { value: null, basis: 'unknown', because: 'not given' } as const;
const METADATA: Metadata = {
  outlet: UNKNOWN,
  headline: UNKNOWN,
  authors: UNKNOWN,
  url: UNKNOWN,
  published: { value: '2031-03-14', basis: 'stated', because: 'made so' },
  updated: UNKNOWN,
  language: UNKNOWN,
  section: UNKNOWN,
  place: UNKNOWN,
  agency: UNKNOWN,
};

// ---------------------------------------------------------------------------------------------
// Texts

const WHO = [
  'Mayor Ann Field',
  'the council of Harlow',
  'Gen. Charles Q. Lane, Jr.',
  'police in Brennick',
  'the U.S. Army',
  'Dr. Ruth Amsel',
  'a spokesman for Lisk Corp.',
];
const DID = [
  'closed the old bridge on Tuesday',
  'said that 12 people were hurt at about 5 p.m. on March 12',
  'ordered the repair, which will cost $3.5 million, and asked the state for help',
  'refused to open the road before Friday',
  'told the Harlow Courier that nobody had been warned',
];
const WHY = [
  'after inspectors found cracks in two pillars',
  'but the ferry to Wend was still running',
  'although engineers had asked for it since 2029',
  'according to a report of 40 pages',
  'because of the flood',
  'officials said',
];

/** One of a few hundred sentences with a number of its own; every fifth is one that someone says. */
function sentence(index: number): string {
  const [who = '', did = '', why = ''] = [WHO, DID, WHY].map((list) => list[index % list.length]);
  if (index % 5 === 3)
    return `“We saw it ${index} times. Nobody came to look,” ${who} said on Monday.`;
  const comma = why.startsWith('but') || why.endsWith('said') || why.startsWith('although');
  const begun = who.charAt(0).toUpperCase() + who.slice(1);
  return `${begun} ${did}${comma ? ',' : ''} ${why} in house ${index}.`;
}

const paragraphs = (sentences: number, from = 0): readonly string[] =>
  Array.from({ length: Math.ceil(sentences / PER_PARAGRAPH) }, (_, at) =>
    Array.from({ length: PER_PARAGRAPH }, (__, next) =>
      sentence(from * sentences + at * PER_PARAGRAPH + next),
    ).join(' '),
  );

/** So many characters of one kind of text, each stretch made anew. */
function stretched(size: number, make: (index: number) => string): string {
  const found: string[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    const next = make(index);
    found.push(next);
    length += next.length + 1;
  }
  return found.join(' ');
}

const news = (size: number): string => stretched(size, sentence);
const quoted = (size: number): string =>
  stretched(size, (index) => `“It was house ${index} that they had left,” he said.`);
const endless = (size: number): string =>
  stretched(size, (index) => `the house ${index} of Ann Field,`);

main();
