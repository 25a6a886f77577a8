import path from 'node:path';
import cacache from 'cacache';
import { z } from 'zod';
import { byCodeUnits } from '../order.ts';
import { sha256 } from '../sha256.ts';
import { cacheFolder, keepsAlone } from './cache.ts';
import type { PairQuestion, PassageModel, Progress } from './model.ts';

/** The folder where readings are kept. */
export const readingsFolder = (environment: NodeJS.ProcessEnv): string =>
  path.join(cacheFolder(environment), 'readings');

/** Log odds of a pair: that both state one fact, and that they differ on one. */
const readingSchema = z.tuple([z.number(), z.number()]);

type Reading = z.output<typeof readingSchema>;

/** What is kept of a passage: hash of another, which comes behind it in order → reading of both. */
const rowSchema = z.record(z.string(), readingSchema);

type Row = Readonly<z.output<typeof rowSchema>>;

/**
 * A model that reads each pair of passages once, and never again on this machine: readings are
 * kept by the name of the model and the hashes of the two passages. Where they cannot be kept or
 * what is kept cannot be used, pairs are read as if nothing were.
 *
 * @param folder Where they are kept.
 */
export function keepingReadings(model: PassageModel, folder: string): PassageModel {
  return {
    name: model.name,
    async read(question, onProgress) {
      if (!(await keepsAlone(folder))) return model.read(question, onProgress);
      const hashes = question.passages.map(sha256);
      const pairs = pairsOf(question, hashes);
      const rows = await rowsOf(new Set(pairs.map(({ first }) => first)), { model, folder });
      const missing = pairs.filter(({ first, second }) => !rows.get(first)?.[second]);
      const read = await readMissing(missing, question, { model, onProgress });
      await keep(read, rows, { model, folder });
      const all = pairs.map(
        ({ first, second }) => read.get(first)?.[second] ?? rows.get(first)?.[second] ?? NONE,
      );
      return {
        same: Float64Array.from(all, ([same]) => same),
        differs: Float64Array.from(all, ([, differs]) => differs),
      };
    },
    close: () => model.close(),
  };
}

const NONE: Reading = [0, 0];

/** A pair by the hashes of its passages, in order; and by its place in the question. */
interface HashedPair {
  readonly first: string;
  readonly second: string;
  readonly at: number;
}

interface Kept {
  readonly model: PassageModel;
  readonly folder: string;
}

function pairsOf({ a, b }: PairQuestion, hashes: readonly string[]): readonly HashedPair[] {
  return Array.from(a, (place, at) => {
    const [first = '', second = ''] = [hashes[place] ?? '', hashes[b[at] ?? 0] ?? ''].sort(
      byCodeUnits,
    );
    return { first, second, at };
  });
}

async function rowsOf(
  passages: ReadonlySet<string>,
  { model, folder }: Kept,
): Promise<ReadonlyMap<string, Row>> {
  const rows = await Promise.all(
    Array.from(passages, async (passage): Promise<[string, Row]> => {
      try {
        const { data } = await cacache.get(folder, keyOf(model, passage));
        return [passage, rowSchema.parse(JSON.parse(data.toString('utf8')))];
      } catch {
        // Not kept, or damaged: it is read anew.
        return [passage, {}];
      }
    }),
  );
  return new Map(rows);
}

const keyOf = ({ name }: PassageModel, passage: string): string => `${name} ${passage}`;

async function readMissing(
  missing: readonly HashedPair[],
  { passages, a, b }: PairQuestion,
  {
    model,
    onProgress,
  }: { readonly model: PassageModel; readonly onProgress: Progress | undefined },
): Promise<ReadonlyMap<string, Row>> {
  const read = new Map<string, Record<string, Reading>>();
  if (missing.length === 0) return read;
  const answer = await model.read(
    {
      passages,
      a: missing.map(({ at }) => a[at] ?? 0),
      b: missing.map(({ at }) => b[at] ?? 0),
    },
    onProgress,
  );
  for (const [at, { first, second }] of missing.entries()) {
    const row = read.get(first) ?? {};
    row[second] = [answer.same[at] ?? 0, answer.differs[at] ?? 0];
    read.set(first, row);
  }
  return read;
}

async function keep(
  read: ReadonlyMap<string, Row>,
  rows: ReadonlyMap<string, Row>,
  { model, folder }: Kept,
): Promise<void> {
  for (const [passage, row] of read) {
    try {
      const whole = { ...rows.get(passage), ...row };
      await cacache.put(folder, keyOf(model, passage), JSON.stringify(whole));
    } catch {
      // A disk that is full or cannot be written costs time at the next build, and nothing else.
      return;
    }
  }
}
