import type { Token, TokenSentence } from '../types.ts';

/** Takes a text apart into sentences, each a list of tokens, as a language model sees them. */
type Tokenize = (text: string) => readonly (readonly Token[])[];

/**
 * Take a block apart into sentences: those of the language model, corrected where it breaks too
 * early. What it joins too long is left: a long passage is still a true one.
 */
export function sentencesOf(text: string, tokenize: Tokenize): readonly TokenSentence[] {
  const sentences: Token[][] = [];
  for (const tokens of tokenize(text)) {
    const last = sentences.at(-1);
    if (last && goesOn(text, last, tokens)) last.push(...tokens);
    else sentences.push([...tokens]);
  }
  return sentences.flatMap((tokens) => {
    const [first, ...rest] = tokens;
    const end = tokens.at(-1)?.end ?? 0;
    return first ? [{ tokens: [first, ...rest], start: first.start, end }] : [];
  });
}

/** Why what follows is not a new sentence. */
const CORRECTIONS: readonly ((
  text: string,
  last: readonly Token[],
  next: readonly Token[],
) => boolean)[] = [
  // "magnitude-6.1", "example.com": no space, no sentence.
  (_, last, next) => last.at(-1)?.end === next[0]?.start,
  // “Who is it?” he asked.
  (text, _, next) => /^\p{Ll}/u.test(text.slice(next[0]?.start)),
  // Closing marks alone belong to what they close.
  (_, __, next) => next.every(({ text }) => /^[”’)\]]+$/u.test(text)),
  // "Gen. Ann Example", "Example, Jr. said"
  (_, last) =>
    ABBREVIATION.test(
      last
        .slice(-2)
        .map(({ text }) => text)
        .join(''),
    ),
];

/** Titles and the like that stand before a name or number, never at a sentence's end. */
const ABBREVIATION =
  /^(?:.*\P{L})?(?:gen|lt|col|maj|sgt|capt|cmdr|adm|brig|mr|mrs|ms|dr|prof|rev|hon|sen|rep|gov|pres|st|no|nos|vs|fig|approx)\.$/iu;

function goesOn(text: string, last: readonly Token[], next: readonly Token[]): boolean {
  return CORRECTIONS.some((correction) => correction(text, last, next));
}
