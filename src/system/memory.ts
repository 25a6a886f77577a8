import { availableParallelism, freemem } from 'node:os';

/** Free memory in bytes, of the container where it has a limit of its own. Node 20 may not know of that. */
export const freeMemory = (): number => process.availableMemory?.() ?? freemem();

/** What the model that reads passages takes in a thread, in bytes (`tests/bench/merge.ts --scorer model`). */
export const MODEL_BYTES = 450e6;

/** So many pieces of work fit into memory. At least one: with less it is tried all the same. */
export const within = (bytes: number, each: number): number =>
  Math.max(1, Math.floor(bytes / each));

/**
 * How many pieces of work are done soonest side by side: as many as there are processors for, and
 * memory.
 *
 * @param each What one takes, in bytes.
 */
export const sideBySide = (each: number): number =>
  Math.min(availableParallelism(), within(freeMemory(), each));
