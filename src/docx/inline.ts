import type { Element, Nodes } from 'hast';
import { textOf } from '../trees.ts';
import { byClass } from './by-class.ts';
import { link } from './links.ts';
import { citation } from './notes.ts';
import { runsOf } from './runs.ts';
import type { At, Inline, Writer } from './writer.ts';

/** A kind of words in a style of characters of its own. */
const styled =
  (run: string): Inline =>
  (element, at, write) =>
    write.inline(element.children, { ...at, run });

/** A drawing cannot stand in the file as it is: its title does. */
const drawing: Inline = ({ children }, at) =>
  runsOf(textOf(children.filter(isTitle)).trim(), at.run);

const isTitle = (node: Nodes): boolean =>
  node.type === 'element' && /^(?:title|desc)$/u.test(node.tagName);

/** Kinds of words, by element. All others are what they hold. */
const INLINE: Readonly<Record<string, Inline>> = {
  a: link,
  b: styled('Strong'),
  strong: styled('Strong'),
  cite: styled('Emphasis'),
  em: styled('Emphasis'),
  i: styled('Emphasis'),
  ins: styled('Differing'),
  mark: styled('Marked'),
  s: styled('Struck'),
  sub: styled('Subscript'),
  sup: styled('Superscript'),
  svg: drawing,
};

/** Kinds of words, by class. */
const BY_CLASS: Readonly<Record<string, Inline>> = {
  cite: citation,
  tag: styled('Standing'),
};

/** Write what stands among words. */
export function inline(nodes: readonly Nodes[], at: At, write: Writer) {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return runsOf(node.value.replace(/\s+/gu, spaceOf), at.run);
    if (node.type !== 'element') return [];
    const made = kindOf(node)(node, at, write);
    return write.bookmarks.of(String(node.properties['id'] ?? ''), made);
  });
}

/** Spaces that no line may be broken at stay. */
const spaceOf = (spaces: string): string => (/^[\u{a0}\u{202f}]+$/u.test(spaces) ? spaces : ' ');

function kindOf(element: Element): Inline {
  return byClass(element, BY_CLASS) ?? INLINE[element.tagName] ?? plain;
}

const plain: Inline = (element, at, write) => write.inline(element.children, at);
