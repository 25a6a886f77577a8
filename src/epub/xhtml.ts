import type { Element, Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { RIGHT_TO_LEFT } from '../characters.ts';
import { element, xmlDocument } from '../xml.ts';

/** A file of the book: what it is called, and what stands in it. */
export interface Page {
  readonly title: string;
  readonly language: string;
  readonly content: Element;
}

const XHTML = 'http://www.w3.org/1999/xhtml';
const OPS = 'http://www.idpf.org/2007/ops';

/** Write a file of the book as XHTML, with the styles that all have in common. */
export function xhtmlOf({ title, language, content }: Page): string {
  const tree: Root = { type: 'root', children: [content] };
  visit(tree, 'element', adapt);
  const body = toXast(h('body', content));
  return xmlDocument(
    {
      type: 'root',
      children: [
        { type: 'doctype', name: 'html' },
        element('html', { xmlns: XHTML, 'xmlns:epub': OPS, lang: language, 'xml:lang': language }, [
          element('head', {}, [
            element('title', {}, [title]),
            element('link', { rel: 'stylesheet', type: 'text/css', href: 'epub.css' }),
          ]),
          // The name space of all is said above.
          element('body', {}, body.type === 'element' ? body.children : []),
        ]),
      ],
    },
    (name) => MAY_CLOSE.has(name),
  );
}

/** Elements of XHTML that have no end, and shapes of drawings. */
const MAY_CLOSE = new Set('br wbr hr img link rect line circle path'.split(' '));

/** What readers know the roles of elements by, beside what assistive technology does. */
const TYPES: Readonly<Record<string, string>> = {
  'doc-appendix': 'appendix',
  'doc-backlink': 'backlink',
  'doc-chapter': 'chapter',
  'doc-footnote': 'footnote',
  'doc-noteref': 'noteref',
  'doc-pagebreak': 'pagebreak',
  'doc-pagelist': 'page-list',
  'doc-toc': 'toc',
};

/**
 * Say what an element is to readers, keep words that run from right to left from turning what stands around
 * them, which style sheets of e-books may not, and leave out what only the script of a page can serve.
 */
function adapt({ properties, children }: Element): void {
  const type = TYPES[String(properties['role'])];
  if (type !== undefined) properties['epub:type'] = type;
  const turns = children.some((child) => child.type === 'text' && RIGHT_TO_LEFT.test(child.value));
  if (turns) properties['dir'] ??= 'auto';
  for (const name of OF_PAGES) delete properties[name];
}

/** What a page's script reads, and what the grammar of e-books does not know. */
const OF_PAGES = ['popover', 'popoverTarget', 'dataFact', 'dataReport', 'paintOrder'];
