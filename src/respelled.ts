import type { Respelling, Span } from './types.ts';

/** A place in a text where a name stands that is printed in another spelling. */
export interface Spelled extends Span {
  readonly printed: string;
}

/**
 * Find the names of a text that are printed in another spelling: whole names, the longest first.
 * What is behind one may make it that of its bearer ("Kiev’s") or join it to a word ("Kiev-based").
 */
export function respellingsIn(text: string, spelling: readonly Respelling[]): readonly Spelled[] {
  const found: Spelled[] = [];
  for (const { form, printed } of spelling) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      const end = at + form.length;
      const isWhole =
        !LETTER_BEFORE.test(text.slice(0, at)) && !LETTER_BEHIND.test(text.slice(end));
      if (!isWhole || found.some((other) => at < other.end && other.start < end)) continue;
      found.push(withoutStop({ start: at, end, printed }, text));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const LETTER_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const LETTER_BEHIND = /^[\p{L}\p{M}\p{N}]/u;

/** The point of "U.S." is also the stop of a sentence that ends with it: there it stays. */
function withoutStop({ start, end, printed }: Spelled, text: string): Spelled {
  const isLast = /^[”’)\]]*$/u.test(text.slice(end));
  if (text[end - 1] === '.' && !printed.endsWith('.') && isLast)
    return { start, end: end - 1, printed };
  if (text[end] === '.' && printed.endsWith('.'))
    return { start, end, printed: printed.slice(0, -1) };
  return { start, end, printed };
}

/** A text in the spelling of the briefing, for what is none of a report's words. */
export function respelled(text: string, spelling: readonly Respelling[]): string {
  return respellingsIn(text, spelling).reduceRight(
    (words, { start, end, printed }) => `${words.slice(0, start)}${printed}${words.slice(end)}`,
    text,
  );
}

/** Whether one form of a name stands for the other, but for the point that ends a sentence too. */
export const isRespelling = (
  { form, printed }: Respelling,
  words: string,
  instead: string,
): boolean =>
  (words === form && (instead === printed || `${instead}.` === printed)) ||
  (`${words}.` === form && instead === printed);
