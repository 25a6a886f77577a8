import type { Quotation } from '../types.ts';

/** From this many words on, a quotation is speech; below, a phrase in the reporter's sentence. */
const SPEECH_WORDS = 6;

/**
 * Find the quotations of a block whose marks are normalized to “ and ”.
 *
 * A quotation that is opened runs to its closing mark; to the next opening mark or the end of the
 * block where none comes, as it does when the next paragraph goes on quoting.
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
  return { start, end, text: inner, speech: inner.split(' ').length >= SPEECH_WORDS };
}
