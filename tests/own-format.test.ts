import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config/index.ts';
import { FEEDS } from '../src/editions.ts';
import { BuildFailure, build, nodeSystem, type Renderer, VERSION } from '../src/index.ts';
import { command, temporaryFolder } from './e2e/support.ts';
import { BRIDGE, found } from './support.ts';

/** Formats of a user's own, as docs/formats.md promises them. */

const docs = await readFile(new URL('../docs/formats.md', import.meta.url), 'utf8');

/** The worked example, as it stands in the document. */
const EXAMPLE = found(/```js\n([\s\S]+?)```/u.exec(docs)?.[1]);

let root: string;
let reports: string;
let out: string;

beforeAll(async () => {
  root = await temporaryFolder();
  reports = path.join(root, 'reports');
  out = path.join(root, 'out');
  await mkdir(reports);
  for (const [name, text] of Object.entries(BRIDGE))
    await writeFile(path.join(reports, name), text);
  await writeFile(path.join(root, 'wiki.mjs'), EXAMPLE);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const RIGHT: Renderer = {
  name: 'mine',
  file: 'mine.txt',
  needsBrowser: false,
  render: () => 'mine',
};

const buildWith = (...formats: readonly (Renderer | 'json')[]) =>
  build({ folder: reports, out, formats, version: VERSION }, nodeSystem());

const failureOf = async (built: Promise<unknown>): Promise<readonly string[]> => {
  const error = await built.catch((thrown: unknown) => thrown);
  if (!(error instanceof BuildFailure)) throw new Error('it did not fail', { cause: error });
  return error.messages.flatMap(({ ruleId, reason, fatal }) =>
    fatal ? [`${ruleId}: ${reason}`] : [],
  );
};

describe('the example of docs/formats.md', () => {
  test('makes a file that is published, and listed', async () => {
    const wiki = path.join(root, 'wiki.mjs');
    const { code, stderr } = await command(['build', reports, '-o', out, '-f', `${wiki},json`]);
    expect([code, stderr]).toEqual([0, '']);
    const text = await readFile(path.join(out, 'briefing.wiki'), 'utf8');
    expect(text).toMatch(/^= .+ =\n\* .+<ref name="a">Ilsa Korr/u);
    expect(text).toContain('9,000');
    const manifest = await readFile(path.join(out, 'manifest.json'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({
      outputs: [{ file: 'briefing.json' }, { file: 'briefing.wiki' }],
    });
  });

  test('lists every field and tool that there is', async () => {
    let tools: readonly string[] = [];
    const curious: Renderer = {
      ...RIGHT,
      render: (_, given) => {
        tools = Object.keys(given);
        return 'x';
      },
    };
    await buildWith(curious);
    const rows = Array.from(docs.matchAll(/^\| `(\w+)/gmu), ([, name]) => name);
    expect(rows.sort()).toEqual([...Object.keys(RIGHT), ...tools].sort());
  });
});

describe('a format of the user’s own', () => {
  test('gets a copy: what it does to it changes no other', async () => {
    const vandal: Renderer = {
      ...RIGHT,
      render: (briefing) => {
        Reflect.set(briefing, 'facts', []);
        Reflect.set(briefing.title, 'text', 'mine');
        return 'x';
      },
    };
    const [alone] = (await buildWith('json')).files;
    const [beside] = (await buildWith(vandal, 'json')).files;
    const said = (file: typeof alone) => ({
      ...JSON.parse(new TextDecoder().decode(found(file).bytes)),
      edition: 0,
      changes: null,
    });
    expect(said(beside)).toEqual(said(alone));
  });

  test('fills templates, sanitized', async () => {
    const filled: Renderer = {
      ...RIGHT,
      render: (_, { fill }) => fill('<h1>{{title}}</h1><script>1</script>{{sections.length}}'),
    };
    const { bytes } = found((await buildWith(filled)).files[0]);
    expect(new TextDecoder().decode(bytes)).toMatch(/^<h1>[^<]+<\/h1>\d+$/u);
  });

  test.each<[string, object, string]>([
    ['without a name', { name: undefined }, 'value of "name", expected a name of small letters'],
    ['with the name of another', { name: 'html' }, 'name "html"'],
    ['that is called all', { name: 'all' }, 'name "all"'],
    ['whose file has a path', { file: '../x' }, 'value of "file", expected the name of a file'],
    ['whose file is hidden', { file: '.x' }, 'value of "file"'],
    ['with the file of another', { file: 'INDEX.html' }, 'file "INDEX.html"'],
    ['with the manifest', { file: 'manifest.json' }, 'file "manifest.json"'],
    ['with the record', { file: 'Edition.json' }, 'file "Edition.json"'],
    ['with the folder of editions', { file: 'editions' }, 'file "editions"'],
    ['with a field that is misspelt', { needBrowser: true }, 'field needBrowser'],
    ['without a function', { render: 'x' }, 'value of "render", expected a function'],
    [
      'that throws',
      {
        render: () => {
          throw new Error('oh');
        },
      },
      'error "oh"',
    ],
    ['that gives nothing', { render: () => undefined }, 'neither bytes nor text'],
    ['that gives no bytes', { render: () => new Uint8Array() }, 'neither bytes nor text'],
  ])('%s is refused, and nothing published', async (_, fields, complaint) => {
    const before = await readFile(path.join(out, 'manifest.json'), 'utf8');
    const wrong = { ...RIGHT, ...fields } as unknown as Renderer;
    const [failure] = await failureOf(buildWith(wrong, 'json'));
    expect(failure).toContain('format-unusable: Unexpected');
    expect(failure).toContain(complaint);
    expect(await readFile(path.join(out, 'manifest.json'), 'utf8')).toBe(before);
  });

  test('two of one file are refused', async () => {
    const twin = { ...RIGHT, name: 'twin', file: 'MINE.txt' };
    expect(await failureOf(buildWith(RIGHT, twin))).toEqual([
      expect.stringContaining('others than those of mine (mine.txt)'),
    ]);
  });

  test.each([
    ['nowhere.mjs', null, 'module that cannot be loaded'],
    ['broken.mjs', 'export default {', 'module that cannot be loaded'],
    ['empty.mjs', 'export const x = 1;', 'module without a default export'],
    ['text.mjs', 'export default "wiki";', 'expected an object with name, file'],
  ])('the module %s is told', async (name, source, complaint) => {
    const file = path.join(root, name);
    if (source !== null) await writeFile(file, source);
    const { code, stderr } = await command(['build', reports, '-o', out, '-f', file]);
    expect(code).toBe(4);
    expect(stderr).toContain(complaint);
    expect(stderr).toContain('format-unusable');
  });
});

describe('briefing.yaml', () => {
  test('says which formats there are, and the command line wins', async () => {
    const folder = path.join(root, 'said');
    await mkdir(folder);
    for (const [name, text] of Object.entries(BRIDGE))
      await writeFile(path.join(folder, name), text);
    await writeFile(path.join(folder, 'briefing.yaml'), 'formats: [dot, json]\n');
    const made = async (name: string, ...args: readonly string[]) => {
      const to = path.join(root, name);
      expect((await command(['build', folder, '-o', to, ...args])).code).toBe(0);
      const there = (await readdir(to, { withFileTypes: true })).filter((one) =>
        one.name.includes('.'),
      );
      return there.map(({ name }) => name).sort();
    };
    expect(await made('by-file')).toEqual(
      ['briefing.json', ...FEEDS, 'manifest.json', 'origins.dot'].sort(),
    );
    const annotated = ['annotations.jsonld', ...FEEDS, 'manifest.json'];
    expect(await made('by-flag', '-f', 'annotations')).toEqual(annotated.sort());
  });

  test('cannot name a module: a folder that came by mail must not run code', () => {
    for (const name of ['./wiki.mjs', 'wiki.mjs', 'wiki']) {
      const { messages } = parseConfig(`formats: [${name}]\n`, 'briefing.yaml');
      expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
        ['config-value', true],
      ]);
    }
  });
});
