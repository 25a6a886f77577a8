import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JOURNAL } from '../../src/schedule/index.ts';
import { BRIDGE } from '../support.ts';
import { command, ROOT, type Run, temporaryFolder } from './support.ts';

/** The commands that build again and again, run as their users run them. */

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  // Within the folder that is watched, where builds must not set off builds.
  out = path.join(folder, 'out');
  await Promise.all(Object.entries(BRIDGE).map(([name, text]) => save(name, text)));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const save = (name: string, text: string) => writeFile(path.join(folder, name), text);

const published = async (): Promise<string> =>
  readFile(path.join(out, 'current/briefing.json'), 'utf8').catch(() => '');

/** Start a command within this process. */
function running(args: readonly string[]) {
  const signals = new EventEmitter();
  let output = '';
  let wake: () => void = () => undefined;
  const ended = command(args, {
    signals,
    onOutput: (text) => {
      output += text;
      wake();
    },
  });
  return {
    ended,
    output: () => output,
    /** Wait until it has said something so many times. */
    async said(words: RegExp, times = 1) {
      while ((output.match(new RegExp(words, 'gu')) ?? []).length < times) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    end: (signal: NodeJS.Signals): Promise<Run> => {
      signals.emit(signal);
      return ended;
    },
  };
}

describe('synoptic watch', () => {
  const flags = ['--format', 'json', '--settle', '300'];

  test('builds at once and after each change, keeps what is published where that fails', async () => {
    const { said, output, end } = running(['watch', folder, '--out', out, ...flags]);
    await said(/edition \d+, in/u);
    expect(await published()).toContain('9,000');
    await save('briefing.yaml', 'titel: x\n');
    await said(/not built/u);
    expect(output()).toContain('config-value');
    expect(await published()).toContain('9,000');
    await save('a.md', BRIDGE['a.md'].replace('9,000', '9,500'));
    await rm(path.join(folder, 'briefing.yaml'));
    await said(/edition \d+, in/u, 2);
    expect(await published()).toContain('9,500');
    await save('b.txt', BRIDGE['b.txt']);
    await said(/unchanged: edition 2 stays, in/u);
    // What it published is no change.
    await new Promise((resolve) => setTimeout(resolve, 800));
    const { code, stdout } = await end('SIGTERM');
    expect(code).toBe(0);
    expect(stdout.match(/edition \d+, in/gu)).toHaveLength(2);
  });

  test('ends where the folder is not there', async () => {
    const { code, stderr } = await command(['watch', path.join(folder, 'none'), '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('folder-missing');
  });
});

test('synoptic watch builds what changes among many, and what is new among them', async () => {
  const inMany = async (name: string) => {
    await mkdir(path.join(folder, 'many', name), { recursive: true });
    for (const [file, text] of Object.entries(BRIDGE)) await save(`many/${name}/${file}`, text);
  };
  await inMany('aceh');
  await inMany('bridge');
  const flags = ['--out', out, '--format', 'json', '--settle', '300', '--jobs', '1'];
  const { said, output, end } = running(['watch', path.join(folder, 'many'), ...flags]);
  await said(/2 briefings, 2 new editions, in/u);
  await save('many/bridge/a.md', BRIDGE['a.md'].replace('9,000', '9,500'));
  await said(/2 briefings, 1 new edition, 1 unchanged, in/u);
  await save('many/aceh/briefing.yaml', 'titel: x\n');
  await said(/aceh {2}failed, edition 1 stays\n2 briefings, 1 failed, 1 unchanged, in/u);
  await inMany('dam');
  await said(/3 briefings, 1 new edition, 1 failed, 1 unchanged, in/u);
  expect(output()).toContain('config-value');
  expect((await end('SIGTERM')).code).toBe(0);
  expect(await readdir(out)).toEqual(
    expect.arrayContaining(['aceh', 'bridge', 'dam', 'index.html']),
  );
});

describe('synoptic schedule', () => {
  const daily = { cron: '0 6 * * *', timezone: 'Europe/Berlin' };
  const args = (...more: readonly string[]) => {
    const named = ['schedule', daily.cron, folder, '--out', out, '--timezone', daily.timezone];
    return [...named, '--format', 'json', ...more];
  };

  const missed = async () => {
    await mkdir(out, { recursive: true });
    const entry = { ...daily, done: '2031-03-12T05:00:01.000Z', finished: null };
    const long = { ...entry, done: '2001-03-12T05:00:01.000Z' };
    await writeFile(path.join(out, JOURNAL), JSON.stringify(long));
  };

  test('makes up for a run that was missed, and tells the next', async () => {
    await missed();
    const { said, end } = running(args());
    await said(/next run \d{4}-\d\d-\d\d 06:00 GMT/u);
    const { code, stdout } = await end('SIGTERM');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^run of .+, which was missed\n.+ facts from 3 reports, edition 1, in .+\nnext run .+\n$/u,
    );
    expect(await published()).toContain('9,000');
    const journal = JSON.parse(await readFile(path.join(out, JOURNAL), 'utf8')) as {
      readonly finished: string;
    };
    expect(Date.now() - Date.parse(journal.finished)).toBeLessThan(60_000);
  });

  test('with --once ends with what the run ended with', async () => {
    await missed();
    await save('briefing.yaml', 'titel: x\n');
    const { code, stdout } = await command(args('--once'));
    expect(code).toBe(1);
    expect(stdout).toContain('not built');
  });

  test('builds many, polled, with one record of the runs for all', async () => {
    await missed();
    const many = path.join(folder, 'many');
    for (const name of ['aceh', 'bridge']) {
      await mkdir(path.join(many, name), { recursive: true });
      for (const [file, text] of Object.entries(BRIDGE)) await save(`many/${name}/${file}`, text);
    }
    await save('many/aceh/briefing.yaml', 'feeds: ["http://127.0.0.1:9/feed"]\n');
    const named = ['schedule', daily.cron, many, '--out', out, '--timezone', daily.timezone];
    const run = await command([...named, '--format', 'json', '--jobs', '1', '--once']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/, which was missed\n2 briefings, 2 new editions, in [\d.]+ s\n$/u);
    expect(run.stderr).toContain('private-address');
    const journals = (await readdir(out, { recursive: true })).filter((name) =>
      name.endsWith(JOURNAL),
    );
    expect(journals).toEqual([JOURNAL]);
  });

  test.each([
    [['0 25 * * *'], 'Invalid value for hour: 25'],
    [['0 6 * * *', '--timezone', 'Europe/Berln'], 'Did you mean Europe/Berlin?'],
    [['0 6 * * *', '--jitter', '-1'], 'expected whole seconds'],
    [[], 'missing required argument'],
  ])('%j is not understood', async (said, why) => {
    const { code, stderr } = await command(['schedule', ...said]);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });

  test('as a process, ends cleanly at SIGTERM while it waits', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args()], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => {
      child.stdout.once('data', () => resolve());
    });
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => {
      child.once('close', resolve);
    });
    expect(code).toBe(0);
    expect(await readdir(out)).toEqual([JOURNAL]);
  });
});

test('a build polls no feed unless it is told to', async () => {
  await save('briefing.yaml', 'feeds: ["http://127.0.0.1:9/feed"]\n');
  const build = ['build', folder, '--out', out, '--format', 'json'];
  const [plain, polling] = [await command(build), await command([...build, '--poll'])];
  expect([plain.code, plain.stderr]).toEqual([0, '']);
  expect(polling.code).toBe(0);
  expect(polling.stderr).toContain('private-address');
});
