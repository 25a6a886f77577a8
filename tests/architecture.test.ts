import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The house rules that a reader of the code relies on, read off the import lines. */

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Stages, in the order of the pipelines. None imports another. */
const STAGES =
  'fetch config read normalize select extract merge decide analyze house compose style verify render publish diff feed keep overview gates'.split(
    ' ',
  );

/** Files that are nothing but an order of stages. */
const PIPELINES =
  /^(?:pipeline|build-one|build-all|side-by-side|publish-to|publish-all|status|add|poll|intake|substance|scorer|sources|claims|explain|compare|check|check-all|feeds|publish-edition)\.ts$/u;

/** What pipelines have in common. */
const PARTS =
  /^(?:add|intake|substance|scorer|pipeline|build-one|side-by-side|feeds|publish-to|publish-edition|check)\.ts$/u;

/** Who may use them. */
const ENTRIES = /^(?:index\.ts$|cli\.ts$|build-worker\.ts$|command-line\.ts$|commands\/)/u;

/** Folders that are no stage: what several stages, or none, need. */
const SHARED =
  'page plain pdf epub docx changes system language documents html layout times alike commands design serve schedule verdict'.split(
    ' ',
  );

/** Folders whose files are entered one by one: what they hold has no one door. */
const OPEN = ['language'];

/** Folders whose files are layers of one thing, and build on one another. */
const LAYERED = [
  'system',
  'commands',
  'html',
  'layout',
  'times',
  'merge',
  'design',
  'plain',
  'pdf',
  'epub',
  'docx',
  'publish',
  'changes',
];

/** Who may touch disk, network and processes. */
const OUTSIDE = /^(?:system\/|cli\.ts$|version\.ts$)/u;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?([^;]*?)\bfrom\s+'([^']+)'|import\('([^']+)'\)/gmu,
  );
  return Array.from(statements, ([, type, names = '', target, dynamic]) => {
    const to = target ?? dynamic ?? '';
    const listed =
      /\{([^}]*)\}/u
        .exec(names)?.[1]
        ?.split(',')
        .filter((name) => name.trim()) ?? [];
    const onlyTypes = listed.length > 0 && listed.every((name) => name.trim().startsWith('type '));
    const resolved = to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to;
    return { from: file, to: resolved, typeOnly: type !== undefined || onlyTypes };
  });
});

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
const show = ({ from, to }: Import) => `${from} → ${to}`;

describe('imports run one way', () => {
  test('the check sees imports', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(show)).toContain('substance.ts → merge/index.ts');
  });

  test('no stage imports a stage', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const [a, b] = [folderOf(from), folderOf(to)];
      return !typeOnly && STAGES.includes(a) && STAGES.includes(b) && a !== b;
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('nothing but the entries imports a pipeline, save what pipelines have in common', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        (PIPELINES.test(to) || /^(?:index|cli|command-line)\.ts$/u.test(to)) &&
        !ENTRIES.test(from) &&
        !(PARTS.test(to) && PIPELINES.test(from)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('a shared file imports no stage', () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        STAGES.includes(folderOf(to)) &&
        !STAGES.includes(folderOf(from)) &&
        !PIPELINES.test(from) &&
        !ENTRIES.test(from),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('siblings meet in their index', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const same = folderOf(from) !== '' && folderOf(from) === folderOf(to);
      const apart = ![...LAYERED, ...OPEN].includes(folderOf(from));
      return same && apart && !typeOnly && !from.endsWith('/index.ts');
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('a folder is entered by its index', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^[^.].*\/.*\.ts$/u.test(to) &&
        folderOf(from) !== folderOf(to) &&
        !OPEN.includes(folderOf(to)) &&
        !to.endsWith('/index.ts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('only the system and the command touch what lies outside', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^(?:node:(?:fs|fs\/promises|child_process|net|http|https|os|dns)|puppeteer-core|undici)$/u.test(
          to,
        ) && !OUTSIDE.test(from),
    );
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('the house', () => {
  test('every folder is a stage, or known to be shared', () => {
    const folders = new Set(files.map(folderOf).filter(Boolean));
    expect([...folders].sort()).toEqual([...STAGES, ...SHARED].sort());
  });

  test('two levels, no more', () => {
    expect(files.filter((file) => file.split('/').length > 2)).toEqual([]);
  });

  test('every stage does something', () => {
    for (const stage of STAGES) {
      expect(readFileSync(path.join(SRC, stage, 'index.ts'), 'utf8')).toMatch(
        /export (?:async )?function/u,
      );
    }
  });
});
