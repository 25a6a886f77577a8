import { BookmarkEnd, BookmarkStart, type XmlComponent } from 'docx';

/** Places that links lead to. Word knows them by name, and each by a number, too. */
export interface Bookmarks {
  /** Name of the bookmark for an id of the tree; nothing where no link leads there. */
  readonly nameOf: (id: string) => string | undefined;
  /** Have the next paragraph bear the bookmark of an id. */
  readonly open: (id: string) => void;
  /** Put the bookmarks that are open around the words of a paragraph. */
  readonly around: (words: readonly XmlComponent[]) => XmlComponent[];
  /** Put the bookmark of an id around words. */
  readonly of: (id: string, words: readonly XmlComponent[]) => XmlComponent[];
  /** Whether bookmarks wait for a paragraph. */
  readonly waiting: () => boolean;
}

/**
 * Give each id that a link leads to a bookmark.
 *
 * @param ids Ids of the tree, in its order, each once.
 */
export function bookmarksOf(ids: readonly string[]): Bookmarks {
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const placed = new Set<string>();
  let open: string[] = [];
  const nameOf = (id: string) => {
    const number = numbers.get(id);
    return number === undefined ? undefined : bookmarkName(id, number);
  };
  const of = (id: string, words: readonly XmlComponent[]): XmlComponent[] => {
    const [name, number] = [nameOf(id), numbers.get(id)];
    // The first place wins where a template gives an id twice, as in a browser.
    if (name === undefined || number === undefined || placed.has(id)) return [...words];
    placed.add(id);
    return [new BookmarkStart(name, number), ...words, new BookmarkEnd(number)];
  };
  return {
    nameOf,
    of,
    open: (id) => {
      if (numbers.has(id)) open.push(id);
    },
    around: (words) => {
      const ids = open;
      open = [];
      return ids.reduce<XmlComponent[]>((inner, id) => of(id, inner), [...words]);
    },
    waiting: () => open.length > 0,
  };
}

/** Word takes 40 characters: a letter, then letters, digits and low lines. The number keeps it apart. */
const bookmarkName = (id: string, number: number): string =>
  `b_${id.replace(/[^A-Za-z0-9]+/gu, '_').slice(0, 24)}_${number}`;
