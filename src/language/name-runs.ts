import type { Token } from '../types.ts';

/** Small words that names hold inside them: "Bank of Example", "Ann van Example". */
const INNER = new Set('of de da del der di du la le van von al bin ibn &'.split(' '));

/** Places of tokens, the end not among them. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Find runs of capitalized words. A word that begins a sentence is capitalized anyway, so it counts
 * only where the tagger takes it for a proper noun.
 */
export function nameRuns(tokens: readonly Token[]): readonly TokenRange[] {
  const runs: TokenRange[] = [];
  let from: number | undefined;
  const close = (at: number) => {
    if (from === undefined) return;
    let to = at;
    while (INNER.has(tokens[to - 1]?.norm ?? '')) to -= 1;
    runs.push({ from, to });
    from = undefined;
  };
  for (const [index, token] of tokens.entries()) {
    if (isNameWord(token, tokens[index - 1])) from ??= index;
    else if (!INNER.has(token.norm)) close(index);
  }
  close(tokens.length);
  return runs;
}

function isNameWord(token: Token, before: Token | undefined): boolean {
  if (!/^\p{Lu}/u.test(token.text)) return false;
  const begins = before === undefined || /^[“‘(:]$/u.test(before.text);
  return token.tag === 'PROPN' || (!begins && (token.tag === 'NOUN' || token.tag === 'ADJ'));
}
