/** The metric's own (article-extraction-benchmark): words, four in a row. */
const SHINGLE = 4;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** How much of a text was found, and how much of what was found is the text's. */
export interface Match {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Compare texts by their shingles, each as often as it occurs. */
export function match(expected: string, found: string): Match {
  const [gold, ours] = [shingles(expected), shingles(found)];
  let common = 0;
  for (const [shingle, count] of ours) common += Math.min(count, gold.get(shingle) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  const precision = total(ours) > 0 ? common / total(ours) : 0;
  const recall = total(gold) > 0 ? common / total(gold) : 1;
  return {
    precision,
    recall,
    f1: common > 0 ? (2 * precision * recall) / (precision + recall) : 0,
  };
}

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + SHINGLE <= Math.max(words.length, SHINGLE); at++) {
    const shingle = words.slice(at, at + SHINGLE).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
