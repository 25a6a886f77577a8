import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { TOKENS } from '../../src/design/index.ts';
import { HELPERS, viewOf } from '../../src/page/index.ts';
import { PARTS } from '../../src/parts.ts';
import { nodeSystem } from '../../src/system/index.ts';
import { ARTICLES } from '../e2e/support.ts';
import { BRIDGE_AFTER, BRIDGE_BEFORE, laterEdition } from '../later-edition.ts';
import { FERRY, TAX } from '../select/texts.ts';
import { BRIDGE, briefingOf, found } from '../support.ts';

/** The documentation of templates, held against what templates really get. */

const docs = readFileSync(new URL('../../docs/templates.md', import.meta.url), 'utf8');

/** Of the tables under a heading the cells of every row, its head aside. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, under = ''] = docs.split(`\n${heading}\n`);
  const [own = ''] = under.split(/\n##? ?#* /u);
  return own
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const bare = (cell = '') => cell.replace(/`/gu, '');

/** Type → its fields with their types. */
const types = new Map(
  Array.from(
    found(docs.split('\n## The data\n')[1]).matchAll(/^### (\S+)$/gmu),
    ([, name = '']) => [
      name,
      new Map(rowsUnder(`### ${name}`).map(([field, type = '']) => [bare(field), type] as const)),
    ],
  ),
);

/** Types that were seen in a view. */
const seen = new Set<string>();

/** What of a value is not as documented. */
function faultsIn(value: unknown, type: string, at: string): readonly string[] {
  if (type.endsWith(' or nothing')) {
    return value === null ? [] : faultsIn(value, type.replace(' or nothing', ''), at);
  }
  if (type === 'text or markup') {
    return typeof value === 'string' ? [] : faultsIn(value, 'markup', at);
  }
  const plain = { text: 'string', number: 'number', flag: 'boolean' }[type];
  if (plain) return typeof value === plain ? [] : [`${at} is no ${type}: ${String(value)}`];
  if (type === 'markup')
    return value instanceof Handlebars.SafeString ? [] : [`${at} is no markup`];
  const [, item] = /^list of (\S+)$/u.exec(type) ?? [];
  if (item !== undefined) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((one: unknown) => faultsIn(one, item, `${at}[]`));
  }
  return faultsOfObject(value, type, at);
}

function faultsOfObject(value: unknown, type: string, at: string): readonly string[] {
  const fields = types.get(type);
  if (!fields) return [`${at} has the type ${type}, which is not documented`];
  if (typeof value !== 'object' || value === null) return [`${at} is no ${type}`];
  seen.add(type);
  const given = new Map(Object.entries(value));
  return [
    ...[...given.keys()]
      .filter((key) => !fields.has(key))
      .map((key) => `${at}.${key} is undocumented`),
    ...[...fields].flatMap(([field, fieldType]) => {
      if (!given.has(field)) return [`${at}.${field} is documented, and gone`];
      const kind = String(given.get('kind'));
      const real = fieldType === 'by kind' ? (kind === 'editors' ? 'All' : kind) : fieldType;
      return faultsIn(given.get(field), real, `${at}.${field}`);
    }),
  ];
}

const sample = Object.fromEntries(
  readdirSync(ARTICLES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(path.join(ARTICLES, name), 'utf8')]),
);

/** The sample, and reports that have what it lacks. */
const VIEWED: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['the sample', sample, readFileSync(path.join(ARTICLES, 'briefing.yaml'), 'utf8')],
  [
    'a bridge, with grades, decisions and a part of the editor’s own',
    BRIDGE,
    `grading: admiralty
sections: [${PARTS.join(', ')}, {template: x.hbs, heading: X}]
decisions:
  - pin: free ferry
`,
  ],
  [
    'a ferry, with a report of something else',
    { ...FERRY, 'd.txt': TAX },
    'reports: { b.txt: { published: 2031-03-12, updated: 2031-03-13 } }',
  ],
  ['a bridge, for the public', BRIDGE, 'publish: public'],
];

const later = laterEdition(BRIDGE_BEFORE, BRIDGE_AFTER);

describe('docs/templates.md', () => {
  test.each(VIEWED)('names every field of the view, and no other: %s', async (_, texts, config) => {
    const { briefing } = await briefingOf(texts, { config });
    expect(faultsIn(viewOf(briefing, '0.0.0'), 'Page', 'view')).toEqual([]);
  });

  test('names every field of the view of a second edition, and no other', async () => {
    const { briefing } = await later;
    expect(faultsIn(viewOf(briefing, '0.0.0'), 'Page', 'view')).toEqual([]);
  });

  test('documents no type that no view has', () => {
    expect([...types.keys()].filter((type) => !seen.has(type))).toEqual([]);
  });

  test('says something of every field', () => {
    const all = [...types.keys()].flatMap((type) => rowsUnder(`### ${type}`));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, , about = '']) => !/^.{2,}[.”]$/su.test(about))).toEqual([]);
  });

  test('names every file that may be replaced, and no other', async () => {
    const files = rowsUnder('## Replacing a template').map(([file]) => bare(file));
    const shipped = [...(await nodeSystem().templates()).keys()].filter((file) =>
      /^[a-z]+\/(?!README)/u.test(file),
    );
    expect([...files].sort()).toEqual(shipped.sort());
  });

  test('names what the frame of a page gets besides', async () => {
    const fields = rowsUnder('### Frame of a page').map(([name]) => bare(name));
    const frame = found((await nodeSystem().templates()).get('html/page.hbs'));
    const raw = Array.from(frame.matchAll(/\{\{\{(\w+)\}\}\}/gu), ([, name]) => name);
    const page = [...found(types.get('Page')).keys()];
    expect(raw.filter((name) => !page.includes(found(name))).sort()).toEqual(fields.sort());
  });

  test('names what the page’s script is given of a fact', async () => {
    const fields = rowsUnder('### Data for the script').map(([name]) => bare(name));
    const given = await Promise.all(
      [...VIEWED.map(([, texts, config]) => briefingOf(texts, { config })), later].map(
        async (made) => {
          const { briefing } = await made;
          return Object.values(JSON.parse(viewOf(briefing, '0.0.0').factsData).facts as object);
        },
      ),
    );
    const keys = new Set(given.flat().flatMap((fact) => Object.keys(fact)));
    expect([...keys].sort()).toEqual(fields.sort());
  });

  test('names every helper, and no other', () => {
    const names = rowsUnder('### Helpers').map(([name]) => bare(name));
    expect(names.sort()).toEqual(Object.keys(HELPERS).sort());
  });

  test('names every custom property of themes with what it is for, and no other', () => {
    const rows = rowsUnder('## A theme').map(([name, about]) => [bare(name), about]);
    expect(rows).toEqual(Object.entries(TOKENS).map(([name, { about }]) => [`--${name}`, about]));
  });

  test('names the parts in their usual order', () => {
    const text = found(docs.split('The parts are ')[1]).split(', which')[0] ?? '';
    expect(Array.from(text.matchAll(/`([\w-]+)`/gu), ([, name]) => name)).toEqual([...PARTS]);
  });
});
