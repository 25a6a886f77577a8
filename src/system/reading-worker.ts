import { readModel } from './manifest.ts';
import { type Batch, type Encoded, type Reader, startReader } from './reader.ts';
import { atEndOfPool } from './thread.ts';

/** What each thread of a pool runs that reads passages: the model is started once. */

/** A piece of work: passages to read, or couples to compare. Plain data. */
export interface ReadingTask {
  /** Folder of the model. */
  readonly folder: string;
  readonly passages?: readonly (readonly number[])[];
  readonly batch?: Batch;
}

/** What came of it. */
export interface ReadingResult {
  readonly encoded: readonly Encoded[];
  readonly answers: Float32Array;
}

let started: Promise<Reader> | undefined;
atEndOfPool(async () => (await started)?.close());

/** Read, or compare. */
export async function work({ folder, passages, batch }: ReadingTask): Promise<ReadingResult> {
  started ??= readModel(folder).then(startReader);
  const reader = await started;
  return {
    encoded: passages ? await reader.encode(passages) : [],
    answers: batch ? await reader.compare(batch) : new Float32Array(),
  };
}
