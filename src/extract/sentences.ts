import { listItems } from '../language/list-items.ts';
import { endRule, PLACE } from '../language/sentence-ends.ts';
import type { Span, Token, TokenSentence } from '../types.ts';

/** Takes a sentence apart into tokens; `at` is where it begins in its block. */
type Tokenize = (sentence: string, at: number) => readonly Token[];

/**
 * Take a block apart into sentences, and these into tokens.
 *
 * Ends of sentences are told by rules over the text alone. A language model comes to no better ones,
 * and needs a sentence at a time: its tags do not depend on the sentences around.
 */
export function sentencesOf(text: string, tokenize: Tokenize): readonly TokenSentence[] {
  return sentenceSpans(text).flatMap(({ start, end }) => {
    const [first, ...rest] = tokenize(text.slice(start, end), start);
    const last = rest.at(-1) ?? first;
    return first && last ? [{ tokens: [first, ...rest], start: first.start, end: last.end }] : [];
  });
}

/** Stretches of a text that are a sentence each; spaces may stand at their ends. */
function sentenceSpans(text: string): readonly Span[] {
  const items = new Set(listItems(text));
  const stops = Array.from(text.matchAll(PLACE), ({ 0: marks, index }) => index + marks.length);
  const spans: Span[] = [];
  let start = 0;
  for (const end of [...items, ...stops].sort((a, b) => a - b)) {
    if (!items.has(end) && endRule(text, start, end)?.verdict === 'goes on') continue;
    spans.push({ start, end });
    start = end;
  }
  return [...spans, { start, end: text.length }].flatMap((span) => cut(span, text));
}

/**
 * Longest sentence, in characters; ten times what long ones in news have. What has no stop for
 * longer is data, and would take those who compare its words with each other too long.
 */
const MAX_LENGTH = 4000;

/** Cut what is too long for a sentence at spaces. */
function cut({ start, end }: Span, text: string): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > MAX_LENGTH) {
    const space = text.indexOf(' ', from + MAX_LENGTH);
    if (space < 0 || space >= end) break;
    pieces.push({ start: from, end: space });
    from = space;
  }
  return [...pieces, { start: from, end }];
}
