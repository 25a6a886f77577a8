import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';

/** An element of a part of a Word file. */
export type Part = ReturnType<typeof parseDocument>;
type Node = Part['childNodes'][number];
export type Xml = Extract<Node, { readonly attribs: object }>;

/** A Word file, read back. */
export interface Word {
  /** Path of a part → its XML. */
  readonly texts: ReadonlyMap<string, string>;
  /** A part as a tree. @throws Error when there is none of that name. */
  readonly part: (name: string) => Part;
}

export function opened(bytes: Uint8Array): Word {
  const texts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  return {
    texts,
    part: (name) => {
      const text = texts.get(name);
      if (text === undefined) throw new Error(`no part ${name}`);
      return parseDocument(text, { xmlMode: true });
    },
  };
}

/** Elements of a name, in order, however deep. */
export const all = (within: Node | Part, name: string): readonly Xml[] =>
  DomUtils.getElementsByTagName(name, within, true);

/** The first element of a name. @throws Error when there is none. */
export function first(within: Node | Part, name: string): Xml {
  const [found] = all(within, name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** The elements right within one. */
export const childrenOf = (within: Node | Part): readonly Xml[] =>
  DomUtils.getChildren(within).filter((node): node is Xml => node.type === 'tag');

/** An attribute `w:val`, or another; nothing where it is not there. */
export const value = (element: Xml | undefined, name = 'w:val'): string | undefined =>
  element?.attribs[name];

/** The words of an element that a reader sees. */
export const wordsOf = (within: Node | Part): string =>
  all(within, 'w:t')
    .map((text) => DomUtils.textContent(text))
    .join('');

/** All text of an element, fields' instructions too. */
export const contentOf = (element: Xml): string => DomUtils.textContent(element);

/** Id of the style of a paragraph or run. */
export function styleOf(element: Xml): string | undefined {
  const [properties] = childrenOf(element).filter(({ name }) => /^w:[pr]Pr$/u.test(name));
  const [style] = properties
    ? childrenOf(properties).filter(({ name }) => /^w:[pr]Style$/u.test(name))
    : [];
  return value(style);
}

/**
 * The body as lines: the style of each paragraph, and its words, with what is not of its style in
 * brackets: `[Strong: words]`, `[note 2]`, `[to name: words]`. Rows of tables are set in.
 */
export function outlineOf(word: Word): readonly string[] {
  const body = first(word.part('word/document.xml'), 'w:body');
  return childrenOf(body).flatMap((block) => blockLines(block));
}

function blockLines(block: Xml): readonly string[] {
  if (block.name === 'w:p') return [`${styleOf(block)} ${listOf(block)}| ${inlineOf(block)}`];
  if (block.name === 'w:tbl') {
    return all(block, 'w:tr').map((row) => {
      const isHead = all(row, 'w:tblHeader').length > 0;
      return `  ${isHead ? 'head' : 'row'}: ${all(row, 'w:tc').map(cellLine).join(' / ')}`;
    });
  }
  return block.name === 'w:sdt' ? ['(contents)'] : [];
}

function listOf(paragraph: Xml): string {
  const [numbers] = all(paragraph, 'w:numPr');
  return numbers ? `(list ${value(first(numbers, 'w:numId'))}) ` : '';
}

function cellLine(cell: Xml): string {
  const [span] = all(cell, 'w:gridSpan');
  const [merged] = all(cell, 'w:vMerge');
  const notes = [
    ...(span ? [`×${value(span)}`] : []),
    ...(merged ? [value(merged) === 'restart' ? '↓' : '↑'] : []),
  ];
  return [...notes, ...all(cell, 'w:p').map(inlineOf)].join(' ');
}

/** How elements among words are shown; all others by what they hold. */
const SHOWN: Readonly<Record<string, (element: Xml) => string>> = {
  'w:pPr': () => '',
  'w:rPr': () => '',
  'w:r': (run) => {
    const [style, words] = [styleOf(run), childrenOf(run).map(shown).join('')];
    const isPlain = style === undefined || style === 'FootnoteReference' || words === '';
    return isPlain ? words : `[${style}: ${words}]`;
  },
  'w:t': contentOf,
  'w:instrText': (text) => `{${contentOf(text).trim()}}`,
  'w:footnoteReference': (note) => `[note ${value(note, 'w:id')}]`,
  'w:hyperlink': (link) =>
    `<${value(link, 'w:anchor') ?? value(link, 'r:id')}: ${childrenOf(link).map(shown).join('')}>`,
  'w:bookmarkStart': (mark) => `(${value(mark, 'w:name')})`,
};

const shown = (element: Xml): string =>
  (SHOWN[element.name] ?? ((other) => childrenOf(other).map(shown).join('')))(element);

const inlineOf = (paragraph: Xml): string => childrenOf(paragraph).map(shown).join('');
