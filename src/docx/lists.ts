import type { Element, Nodes } from 'hast';
import { byClass } from './by-class.ts';
import type { At, Block } from './writer.ts';

/** How a kind of list is written. */
interface Kind {
  /** Style of the first paragraph of an item, and of those behind it. */
  readonly head: string;
  readonly rest: string;
  /** Whether lists within it are set in further. */
  readonly deepens: boolean;
}

/** Kinds of lists, by class. */
const KINDS: Readonly<Record<string, Kind>> = {
  reports: { head: 'Source', rest: 'SourceDetail', deepens: true },
  about: { head: 'Remark', rest: 'Remark', deepens: false },
  days: { head: 'Day', rest: 'Normal', deepens: false },
};

/** Lists of no kind, by how many lists they stand in; Word has styles for so many. */
const BULLETS = ['ListBullet', 'ListBullet2', 'ListBullet3'];
const NUMBERS = ['ListNumber', 'ListNumber2', 'ListNumber3'];
const CONTINUED = ['ListContinue', 'ListContinue2', 'ListContinue3'];

export const list: Block = (element, at, write) => {
  if (at.part === 'footnotes') return write.blocks(element.children.filter(isItem), at);
  const isNumbered = element.tagName === 'ol';
  const { head, rest, deepens } = kindOf(element, at.depth);
  const number = isNumbered ? { list: write.nextList(), level: levelOf(at.depth) } : null;
  const depth = deepens ? at.depth + 1 : at.depth;
  const within: At = {
    ...at,
    depth,
    style: head,
    numbered: number,
    rest: { style: rest, numbered: null },
  };
  return element.children.filter(isItem).flatMap((item) => {
    write.bookmarks.open(String(item.properties['id'] ?? ''));
    return write.blocks(item.children, within);
  });
};

const isItem = (node: Nodes): node is Element => node.type === 'element' && node.tagName === 'li';

function kindOf(element: Element, depth: number): Kind {
  const named = byClass(element, KINDS);
  if (named) return named;
  const heads = element.tagName === 'ol' ? NUMBERS : BULLETS;
  const level = levelOf(depth);
  return { head: heads[level] ?? '', rest: CONTINUED[level] ?? '', deepens: true };
}

const levelOf = (depth: number): number => Math.min(depth, BULLETS.length - 1);
