import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { ModelFiles } from './manifest.ts';
import { ModelFault } from './model.ts';

/** A passage, token by token. */
export interface Encoded {
  /** A vector of `width` numbers for each token, one behind the other. */
  readonly tokens: Float32Array;
  /** How much of the passage hangs on each token; together 1. */
  readonly weights: Float32Array;
}

/** Two passages, in an order that is their own. */
export interface Couple {
  readonly one: Encoded;
  readonly other: Encoded;
}

/** Couples that are filled up to the same length: no more than `AT_ONCE`. */
export interface Batch {
  readonly length: number;
  readonly couples: readonly Couple[];
}

/** So many couples are compared at once; a batch that is not full is filled up with nothing. */
export const AT_ONCE = 32;

/** The two parts of the model, running. */
export interface Reader {
  /** Read passages, each given as the numbers of its tokens, the marks around it among them. */
  encode(passages: readonly (readonly number[])[]): Promise<readonly Encoded[]>;
  /** Log odds of each couple, in order: of “same”, then of “differs”. */
  compare(batch: Batch): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * Start the model in this thread. It runs as WebAssembly on one core: the same numbers come out on
 * every machine, nothing native is installed, and facts cannot change with the processor.
 *
 * @throws ModelFault where the runtime will not start.
 */
export async function startReader({ bytes, manifest: { width } }: ModelFiles): Promise<Reader> {
  env.wasm.numThreads = 1;
  const [encoder, comparison] = await sessionsOf(bytes);
  return {
    async encode(passages) {
      const read: Encoded[] = [];
      // Each by itself: numbers of eight bits are scaled by all that is read at once.
      for (const ids of passages) read.push(await encode(ids, encoder, width));
      return read;
    },
    async compare(batch) {
      const answers = await comparison.run(inputOf(batch, width));
      return numbersOf(answers, 'answers').slice(0, 2 * batch.couples.length);
    },
    async close() {
      await Promise.all([encoder.release(), comparison.release()]);
    },
  };
}

async function sessionsOf(bytes: ModelFiles['bytes']) {
  try {
    return [
      await InferenceSession.create(bytes('encoder.onnx')),
      await InferenceSession.create(bytes('comparison.onnx')),
    ] as const;
  } catch (cause) {
    throw new ModelFault('unsupported', 'failure of the runtime to load the model', { cause });
  }
}

async function encode(
  ids: readonly number[],
  encoder: InferenceSession,
  width: number,
): Promise<Encoded> {
  const shape = [1, ids.length];
  const output = await encoder.run({
    ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
  });
  // Without the marks at the beginning and at the end.
  const tokens = numbersOf(output, 'tokens').slice(width, -width);
  const weights = numbersOf(output, 'weights').slice(1, -1);
  return { tokens, weights };
}

function numbersOf(output: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const data = (output[name] as Tensor | undefined)?.data;
  if (data instanceof Float32Array) return data;
  throw new ModelFault('damaged', `output of the model without ${name}`);
}

function inputOf({ couples, length }: Batch, width: number) {
  const side = (name: string, of: (couple: Couple) => Encoded) => {
    const tokens = new Float32Array(AT_ONCE * length * width);
    const weights = new Float32Array(AT_ONCE * length);
    for (const [row, couple] of couples.entries()) {
      tokens.set(of(couple).tokens, row * length * width);
      weights.set(of(couple).weights, row * length);
    }
    return {
      [`tokens_${name}`]: new Tensor('float32', tokens, [AT_ONCE, length, width]),
      [`weights_${name}`]: new Tensor('float32', weights, [AT_ONCE, length]),
    };
  };
  return { ...side('a', ({ one }) => one), ...side('b', ({ other }) => other) };
}
