import type { Element, Root } from 'hast';
import mammoth from 'mammoth';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { isOfClass } from '../../src/classes.ts';
import { docxOf } from '../../src/docx/index.ts';
import { textOf } from '../../src/trees.ts';
import { CASES, plainOfCase } from '../plain/support.ts';
import { only } from '../support.ts';
import {
  all,
  childrenOf,
  contentOf,
  first,
  opened,
  styleOf,
  value,
  type Word,
  wordsOf,
  type Xml,
} from './reading.ts';
import { outOfOrder } from './strict.ts';
import { PROPERTIES } from './support.ts';

/** Whole briefings as Word files, read back against the documents that they were made of. */

const BODY = 'word/document.xml';
const NOTES = 'word/footnotes.xml';
const STYLES = 'word/styles.xml';

/** Parts that hold paragraphs. */
const WRITTEN = [BODY, NOTES, 'word/header1.xml', 'word/header2.xml', 'word/footer1.xml'];

/** Letters and figures alone: spaces are each form's own. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** A document without what Word has by itself: notes, the numbers of notes, links back. */
function textWithoutNotes(tree: Root): Root {
  const copy = structuredClone(tree);
  visit(copy, 'element', (element, index, parent) => {
    if (!['notes', 'backs', 'cite', 'cited-in'].some((name) => isOfClass(element, name)))
      return undefined;
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return copy;
}

function elementsOf(tree: Root, isWanted: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (isWanted(element)) found.push(element);
  });
  return found;
}

/** Paragraphs of the body, those of the contents left out. */
function paragraphsOf(word: Word): readonly Xml[] {
  const listed = all(word.part(BODY), 'w:sdt').flatMap((contents) => all(contents, 'w:p')).length;
  const isListed = (p: Xml) => /^TOC/u.test(styleOf(p) ?? '');
  const paragraphs = all(word.part(BODY), 'w:p');
  expect(paragraphs.filter(isListed).length).toBe(listed);
  return paragraphs.filter((p) => !isListed(p));
}

/** The footnotes that are words, by id: the first two are lines. */
const footnotesOf = (word: Word): readonly Xml[] =>
  all(word.part(NOTES), 'w:footnote').filter((note) => !value(note, 'w:type'));

/** Words without the numbers of notes, which are fields in the style of references. */
const wordsWithoutNumbers = (paragraph: Xml): string =>
  all(paragraph, 'w:r')
    .filter((run) => styleOf(run) !== 'FootnoteReference')
    .map(wordsOf)
    .join('');

/** Fields of a paragraph: what is asked for, and what it gives until then. */
function fieldsIn(paragraph: Xml): readonly (readonly [string, string])[] {
  const fields: [string, string][] = [];
  let isOpen = false;
  for (const run of all(paragraph, 'w:r')) {
    const [mark] = all(run, 'w:fldChar');
    const type = value(mark, 'w:fldCharType');
    if (type === 'begin') fields.push(['', '']);
    if (type !== undefined) isOpen = type !== 'end';
    const field = fields.at(-1);
    if (!isOpen || !field) continue;
    field[0] += all(run, 'w:instrText').map(contentOf).join('').trim();
    field[1] += wordsOf(run);
  }
  return fields;
}

/** Numbers of a list in words: “1, 3–5”. */
const numbersIn = (words: string): readonly number[] =>
  Array.from(words.matchAll(/(\d+)(?:–(\d+))?/gu)).flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at),
  );

const isCell = ({ tagName }: Element): boolean => /^t[hd]$/u.test(tagName);

describe.each(CASES)('%s', async (name) => {
  const { tree } = await plainOfCase(name);
  const bytes = await docxOf(tree, PROPERTIES);
  const word = opened(bytes);
  const body = word.part(BODY);

  test('has every word of the document, in its order', () => {
    const paragraphs = paragraphsOf(word).filter((p) => !/^Cited in note/u.test(wordsOf(p)));
    const words = paragraphs.map(wordsWithoutNumbers).join(' ');
    expect(bare(words)).toBe(bare(textOf([textWithoutNotes(tree)])));
  });

  test('has the headings of the document, each at its level', () => {
    const levels: Readonly<Record<string, string>> = {
      h1: 'Title',
      h2: 'Heading1',
      h3: 'Heading2',
    };
    const wanted = elementsOf(textWithoutNotes(tree), ({ tagName }) => tagName in levels);
    const found = all(body, 'w:p').filter((p) => /^(?:Title|Heading\d)$/u.test(styleOf(p) ?? ''));
    expect(found.map((p) => [styleOf(p), bare(wordsOf(p))])).toEqual(
      wanted.map((h) => [levels[h.tagName], bare(textOf([h]))]),
    );
    expect(found.length).toBeGreaterThan(3);
  });

  test('lists its parts in the contents, each with a link to it', () => {
    const links = all(first(body, 'w:sdt'), 'w:hyperlink');
    const headings = all(body, 'w:p').filter((p) => styleOf(p) === 'Heading1');
    const marked = headings.map((p) => [wordsOf(p), value(all(p, 'w:bookmarkStart')[0], 'w:name')]);
    expect(links.map((link) => [wordsOf(link), value(link, 'w:anchor')])).toEqual(marked);
  });

  test('has a footnote for each reference and a reference for each footnote, in order', () => {
    const references = all(body, 'w:footnoteReference').map((note) => Number(value(note, 'w:id')));
    const notes = footnotesOf(word).map((note) => Number(value(note, 'w:id')));
    expect(references.length).toBeGreaterThan(1);
    expect(references).toEqual(references.map((_, index) => index + 1));
    expect(notes).toEqual(references);
  });

  test('has in each footnote the passages of its note, and links to their reports', () => {
    const items = all(body, 'w:footnoteReference').map((reference) => {
      const mark = reference.parent?.previousSibling;
      const [, number] =
        /^b_note_(\d+)_/u.exec((mark?.type === 'tag' && value(mark, 'w:name')) || '') ?? [];
      return only(elementsOf(tree, ({ properties }) => properties['id'] === `note-${number}`));
    });
    const entries = new Set(
      all(body, 'w:p')
        .filter((p) => styleOf(p) === 'Source')
        .map((p) => value(first(p, 'w:bookmarkStart'), 'w:name')),
    );
    const notes = footnotesOf(word);
    expect(notes.map((note) => bare(wordsOf(note)))).toEqual(
      items.map((item) => bare(textOf([textWithoutNotes({ type: 'root', children: [item] })]))),
    );
    for (const note of notes) {
      const inward = all(note, 'w:hyperlink').flatMap((link) => value(link, 'w:anchor') ?? []);
      expect(inward.length).toBeGreaterThan(0);
      expect(inward.filter((anchor) => !entries.has(anchor))).toEqual([]);
    }
  });

  test('lists for each source the notes that cite it, by their numbers here', () => {
    const notes = footnotesOf(word).map((note) =>
      all(note, 'w:hyperlink').flatMap((link) => value(link, 'w:anchor') ?? []),
    );
    const entries = all(body, 'w:p').filter((p) => styleOf(p) === 'Source');
    const listed = all(body, 'w:p').filter((p) => /^Cited in note/u.test(wordsOf(p)));
    expect(listed.map((p) => numbersIn(wordsOf(p)))).toEqual(
      entries.flatMap((p) => {
        const name = value(first(p, 'w:bookmarkStart'), 'w:name') ?? '';
        const citing = notes.flatMap((anchors, at) => (anchors.includes(name) ? [at + 1] : []));
        return citing.length > 0 ? [citing] : [];
      }),
    );
    expect(listed.length).toBeGreaterThan(0);
  });

  test('cites in the bottom line by numbers alone what is told in full below', () => {
    const isLead = (section: Element) => isOfClass(section, 'bottom-line');
    const [lead] = elementsOf(tree, isLead);
    const citing = (within: Root) => elementsOf(within, (link) => isOfClass(link, 'cite'));
    const cited = lead ? citing({ type: 'root', children: [lead] }) : [];
    const below = citing(tree)
      .slice(cited.length)
      .map(({ properties }) => properties['href']);
    const told = cited.filter(({ properties }) => below.includes(properties['href']));
    const paragraphs = paragraphsOf(word);
    const [start, end] = [0, 1].map((at) =>
      paragraphs.indexOf(
        paragraphs.filter((p) => styleOf(p) === 'Heading1')[at] ?? first(body, 'w:p'),
      ),
    );
    const found = lead ? paragraphs.slice(start, end) : [];
    expect(found.flatMap(fieldsIn).length).toBe(told.length);
    expect(found.flatMap((p) => all(p, 'w:footnoteReference')).length).toBe(
      cited.length - told.length,
    );
  });

  test('names notes by fields that give the number of the footnote that they lead to', () => {
    const marks = new Map(
      all(body, 'w:p').flatMap((p) =>
        all(p, 'w:bookmarkStart').flatMap((mark) => {
          const next = mark.nextSibling;
          const [note] = next?.type === 'tag' ? all(next, 'w:footnoteReference') : [];
          return note ? [[value(mark, 'w:name'), value(note, 'w:id')] as const] : [];
        }),
      ),
    );
    const fields = all(body, 'w:p')
      .flatMap((p) => fieldsIn(p))
      .filter(([how]) => /^NOTEREF/u.test(how));
    expect(fields.length).toBeGreaterThan(0);
    for (const [how, result] of fields) expect(marks.get(how.split(' ')[1])).toBe(result);
  });

  test('has links that land, and outward ones to the Web alone', () => {
    for (const [part, rels] of [
      [BODY, 'word/_rels/document.xml.rels'],
      [NOTES, 'word/_rels/footnotes.xml.rels'],
    ] as const) {
      const links = all(word.part(part), 'w:hyperlink');
      const names = all(body, 'w:bookmarkStart').map((mark) => value(mark, 'w:name'));
      const listed = all(word.part(rels), 'Relationship').filter((row) =>
        /\/hyperlink$/u.test(value(row, 'Type') ?? ''),
      );
      const ids = links.flatMap((link) => value(link, 'r:id') ?? []);
      const anchors = links.flatMap((link) => value(link, 'w:anchor') ?? []);
      expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
      expect(new Set(ids)).toEqual(new Set(listed.map((row) => value(row, 'Id'))));
      for (const row of listed) {
        expect(value(row, 'Target')).toMatch(/^https?:\/\//u);
        expect(value(row, 'TargetMode')).toBe('External');
      }
    }
  });

  test('has tables with every cell, heads that repeat, and a column each', () => {
    const wanted = elementsOf(tree, ({ tagName }) => tagName === 'table');
    const tables = all(body, 'w:tbl');
    expect(tables.map((table) => all(table, 'w:tc').length)).toEqual(
      wanted.map((table) => elementsOf({ type: 'root', children: [table] }, isCell).length),
    );
    for (const table of tables) {
      const columns = all(table, 'w:gridCol').length;
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tc').length)).toEqual(rows.map(() => columns));
      expect(rows.map((row) => all(row, 'w:tblHeader').length > 0)).toEqual(
        rows.map((_, index) => index === 0),
      );
      expect(all(table, 'w:tc').every((cell) => childrenOf(cell).at(-1)?.name === 'w:p')).toBe(
        true,
      );
    }
  });

  test('is formatted by styles alone, all of which it has', () => {
    const styles = all(word.part(STYLES), 'w:style').map((style) => value(style, 'w:styleId'));
    expect(new Set(styles).size).toBe(styles.length);
    for (const part of WRITTEN.map(word.part)) {
      const paragraphs = all(part, 'w:p').filter(
        (p) => all(p, 'w:separator').length + all(p, 'w:continuationSeparator').length === 0,
      );
      const used = [...paragraphs, ...all(part, 'w:r')].flatMap((one) => styleOf(one) ?? []);
      expect(used.filter((style) => !styles.includes(style))).toEqual([]);
      const direct = paragraphs.flatMap((p) =>
        [...all(p, 'w:pPr'), ...all(p, 'w:rPr')].flatMap(childrenOf).map(({ name: own }) => own),
      );
      expect(new Set(direct.filter((own) => !/^w:(?:[pr]Style|numPr)$/u.test(own)))).toEqual(
        new Set(),
      );
    }
  });

  test('keeps to the order of the schema, and to ids of which there is one each', () => {
    for (const part of [...WRITTEN, STYLES, 'word/numbering.xml'].map(word.part)) {
      expect(outOfOrder(part)).toEqual([]);
    }
    const starts = all(body, 'w:bookmarkStart');
    const ids = starts.map((mark) => value(mark, 'w:id'));
    const names = starts.map((mark) => value(mark, 'w:name') ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((one) => !/^[A-Za-z]\w{0,39}$/u.test(one))).toEqual([]);
    expect(
      all(body, 'w:bookmarkEnd')
        .map((mark) => value(mark, 'w:id'))
        .sort(),
    ).toEqual([...ids].sort());
  });

  test('is read by another program', async () => {
    const { value: html, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ["p[style-name='Title'] => h1.title:fresh"], includeDefaultStyleMap: true },
    );
    const odd = messages.filter(
      ({ message }) => !/^Unrecognised (?:paragraph|run) style/u.test(message),
    );
    expect(odd).toEqual([]);
    expect(html.match(/<h1/gu)?.length).toBe(
      elementsOf(textWithoutNotes(tree), ({ tagName }) => /^h[12]$/u.test(tagName)).length,
    );
    expect(html.match(/<li id="footnote-/gu)?.length).toBe(footnotesOf(word).length);
  });

  test('has the paper that is asked for', async () => {
    const sizes = await Promise.all(
      (['a4', 'letter'] as const).map(async (paper) => {
        const word = opened(await docxOf(tree, PROPERTIES, paper));
        return all(word.part(BODY), 'w:pgSz').map((size) => value(size, 'w:w'));
      }),
    );
    expect(sizes).toEqual([['11906'], ['12240']]);
  });

  test('has the same bytes each time, in every time zone', async () => {
    const zone = process.env['TZ'];
    const again: Uint8Array[] = [];
    for (const TZ of ['Pacific/Kiritimati', 'America/St_Johns', 'UTC']) {
      process.env['TZ'] = TZ;
      again.push(await docxOf(tree, PROPERTIES));
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    for (const other of again) expect(Buffer.compare(other, bytes)).toBe(0);
  });
});
