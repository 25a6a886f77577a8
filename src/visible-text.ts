/** What is no text of mark-up: comments, styles and scripts with what they hold, and tags. */
const MARK_UP = /<!--.*?(?:-->|$)|<(style|script|head|title)\b.*?(?:<\/\1\s*>|$)|<[^<>]*>/gisu;

/** The words of mark-up, roughly, to be counted or looked through; never to be cited. */
export function visibleText(html: string): string {
  return html
    .replace(MARK_UP, ' ')
    .replace(/&(?:nbsp|zwnj|shy|#\d+|#x[\da-f]+);/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
