import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Event, eventOf } from '../same-fact.ts';

/** What a sentence of a report has in common with a summary of all. */
interface Alignment {
  readonly topic: string;
  readonly report: string;
  /** Place of the sentence in its report. */
  readonly at: number;
  readonly sentence: string;
  /** The stretches of the summary, each from–to. */
  readonly stretches: readonly (readonly [number, number])[];
  readonly summary: string;
}

/**
 * Load the topics of SuperPAL (development part, MultiNews) as events of the sentences that people
 * aligned to a summary. Sentences of two reports state one fact where the same words of the summary
 * are aligned to both; they are doubtful where only some are. The rest of the reports is not known.
 *
 * @param folder Holds `dev_MN_only.csv`.
 */
export function loadSuperpal(folder: string): readonly Event[] {
  const [head = [], ...rows] = recordsOf(
    readFileSync(path.join(folder, 'dev_MN_only.csv'), 'utf8'),
  );
  const alignments = rows.map((row) => alignmentOf(new Map(head.map((name, k) => [name, row[k]]))));
  const topics = [...new Set(alignments.map(({ topic }) => topic))].sort();
  return topics.map((topic) =>
    topicOf(
      topic,
      alignments.filter((one) => one.topic === topic),
    ),
  );
}

function alignmentOf(row: ReadonlyMap<string, string | undefined>): Alignment {
  const field = (name: string): string => {
    const value = row.get(name);
    if (value === undefined) throw new Error(`dev_MN_only.csv: expected a field ${name}`);
    return value;
  };
  return {
    topic: field('topic'),
    report: field('documentFile'),
    at: Number(field('docSentCharIdx')),
    sentence: field('docSentText').replace(/\s+/gu, ' '),
    stretches: field('summarySpanOffsets')
      .split(';')
      .map((stretch) => {
        const [from = 0, to = 0] = stretch.split(',').map(Number);
        return [from, to];
      }),
    summary: field('summarySpanText'),
  };
}

function topicOf(topic: string, alignments: readonly Alignment[]): Event {
  const reports = [...new Set(alignments.map(({ report }) => report))].sort();
  const letter = (report: string) => String.fromCodePoint(65 + reports.indexOf(report));
  const placed = [...alignments]
    .sort((a, b) => a.at - b.at)
    .map((one) => ({ ...one, id: `${letter(one.report)}${one.at + 1}` }));
  const doubtful = placed.flatMap((a) =>
    placed.filter((b) => a.id < b.id && meet(a, b)).map((b) => [a.id, b.id] as const),
  );
  return eventOf(topic, {
    sentences: Object.fromEntries(placed.map(({ id, sentence }) => [id, sentence])),
    facts: [...new Set(placed.map(({ summary }) => summary))].map((summary) => ({
      ids: [...new Set(placed.filter((one) => one.summary === summary).map(({ id }) => id))],
    })),
    doubtful,
  });
}

const meet = ({ stretches: left }: Alignment, { stretches: right }: Alignment): boolean =>
  left.some(([from, to]) => right.some(([start, end]) => from < end && start < to));

/** The records of comma-separated values: fields with a comma or an end of line are quoted. */
function recordsOf(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu,
  )) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') records.push([]);
  }
  return records.filter((record) => record.length > 1);
}
