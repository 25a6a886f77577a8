import { Tokenizer } from '@huggingface/tokenizers';
import { byCodeUnits } from '../order.ts';
import { type ModelFiles, readModel } from './manifest.ts';
import type { PairQuestion, PassageModel, Progress, Readings } from './model.ts';
import { AT_ONCE, type Couple, type Encoded, type Reader } from './reader.ts';
import { type ReadersOptions, startReaders } from './readers.ts';

/**
 * The model that comes with the program. An encoder reads each passage once and makes a vector of
 * every token; a small comparison then reads two passages token by token.
 *
 * @param folder Holds `model.json` and the files that this names.
 * @param options How many threads read, and what they see; what they answer does not hang on it.
 * @throws ModelFault where a file is missing or damaged; later, where the runtime will not start.
 */
export async function openOnnxModel(
  folder: string,
  options: ReadersOptions = {},
): Promise<PassageModel> {
  const files = await readModel(folder);
  const encoded = new Map<string, Encoded>();
  let running: Promise<Running> | undefined;
  return {
    name: `onnx:${files.sha256}`,
    async read(question, onProgress = () => undefined) {
      const { passages, a, b } = question;
      if (a.length === 0) return { same: new Float64Array(), differs: new Float64Array() };
      const wanted = [...new Set([...Array.from(a), ...Array.from(b)])];
      const unread = [...new Set(wanted.map((place) => passages[place] ?? ''))].filter(
        (passage) => !encoded.has(passage),
      );
      running ??= start(files, unread.length, options);
      const { tokenize, readers } = await running;
      const read = await encodeAll(unread, { tokenize, readers }, (share) =>
        onProgress(ENCODING * share),
      );
      for (const [passage, own] of read) encoded.set(passage, own);
      return compareAll(question, {
        encodedAt: (place) => encoded.get(passages[place] ?? ''),
        readers,
        onProgress: (share) => onProgress(ENCODING + (1 - ENCODING) * share),
      });
    },
    async close() {
      await (await running?.catch(() => undefined))?.readers.close();
    },
  };
}

/** About this share of the time goes into reading passages, the rest into comparing them. */
const ENCODING = 0.7;

interface Running {
  readonly tokenize: Tokenize;
  readonly readers: Reader;
}

/** Start the model: only where there is something to be read. */
const start = async (
  files: ModelFiles,
  passages: number,
  options: ReadersOptions,
): Promise<Running> => ({
  tokenize: tokenizerOf(files),
  readers: await startReaders(files, passages, options),
});

// ---------------------------------------------------------------------------------------------
// Passages

type Tokenize = (passage: string) => readonly number[];

function tokenizerOf({ bytes, manifest: { longest } }: ModelFiles): Tokenize {
  const json = (name: string) => JSON.parse(new TextDecoder().decode(bytes(name)));
  const tokenizer = new Tokenizer(json('tokenizer.json'), json('tokenizer_config.json'));
  return (passage) => {
    const { ids } = tokenizer.encode(passage);
    return ids.length > longest ? [...ids.slice(0, longest - 1), ids.at(-1) ?? 0] : ids;
  };
}

/** So many passages are handed over at once: little is handed over, and nobody waits for long. */
const PASSAGES_AT_ONCE = 8;

async function encodeAll(
  passages: readonly string[],
  { tokenize, readers }: Running,
  onProgress: Progress,
): Promise<readonly (readonly [passage: string, read: Encoded])[]> {
  // The longest first: at the end, nobody waits for one that has a long one left.
  const asked = passages
    .map((passage) => ({ passage, ids: tokenize(passage) }))
    .sort((x, y) => y.ids.length - x.ids.length);
  let done = 0;
  const parts = await inParts(asked, PASSAGES_AT_ONCE, async (part) => {
    const read = await readers.encode(part.map(({ ids }) => ids));
    done += part.length;
    onProgress(done / asked.length);
    return part.flatMap(({ passage }, at) => {
      const own = read[at];
      return own ? [[passage, own] as const] : [];
    });
  });
  return parts.flat();
}

/** All parts of a list at once. Where there is one reader, it takes them one by one. */
const inParts = <T, R>(list: readonly T[], size: number, of: (part: readonly T[]) => Promise<R>) =>
  Promise.all(
    Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
      of(list.slice(at * size, (at + 1) * size)),
    ),
  );

// ---------------------------------------------------------------------------------------------
// Pairs

/** A couple, and the pair of the question that it is. */
interface Asked extends Couple {
  readonly at: number;
}

/** Tokens that passages are filled up to: few different shapes, and little filled in vain. */
const STEP = 8;

interface Comparing {
  readonly encodedAt: (place: number) => Encoded | undefined;
  readonly readers: Reader;
  readonly onProgress: Progress;
}

async function compareAll(
  question: PairQuestion,
  { encodedAt, readers, onProgress }: Comparing,
): Promise<Readings> {
  const { length } = question.a;
  const [same, differs] = [new Float64Array(length), new Float64Array(length)];
  let done = 0;
  const groups = couplesByLength(question, encodedAt).map(([filled, couples]) =>
    inParts(couples, AT_ONCE, async (part) => {
      const answers = await readers.compare({ length: filled, couples: part });
      for (const [row, { at }] of part.entries()) {
        same[at] = rounded(answers[2 * row] ?? 0);
        differs[at] = rounded(answers[2 * row + 1] ?? 0);
      }
      done += part.length;
      onProgress(done / length);
    }),
  );
  await Promise.all(groups);
  return { same, differs };
}

/** Pairs, those together that are filled up to the same length. */
function couplesByLength(
  { passages, a, b }: PairQuestion,
  encodedAt: (place: number) => Encoded | undefined,
): readonly (readonly [length: number, couples: readonly Asked[]])[] {
  const couples = new Map<number, Asked[]>();
  for (let at = 0; at < a.length; at++) {
    const places = [a[at] ?? 0, b[at] ?? 0];
    // Whoever comes first, the same sums are done.
    places.sort((x, y) => byCodeUnits(passages[x] ?? '', passages[y] ?? ''));
    const [one, other] = places.map(encodedAt);
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
