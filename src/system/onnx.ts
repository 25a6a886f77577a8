import { Tokenizer } from '@huggingface/tokenizers';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { byCodeUnits } from '../order.ts';
import { type Manifest, type ModelFiles, readModel } from './manifest.ts';
import {
  ModelFault,
  type PairQuestion,
  type PassageModel,
  type Progress,
  type Readings,
} from './model.ts';

/**
 * The model that comes with the program. An encoder reads each passage once and makes a vector of
 * every token; a small comparison then reads two passages token by token.
 *
 * It runs as WebAssembly, on one core: the same numbers come out on every machine, nothing native
 * is installed, and facts cannot change with the processor.
 *
 * @param folder Holds `model.json` and the files that this names.
 * @throws ModelFault where a file is missing or damaged; later, where the runtime will not start.
 */
export async function openOnnxModel(folder: string): Promise<PassageModel> {
  const files = await readModel(folder);
  const encoded = new Map<string, Encoded>();
  let running: Promise<Running> | undefined;
  return {
    name: `onnx:${files.sha256}`,
    async read({ passages, a, b }, onProgress = () => undefined) {
      if (a.length === 0) return { same: new Float64Array(), differs: new Float64Array() };
      running ??= run(files);
      const { tokenize, encoder, comparison } = await running;
      const wanted = [...new Set([...Array.from(a), ...Array.from(b)])];
      const read: (Encoded | undefined)[] = [];
      for (const [done, place] of wanted.entries()) {
        const passage = passages[place] ?? '';
        const known = encoded.get(passage);
        const made = known ?? (await encode(tokenize(passage), encoder, files.manifest));
        encoded.set(passage, made);
        read[place] = made;
        onProgress((ENCODING * done) / wanted.length);
      }
      const compared = (share: number) => onProgress(ENCODING + (1 - ENCODING) * share);
      const { manifest } = files;
      return compareAll({ passages, a, b }, read, { comparison, manifest, onProgress: compared });
    },
    async close() {
      const { encoder, comparison } = (await running?.catch(() => undefined)) ?? {};
      await Promise.all([encoder?.release(), comparison?.release()]);
    },
  };
}

/** About this share of the time goes into reading passages, the rest into comparing them. */
const ENCODING = 0.6;

/** A passage, token by token. */
interface Encoded {
  /** A vector of `width` numbers for each token, one behind the other. */
  readonly tokens: Float32Array;
  /** How much of the passage hangs on each token; together 1. */
  readonly weights: Float32Array;
}

interface Running {
  readonly tokenize: Tokenize;
  readonly encoder: InferenceSession;
  readonly comparison: InferenceSession;
}

/** Start the model: only where there is something to be read. */
async function run(files: ModelFiles): Promise<Running> {
  env.wasm.numThreads = 1;
  try {
    return {
      tokenize: tokenizerOf(files),
      encoder: await InferenceSession.create(files.bytes('encoder.onnx')),
      comparison: await InferenceSession.create(files.bytes('comparison.onnx')),
    };
  } catch (cause) {
    throw new ModelFault('unsupported', 'failure of the runtime to load the model', { cause });
  }
}

// ---------------------------------------------------------------------------------------------
// Passages

type Tokenize = (passage: string) => readonly number[];

function tokenizerOf(files: ModelFiles): Tokenize {
  const json = (name: string) => JSON.parse(new TextDecoder().decode(files.bytes(name)));
  const tokenizer = new Tokenizer(json('tokenizer.json'), json('tokenizer_config.json'));
  return (passage) => tokenizer.encode(passage).ids;
}

/** Each by itself: numbers of eight bits are scaled by all that is read at once. */
async function encode(
  all: readonly number[],
  encoder: InferenceSession,
  { width, longest }: Manifest,
): Promise<Encoded> {
  const ids = all.length > longest ? [...all.slice(0, longest - 1), all.at(-1) ?? 0] : all;
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

// ---------------------------------------------------------------------------------------------
// Pairs

interface Comparing {
  readonly comparison: InferenceSession;
  readonly manifest: Manifest;
  readonly onProgress: Progress;
}

/** Two passages, in an order that is their own, and the pair of the question that they are. */
interface Couple {
  readonly one: Encoded;
  readonly other: Encoded;
  readonly at: number;
}

/** So many pairs are compared at once; a batch that is not full is filled up with nothing. */
const AT_ONCE = 32;

/** Tokens that passages are filled up to: few different shapes, and little filled in vain. */
const STEP = 8;

async function compareAll(
  { passages, a, b }: PairQuestion,
  read: readonly (Encoded | undefined)[],
  { comparison, manifest, onProgress }: Comparing,
): Promise<Readings> {
  const [same, differs] = [new Float64Array(a.length), new Float64Array(a.length)];
  const couples = couplesByLength({ passages, a, b }, read);
  const all = couples.reduce((sum, [, list]) => sum + list.length, 0);
  let done = 0;
  for (const [length, list] of couples) {
    for (let from = 0; from < list.length; from += AT_ONCE) {
      const batch = list.slice(from, from + AT_ONCE);
      const answers = await comparison.run(inputOf(batch, length, manifest.width));
      const numbers = numbersOf(answers, 'answers');
      for (const [row, { at }] of batch.entries()) {
        same[at] = rounded(numbers[2 * row] ?? 0);
        differs[at] = rounded(numbers[2 * row + 1] ?? 0);
      }
      done += batch.length;
      onProgress(done / all);
    }
  }
  return { same, differs };
}

/** Pairs, those together that are filled up to the same length. */
function couplesByLength(
  { passages, a, b }: PairQuestion,
  read: readonly (Encoded | undefined)[],
): readonly (readonly [length: number, couples: readonly Couple[]])[] {
  const couples = new Map<number, Couple[]>();
  for (let at = 0; at < a.length; at++) {
    const places = [a[at] ?? 0, b[at] ?? 0];
    // Whoever comes first, the same sums are done.
    places.sort((x, y) => byCodeUnits(passages[x] ?? '', passages[y] ?? ''));
    const [one, other] = places.map((place) => read[place]);
    if (!one || !other) continue;
    const longer = Math.max(one.weights.length, other.weights.length, 1);
    const length = Math.ceil(longer / STEP) * STEP;
    const list = couples.get(length) ?? [];
    if (list.length === 0) couples.set(length, list);
    list.push({ one, other, at });
  }
  return [...couples].sort(([x], [y]) => x - y);
}

/** Log odds to two digits behind the point: the last bits of sums are nobody's opinion. */
const rounded = (logOdds: number): number => Math.round(logOdds * 100) / 100;

function inputOf(batch: readonly Couple[], length: number, width: number) {
  const side = (name: string, of: (couple: Couple) => Encoded) => {
    const tokens = new Float32Array(AT_ONCE * length * width);
    const weights = new Float32Array(AT_ONCE * length);
    for (const [row, couple] of batch.entries()) {
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
