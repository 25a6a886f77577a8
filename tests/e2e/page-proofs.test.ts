import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import ts from 'typescript';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../src/characters.ts';
import { build, nodeSystem, VERSION } from '../../src/index.ts';
import type { Briefing, Claim } from '../../src/types.ts';
import { found } from '../support.ts';
import { ARTICLES, ROOT, temporaryFolder } from './support.ts';

/**
 * Every word of a page is a report's, and cited, or the interface's. The tree of the built page is
 * walked: text in a part that cites must be found in what it cites; all other text must be made of
 * what stands in the templates and in the tables of the sources, of numbers and dates, and of what
 * reports are called.
 */

let folder: string;
let briefing: Briefing;
let html: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const edition = await build(
    { folder: ARTICLES, out: folder, formats: ['html'], version: VERSION },
    nodeSystem(),
  );
  briefing = edition.briefing;
  html = await readFile(path.join(folder, 'index.html'), 'utf8');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const parsed = (page: string): Root => unified().use(rehypeParse).parse(page);

// ---------------------------------------------------------------------------------------------
// The interface's words

/** Where the interface's words stand. */
const SOURCES = [
  'src/page',
  'src/compose',
  'src/wording.ts',
  'src/labels.ts',
  'src/dates.ts',
  'src/event-times.ts',
  'src/sources.ts',
  'src/analyze/origin-reasons.ts',
  'src/rewording.ts',
  'src/trees.ts',
];

/** Text of every string and template literal of a file, without what is put into it. */
function literalsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      literals.push(node.text);
    }
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return literals;
}

/** Text of a template, without what is put into it and its mark-up. */
const templateTexts = (text: string): readonly string[] =>
  text.replace(/\{\{!--[\s\S]*?--\}\}/gu, '').split(/\{\{\{?[^}]*\}?\}\}|<[^>]*>/u);

function filesIn(name: string): readonly string[] {
  const full = path.join(ROOT, name);
  if (/\.\w+$/u.test(name)) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|hbs)$/u.test(file))
    .map((file) => path.join(full, file));
}

const plain = (text: string) => fold(text).toLowerCase();

function interfaceWords(): ReadonlySet<string> {
  const texts = [
    ...SOURCES.flatMap(filesIn).flatMap(literalsOf),
    ...['templates/html', 'templates/partials']
      .flatMap(filesIn)
      .flatMap((file) => templateTexts(readFileSync(file, 'utf8'))),
  ];
  return new Set(texts.map(plain).filter((text) => /\p{L}/u.test(text)));
}

/** What reports and their sources are called, and what is said of the files; no words of a report's text. */
function namesIn({ reports, facts, analysis, entities, sections }: Briefing): ReadonlySet<string> {
  const claims = facts.flatMap((fact) => fact.claims);
  const names = [
    ...reports.flatMap(({ file, metadata, leftOut, notes }) => [
      file,
      ...Object.values(metadata).flatMap(({ value, because }) => [value, because].flat()),
      ...leftOut.map(({ text }) => text),
      ...notes.map(({ text }) => text),
    ]),
    ...claims.flatMap(({ attribution }) => attribution.map(({ name }) => name)),
    ...Object.values(analysis.origins).flatMap((origins) => origins.map(({ name }) => name)),
    ...analysis.reliance.nodes.map(({ name }) => name),
    ...entities.flatMap(({ forms, roles }) => [...forms, ...roles].map(({ text }) => text)),
    ...sections.flatMap((section) =>
      section.kind === 'speakers'
        ? section.utterances.flatMap(({ speaker, role }) => [speaker, role])
        : [],
    ),
  ];
  return new Set(
    names
      .filter((name) => name !== null)
      .map(plain)
      .filter(Boolean),
  );
}

/** Numbers, dates and marks. */
const BESIDE =
  /^(?:[\s\d.,:;·–—\-()[\]“”"'’/%…?!&+→]+|(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)/u;

/** Whether a text can be put together of pieces, each whole words. */
function isMadeOf(text: string, pieces: readonly ReadonlySet<string>[], longest: number): boolean {
  const words = plain(text);
  const reached = new Set([0]);
  for (let at = 0; at < words.length; at++) {
    if (!reached.has(at)) continue;
    const beside = BESIDE.exec(words.slice(at))?.[0].length ?? 0;
    for (let length = 1; length <= beside; length++) reached.add(at + length);
    if (
      at > 0 &&
      /[\p{L}\p{N}]/u.test(words[at - 1] ?? '') &&
      /[\p{L}\p{N}]/u.test(words[at] ?? '')
    )
      continue;
    for (let length = 1; length <= Math.min(longest, words.length - at); length++) {
      const piece = words.slice(at, at + length).trim();
      if (pieces.some((set) => set.has(piece))) reached.add(at + length);
    }
  }
  return reached.has(words.length);
}

// ---------------------------------------------------------------------------------------------
// The walk

interface Evidence {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly briefing: Briefing;
}

const classesOf = ({ properties }: Element): readonly unknown[] =>
  [properties['className'] ?? []].flat();

const within = (node: Nodes): readonly Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(within) : []),
];

/** Text of a part, without the figures of its citations, labels and tags. */
function saidIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isAside(node)) return ' ';
  return 'children' in node ? node.children.map(saidIn).join('') : '';
}

/** What stands in a part that cites and is the interface's: it is walked like all other text. */
const ASIDE: ReadonlySet<unknown> = new Set(['cites', 'tag', 'label', 'soft', 'told', 'via']);

const isAside = (element: Element): boolean => classesOf(element).some((name) => ASIDE.has(name));

/** The claims whose cards a part opens. */
const citedIn = (part: Element, { claims }: Evidence): readonly Claim[] =>
  within(part).flatMap(({ properties }) => {
    const card = String(properties['popoverTarget'] ?? '');
    return claims.get(card.replace(/^p-/u, '')) ?? [];
  });

/** The kinds of parts that hold reports' words: how each is told, and what it may draw on. */
const PARTS: readonly {
  readonly is: (element: Element, parents: readonly Element[]) => boolean;
  readonly claims: (
    element: Element,
    evidence: Evidence,
    parents: readonly Element[],
  ) => readonly Claim[];
}[] = [
  {
    is: (element, parents) =>
      classesOf(element).some(
        (name) => name === 'statement' || name === 'related' || name === 'before',
      ) ||
      (element.tagName === 'li' &&
        parents
          .slice(-3)
          .some((parent) =>
            classesOf(parent).some(
              (name) => name === 'sides' || name === 'open' || name === 'days',
            ),
          ) &&
        within(element).every((inner) => inner === element || inner.tagName !== 'li')),
    claims: citedIn,
  },
  {
    // A row of a table, an entry of a list: it leads to the fact that it names.
    is: ({ tagName, properties }) =>
      tagName === 'a' && String(properties['href']).startsWith('#f-'),
    claims: ({ properties }, { briefing: { facts } }) =>
      facts.find(({ id }) => `#${id}` === properties['href'])?.claims ?? [],
  },
  {
    is: (element) => classesOf(element).includes('words'),
    claims: (_, { briefing: { facts } }, parents) => {
      const row = parents.findLast((parent) => classesOf(parent).includes('row'));
      return facts.find(({ id }) => id === row?.properties['id'])?.claims ?? [];
    },
  },
  {
    is: ({ tagName }) => tagName === 'blockquote',
    claims: (_, { claims }, parents) => {
      const card = parents.findLast((parent) => classesOf(parent).includes('card'));
      return [claims.get(String(card?.properties['id']).replace(/^p-/u, '')) ?? []].flat();
    },
  },
  {
    is: ({ tagName, properties }) =>
      tagName === 'span' && /^r\d+-\d+$/u.test(String(properties['id'])),
    claims: ({ properties }, { claims, briefing: { reports } }) => {
      const [number, start] = String(properties['id']).slice(1).split('-').map(Number);
      const report = reports.find((one) => one.number === number)?.id;
      return [...claims.values()].filter(
        (claim) => claim.report === report && claim.context.start === start,
      );
    },
  },
  {
    // The title and the headings of groups are made of the facts below them.
    is: ({ tagName }, parents) =>
      tagName === 'h1' ||
      (tagName === 'h3' && parents.some(({ properties }) => properties['id'] === 'key-facts')),
    claims: (_, { claims }) => [...claims.values()],
  },
];

const wordsIn = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of a part that stand in no passage that it cites, and that no edit on record put there. */
function unproved(
  said: string,
  claims: readonly Claim[],
  { briefing: { facts, analysis } }: Evidence,
) {
  const cited = new Set(claims.map(({ id }) => id));
  const told = [
    ...facts,
    ...analysis.timeline.map(({ fact, statement }) => ({
      statement,
      claims: facts.find(({ id }) => id === fact)?.claims ?? [],
    })),
  ];
  const edits = told
    .filter((one) => one.claims.some(({ id }) => cited.has(id)))
    .flatMap(({ statement, claims: own }) => [
      ...statement.pieces.flatMap((piece) => (piece.kind === 'added' ? [piece.text] : [])),
      ...own.flatMap(({ attribution }) => attribution.map(({ name }) => name)),
    ]);
  const given = new Set(
    [
      ...claims.flatMap(({ context, lead, exact }) => [context.exact, lead?.exact ?? '', exact]),
      ...edits,
    ].flatMap(wordsIn),
  );
  return wordsIn(said).filter((word) => !given.has(word));
}

/** What a part may draw its words from; nothing where it is none that holds reports' words. */
const claimsOf = (element: Element, evidence: Evidence, parents: readonly Element[]) =>
  PARTS.find(({ is }) => is(element, parents))?.claims(element, evidence, parents) ?? [];

/** Walk a page, and list what is neither cited nor the interface's. */
function strayTexts(page: string, made: Briefing): readonly string[] {
  const claims = new Map(
    made.facts.flatMap((fact) => fact.claims).map((claim) => [claim.id, claim]),
  );
  const evidence = { claims, briefing: made };
  const pieces = [interfaceWords(), namesIn(made)];
  const longest = Math.max(...pieces.flatMap((set) => [...set].map(({ length }) => length)));
  const strayIn = (node: Nodes, parents: readonly Element[]): readonly string[] => {
    if (node.type === 'text') {
      return isMadeOf(node.value, pieces, longest) ? [] : [node.value.trim()];
    }
    if (!('children' in node)) return [];
    const around = node.type === 'element' ? [...parents, node] : parents;
    const below = () => node.children.flatMap((child) => strayIn(child, around));
    if (node.type !== 'element') return below();
    if (node.tagName === 'style' || node.tagName === 'script') return [];
    const claimed = claimsOf(node, evidence, parents);
    // What cites nothing must be the interface's.
    if (claimed.length === 0) return below();
    const said = node.children.map(saidIn).join('');
    const words = isMadeOf(said, pieces, longest) ? [] : unproved(said, claimed, evidence);
    const asides = node.children.flatMap(within).filter(isAside);
    return [
      ...(words.length > 0 ? [`${words.join(' ')} in: ${said.trim()}`] : []),
      ...asides.flatMap((aside) => strayIn(aside, around)),
    ];
  };
  const body = found(within(parsed(page)).find(({ tagName }) => tagName === 'body'));
  return strayIn(body, []);
}

describe('every sentence of the page', () => {
  test('is cited, or the interface’s', () => {
    expect(strayTexts(html, briefing)).toEqual([]);
  });

  const changed = (from: string | RegExp, to: string) => {
    const page = html.replace(from, to);
    expect(page).not.toBe(html);
    return strayTexts(page, briefing);
  };

  test('is missed where somebody adds one that no report holds', () => {
    const words = 'Observers were stunned.';
    expect(changed('</main>', `<p class="prose">${words}</p></main>`)).toEqual([words]);
  });

  test('is missed where a report’s sentence stands without a citation', () => {
    const { exact } = found(briefing.facts[0]).claims[0].context;
    expect(changed('</main>', `<p class="prose">${exact}</p></main>`)).toHaveLength(1);
  });

  test('is missed where a statement gets another word', () => {
    const stray = changed('<p class="statement">', '<p class="statement">Unexpectedly ');
    expect(stray).toHaveLength(1);
    expect(stray[0]).toMatch(/^unexpectedly in: /u);
  });

  test('is missed where a statement loses its citations', () => {
    const statement = html.indexOf('<p class="statement">');
    const from = html.indexOf('<span class="cites">', statement);
    const cites = html.slice(from, html.indexOf('</span>', from));
    expect(changed(cites, '<span class="cites">').length).toBeGreaterThan(0);
  });
});
