import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole } from '../../src/edition-manifest.ts';
import { EXIT, VERSION } from '../../src/index.ts';
import { nodeFiles } from '../../src/system/files.ts';
import { serve } from '../server.ts';
import { ARTICLES, command, commandProcess, ROOT, temporaryFolder } from './support.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command', () => {
  test('--version', async () => {
    const version = { code: 0, stdout: `${VERSION}\n`, stderr: '' };
    expect(await command(['--version'])).toEqual(version);
    expect(await commandProcess(['--version'])).toEqual(version);
  });

  test('--help lists the exit codes', async () => {
    const { code, stdout } = await command(['--help']);
    expect(code).toBe(EXIT.published);
    for (const exit of Object.values(EXIT)) expect(stdout).toMatch(new RegExp(`^ +${exit} `, 'mu'));
  });

  test.each([
    [
      ['build', '--format', 'paper'],
      'unknown format "paper", expected html, pdf, epub, docx, markdown',
    ],
    [['build', '--nonsense'], 'unknown option'],
    [['build', '--quiet', '--verbose'], 'cannot be used with'],
    [['build', 'a', 'b'], 'too many arguments: expected one folder, found a, b'],
    [['biuld', 'a'], 'unknown command "biuld"\n(Did you mean build?)'],
    [['shema', 'config'], 'unknown command "shema"\n(Did you mean schema?)'],
    [['my', 'event'], 'too many arguments: expected one folder, found my, event'],
    [['ad', 'a.html', 'b.html'], 'unknown command "ad"\n(Did you mean add?)'],
    [['add'], "missing required argument 'address'"],
    [['add', ''], 'expected a folder or file'],
    [['add', 'a.html', '--limit', '0'], 'Unexpected count "0"'],
    [['add', 'a.html', '--quiet', '--verbose'], 'cannot be used with'],
    [['build', ''], 'expected a folder'],
    [['build', '--out', ''], 'expected a folder'],
    [['schema', 'other'], 'unknown schema "other", expected briefing, config, check or log\n'],
    [['schema', 'brefing'], 'expected briefing, config, check or log\n(Did you mean briefing?)'],
  ])('%s is refused', async (args, complaint) => {
    const { code, stderr } = await command(args);
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain(complaint);
  });

  test('SOURCE_DATE_EPOCH must be a number', async () => {
    const args = ['build', ARTICLES, '--out', path.join(folder, 'epoch'), '--format', 'json'];
    const environment = { SOURCE_DATE_EPOCH: 'yesterday' };
    const refused = await command(args, { environment });
    expect(refused.code).toBe(EXIT.usage);
    expect(refused.stderr).toContain('expected seconds since 1970');
  });

  test('SOURCE_DATE_EPOCH is the moment the briefing speaks for', async () => {
    const out = path.join(folder, 'dated');
    const environment = { SOURCE_DATE_EPOCH: '1717200000' };
    await command(['build', ARTICLES, '-o', out, '-f', 'json'], { environment });
    const briefing: unknown = JSON.parse(await readFile(path.join(out, 'briefing.json'), 'utf8'));
    expect(briefing).toMatchObject({ generated: '2024-06-01T00:00:00Z' });
  });

  test('says what it published, and nothing when quiet', async () => {
    const out = path.join(folder, 'said');
    const args = ['build', ARTICLES, '--out', out, '--format', 'json'];
    const loud = await command(args);
    expect(loud).toMatchObject({ code: EXIT.published, stderr: '' });
    expect(loud.stdout).toMatch(
      /^\d+ facts from 5 reports, edition 1\n.*briefing\.json {2}\d+ kB\n/u,
    );
    expect(await command([...args, '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('--verbose names every stage', async () => {
    const out = path.join(folder, 'verbose');
    const { stderr } = await command([
      'build',
      ARTICLES,
      '--out',
      out,
      '--format',
      'json',
      '--verbose',
    ]);
    const stages = stderr.split('\n').flatMap((line) => /^(\w+) {2}\d+ ms$/u.exec(line)?.[1] ?? []);
    expect(stages).toEqual(
      'read normalize select extract merge decide analyze compose verify render publish'.split(' '),
    );
  });

  test('failures are messages with file, rule and advice', async () => {
    const empty = path.join(folder, 'empty');
    await mkdir(empty);
    const { code, stdout, stderr } = await command([
      'build',
      empty,
      '--out',
      path.join(folder, 'none'),
    ]);
    expect(code).toBe(EXIT.input);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /error.*Unexpected folder without a report, expected at least 2 reports/u,
    );
    expect(stderr).toContain('no-reports');
    expect(await readdir(folder)).not.toContain('none');
  });

  test('an output folder that cannot be written', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const out = path.join(folder, 'file', 'output');
    const { code, stderr } = await command(['build', ARTICLES, '--out', out, '--format', 'json']);
    expect(code).toBe(EXIT.output);
    expect(stderr).toContain('output-unwritable');
  });

  test('a browser that is not there', async () => {
    const out = path.join(folder, 'browser');
    const environment = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' };
    const { code, stderr } = await command(['build', ARTICLES, '-o', out, '-f', 'all'], {
      environment,
    });
    expect(code).toBe(EXIT.rendering);
    expect(stderr).toContain('leave the PDF out with --format');
    expect(stderr).toContain('PUPPETEER_EXECUTABLE_PATH');
    expect(await readdir(folder)).not.toContain('browser');
  });

  test.each(['briefing', 'config', 'check', 'log'])('schema %s is a JSON Schema', async (name) => {
    const { code, stdout } = await command(['schema', name]);
    expect(code).toBe(0);
    const schema: unknown = JSON.parse(stdout);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
  });
});

describe('synoptic add', () => {
  test('says what became of each address', async () => {
    const server = await serve({
      '/robots.txt': '',
      '/a': 'Bridge shut\n\nNobody came on Tuesday.\n',
    });
    const to = path.join(folder, 'added');
    const addresses = [`${server.origin}/a`, `${server.origin}/b`];
    const run = (...flags: string[]) => command(['add', ...addresses, '--to', to, ...flags]);
    try {
      const refused = await run();
      expect(refused.code).toBe(EXIT.network);
      expect(refused.stderr).toContain('private-address');
      expect(refused.stdout).toBe(addresses.map((each) => `failed     ${each}\n`).join(''));
      const { code, stdout, stderr } = await run('--allow-private');
      expect(code).toBe(EXIT.network);
      expect(stdout).toBe(`added      ${to}/bridge-shut.md\nfailed     ${addresses[1]}\n`);
      expect(stderr).toMatch(/Unexpected page that is not there.*page-refused/u);
      expect(stderr).not.toContain('published-unknown');
      const quiet = await run('--allow-private', '--quiet');
      expect(quiet.stdout).toBe('');
      expect(quiet.stderr).toContain('page-refused');
    } finally {
      await server.close();
    }
  });
});

describe('synoptic sources', () => {
  test('prints a table', async () => {
    const reports = path.join(folder, 'listed');
    await mkdir(reports);
    await writeFile(path.join(reports, 'a.md'), '---\npublisher: "A|\\eB"\n---\n\nNobody came.\n');
    await writeFile(
      path.join(reports, 'b.md'),
      '---\ndate: 2031-03-12\ninferred: { date: why }\n---\n\nIt was shut.\n\n## Next\n',
    );
    await writeFile(path.join(reports, 'c.txt'), '');
    const { code, stdout, stderr } = await command(['sources', reports]);
    expect(code).toBe(EXIT.input);
    expect(stderr).toContain('empty-report');
    expect(stdout).toBe(`\
|  # | File | Outlet  | Published   | Words | Left out  | Warnings |
| -: | :--- | :------ | :---------- | ----: | :-------- | -------: |
|  1 | a.md | A\\|B    | unknown     |     2 |           |          |
|  2 | b.md | unknown | 2031-03-12* |     3 | 1 heading |          |

* inferred; --json says why
`);
  });

  test('prints data', async () => {
    const { code, stdout } = await command(['sources', ARTICLES, '--json']);
    expect(code).toBe(EXIT.published);
    expect(JSON.parse(stdout)).toMatchObject({
      folder: ARTICLES,
      reports: [
        { number: 1, metadata: { published: { because: expect.any(String) } } },
        ...Array.from({ length: 4 }, () => ({ sha256: expect.any(String) })),
      ],
    });
  });
});

describe('a build that is killed', () => {
  test('leaves an edition that is whole, before and after it is mended', async () => {
    const out = path.join(folder, 'killed');
    const bridge = path.join(ROOT, 'tests/fixtures/briefings/bridge/reports');
    const builds = [ARTICLES, bridge].map((reports) => ['build', reports, '--out', out]);
    const [last = [], next = []] = builds;
    await command(last);
    for (const [at, moment] of [200, 600, 1000, 1400, 1700, 2000].entries()) {
      await commandProcess(at % 2 === 0 ? next : last, {}, moment);
      expect(await isWhole(out, nodeFiles)).toBe(true);
    }
    expect(await command(last)).toMatchObject({ code: EXIT.published });
    expect(await isWhole(out, nodeFiles)).toBe(true);
  });
});

describe('synoptic explain', () => {
  const FLOOD = path.join(ROOT, 'tests/fixtures/explain/flood');

  test('prints why passages are one fact', async () => {
    const wanted = (await readFile(path.join(FLOOD, 'wanted.txt'), 'utf8')).trim();
    const run = await command(['explain', wanted, path.join(FLOOD, 'reports')]);
    const stdout = await readFile(path.join(FLOOD, 'expected.txt'), 'utf8');
    expect(run).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('--json gives offsets that hold in the file', async () => {
    const folder = path.join(FLOOD, 'reports');
    const { stdout } = await command(['explain', 'killed 12 people', folder, '--json']);
    const { passages } = JSON.parse(stdout) as {
      passages: { file: string; start: number; end: number; exact: string }[];
    };
    expect(passages.length).toBeGreaterThan(2);
    for (const { file, start, end, exact } of passages) {
      const source = await readFile(path.join(folder, file), 'utf8');
      expect(source.slice(start, end)).toBe(exact);
    }
  });

  test('a fact that is not there ends with the code of unusable input', async () => {
    const { code, stdout, stderr } = await command(['explain', 'f-0', path.join(FLOOD, 'reports')]);
    expect([code, stdout]).toEqual([EXIT.input, '']);
    expect(stderr).toContain('fact-unknown');
  });
});

describe('synoptic claims', () => {
  test('prints sentences with their places, who says so, and when', async () => {
    const { code, stdout, stderr } = await command(['claims', ARTICLES, '--report', '000']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^000_\w+\.txt\n\n0–\d+ {2}\S/u);
    expect(stdout).toMatch(/\n {4}says: .+\n/u);
    expect(stdout).toMatch(/\n {4}when: .+ = \d{4}-\d\d-\d\d\n/u);
  });

  test('--json gives offsets that hold in the file', async () => {
    const { stdout } = await command(['claims', ARTICLES, '--report', '001', '--json']);
    const { reports } = JSON.parse(stdout) as {
      reports: { file: string; sentences: { start: number; end: number; exact: string }[] }[];
    };
    const [report] = reports;
    const source = await readFile(path.join(ARTICLES, report?.file ?? ''), 'utf8');
    const folded = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    expect(report?.sentences.length).toBeGreaterThan(5);
    for (const { start, end, exact } of report?.sentences ?? []) {
      expect(folded(source.slice(start, end))).toBe(folded(exact));
    }
  });
});
