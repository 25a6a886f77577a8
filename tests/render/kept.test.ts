import { beforeAll, describe, expect, test } from 'vitest';
import { designOf } from '../../src/design/index.ts';
import { FORMATS } from '../../src/formats.ts';
import { HELPERS } from '../../src/page/index.ts';
import { type AnyFormat, render } from '../../src/render/index.ts';
import { nodeSystem } from '../../src/system/index.ts';
import type { Briefing } from '../../src/types.ts';
import { BRIDGE, briefingOf, memoryCache } from '../support.ts';

/** All that needs no browser. */
const UNPRINTED = FORMATS.filter((format) => format !== 'pdf');

const { templates: shipped, packageFile, files } = nodeSystem();

let briefing: Briefing;
let templates: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ briefing } = await briefingOf(BRIDGE));
  const said = { folder: 'reports', said: {}, file: '', placeOf: () => ({ line: 1, column: 1 }) };
  const tools = { files, shipped: await shipped(), helpers: Object.keys(HELPERS) };
  ({ templates } = await designOf(said, tools));
  await filesOf({}, base);
});

/** What a build of the briefing keeps, and what it makes. */
const base = memoryCache();
const withBase = () => {
  const cache = memoryCache();
  for (const [key, value] of base.entries) cache.entries.set(key, value);
  return cache;
};

interface Given {
  readonly briefing?: Briefing;
  readonly templates?: ReadonlyMap<string, string>;
  readonly paper?: 'a4' | 'letter';
  readonly formats?: readonly AnyFormat[];
}

/** Render with a cache or without. @returns Name of a file → its text, byte by byte. */
async function filesOf(given: Given, cache: ReturnType<typeof memoryCache> | null) {
  const { files: made, messages } = await render(
    given.briefing ?? briefing,
    given.formats ?? UNPRINTED,
    {
      templates: given.templates ?? templates,
      packageFile,
      paper: given.paper ?? 'a4',
      theme: 'broadsheet',
      own: [],
      browser: () => Promise.reject(new Error('nothing is printed')),
      version: '0.0.0',
      document: '',
      memory: cache && { cache, program: 'p', trusted: true },
    },
  );
  const texts = made.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]);
  return { files: Object.fromEntries(texts) as Record<string, string>, messages };
}

/** A change of what is shown, for each group of templates: it must reach whoever reads them. */
const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  'html/body.hbs': (text) => `${text}<p>changed</p>`,
  'plain/body.hbs': (text) => `${text}<p>changed</p>`,
  'epub/body.hbs': (text) => `${text}<p>changed</p>`,
  'partials/sources.hbs': (text) => `${text}<p>changed</p>`,
  'script/start.js': (text) => `${text}\nchanged();`,
  'styles/theme.css': (text) => text.replace(/--ink:#[^;]+;/u, '--ink:#123456;'),
  'styles/common.css': (text) => `${text}\n.changed { color: red; }`,
  'styles/screen.css': (text) => `${text}\n.changed { color: red; }`,
  'styles/controls.css': (text) => `${text}\n.changed { color: red; }`,
  'styles/epub.css': (text) => `${text}\n.changed { color: red; }`,
  'citations/chicago-notes.csl': (text) => text.replaceAll('delimiter=", "', 'delimiter=" / "'),
};

describe('files that were made before', () => {
  test('are what would be made', async () => {
    expect(base.hits).toEqual([]);
    const cache = withBase();
    expect(await filesOf({}, cache)).toEqual(await filesOf({}, null));
    expect(cache.hits).toHaveLength(UNPRINTED.length);
  });

  test.each(Object.keys(CHANGES))(
    'are made anew with another %s, where it changes them',
    async (name) => {
      const text = templates.get(name) ?? '';
      const changed = CHANGES[name]?.(text) ?? text;
      expect(changed).not.toBe(text);
      const given = { templates: new Map(templates).set(name, changed) };
      const fresh = await filesOf(given, null);
      expect(await filesOf(given, withBase())).toEqual(fresh);
      expect(fresh).not.toEqual(await filesOf({}, withBase()));
    },
  );

  test('are made anew for other paper, where they are set on it', async () => {
    const given = { paper: 'letter' } as const;
    expect(await filesOf(given, withBase())).toEqual(await filesOf(given, null));
  });

  /** Which formats are made anew. */
  const anew = async (given: Given) => {
    const cache = withBase();
    await filesOf(given, cache);
    return UNPRINTED.length - cache.hits.length;
  };

  test('are made anew by no more formats than read what changed', async () => {
    const other = (name: string) => ({ templates: new Map(templates).set(name, 'p { }') });
    expect(await anew(other('styles/screen.css'))).toBe(1);
    expect(await anew(other('styles/epub.css'))).toBe(1);
    expect(await anew(other('styles/print.css'))).toBe(0);
    expect(await anew(other('plain/cites.hbs'))).toBe(3);
    expect(await anew({ paper: 'letter' })).toBe(1);
    expect(await anew({ briefing: { ...briefing, edition: 2 } })).toBe(UNPRINTED.length);
  });

  test('are never those of a format of the user’s own', async () => {
    const made: number[] = [];
    const own = {
      name: 'counting',
      file: 'count.txt',
      needsBrowser: false,
      render: () => String(made.push(1)),
    };
    const cache = memoryCache();
    await filesOf({ formats: [own] }, cache);
    const { files: again } = await filesOf({ formats: [own] }, cache);
    expect(again['count.txt']).toBe('2');
    expect(cache.entries.size).toBe(0);
  });
});
