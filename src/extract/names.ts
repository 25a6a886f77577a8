import type { Token } from '../types.ts';

/** Small words that names hold inside them: "Bank of Example", "Ann van Example". */
const INNER = new Set([
  'of',
  'de',
  'da',
  'del',
  'der',
  'di',
  'du',
  'la',
  'le',
  'van',
  'von',
  'al',
  'bin',
  'ibn',
  '&',
]);

/**
 * Find names: runs of capitalized words. A word that begins a sentence is capitalized anyway, so
 * it counts only where the tagger takes it for a proper noun.
 *
 * @returns Each name once, in order of its first place.
 */
export function namesOf(tokens: readonly Token[]): readonly string[] {
  const names: string[] = [];
  let current: Token[] = [];
  const close = () => {
    while (current.length > 0 && INNER.has(current.at(-1)?.norm ?? '')) current.pop();
    if (current.length > 0) names.push(current.map(({ text }) => text).join(' '));
    current = [];
  };
  for (const [index, token] of tokens.entries()) {
    const inner = current.length > 0 && INNER.has(token.norm);
    if (inner || isNameWord(token, tokens[index - 1])) current.push(token);
    else close();
  }
  close();
  return [...new Set(names)];
}

function isNameWord(token: Token, before: Token | undefined): boolean {
  if (!/^\p{Lu}/u.test(token.text)) return false;
  const begins = before === undefined || /^[“‘(:]$/u.test(before.text);
  return token.tag === 'PROPN' || (!begins && (token.tag === 'NOUN' || token.tag === 'ADJ'));
}
