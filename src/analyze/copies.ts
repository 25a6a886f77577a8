import { fold } from '../characters.ts';
import { words } from '../language/words.ts';
import type { Report, SharedText } from '../types.ts';

/**
 * Words in a row that two reports must have in common to count. Longer runs miss a text in which
 * every eighth word was changed; shorter ones are idiom, and titles with their names.
 */
export const SHORTEST_RUN = 7;

/**
 * Share of the words of either report from which two are taken for one text. Of 394 pairs of
 * independent reports of real events, the most alike share 15 %; of 16 reprints, the least alike
 * 39 % (`npx tsx tests/eval/copies.ts`).
 */
export const COPIED = 0.25;

/** Fewer words than this are a sentence that both have from one statement, not a text. */
export const FEWEST_WORDS = 25;

/**
 * Find reports that are the same text as others: agency copy, syndication, a shortened or lightly
 * edited reprint. What they tell alike is no confirmation.
 *
 * Pairs, not groups: a report that took from two others does not make one text of these.
 *
 * @returns Pairs in order of the reports.
 */
export function copiesOf(reports: readonly Report[]): readonly SharedText[] {
  return sharedTexts(reports).filter(
    ({ ofA, ofB, words: number }) => Math.max(ofA, ofB) >= COPIED && number >= FEWEST_WORDS,
  );
}

/** A report's words in order, with a sign for each quotation. */
interface Text {
  readonly id: string;
  readonly tokens: readonly string[];
}

/**
 * Measure for every two reports how many of their words stand in runs that both have.
 *
 * What is quoted does not count, since independent reports rightly quote the same words. Time and
 * memory grow with the words of all reports, not with their pairs: runs are looked up in an index.
 *
 * @returns Pairs that share any run, in order of the reports.
 */
export function sharedTexts(
  reports: readonly Pick<Report, 'id' | 'blocks'>[],
): readonly SharedText[] {
  const texts = reports.map(({ id, blocks }) => ({
    id,
    tokens: blocks.flatMap(({ content }) => tokensOf(content.text)),
  }));
  const holders = holdersOf(texts);
  const shared = texts.map((text) => sharedWords(text, holders));
  const totals = texts.map(({ tokens }) => tokens.filter(isWord).length);
  return texts.flatMap(({ id: a }, i) =>
    texts.flatMap(({ id: b }, j): SharedText[] => {
      const [inA = 0, inB = 0] = [shared[i]?.get(j), shared[j]?.get(i)];
      if (j <= i || inA === 0) return [];
      const [ofA, ofB] = [inA / (totals[i] ?? 1), inB / (totals[j] ?? 1)];
      return [{ a, b, ofA, ofB, words: Math.max(inA, inB) }];
    }),
  );
}

/** Stands for a quotation: a run may go over it, and is not the longer for it. */
const QUOTED = '“”';

const isWord = (token: string): boolean => token !== QUOTED;

/** Quotations in normalized marks; one that is not closed runs to the end of its paragraph. */
const QUOTATION = /“[^“”]*”?|(?<![\p{L}\p{N}])‘[^‘“”]*?’(?!\p{L})/gu;

function tokensOf(text: string): string[] {
  return text
    .split(QUOTATION)
    .flatMap((part, index) => [...(index > 0 ? [QUOTED] : []), ...words(fold(part))]);
}

/** Every run of the shortest length, with the place where it begins. */
function* runsOf({ tokens }: Text): Generator<readonly [at: number, run: string]> {
  for (let at = 0; at + SHORTEST_RUN <= tokens.length; at++) {
    yield [at, tokens.slice(at, at + SHORTEST_RUN).join(' ')];
  }
}

/** A run → places of the texts that have it. */
type Holders = ReadonlyMap<string, ReadonlySet<number>>;

function holdersOf(texts: readonly Text[]): Holders {
  const holders = new Map<string, Set<number>>();
  for (const [place, text] of texts.entries()) {
    for (const [, run] of runsOf(text)) {
      const known = holders.get(run);
      if (known) known.add(place);
      else holders.set(run, new Set([place]));
    }
  }
  return holders;
}

/** Count the words of a text that stand in runs of others, each once: place of the other → number. */
function sharedWords(text: Text, holders: Holders): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const countedTo = new Map<number, number>();
  for (const [at, run] of runsOf(text)) {
    const end = at + SHORTEST_RUN;
    for (const other of holders.get(run) ?? []) {
      const from = Math.max(at, countedTo.get(other) ?? 0);
      const added = text.tokens.slice(from, end).filter(isWord).length;
      counts.set(other, (counts.get(other) ?? 0) + added);
      countedTo.set(other, end);
    }
  }
  return counts;
}
