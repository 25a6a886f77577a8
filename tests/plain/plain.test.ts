import type { Root as Hast } from 'hast';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { isOfClass } from '../../src/classes.ts';
import { toMarkdown, toText } from '../../src/plain/index.ts';
import { textOf } from '../../src/trees.ts';
import { found } from '../support.ts';
import { CASES, fileOf, plainOfCase } from './support.ts';

/** Whole briefings as Markdown and text: as expected, and read back. */

const parsed = (markdown: string): Root =>
  unified().use(remarkParse).use(remarkGfm).parse(markdown);

/** The words that a reader of Markdown shows, in order. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'footnoteReference') return `(${node.label}) `;
  return 'children' in node ? node.children.map(wordsOf).join(' ') : '';
}

/** Letters and figures alone: marks and spaces are each form's own. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** What of a plain document Markdown has in words of its own: links back, the heading of the notes. */
function shownIn(tree: Hast): string {
  const copy = structuredClone(tree);
  visit(copy, 'element', (element, index, parent) => {
    const isOurs =
      isOfClass(element, 'backs') ||
      element.properties['id'] === 'notes' ||
      (element.tagName === 'wbr' && parent !== undefined);
    if (!isOurs || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return textOf([copy]);
}

/** Addresses of the outlets, and of the editor's link. */
const OURS = /^https:\/\/(?:herald|post|town)\.example\//u;

describe.each(CASES)('%s', async (name) => {
  const { view, tree } = await plainOfCase(name);
  const [markdown, text] = [toMarkdown(tree), toText(tree)];
  const root = parsed(markdown);

  test('is the Markdown that is expected', () => {
    expect(markdown).toBe(fileOf(name, 'expected.md'));
  });

  test('is the text that is expected', () => {
    expect(text).toBe(fileOf(name, 'expected.txt'));
  });

  test('has nothing in Markdown but what was put into it', () => {
    const types = new Set<string>();
    visit(root, (node) => void types.add(node.type));
    const wanted =
      'emphasis footnoteDefinition footnoteReference heading link list listItem paragraph root strong table tableCell tableRow text';
    expect([...types].filter((type) => !wanted.split(' ').includes(type))).toEqual([]);
  });

  test('has in Markdown every word of the document, in its order', () => {
    const headings = /^### Source \d+\n/gmu;
    expect(bare(wordsOf(parsed(markdown.replace(headings, ''))))).toBe(bare(shownIn(tree)));
  });

  test('has a footnote for each reference, numbered in the order of the document, and no other', () => {
    const names: string[] = [];
    const notes: string[] = [];
    visit(root, (node) => {
      if (node.type === 'footnoteReference') names.push(node.identifier);
      if (node.type === 'footnoteDefinition') notes.push(node.identifier);
    });
    expect(notes).toEqual(notes.map((_, index) => String(index + 1)));
    expect([...new Set(names)]).toEqual(notes);
  });

  test('leads to sources that are there, and to addresses of the reports or of the editor', () => {
    const headings = new Set<string>();
    const links: { readonly url: string; readonly words: string }[] = [];
    visit(root, (node) => {
      if (node.type === 'heading') {
        headings.add(`#${wordsOf(node).trim().toLowerCase().replace(/ /gu, '-')}`);
      }
      if (node.type === 'link') links.push({ url: node.url, words: wordsOf(node) });
    });
    const [within, out] = [true, false].map((isWithin) =>
      links.filter(({ url }) => url.startsWith('#') === isWithin),
    );
    expect(found(within).length).toBeGreaterThan(0);
    expect(found(within).filter(({ url }) => !headings.has(url))).toEqual([]);
    // An address that a report prints may become a link: to itself.
    expect(found(out).filter(({ url, words }) => !OURS.test(url) && url !== words)).toEqual([]);
  });

  test('has lines that a mail program leaves alone', () => {
    const lines = text.split('\n');
    const long = lines.filter((line) => Array.from(line.replace(/^ (?=>|From )/u, '')).length > 72);
    expect(long.filter((line) => !/^ *<https?:\S+>\S*$/u.test(line))).toEqual([]);
    expect(lines.filter((line) => /^(?:>|From )|^\.$|^-- ?$|\s$/u.test(line))).toEqual([]);
  });

  test('has a note in the text for each number, and each note in the entries of its sources', () => {
    const [body = '', notes = ''] = text.split('\nNotes\n-----\n');
    const numbers = Array.from(notes.matchAll(/^\[(\d+)\]/gmu), ([, number]) => number);
    for (const number of numbers) expect(body).toContain(`[${number}]`);
    const cited = view.all.reports.flatMap(({ id }) => citedIn(tree, id));
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(numbers.map(Number));
  });

  test('has every statement of the briefing that a part of it tells', () => {
    const facts = view.sections.flatMap(({ body }) => rowsIn(body));
    expect(facts.length).toBeGreaterThan(0);
    for (const words of facts) {
      expect(bare(text)).toContain(bare(words));
      expect(bare(wordsOf(root))).toContain(bare(words));
    }
  });
});

/** Numbers of the notes that the entry of a report lists, ranges counted out. */
function citedIn(tree: Hast, id: string): readonly number[] {
  const numbers: number[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties['id'] !== id) return;
    const said = element.children.filter((child) => isOfClass(child, 'cited-in'));
    for (const [, from, to] of textOf(said).matchAll(/(\d+)(?:–(\d+))?/gu)) {
      for (let at = Number(from); at <= Number(to ?? from); at += 1) numbers.push(at);
    }
  });
  return numbers;
}

/** The first stretch of each statement in what a part is filled with. */
function rowsIn(body: unknown): readonly string[] {
  if (Array.isArray(body)) return body.flatMap(rowsIn);
  if (typeof body !== 'object' || body === null) return [];
  const own = Object.entries(body);
  const said = own.find(([key]) => key === 'said')?.[1];
  const first: unknown = Array.isArray(said) ? said[0] : undefined;
  const words =
    typeof first === 'object' && first !== null && 'words' in first ? [first.words] : [];
  return [
    ...words.map((html) => plainWords(String(html))),
    ...own
      .filter(([key]) => key === 'rows' || key === 'groups')
      .flatMap(([, value]) => rowsIn(value)),
  ];
}

/** The words of a stretch of markup. */
const plainWords = (html: string): string =>
  html
    .replace(/<\/?(?:span|b|ins)\b[^>]*>/gu, '')
    .replace(/&#x3C;|&#x26;/gu, (mark) => (mark === '&#x3C;' ? '<' : '&'));
