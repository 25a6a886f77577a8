import type { Root } from 'hast';
import { h } from 'hastscript';
import { compile, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isOfClass } from '../classes.ts';
import { textOf } from '../trees.ts';
import { listFacts } from './fact-lists.ts';
import { columnWidths, tableOf } from './text-table.ts';

/** So long are lines at most: with some more a mail is still quoted without being broken anew. */
const WIDTH = 72;

/**
 * Write the plain document as text for the body of a mail: lines of 72 characters, headings underlined,
 * notes as `[12]`, addresses between angle brackets on lines of their own, however long. The characters
 * are the reports' own; what a mail program would take for a mark of its own does not begin a line.
 */
export function toText(tree: Root): string {
  const prepared = listFacts(structuredClone(tree));
  spellAddresses(prepared);
  const html = unified().use(rehypeStringify).stringify(prepared);
  const lines = compile(OPTIONS)(html).split('\n').map(harmless);
  return `${lines.join('\n')}\n`;
}

/**
 * Write out where links lead, behind their words, or in the place of words that are the address. What
 * follows without a space belongs to the same line: the brackets tell where the address ends.
 */
function spellAddresses(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const href = String(element.properties['href'] ?? '');
    if (index === undefined || !parent || !/^https?:/u.test(href)) return undefined;
    if (isOfClass(element, 'outlet')) return SKIP;
    const words = textOf(element.children).trim();
    const next = parent.children[index + 1];
    const [close = ''] = (next?.type === 'text' && /^\S*/u.exec(next.value)) || [];
    if (next?.type === 'text') next.value = next.value.slice(close.length);
    parent.children.splice(
      index,
      1,
      ...(href.includes(words) ? [] : [h('span', element.children)]),
      h('span.address', `<${href}>${close}`),
    );
    return SKIP;
  });
}

/**
 * A line that no mail program takes for a quotation, the end of the mail or the head of the next: such
 * are set off by a space, as RFC 3676 (4.4) has it. Separators of lines that HTML does not know are spaces.
 */
function harmless(line: string): string {
  const plain = line.replace(/[\u{85}\u{2028}\u{2029}]/gu, ' ').trimEnd();
  return /^(?:>|From |-- ?$|\.$)/u.test(plain) ? ` ${plain}` : plain;
}

// ---------------------------------------------------------------------------------------------
// How elements are written

/** A heading, underlined as far as its longest line goes. @param above Line ends before it. */
const headingWith =
  (line: string, above: number): FormatCallback =>
  ({ children }, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: above });
    walk(children, builder);
    builder.closeBlock({
      trailingLineBreaks: 2,
      blockTransform: (text) => `${text}\n${line.repeat(longest(text))}`,
    });
  };

const longest = (text: string): number =>
  Math.max(...text.split('\n').map((line) => Array.from(line).length));

/** A paragraph: within an item, close to what stands before it. */
const paragraph: FormatCallback = (element, walk, builder) => {
  const breaks = isWithin(element, 'li') ? 1 : 2;
  builder.openBlock({ leadingLineBreaks: breaks });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: breaks });
};

/**
 * A list; one within an item stands close to its words.
 *
 * @param between Line ends between items: two set them apart.
 */
const listWith =
  (prefixOf: PrefixOf, between: number): FormatCallback =>
  (element, walk, builder) => {
    const isNested = isWithin(element, 'li');
    const items = element.children.filter(({ name }) => name === 'li');
    const prefixes = items.map((item, index) => prefixOf(item, index, isNested));
    builder.openList({
      interRowLineBreaks: between,
      leadingLineBreaks: isNested ? 1 : 2,
      maxPrefixLength: Math.max(0, ...prefixes.map(({ length }) => length)),
    });
    for (const [index, { children }] of items.entries()) {
      builder.openListItem({ prefix: prefixes[index] ?? '' });
      walk(children, builder);
      builder.closeListItem();
    }
    builder.closeList({ trailingLineBreaks: isNested ? 1 : 2 });
  };

type PrefixOf = (item: DomNode, index: number, isNested: boolean) => string;

const bulletOf: PrefixOf = (_, __, isNested) => (isNested ? '- ' : '* ');

const numberOf: PrefixOf = (_, index) => `${index + 1}. `;

/** "[12] ": what its citations say. */
const noteOf: PrefixOf = ({ attribs }) => `[${String(attribs?.id).replace(/^note-/u, '')}] `;

function isWithin({ parent }: DomNode, name: string): boolean {
  return (
    parent !== undefined && parent !== null && (parent.name === name || isWithin(parent, name))
  );
}

/** A citation: the number of its note. */
const cite: FormatCallback = ({ children }, walk, builder) => {
  builder.addInline('[');
  walk(children, builder);
  builder.addInline(']');
};

/** An address, whole, on a line of its own. What followed it stands on that line, as far as it fits. */
const address: FormatCallback = ({ children }, walk, builder) => {
  builder.addLineBreak();
  builder.startNoWrap();
  walk(children, builder);
  builder.stopNoWrap();
};

/** A table as such, where it fits into the lines; else as a list of its rows. */
const table: FormatCallback = (element, walk, builder) => {
  const rows = descendants(element, 'tr').map(({ children }) =>
    children.filter(({ name }) => name === 'td' || name === 'th'),
  );
  const widths = columnWidths(
    rows.map((cells) => cells.map(({ children }) => wordsIn(children).trim())),
    WIDTH,
  );
  if (widths === null) {
    rowsAsList(rows, walk, builder);
    return;
  }
  builder.openTable();
  for (const cells of rows) {
    builder.openTableRow();
    for (const [index, { children }] of cells.entries()) {
      builder.openTableCell({ maxColumnWidth: widths[index] });
      walk(children, builder);
      builder.closeTableCell();
    }
    builder.closeTableRow();
  }
  builder.closeTable({
    tableToString: (printed) =>
      tableOf(
        printed.map((row) => row.map(({ text }) => text)),
        widths,
      ),
  });
};

/** Each row as an item: its first cell, and below that the others, each after the head of its column. */
function rowsAsList(
  [heads = [], ...rows]: readonly (readonly DomNode[])[],
  walk: Parameters<FormatCallback>[1],
  builder: Parameters<FormatCallback>[2],
): void {
  builder.openList({ maxPrefixLength: 2 });
  for (const [first, ...others] of rows) {
    builder.openListItem({ prefix: '* ' });
    walk(first?.children ?? [], builder);
    builder.addLineBreak();
    for (const [index, { children }] of others.entries()) {
      if (index > 0) builder.addInline('; ');
      walk(heads[index + 1]?.children ?? [], builder);
      builder.addInline(': ');
      walk(children, builder);
    }
    builder.closeListItem();
  }
  builder.closeList({ trailingLineBreaks: 2 });
}

function descendants({ children }: DomNode, name: string): readonly DomNode[] {
  return children.flatMap((child) =>
    child.name === name ? [child] : descendants({ ...child, children: child.children ?? [] }, name),
  );
}

const wordsIn = (nodes: readonly DomNode[]): string =>
  nodes
    .map(({ data, children }) => data ?? wordsIn(children ?? []))
    .join('')
    .replace(/\s+/gu, ' ');

const FORMATTERS: Readonly<Record<string, FormatCallback>> = {
  title: headingWith('=', 3),
  heading: headingWith('-', 3),
  lower: headingWith('~', 2),
  paragraph,
  list: listWith(bulletOf, 1),
  apart: listWith(bulletOf, 2),
  numbered: listWith(numberOf, 1),
  entries: listWith(numberOf, 2),
  notes: listWith(noteOf, 2),
  cite,
  address,
  table,
};

/** Elements → how they are written. */
const WRITTEN = {
  h1: 'title',
  h2: 'heading',
  h3: 'lower',
  h4: 'lower',
  p: 'paragraph',
  div: 'paragraph',
  ul: 'list',
  'ul.facts': 'apart',
  'ul.differences': 'apart',
  'ul.wordings': 'apart',
  'ul.days': 'apart',
  ol: 'numbered',
  'ol.reports': 'entries',
  'ol.notes': 'notes',
  table: 'table',
  a: 'inline',
  'a.cite': 'cite',
  'span.address': 'address',
  // Addresses of passages are longer than what they lead to; the sources have the reports' own.
  'a.outlet': 'skip',
  'p.backs': 'skip',
};

const OPTIONS: HtmlToTextOptions = {
  wordwrap: WIDTH,
  longWordSplit: { forceWrapOnLimit: true },
  limits: { maxInputLength: Number.MAX_SAFE_INTEGER },
  formatters: { ...FORMATTERS },
  selectors: Object.entries(WRITTEN).map(([selector, format]) => ({ selector, format })),
};
