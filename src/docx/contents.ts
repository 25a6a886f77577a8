import { ConcreteHyperlink, FileChild, Paragraph, type XmlComponent } from 'docx';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';
import { textOf } from '../trees.ts';
import { element, filled } from './elements.ts';
import { fieldEnd, fieldStart, runsOf } from './runs.ts';
import type { Writer } from './writer.ts';

/** The headings that contents list, with the ids that lead to them. */
export function partsOf(tree: Root): readonly Element[] {
  const parts: Element[] = [];
  visit(tree, 'element', (heading) => {
    if (isOfClass(heading, 'notes')) return SKIP;
    if (heading.tagName === 'h2' && heading.properties['id']) parts.push(heading);
    return undefined;
  });
  return parts;
}

/** Headings of the first level, as links; on which page each stands, Word works out when it is asked to. */
const INSTRUCTION = 'TOC \\o "1-1" \\h \\z';

/**
 * The contents: a field that Word renews, and that holds until then what can be said without pages, which
 * only who lays out the file knows.
 */
export function contents(parts: readonly Element[], write: Writer): FileChild[] {
  if (parts.length < 2) return [];
  const entries = parts.map((heading, index) =>
    filled(new Paragraph({ style: 'TOC1' }), [
      ...(index === 0 ? fieldStart(INSTRUCTION) : []),
      entryOf(heading, write),
      ...(index === parts.length - 1 ? [fieldEnd()] : []),
    ]),
  );
  const head = filled(new Paragraph({ style: 'TOCHeading' }), runsOf('Contents'));
  return [
    filled(new FileChild('w:sdt'), [galleryOf(), element('sdtContent', {}, [head, ...entries])]),
  ];
}

function entryOf(heading: Element, write: Writer): XmlComponent {
  const name = write.bookmarks.nameOf(String(heading.properties['id']));
  return filled(new ConcreteHyperlink([], '', name), runsOf(textOf([heading]).trim()));
}

/** Lets Word offer to renew the contents. */
const galleryOf = () =>
  element('sdtPr', {}, [
    element('docPartObj', {}, [
      element('docPartGallery', { val: 'Table of Contents' }),
      element('docPartUnique'),
    ]),
  ]);
