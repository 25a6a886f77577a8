import { Paragraph, type XmlComponent } from 'docx';
import { byClass } from './by-class.ts';
import { filled } from './elements.ts';
import type { At, Block, Writer } from './writer.ts';

/** Styles of paragraphs, by class. All others have that of the place where they stand. */
const STYLES: Readonly<Record<string, string>> = {
  kicker: 'Label',
  deck: 'Subtitle',
  figures: 'Figures',
  legend: 'Remark',
  note: 'Remark',
  before: 'Before',
  statement: 'Statement',
  day: 'Day',
};

export const paragraph: Block = (element, at, write) => {
  const style = at.part === 'footnotes' ? at.style : (byClass(element, STYLES) ?? at.style);
  return written(write.inline(element.children, at), { ...at, style }, write);
};

/** Words as a paragraph; nothing where there are none. */
function written(words: readonly XmlComponent[], at: At, write: Writer): Paragraph[] {
  return words.length === 0 ? [] : [paragraphOf(words, at, write)];
}

/** A paragraph, with the bookmarks that wait for one. */
export function paragraphOf(words: readonly XmlComponent[], at: At, write: Writer): Paragraph {
  const { style, numbered } = at;
  const numbering = numbered && {
    reference: 'numbers',
    level: numbered.level,
    instance: numbered.list,
  };
  const made = new Paragraph({ style, ...(numbering ? { numbering } : {}) });
  return filled(made, write.bookmarks.around(words));
}

/** A heading. The first is the title; those below it are what Word counts from 1. */
export const heading: Block = (element, at, write) => {
  const style = HEADINGS[element.tagName] ?? 'Heading3';
  return written(write.inline(element.children, at), { ...at, style, numbered: null }, write);
};

const HEADINGS: Readonly<Record<string, string>> = { h1: 'Title', h2: 'Heading1', h3: 'Heading2' };

/** A quotation set apart. */
export const quotation: Block = (element, at, write) =>
  write.blocks(element.children, at.part === 'footnotes' ? at : { ...at, style: 'Quote' });

/** Paragraphs in a style of their own, as the terms of a list or a caption. */
export const inStyle =
  (style: string): Block =>
  (element, at, write) =>
    write.blocks(element.children, at.part === 'footnotes' ? at : { ...at, style });
