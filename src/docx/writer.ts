import type { FileChild, XmlComponent } from 'docx';
import type { Element, Nodes } from 'hast';
import type { Bookmarks } from './bookmarks.ts';
import type { Notes } from './notes.ts';
import type { Targets } from './targets.ts';

/** Where in the document something is written, and as what. */
export interface At {
  /** Id of the style of paragraphs that have none of their own. */
  readonly style: string;
  /** Id of the style of characters; nothing for that of the paragraph. */
  readonly run: string | undefined;
  /** How many lists it stands in. */
  readonly depth: number;
  /** The numbered list of which a paragraph is an item. */
  readonly numbered: Numbered | null;
  /** What holds behind the first block, where that is the head of an item. */
  readonly rest: Pick<At, 'style' | 'numbered'> | null;
  /** Width that there is, in twentieths of a point. */
  readonly width: number;
  /** The part of the file: links lead out of each by a list of its own. */
  readonly part: Part;
}

export type Part = 'document' | 'footnotes';

/** Place of an item among numbered lists. */
export interface Numbered {
  /** Number of the list: each begins anew at 1. */
  readonly list: number;
  readonly level: number;
}

/**
 * Writes the tree of one document. What an element becomes says the function of its kind; each writes
 * its children through here, so that none has to know the others.
 */
export interface Writer {
  readonly blocks: (nodes: readonly Nodes[], at: At) => FileChild[];
  readonly inline: (nodes: readonly Nodes[], at: At) => XmlComponent[];
  readonly bookmarks: Bookmarks;
  readonly notes: Notes;
  readonly targets: Targets;
  /** Give the next numbered list its number. */
  readonly nextList: () => number;
}

/** What a kind of element becomes where blocks stand. */
export type Block = (element: Element, at: At, write: Writer) => FileChild[];

/** What a kind of element becomes among words. */
export type Inline = (element: Element, at: At, write: Writer) => XmlComponent[];
