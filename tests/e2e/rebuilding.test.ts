import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOf } from '../../src/edition-record.ts';
import { FORMATS, type Format } from '../../src/formats.ts';
import { type BuildOptions, build } from '../../src/pipeline.ts';
import { nodeSystem, type System } from '../../src/system/index.ts';
import { BRIDGE, memoryCache } from '../support.ts';
import { ARTICLES, command, temporaryFolder } from './support.ts';

/** What earlier builds made, and what is made of it: the same as if there had been none. */

const UNPRINTED = FORMATS.filter((format) => format !== 'pdf');

let root: string;
let count = 0;

beforeAll(async () => {
  root = await temporaryFolder();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A new place below the folder of the tests. */
const place = (): string => path.join(root, String(++count));

/** A folder with three reports. */
async function bridge(): Promise<string> {
  const folder = await temporaryFolder();
  const own = path.join(root, path.basename(folder));
  cpSync(folder, own, { recursive: true });
  rmSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(BRIDGE)) writeFileSync(path.join(own, name), text);
  return own;
}

/** The environment of a test, with a cache on the disk. */
const withCache = (cache: string) => ({
  ...process.env,
  SYNOPTIC_CACHE: cache,
  SYNOPTIC_NO_CACHE: '0',
});

/** A machine with a cache in memory. */
function machine(fields: Partial<System> = {}) {
  const cache = memoryCache();
  const system: System = { ...nodeSystem(), cache, program: async () => 'this program', ...fields };
  return { system, cache };
}

/** A machine that keeps nothing. */
const forgetful: System = { ...nodeSystem(), program: async () => null };

interface Result {
  readonly files: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
  readonly stages: readonly string[];
}

async function buildWith(
  system: System,
  folder: string,
  options: Partial<BuildOptions> = {},
): Promise<Result> {
  const stages: string[] = [];
  const { files, messages } = await build(
    {
      folder,
      out: null,
      formats: UNPRINTED,
      version: '0.0.0',
      onStage: (stage) => stages.push(stage),
      ...options,
    },
    system,
  );
  return {
    files: Object.fromEntries(
      files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]),
    ),
    messages: messages.map((made) => `${made.file} ${made.ruleId} ${made.fatal} ${made}`),
    stages,
  };
}

/** What was made. The manifest names the program, which is another with and without a cache. */
const made = ({ files: { 'manifest.json': manifest = '', ...files }, messages }: Result) => ({
  files,
  manifest: manifest.replace(/"document": "[0-9a-f]{64}"/u, ''),
  messages,
});

const REPORT = `${BRIDGE['c.txt']}\nThe ferry carries 200 people.\n`;

const ALL = 'read normalize select extract merge decide analyze compose verify render'.split(' ');
const FOUND = 'read normalize select decide compose verify render'.split(' ');

describe('a build with what earlier ones made', () => {
  test.each([{ what: 'the sample' }, { what: 'three reports' }])(
    'of $what gives the same as one without, and says the same',
    async ({ what }) => {
      const folder = what === 'the sample' ? ARTICLES : await bridge();
      const { system, cache } = machine();
      const without = await buildWith(forgetful, folder);
      const cold = await buildWith(system, folder);
      expect(cache.hits).toEqual([]);
      const warm = await buildWith(system, folder);
      expect(warm.stages).toEqual(FOUND);
      const hits = cache.hits.length;
      const fresh = await buildWith(system, folder, { fresh: true });
      expect(cache.hits).toHaveLength(hits);
      expect(fresh.stages).toEqual(ALL);
      expect(cold.stages).toEqual(ALL);
      for (const result of [cold, warm, fresh]) expect(made(result)).toEqual(made(without));
    },
  );

  test('of a second edition gives the same as one without', async () => {
    const folder = await bridge();
    const { system } = machine();
    const first = { folder, out: null, formats: ['json'], version: '0.0.0' } as const;
    const last = recordOf((await build(first, forgetful)).briefing, '2031-03-12T08:00:00Z');
    writeFileSync(path.join(folder, 'c.txt'), REPORT);
    const options = { formats: FORMATS, follows: { out: place(), last } };
    const without = await buildWith(forgetful, folder, options);
    expect(without.files['index.html']).toContain('What is new');
    for (const _ of ['cold', 'warm'])
      expect(made(await buildWith(system, folder, options))).toEqual(made(without));
  });

  test('prints no PDF a second time, and starts no browser for it', async () => {
    const real = nodeSystem();
    const opened: number[] = [];
    const { system } = machine({
      openBrowser: () => {
        opened.push(1);
        return real.openBrowser();
      },
    });
    const folder = await bridge();
    const formats: readonly Format[] = ['pdf'];
    const cold = await buildWith(system, folder, { formats });
    const warm = await buildWith(system, folder, { formats });
    expect(opened).toHaveLength(1);
    expect(made(warm)).toEqual(made(cold));
    const other = { ...system, browserName: async () => 'another browser' };
    await buildWith(other, folder, { formats });
    expect(opened).toHaveLength(2);
  });

  interface Change {
    readonly what: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly options?: Partial<BuildOptions>;
    readonly program?: string;
    readonly stages: readonly string[];
    /** How many things are taken from before: of each report three, the findings, and each file. */
    readonly hits: number;
  }

  const SOME = ['html', 'epub', 'docx', 'json'] as const;
  const FORMATS_MADE = SOME.length;

  const CHANGES: readonly Change[] = [
    { what: 'nothing', stages: FOUND, hits: 6 + 2 + FORMATS_MADE },
    { what: 'one report', files: { 'c.txt': REPORT }, stages: ALL, hits: 4 + 2 },
    { what: 'a report more', files: { 'd.txt': REPORT }, stages: ALL, hits: 6 + 3 },
    {
      what: 'what the editor says of one report',
      files: { 'briefing.yaml': 'reports:\n  c.txt: { outlet: Gazette }\n' },
      stages: ALL,
      hits: 4 + 2,
    },
    {
      what: 'a comment in briefing.yaml',
      files: { 'briefing.yaml': '# a comment\n' },
      stages: FOUND,
      hits: 6 + 2 + FORMATS_MADE,
    },
    {
      what: 'the paper',
      files: { 'briefing.yaml': 'paper: letter\n' },
      stages: FOUND,
      // The Word file alone has pages.
      hits: 6 + 2 + FORMATS_MADE - 1,
    },
    {
      what: 'the theme',
      options: { theme: 'white-paper' },
      stages: FOUND,
      // The page and the e-book have its colors.
      hits: 6 + 2 + FORMATS_MADE - 2,
    },
    {
      what: 'the moment it speaks for',
      options: { generated: '2031-04-01T00:00:00Z' },
      stages: FOUND,
      hits: 6 + 2,
    },
    { what: 'the version', options: { version: '0.0.1' }, stages: FOUND, hits: 6 + 2 },
    { what: 'the program', program: 'another program', stages: ALL, hits: 0 },
  ];

  test.each(CHANGES)(
    'makes anew what depends on $what',
    async ({ files = {}, options = {}, program, stages, hits }) => {
      const formats = SOME;
      const folder = await bridge();
      const { system, cache } = machine();
      await buildWith(system, folder, { formats });
      for (const [name, text] of Object.entries(files))
        writeFileSync(path.join(folder, name), text);
      const changed: System = program ? { ...system, program: async () => program } : system;
      const warm = await buildWith(changed, folder, { formats, ...options });
      expect(warm.stages).toEqual(stages);
      expect(cache.hits).toHaveLength(hits);
      expect(made(warm)).toEqual(made(await buildWith(forgetful, folder, { formats, ...options })));
    },
  );

  test('says of a fault what one without says', async () => {
    const folder = await bridge();
    const { system } = machine();
    await buildWith(system, folder);
    writeFileSync(path.join(folder, 'd.pdf'), '%PDF-1.7 and no more');
    const said = async (on: System) =>
      buildWith(on, folder).then(
        () => 'built',
        (error: unknown) => String(error),
      );
    const without = await said(forgetful);
    expect(without).toContain('Unexpected PDF that is cut off');
    expect(await said(system)).toBe(without);
    expect(await said(system)).toBe(without);
  });
});

describe('a cache on the disk', () => {
  const formats = ['json', 'markdown'] as const;

  test('is used, and done without where it is damaged', async () => {
    const [folder, cache] = [await bridge(), place()];
    const on = () => nodeSystem(withCache(cache));
    const cold = await buildWith(on(), folder, { formats });
    const warm = await buildWith(on(), folder, { formats });
    expect(warm.stages).toEqual(FOUND);
    for (const file of readdirSync(cache, { recursive: true, withFileTypes: true })) {
      const name = path.join(file.parentPath, file.name);
      if (file.isFile()) writeFileSync(name, readFileSync(name).fill(7, 20));
    }
    const damaged = await buildWith(on(), folder, { formats });
    expect(damaged.stages).toEqual(ALL);
    const mended = await buildWith(on(), folder, { formats });
    expect(mended.stages).toEqual(FOUND);
    for (const result of [warm, damaged, mended]) expect(made(result)).toEqual(made(cold));
  });

  test('is done without where there can be none', async () => {
    const folder = await bridge();
    const file = place();
    writeFileSync(file, '');
    const system = nodeSystem(withCache(path.join(file, 'below')));
    const without = await buildWith(system, folder, { formats });
    expect(without.stages).toEqual(ALL);
    expect(made(without)).toEqual(made(await buildWith(forgetful, folder, { formats })));
  });

  test('is filled by builds side by side', async () => {
    const [folder, cache] = [await bridge(), place()];
    const results = await Promise.all(
      [1, 2, 3].map(() => buildWith(nodeSystem(withCache(cache)), folder, { formats })),
    );
    const after = await buildWith(nodeSystem(withCache(cache)), folder, { formats });
    expect(after.stages).toEqual(FOUND);
    for (const result of results) expect(made(result)).toEqual(made(after));
  });
});

describe('the command', () => {
  test('says that nothing changed, builds what did, and all with --fresh', async () => {
    const [folder, out, cache] = [await bridge(), place(), place()];
    const environment = { SYNOPTIC_CACHE: cache, SYNOPTIC_NO_CACHE: '0' };
    const run = (...more: readonly string[]) =>
      command(['build', folder, '--out', out, '--format', 'html,json', ...more], { environment });
    const first = await run('--verbose');
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('edition 1') });
    const said = `unchanged: edition 1 of 2031-03-12, ${out}/index.html\n`;
    const second = await run('--verbose');
    expect(second).toMatchObject({ code: 0, stdout: said });
    // What was said of it is said again, without the times of stages.
    expect(second.stderr.replace(/\s/gu, '')).toBe(
      first.stderr.replace(/^\w+ {2}\d+ ms\n/gmu, '').replace(/\s/gu, ''),
    );
    expect((await run('--fresh')).stdout).not.toContain(said);
    expect((await run()).stdout).toBe(said);
    rmSync(path.join(out, 'index.html'));
    expect((await run()).stdout).not.toContain(said);
    expect((await run()).stdout).toBe(said);
    writeFileSync(path.join(folder, 'c.txt'), `${BRIDGE['c.txt']}\nA ferry runs.\n`);
    expect((await run()).stdout).toContain('edition 2');
    expect((await run()).stdout).toContain('unchanged: edition 2');
  });
});
