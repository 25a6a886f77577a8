/** Marks that may close a quotation, up to the next one that opens one. */
const CLOSING = /(?<!\s)’(?![\p{L}\p{N}])|‘/gu;

/**
 * Where a quotation closes that a single mark opens. A mark behind "s", a digit or "in" may be the
 * apostrophe of what is theirs or of what is not spoken; it closes where no other mark does. Below
 * zero where nothing closes it.
 */
export function closingMark(text: string, open: number): number {
  let likely = -1;
  const rest = text.slice(open + 1);
  for (const { 0: mark, index } of rest.matchAll(CLOSING)) {
    if (mark === '‘') break;
    const before = rest.slice(Math.max(0, index - 2), index);
    const isApostrophe =
      /(?:[s\d]|in)$/iu.test(before) && /^\s\S/u.test(rest.slice(index + 1, index + 3));
    if (!isApostrophe) return open + 1 + index;
    if (likely < 0) likely = open + 1 + index;
  }
  return likely;
}
