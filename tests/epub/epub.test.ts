import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { Element, Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { bodyTree, viewOf } from '../../src/page/index.ts';
import { PARTS } from '../../src/parts.ts';
import { textOf } from '../../src/trees.ts';
import { ARTICLES } from '../e2e/support.ts';
import { BRIDGE, briefingOf, found, type Setting, type Texts } from '../support.ts';
import { all, bookOf, made, ofClass, tools } from './support.ts';

/** Books of small briefings, read back. */

const EVERYTHING = `title: Harlow & its <bridge> “closes”
grading: admiralty
sections: [${PARTS.join(', ')}, {template: own.hbs, heading: Background}]
`;

const OWN = {
  'own/own.hbs':
    '<p>Old.</p>{{#each (take facts 2)}}{{> fact}}{{/each}}<button popovertarget="x">No</button>',
};

/** Words that end, hide or turn what stands around them, or that XML cannot hold. */
const HOSTILE: Texts = {
  'a.txt': `The bridge at Brennick was closed ]]> on Tuesday <script>alert(1)</script> &amp; &nbsp; said \u202eofficials\u202c.\n\nA \u0001 control\u0008 and \uffff and \ufffe stood in the report of the town.\n\n${'x'.repeat(5000)} was the name of the ferry.\n`,
  'b.md': `---
title: "]]><b>'\\"\\u0001 \\ud800 {{title}}"
publisher: 'A & B <i>"'
date: 2031-03-12
url: 'https://courier.example/a b|c{d}"<>^?q=\`[x]#y z'
---

The bridge at Brennick was closed on Tuesday, \u202eofficials said. الجسر مغلق، قال المسؤولون. 桥梁关闭 🌉.
`,
};

const sample: Texts = Object.fromEntries(
  readdirSync(ARTICLES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(path.join(ARTICLES, name), 'utf8')]),
);

/** More reports than a strip has cells for. */
const thirty: Texts = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => [
    `${String(at + 1).padStart(3, '0')}.txt`,
    `The old bridge at Brennick was closed on Tuesday after inspectors found cracks. Reader ${at + 1} wrote a letter about it.`,
  ]),
);

interface Case {
  readonly texts: Texts;
  readonly setting?: Setting;
  readonly own?: Texts;
}

const CASES: Readonly<Record<string, Case>> = {
  'the sample': { texts: sample },
  'a bridge, with every part and one of the editor’s own': {
    texts: BRIDGE,
    setting: { config: EVERYTHING, generated: '2031-03-12T08:30:00Z' },
    own: OWN,
  },
  'a bridge, for the public, with few parts in another order': {
    texts: BRIDGE,
    setting: {
      config: 'publish: public\nlocale: en-GB\nsections: [sources, timeline, key-facts]\n',
    },
  },
  'hostile reports': { texts: HOSTILE },
  'thirty reports': { texts: thirty },
};

const books = new Map(
  await Promise.all(
    Object.entries(CASES).map(
      async ([name, { texts, setting, own }]) => [name, await made(texts, setting, own)] as const,
    ),
  ),
);
const names = [...books.keys()];
const book = (name: string) => found(books.get(name));

const idsOf = (tree: Nodes) =>
  all(tree, ({ properties }) => properties['id'] !== undefined).map(({ properties }) =>
    String(properties['id']),
  );
const hrefOf = ({ properties }: Element) => String(properties['href']);
const byId = (tree: Nodes, id: string) =>
  found(all(tree, ({ properties }) => properties['id'] === id)[0]);

/** The statements of a document, without their citations and tags. */
const statementsIn = (tree: Nodes) =>
  all(tree, ofClass('statement')).map((statement) => {
    const words = statement.children.filter(
      (child) => child.type !== 'element' || !(ofClass('cites')(child) || ofClass('tag')(child)),
    );
    // What XML cannot hold, a page may.
    return textOf(words)
      .replace(/[\ufffe\uffff]/gu, '\ufffd')
      .replace(/\s+/gu, ' ')
      .trim();
  });

describe.each(names)('the book of %s', (name) => {
  test('EPUBCheck has nothing against it', async () => {
    const { messages } = await EpubCheck.validate(book(name).bytes);
    expect(messages.filter(({ severity }) => !['info', 'usage'].includes(severity))).toEqual([]);
  });

  test('tells every statement of the page, in the order of the page', async () => {
    const { briefing, trees } = book(name);
    const page = bodyTree(viewOf(briefing, '0.0.0'), 'html', await tools(CASES[name]?.own));
    const told = [...trees.values()].flatMap(statementsIn);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(statementsIn(page));
  });

  test('every link lands', () => {
    const { trees } = book(name);
    const ids = new Map(Array.from(trees, ([file, tree]) => [file, idsOf(tree)]));
    const lost = [...trees].flatMap(([file, tree]) =>
      all(tree, ({ tagName }) => tagName === 'a')
        .map(hrefOf)
        .filter((href) => !/^https?:/u.test(href))
        .filter((href) => {
          const [target = '', id] = href.split('#');
          const inside = ids.get(target || file);
          return inside === undefined || (id !== undefined && !inside.includes(id));
        }),
    );
    expect(lost).toEqual([]);
    for (const inside of ids.values()) expect(new Set(inside).size).toBe(inside.length);
  });

  test('each citation leads to a note in its file, the note to its source, and back', () => {
    const { trees } = book(name);
    let cites = 0;
    for (const [, tree] of trees) {
      for (const cite of all(tree, ({ properties }) => properties['role'] === 'doc-noteref')) {
        cites += 1;
        expect(cite.properties['epub:type']).toBe('noteref');
        const note = byId(tree, hrefOf(cite).replace(/^#/u, ''));
        expect([note.tagName, note.properties['epub:type']]).toEqual(['aside', 'footnote']);
        const links = all(note, ({ tagName }) => tagName === 'a').map(hrefOf);
        expect(links).toContain(`#${cite.properties['id']}`);
        const number = textOf([cite]);
        expect(links.map((href) => href.replace(/^sources\.xhtml/u, ''))).toContain(
          `#source-${number}`,
        );
        expect(textOf([note]).length).toBeGreaterThan(20);
      }
    }
    expect(cites).toBeGreaterThan(3);
  });

  test('each source names the paragraphs that cite it, and no other', () => {
    const { trees } = book(name);
    const listed = all(found(trees.get('sources.xhtml')), ofClass('cited-in')).flatMap((place) =>
      all(place, ({ tagName }) => tagName === 'a').map(
        (link) => `${String(place.properties['id']).replace('cited-', '')} in ${textOf([link])}`,
      ),
    );
    const cited = [...trees.values()].flatMap((tree) =>
      all(tree, ofClass('row')).flatMap((row) => {
        const [number] = all(row, ofClass('paragraph'));
        if (!number) return [];
        return all(row, ofClass('cite')).map((cite) => `${textOf([cite])} in ${textOf([number])}`);
      }),
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.sort()).toEqual([...new Set(cited)].sort());
  });

  test('has a list of its paragraphs by number, in their order', () => {
    const { trees, opf } = book(name);
    const nav = found(trees.get('nav.xhtml'));
    const [list] = all(nav, ({ properties }) => properties['epub:type'] === 'page-list');
    const entries = all(found(list), ({ tagName }) => tagName === 'a').map((link) =>
      textOf([link]),
    );
    expect(entries).toEqual(entries.map((_, index) => String(index + 1)));
    const marked = [...trees.values()].flatMap((tree) =>
      all(tree, ({ properties }) => properties['epub:type'] === 'pagebreak'),
    );
    expect(marked.map(({ properties }) => properties['ariaLabel'])).toEqual(entries);
    expect(opf).toContain('<meta property="pageBreakSource">none</meta>');
  });
});

describe('a book', () => {
  test('is the same to the byte each time, and in each time zone', async () => {
    const { briefing } = await briefingOf(BRIDGE);
    const before = process.env['TZ'];
    const offsets = new Set<number>();
    const versions = new Set<string>();
    try {
      for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
        process.env['TZ'] = zone;
        offsets.add(new Date(1980, 0, 1).getTimezoneOffset());
        versions.add(Buffer.from(await bookOf(briefing)).toString('base64'));
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
    expect([offsets.size, versions.size]).toEqual([3, 1]);
  });

  test('says first what it is, unpacked', () => {
    const head = Buffer.from(book('the sample').bytes.slice(0, 58)).toString('latin1');
    expect(head).toMatch(/^PK.{28}mimetypeapplication\/epub\+zip/su);
  });

  test('says what it rests on, and when it speaks', () => {
    const { opf } = book(names[1] ?? '');
    expect(opf).toContain('<dc:title>Harlow &#x26; its &#x3C;bridge> “closes”</dc:title>');
    expect(opf).toContain('<dc:source>https://courier.example/bridge</dc:source>');
    expect(opf).toContain('<dc:date>2031-03-12</dc:date>');
    expect(opf).toContain('<meta property="dcterms:modified">2031-03-12T08:30:00Z</meta>');
  });

  test('has a date also where nobody knows one', async () => {
    const { opf } = await made({
      'a.txt': 'The bridge was closed.',
      'b.txt': 'The old bridge was closed.',
    });
    expect(opf).toContain('<meta property="dcterms:modified">1980-01-01T00:00:00Z</meta>');
    expect(opf).not.toContain('<dc:date>');
  });

  test('claims no conformance that nobody examined', () => {
    for (const { opf } of books.values()) expect(opf).not.toContain('conformsTo');
  });

  test('has another identifier where anything in it is another', async () => {
    const id = (opf: string) => /<dc:identifier[^>]*>(urn:uuid:[^<]+)</u.exec(opf)?.[1];
    const one = await made(BRIDGE, { config: 'title: One\n' });
    const two = await made(BRIDGE, { config: 'title: Two\n' });
    expect(id(one.opf)).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u,
    );
    expect(id(two.opf)).not.toBe(id(one.opf));
  });

  test('holds no sentence that may not be published', () => {
    const withheld = 'Subscribe to our newsletter';
    const [inside, outside] = [names[1], names[2]].map((name = '') =>
      [...book(name).files.values()].join(),
    );
    expect(inside).toContain(withheld);
    expect(outside).not.toContain(withheld);
  });

  test('writes addresses as the standard has them', () => {
    const links = [...book('hostile reports').trees.values()].flatMap((tree) =>
      all(tree, ({ tagName }) => tagName === 'a').map(hrefOf),
    );
    const address = 'https://courier.example/a%20b%7Cc%7Bd%7D%22%3C%3E%5E?q=%60%5Bx%5D#y%20z';
    expect(links.filter((href) => href.startsWith(address)).length).toBeGreaterThan(0);
    expect(links.filter((href) => /[\s|{}"<>^`[\]]/u.test(href))).toEqual([]);
  });

  test('tells cells apart by shape, also where colors and grounds are the reader’s', () => {
    const { files, trees } = book('the sample');
    expect(found(files.get('epub.css'))).not.toMatch(/#[\da-f]{3}|rgb|: (?:white|black)\b/iu);
    const cells = all(found(trees.get('front.xhtml')), ofClass('cell'));
    const shapes = cells.map((cell) => JSON.stringify(all(cell, () => true).slice(1)));
    expect([cells.length, new Set(shapes).size]).toEqual([4, 4]);
  });

  test('is told apart on the shelf by its title and the colors of its theme', async () => {
    const theme = { 'styles/theme.css': ':root{--paper:#123456;--ink:#fedcba;--bar:#abcdef}' };
    const { files } = await made(BRIDGE, { config: `title: ${'Bridge '.repeat(40)}\n` }, theme);
    const cover = found(files.get('cover.svg'));
    expect(cover).toMatch(/#123456.*#abcdef/su);
    expect(cover).toContain('fill="#fedcba"');
    const lines = Array.from(cover.matchAll(/<text[^>]* y="(\d+)"[^>]*>([^<]*)</gu));
    expect(lines.filter(([, y]) => Number(y) > 900)).toEqual([]);
    expect(lines.map(([, , words = '']) => words).filter((words) => words.length > 40)).toEqual([]);
    expect(cover).toContain('…</text>');
  });

  test('stays in its folder, and loses no word, where a template ends its part too soon', async () => {
    const own =
      '</section><p>Stray.</p><section id="../../out"><h2>Out</h2></section><section id="front">';
    const { files, trees } = await made(
      BRIDGE,
      { config: 'sections: [key-facts, {template: own.hbs, heading: Own}]\n' },
      { 'own/own.hbs': own },
    );
    expect(
      [...files.keys()].filter(
        (name) => !/^(?:[\w-]+\.\w+|mimetype|META-INF\/container\.xml)$/u.test(name),
      ),
    ).toEqual([]);
    const text = textOf(
      [...trees.values()].flatMap((tree) =>
        all(tree, ({ tagName }) => tagName === 'p' || tagName === 'h2'),
      ),
    );
    expect(text).toContain('Stray.');
    expect(text).toContain('Out');
    expect(textOf(all(found(trees.get('front.xhtml')), ofClass('deck')))).not.toBe('');
  });

  test('takes templates of the user’s own', async () => {
    const { trees } = await made(
      BRIDGE,
      {},
      {
        'epub/masthead.hbs': '<h1>Ministry of Bridges: {{title}}</h1>',
        'styles/epub.css': 'p { color: red; }',
      },
    );
    expect(textOf(all(found(trees.get('front.xhtml')), ({ tagName }) => tagName === 'h1'))).toMatch(
      /^Ministry of Bridges/u,
    );
  });
});
