import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Chapter, Heading } from './chapters.ts';
import type { Paragraph } from './paragraphs.ts';

/** What the navigation leads to. */
export interface Places {
  readonly chapters: readonly Chapter[];
  /** Paragraphs, each with the file that it stands in. */
  readonly paragraphs: readonly (Paragraph & { readonly file: string })[];
}

/**
 * The contents, which stand before the book's parts and in the menu of the reader's program; what that
 * asks for besides, to find its way, is hidden.
 */
export function navigation({ chapters, paragraphs }: Places): Element {
  const [first] = chapters;
  return h('section', { id: 'contents' }, [
    h('nav', { role: 'doc-toc', id: 'toc', ariaLabelledBy: 'contents-heading' }, [
      h('h2', { id: 'contents-heading' }, 'Contents'),
      h('ol', chapters.map(entry)),
    ]),
    h('nav', { 'epub:type': 'landmarks', ariaLabel: 'Landmarks', hidden: true }, [
      h('ol', [
        ...chapters.filter(({ id }) => id === 'front').map((front) => landmark('titlepage', front)),
        h('li', h('a', { 'epub:type': 'toc', href: '#toc' }, 'Contents')),
        ...chapters
          .filter((chapter) => chapter !== first)
          .slice(0, 1)
          .map((body) => landmark('bodymatter', body)),
        ...chapters
          .filter(({ id }) => id === 'sources')
          .map((sources) => landmark('bibliography', sources)),
      ]),
    ]),
    ...(paragraphs.length > 0 ? [pageList(paragraphs)] : []),
  ]);
}

function entry({ file, id, heading, under }: Chapter): Element {
  return h('li', [
    h('a', { href: file }, heading.text || id || file),
    ...(under.length > 0
      ? [
          h(
            'ol',
            under.map((one) => subEntry(one, file)),
          ),
        ]
      : []),
  ]);
}

const subEntry = ({ id, text }: Heading, file: string): Element =>
  h('li', h('a', { href: `${file}#${id}` }, text));

const landmark = (type: string, { file, heading }: Chapter): Element =>
  h('li', h('a', { 'epub:type': type, href: file }, heading.text));

/** Every paragraph by its number, as a list of pages has the pages. */
const pageList = (paragraphs: Places['paragraphs']): Element =>
  h('nav', { role: 'doc-pagelist', ariaLabel: 'Paragraphs', hidden: true }, [
    h(
      'ol',
      paragraphs.map(({ number, id, file }) => h('li', h('a', { href: `${file}#${id}` }, number))),
    ),
  ]);
