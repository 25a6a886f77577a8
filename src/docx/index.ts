import { Document, Packer } from 'docx';
import type { Element, Nodes, Root } from 'hast';
import { minifyWhitespace } from 'hast-util-minify-whitespace';
import { SKIP, visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';
import type { Paper } from '../paper.ts';
import { listCitedIn } from '../plain/index.ts';
import { blocks } from './blocks.ts';
import { bookmarksOf } from './bookmarks.ts';
import { contents, partsOf } from './contents.ts';
import { inline } from './inline.ts';
import { footnotesOf, type Notes, notesOf, targetOf } from './notes.ts';
import { NUMBERING } from './numbering.ts';
import { PROPERTIES, type Properties, propertiesXml, repacked } from './packing.ts';
import { pagesOf, textWidth } from './pages.ts';
import { paragraphOf } from './paragraphs.ts';
import { stylesIn } from './styles.ts';
import { targetsOf } from './targets.ts';
import type { At, Writer } from './writer.ts';

/**
 * Make a Word file of a plain document: headings, paragraphs, lists and tables in styles, notes as
 * footnotes, contents, links.
 *
 * @param tree As `plainTree` gives it. Citations are links of the class `cite` to items of the section of
 *   the class `notes`.
 * @returns The same bytes for the same tree and properties.
 */
export async function docxOf(
  tree: Root,
  properties: Properties,
  paper: Paper = 'a4',
): Promise<Uint8Array> {
  const plain = structuredClone(tree);
  minifyWhitespace(plain);
  const notes = notesOf(plain);
  listCitedIn(
    plain,
    notes.items.map((item, index) => ({ number: index + 1, passages: [item] })),
    notes.idOf,
  );
  const write = writerOf(plain, notes);
  const start: At = { ...START, width: textWidth(paper) };
  const children = bodyOf(plain, start, write);
  const file = new Document({
    sections: [{ ...pagesOf(paper, properties.title), children }],
    styles: { importedStyles: stylesIn(properties.language) },
    numbering: NUMBERING,
    footnotes: footnotesOf(write, start),
  });
  write.targets.enter('document', file.Document.Relationships);
  write.targets.enter('footnotes', file.FootNotes.Relationships);
  const own = [{ path: PROPERTIES, data: propertiesXml(properties) }];
  return repacked(await Packer.pack(file, 'uint8array', undefined, own));
}

const START: Omit<At, 'width'> = {
  style: 'Normal',
  run: undefined,
  depth: 0,
  numbered: null,
  rest: null,
  part: 'document',
};

function writerOf(tree: Root, notes: Notes): Writer {
  let lists = 0;
  const write: Writer = {
    blocks: (nodes, at) => blocks(nodes, at, write),
    inline: (nodes, at) => inline(nodes, at, write),
    bookmarks: bookmarksOf(idsLedTo(tree)),
    notes,
    targets: targetsOf(),
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
  return write;
}

/** Ids that links of the document lead to, or its contents; those back from notes are Word's own. */
function idsLedTo(tree: Root): readonly string[] {
  const ids = new Set(partsOf(tree).map(({ properties }) => String(properties['id'])));
  visit(tree, 'element', (element) => {
    if (isOfClass(element, 'backs')) return SKIP;
    const id = targetOf(element);
    if (id !== undefined) ids.add(id);
    return undefined;
  });
  return [...ids];
}

/**
 * The masthead, the contents, and the text. The bottom line goes before the contents where it opens the
 * text: it is what a reader has time for.
 */
function bodyOf(tree: Root, at: At, write: Writer) {
  const parts = tree.children.flatMap((node): readonly Nodes[] =>
    isNamed(node, 'main') ? node.children : [node],
  );
  const start = parts.findIndex((node) => node.type === 'element' && node.tagName !== 'header');
  const first = parts[start];
  const lead = first && isOfClass(first, 'bottom-line') ? start + 1 : Math.max(0, start);
  const made = [
    ...write.blocks(parts.slice(0, lead), at),
    ...contents(partsOf(tree), write),
    ...write.blocks(parts.slice(lead), at),
  ];
  // What links lead to, and holds no words at the end of the text.
  return write.bookmarks.waiting() ? [...made, paragraphOf([], at, write)] : made;
}

const isNamed = (node: Nodes, name: string): node is Element =>
  node.type === 'element' && node.tagName === name;
