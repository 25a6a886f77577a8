import type { Element, Nodes } from 'hast';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimsById } from '../../src/facts.ts';
import { FORMATS } from '../../src/formats.ts';
import { type Browser, nodeSystem } from '../../src/system/index.ts';
import { textOf } from '../../src/trees.ts';
import type { Briefing, Claim } from '../../src/types.ts';
import { all as allXml, first, opened as openedWord, value, wordsOf } from '../docx/reading.ts';
import { outOfOrder } from '../docx/strict.ts';
import { all, ofClass, opened as openedBook, tree } from '../epub/support.ts';
import { largeBriefing } from '../large-briefing.ts';
import { type MadeFiles, madeFiles } from '../made-files.ts';
import { pageText, pdfPages } from '../pdf-pages.ts';
import { found } from '../support.ts';

/**
 * Three thousand passages, cited: each format is made, each of its citations leads to the passage, by the
 * right number, and back where the format has such links.
 */

const SIZE = {
  reports: 10,
  shared: 290,
  alone: 10,
  config: 'sections: [bottom-line, key-facts, single-report]\n',
} as const;

let browser: Browser;
let briefing: Briefing;
let claims: readonly Claim[];
let files: MadeFiles;

beforeAll(async () => {
  browser = await nodeSystem().openBrowser();
  briefing = largeBriefing(SIZE);
  claims = [...claimsById(briefing.facts).values()];
  files = await madeFiles(briefing, FORMATS, { browser });
}, 300_000);

afterAll(() => browser?.close());

const numberOf = ({ report }: Claim): string =>
  String(found(briefing.reports.find(({ id }) => id === report)).number);

/** Letters and digits alone. */
const bare = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');

const byIds = (nodes: Nodes) =>
  new Map(
    all(nodes, ({ properties }) => properties['id'] !== undefined).map((element) => [
      String(element.properties['id']),
      element,
    ]),
  );

const isLink = ({ tagName }: Element) => tagName === 'a';
const targetOf = ({ properties }: Element) => String(properties['href']).replace(/^#/u, '');

/** The words of each passage, and the number of its report. */
const passages = () => claims.map((claim) => `${numberOf(claim)} ${bare(claim.exact)}`).sort();

test('there are three thousand, and each file is made without a complaint', () => {
  expect(claims).toHaveLength(3000);
  expect(files.messages.map(String)).toEqual([]);
});

test.each(['json', 'annotations'] as const)('%s has each once, by its words', (format) => {
  const data: unknown = JSON.parse(files.textOf(format));
  const exact: string[] = [];
  JSON.stringify(data, (key, words: unknown) => {
    if (key === 'exact' && typeof words === 'string') exact.push(words);
    return words;
  });
  expect(exact.sort()).toEqual(claims.map((claim) => claim.exact).sort());
});

test('the page: each figure opens the card of a passage, which leads into its report', () => {
  const page = tree(files.textOf('html'));
  const ids = byIds(page);
  const opened = new Set<string>();
  for (const cite of all(page, ofClass('cite'))) {
    const id = String(cite.properties['popoverTarget']);
    const card = found(ids.get(id));
    expect(card.properties['dataReport']).toBe(textOf([cite]));
    opened.add(id);
  }
  const cards = all(page, ofClass('card'));
  expect(cards.map(({ properties }) => properties['id']).sort()).toEqual([...opened].sort());
  const shown = cards.map((card) => {
    const words = textOf(all(card, ({ tagName }) => tagName === 'blockquote'));
    const sentence = found(ids.get(targetOf(found(all(card, isLink)[0]))));
    expect(bare(textOf([sentence]))).toContain(bare(words));
    return `${String(card.properties['dataReport'])} ${bare(words)}`;
  });
  expect(shown.sort()).toEqual(passages());
});

test('the book: each figure leads to a note in its file, and the note back', () => {
  const { trees } = openedBook(files.of('epub').bytes);
  const noted = new Set<string>();
  for (const part of trees.values()) {
    const ids = byIds(part);
    for (const cite of all(part, ofClass('cite'))) {
      const note = found(ids.get(targetOf(cite)));
      const links = all(note, isLink).map(targetOf);
      expect(links).toContain(String(cite.properties['id']));
      expect(links.map((to) => to.replace(/^.*#/u, ''))).toContain(`source-${textOf([cite])}`);
      const words = textOf(all(note, ofClass('words')));
      noted.add(`${textOf([cite])} ${bare(words)}`);
    }
  }
  expect([...noted].sort()).toEqual(passages());
});

test('the Word file: footnotes are numbered as they are cited, each is referred to once', () => {
  const word = openedWord(files.of('docx').bytes);
  const body = word.part('word/document.xml');
  const cited = allXml(body, 'w:footnoteReference').map((mark) => Number(value(mark, 'w:id')));
  // Of the bottom line figures are fields; a footnote stands where a fact is told in full.
  expect(cited).toEqual(cited.map((_, index) => index + 1));
  expect(cited).toHaveLength(briefing.facts.length);
  const notes = allXml(word.part('word/footnotes.xml'), 'w:footnote').filter(
    (note) => Number(value(note, 'w:id')) > 0,
  );
  expect(notes.map((note) => Number(value(note, 'w:id')))).toEqual(cited);
  const told = bare(notes.map(wordsOf).join(' '));
  expect(claims.filter(({ exact }) => !told.includes(bare(exact)))).toEqual([]);
  const places = new Set(allXml(body, 'w:bookmarkStart').map((mark) => value(mark, 'w:name')));
  const fields = allXml(body, 'w:instrText').map((text) => first(text, 'w:instrText'));
  expect(fields.length).toBeGreaterThan(0);
  const led = allXml(body, 'w:hyperlink').flatMap((link) => value(link, 'w:anchor') ?? []);
  expect(led.filter((name) => !places.has(name))).toEqual([]);
  expect(outOfOrder(body)).toEqual([]);
});

/** Numbers of the notes that a text refers to, and the text of each note by its number. */
function notesIn(text: string, reference: RegExp, note: RegExp) {
  const numbers = Array.from(text.matchAll(reference), ([, number]) => Number(number));
  const notes = Array.from(text.matchAll(note), ({ index, 1: number }) => ({ index, number }));
  const told = new Map(
    notes.map(({ index, number }, at) => [Number(number), text.slice(index, notes[at + 1]?.index)]),
  );
  return { numbers, told };
}

test.each([
  ['markdown', /\[\^(\d+)\](?!:)/gu, /^\[\^(\d+)\]:/gmu, /^- ([^\n[]+)\[\^(\d+)\]/gmu],
  ['text', /(?<!^)\[(\d+)\]/gmu, /^\[(\d+)\] /gmu, /^\* ([^*[]+)\[(\d+)\]/gmu],
] as const)(
  '%s: numbers follow the order of the text, each leads to its passages',
  (format, reference, definition, said) => {
    const { numbers, told } = notesIn(files.textOf(format), reference, definition);
    const order = [...new Set(numbers)];
    expect(order).toEqual(order.map((_, index) => index + 1));
    expect([...told.keys()]).toEqual(order);
    const note = (number: number) => bare(told.get(number) ?? '');
    const statements = new Map(briefing.facts.map((fact) => [bare(fact.statement.text), fact]));
    const led = new Set<string>();
    // A statement, and the number behind it.
    for (const [, words = '', number] of files.textOf(format).matchAll(said)) {
      const fact = found(statements.get(bare(words)));
      const passages = note(Number(number));
      expect(fact.claims.filter(({ exact }) => !passages.includes(bare(exact)))).toEqual([]);
      led.add(fact.id);
    }
    expect(led.size).toBe(briefing.facts.length);
  },
);

test('the PDF: each figure leads to the note of its passage, and notes say the pages they lead back to', async () => {
  const { pages, places } = await pdfPages(files.of('pdf').bytes);
  const cited = new Map<string, string>();
  let back = 0;
  for (const { to, label } of pages.flatMap(({ links }) => links)) {
    const page = places.get(to ?? '');
    expect([to, page]).toEqual([to, expect.any(Number)]);
    const [, number] = /^(\d+): passage in Report \1$/u.exec(label) ?? [];
    if (number !== undefined && to !== null) cited.set(to, number);
    const [, said] = /\bp\. (\d+)$/u.exec(label) ?? [];
    if (said === undefined) continue;
    back += 1;
    expect([label, Number(said)]).toEqual([label, page]);
  }
  const toNotes = [...cited].filter(([to]) => to.startsWith('note-'));
  expect(toNotes).toHaveLength(SIZE.shared * SIZE.reports);
  // The passages of a note stand in the order of the reports.
  expect(toNotes.filter(([to, number]) => !to.endsWith(`-${number}`))).toEqual([]);
  // What one report says in its own words has no note: the figure leads to the report.
  const toSources = [...cited].filter(([to]) => to.startsWith('source-'));
  expect(toSources.filter(([to, number]) => to !== `source-${number}`)).toEqual([]);
  expect(toSources).toHaveLength(SIZE.reports);
  expect(back).toBeGreaterThanOrEqual(SIZE.shared);
  const text = bare(pages.map(pageText).join(' '));
  expect(claims.filter(({ exact }) => !text.includes(bare(exact)))).toEqual([]);
});
