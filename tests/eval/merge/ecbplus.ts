import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Event, eventOf, pairKey } from '../same-fact.ts';

/** Two events of one kind, their reports in one folder. */
export interface Topic {
  readonly event: Event;
  /** The same where only pairs of the two events are known to state no common fact. */
  readonly lookAlikes: Event;
}

interface Data {
  readonly sentences: Readonly<Record<string, Source>>;
  readonly pairs: readonly Pair[];
}

interface Source {
  readonly doc: string;
  /** Number of the topic, and which of its two events. */
  readonly subtopic: string;
  readonly text: string;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly scope: 'same-subtopic' | 'same-topic-other-event';
  /** 1: they mention an event in common. */
  readonly label: 0 | 1;
  /** 1: at least half of what they mention is, and someone or something that takes part. */
  readonly sameFact: 0 | 1;
}

/** Of which subtopics reports are in same-fact, too, which weights are fitted on. */
const FITTED_ON: ReadonlySet<string> = new Set(['8ecbplus', '19ecbplus', '24ecbplus']);

/** One letter a report. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Load the topics of ECB+ (training part), each with the reports of two events of one kind: two
 * quakes, two trials. Only annotated sentences are known. Pairs that mention an event in common and
 * are not the same fact are doubtful; so are those that are not listed.
 *
 * @param folder Holds `sentence-pairs-train.json.gz`.
 */
export function loadEcbplus(folder: string): readonly Topic[] {
  const file = path.join(folder, 'sentence-pairs-train.json.gz');
  const { sentences, pairs } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Data;
  const known = Object.entries(sentences).filter(([, { subtopic }]) => !FITTED_ON.has(subtopic));
  const topics = [...new Set(known.map(([, { subtopic }]) => Number.parseInt(subtopic, 10)))];
  return topics.map((topic) => {
    const own = known.filter(([, { subtopic }]) => Number.parseInt(subtopic, 10) === topic);
    return topicOf(`ECB+ ${topic}`, own, pairs);
  });
}

function topicOf(
  name: string,
  sentences: readonly (readonly [string, Source])[],
  pairs: readonly Pair[],
): Topic {
  const reports = [...new Set(sentences.map(([, { doc }]) => doc))];
  const ids = new Map(
    sentences.map(([key, { doc }], at) => [
      key,
      `${LETTERS.charAt(reports.indexOf(doc))}${at + 1}`,
    ]),
  );
  const labelled = pairs.flatMap(({ a, b, ...labels }) => {
    const [one, other] = [ids.get(a), ids.get(b)];
    return one && other
      ? [{ ...labels, ids: [one, other] as const, key: pairKey(one, other) }]
      : [];
  });
  const apart = labelled.filter(({ label }) => label === 0);
  const event = eventOf(name, {
    sentences: Object.fromEntries(sentences.map(([key, { text }]) => [ids.get(key), text])),
    facts: labelled.filter(({ sameFact }) => sameFact === 1),
  });
  const but = (negatives: readonly { readonly key: string }[]): Event => {
    const decided = new Set([...event.links, ...negatives.map(({ key }) => key)]);
    return {
      ...event,
      doubtful: new Set(pairsOf([...ids.values()]).filter((key) => !decided.has(key))),
    };
  };
  return {
    event: but(apart),
    lookAlikes: but(apart.filter(({ scope }) => scope === 'same-topic-other-event')),
  };
}

const pairsOf = (ids: readonly string[]): string[] =>
  ids.flatMap((a, at) => ids.slice(at + 1).map((b) => pairKey(a, b)));
