import Handlebars from 'handlebars';
import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { INVISIBLE } from './characters.ts';
import { unlinkLost } from './links-within.ts';
import { textOf } from './trees.ts';

/** Serialize a tree for a template, which then does not escape it again. */
export function html(children: readonly ElementContent[]): Handlebars.SafeString {
  const root: Root = { type: 'root', children: [...children] };
  return new Handlebars.SafeString(unified().use(rehypeStringify).stringify(root));
}

/**
 * Elements of a drawing, each with all that it may bear: boxes, lines and words in their places. No
 * style, link, picture, script, animation, or anything that is fetched or reused by an address;
 * beside that the fact that a dot or bar is of, which the page's script reads.
 */
const DRAWING: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height'],
  g: [],
  title: [],
  desc: [],
  rect: ['x', 'y', 'width', 'height', 'rx', 'dataFact'],
  line: ['x1', 'y1', 'x2', 'y2'],
  circle: ['cx', 'cy', 'r', 'dataFact'],
  path: ['d'],
  text: ['x', 'y', 'textAnchor', 'paintOrder'],
};

/** Of a drawing, only the drawing itself may stand anywhere. */
const PARTS = Object.keys(DRAWING).filter((name) => name !== 'svg');

/**
 * What the body of a page may hold: text, structure, links within the page and to the reports'
 * addresses. No script, no style, no frame, no form, no picture from anywhere. Whatever a report
 * or a template brings, nothing else passes.
 */
export const BODY_SCHEMA: Options = {
  ...defaultSchema,
  // Ids are made by us and are not user content; a prefix would break the links to them.
  clobberPrefix: '',
  tagNames: [
    'a',
    'abbr',
    'article',
    'aside',
    'b',
    'blockquote',
    'button',
    'caption',
    'cite',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'header',
    'i',
    'ins',
    'li',
    'main',
    'mark',
    'nav',
    'ol',
    'p',
    'q',
    's',
    'section',
    'small',
    'span',
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'time',
    'tr',
    'ul',
    ...Object.keys(DRAWING),
  ],
  ancestors: {
    ...defaultSchema.ancestors,
    ...Object.fromEntries(PARTS.map((name) => [name, ['svg']])),
  },
  attributes: {
    ...Object.fromEntries(Object.entries(DRAWING).map(([name, own]) => [name, [...own]])),
    '*': [
      'className',
      'id',
      'role',
      'lang',
      'dir',
      'ariaLabel',
      'ariaLabelledBy',
      'ariaHidden',
      'ariaDescribedBy',
      'tabIndex',
    ],
    a: ['href', ['rel', 'noreferrer']],
    // A card opens without script: the button names it, and the browser does the rest.
    button: [['type', 'button'], 'popoverTarget'],
    // Of which facts, and of which report, something is: read by the page's own script.
    div: ['popover', 'dataFact', 'dataReport'],
    tr: ['dataFact'],
    li: ['dataFact'],
    dd: ['dataFact'],
    details: ['open'],
    ins: ['title'],
    span: ['title'],
    ol: ['start'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style', 'template', 'noscript'],
  required: {},
};

/** A link as a page has it. */
export interface PageLink {
  readonly to: string;
  /** Its label, or else its text. */
  readonly text: string;
}

/** List the texts of a page's headings, and its links, each in their order. */
export function headingsAndLinks(page: string) {
  const headings: string[] = [];
  const links: PageLink[] = [];
  visit(unified().use(rehypeParse).parse(page), 'element', (node) => {
    const text = () => textOf([node]).replace(/\s+/gu, ' ').trim();
    if (/^h[1-6]$/u.test(node.tagName)) headings.push(text());
    const { href, ariaLabel } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    links.push({ to: href, text: typeof ariaLabel === 'string' ? ariaLabel : text() });
  });
  return { headings, links };
}

/**
 * Take out of every text what is not seen, or turns what stands around it: names of files, which are
 * data elsewhere, may hold it.
 */
function plainTexts() {
  return (tree: Root): void => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(INVISIBLE, '');
    });
  };
}

/** So many letters without a space: nothing that is a word in a Latin script. */
const ENDLESS = /[^\s\u{2d}]{30,}/u;
const STRETCH = /(?:\P{M}\p{M}*){1,20}/gu;

/** Let words without an end be broken, wherever they stand: they would stretch tables and the page. */
function breakable() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (index === undefined || parent?.type !== 'element' || !ENDLESS.test(node.value)) return;
      if (Object.hasOwn(DRAWING, parent.tagName)) return;
      const pieces = node.value.split(/(?<=\s)/u).flatMap((word): ElementContent[] => {
        const stretches = ENDLESS.test(word) ? (word.match(STRETCH) ?? [word]) : [word];
        return stretches.flatMap((value, at) => [
          ...(at > 0 ? [h('wbr')] : []),
          { type: 'text' as const, value },
        ]);
      });
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
  };
}

/**
 * Parse the body of a page, and take out what it may not hold and links to nowhere.
 *
 * @param change Changes the tree that is left. Default: nothing.
 */
export function sanitizedTree(body: string, change: (tree: Root) => void = () => undefined): Root {
  const processor = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSanitize, BODY_SCHEMA)
    .use(unlinkLost)
    .use(plainTexts)
    .use(breakable)
    .use(() => change);
  return processor.runSync(processor.parse(body));
}

/** Sanitize the body of a page, as `sanitizedTree` does, and serialize it. */
export function sanitize(body: string, change?: (tree: Root) => void): string {
  return unified().use(rehypeStringify).stringify(sanitizedTree(body, change));
}
