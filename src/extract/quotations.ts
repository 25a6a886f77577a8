import { isSaid, isTitled } from '../language/quoting.ts';
import type { Quotation, Span, Token } from '../types.ts';

/** From this many words on, a quotation is speech; below, mostly a phrase of the reporter's. */
const SPEECH_WORDS = 6;

/** The quotations of a paragraph, and how it hangs together with the one before. */
export interface Quoted {
  readonly quotations: readonly Quotation[];
  /** Whether it goes on with what the paragraph before opened and never closed. */
  readonly continues: boolean;
}

/**
 * Find the quotations of paragraphs in order. A paragraph that opens with a mark, while the one
 * before was never closed, goes on quoting the same person.
 */
export function quotationsOfParagraphs(texts: readonly string[]): readonly Quoted[] {
  let open = false;
  return texts.map((text) => {
    const quotations = quotationsOf(text);
    const continues = open && text.startsWith('“');
    open = endsOpen(text, quotations);
    return { quotations, continues };
  });
}

/** Whether a text ends in a quotation that was never closed. */
function endsOpen(text: string, quotations: readonly Quotation[]): boolean {
  const last = quotations.at(-1);
  return last !== undefined && last.end === text.length && !/”[^\w”]*$/u.test(text);
}

/**
 * Find the quotations of a block whose marks are normalized to “ and ”.
 *
 * A quotation that is opened runs to its closing mark; to the next opening mark or the end of the
 * block where none comes, as it does when the next paragraph goes on quoting. Single marks inside
 * it are someone else's words in it, and do not end it.
 *
 * @returns Quotations in order, spans into the text, marks included.
 */
export function quotationsOf(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (const { 0: mark, index } of text.matchAll(/[“”]/gu)) {
    if (open >= 0) found.push(quotation(text, open, mark === '”' ? index + 1 : index));
    open = mark === '“' ? index : -1;
  }
  if (open >= 0) found.push(quotation(text, open, text.length));
  return found;
}

function quotation(text: string, start: number, end: number): Quotation {
  const inner = text
    .slice(start + 1, end)
    .replace(/”$/u, '')
    .trim();
  const before = text.slice(0, start);
  const long = inner.split(' ').length >= SPEECH_WORDS;
  const speech = long ? !isTitled(before) : isSaid({ before, inner, after: text.slice(end) });
  return { start, end, text: inner, speech };
}

/** The quotations that each sentence has a part in. Both come in order, so that one walk finds them. */
export function quotationsBySentence(
  sentences: readonly Span[],
  quotations: readonly Quotation[],
): readonly (readonly Quotation[])[] {
  let from = 0;
  return sentences.map(({ start, end }) => {
    while ((quotations[from]?.end ?? end) <= start) from++;
    let to = from;
    while ((quotations[to]?.start ?? end) < end) to++;
    return quotations.slice(from, to);
  });
}

/** Whether a token stands inside a quotation, where the reporter does not speak. */
export const quotedIn =
  (quotations: readonly Quotation[]) =>
  ({ start }: Token): boolean =>
    quotations.some((quotation) => start > quotation.start && start < quotation.end);
