/**
 * Find where the items of a list begin that is written in one line: "1. The bridge 2. The ferry".
 *
 * Items need no stop at their ends, so that only their marks tell them apart: bullets, or numbers
 * and letters that count on. A text that does not begin with such a mark is no list: "the score
 * was 2. Nobody" goes on with sentences.
 *
 * @returns Indices of all items but the first, in order; none where there is no list.
 */
export function listItems(text: string): readonly number[] {
  const bullet = BULLET.exec(text)?.[1];
  if (bullet) return starts(text, bullet);
  const { mark = '', close = '' } = NUMBER.exec(text)?.groups ?? {};
  if (mark === '') return [];
  const items: number[] = [];
  let expected = following(mark);
  for (const { index, groups } of text.matchAll(NUMBERS)) {
    if (groups?.['mark'] !== expected || groups['close'] !== close) continue;
    items.push(index);
    expected = following(expected);
  }
  return items;
}

/** Marks that stand for nothing but a new item. A hyphen or a dash is not one: they set asides off. */
const BULLET = /^\s*([\u{2022}\u{2023}\u{2043}\u{204c}\u{204d}\u{2219}\u{25aa}\u{25cf}\u{25e6}])/u;

const NUMBER = /^\s*(?<mark>\d{1,2}|[A-Za-z])(?<close>[.)]{1,2})\s/u;
const NUMBERS = /(?<=\s)(?<mark>\d{1,2}|[A-Za-z])(?<close>[.)]{1,2})(?=\s+[“‘"'(]?\p{Lu})/gu;

function starts(text: string, mark: string): readonly number[] {
  const items: number[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) items.push(at);
  return items.slice(1);
}

/** The mark of the next item: 2 behind 1, b behind a. */
const following = (mark: string): string =>
  /^\d/u.test(mark)
    ? String(Number(mark) + 1)
    : String.fromCodePoint((mark.codePointAt(0) ?? 0) + 1);
