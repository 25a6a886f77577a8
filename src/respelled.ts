import { STOP_STEMS } from './language/stop-words.ts';
import { stems } from './language/words.ts';
import type { Respelling, Span } from './types.ts';

/** A place in a text where a name stands that is printed in another spelling. */
export interface Spelled extends Span {
  readonly printed: string;
  /** What of the table it is. */
  readonly row: Respelling;
}

/**
 * Find the names of a text that are printed in another spelling: whole names, the longest first.
 * What is behind one may make it that of its bearer ("Kiev’s") or join it to a word ("Kiev-based").
 */
export function respellingsIn(text: string, spelling: readonly Respelling[]): readonly Spelled[] {
  const found: Spelled[] = [];
  for (const row of spelling) {
    const { form, printed } = row;
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      const end = at + form.length;
      const isWhole =
        !LETTER_BEFORE.test(text.slice(0, at)) && !LETTER_BEHIND.test(text.slice(end));
      if (!isWhole || found.some((other) => at < other.end && other.start < end)) continue;
      found.push(withoutStop({ start: at, end, printed, row }, text));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const LETTER_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const LETTER_BEHIND = /^[\p{L}\p{M}\p{N}]/u;

/** The point of "U.S." is also the stop of a sentence that ends with it: there it stays. */
function withoutStop(place: Spelled, text: string): Spelled {
  const { end, printed } = place;
  const isLast = /^[”’)\]]*$/u.test(text.slice(end));
  if (text[end - 1] === '.' && !printed.endsWith('.') && isLast) return { ...place, end: end - 1 };
  if (text[end] === '.' && printed.endsWith('.'))
    return { ...place, printed: printed.slice(0, -1) };
  return place;
}

/**
 * Whether a form of one word stands for its bearer, and is no word of another name ("the Kiev Post"), as
 * far as its neighbors tell. What the editor lists, he has thought of.
 */
export function standsAlone(
  text: string,
  { start, end, row }: Pick<Spelled, 'start' | 'end' | 'row'>,
): boolean {
  if (row.by === 'editor' || row.form.includes(' ')) return true;
  const [, before] = /(\p{Lu}[\p{L}\p{M}]{0,40}) $/u.exec(text.slice(0, start)) ?? [];
  const isJoined = before !== undefined && !stems(before).some((stem) => STOP_STEMS.has(stem));
  return !isJoined && !/^ \p{Lu}/u.test(text.slice(end));
}

/** A text in the spelling of the briefing, for what is none of a report's words. */
export function respelled(text: string, spelling: readonly Respelling[]): string {
  return respellingsIn(text, spelling)
    .filter((place) => standsAlone(text, place))
    .reduceRight(
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
