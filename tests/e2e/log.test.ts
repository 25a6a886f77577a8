import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT, STAGES } from '../../src/index.ts';
import { EVENTS, logLine, logLineSchema } from '../../src/log-lines.ts';
import { BRIDGE, only } from '../support.ts';
import { command, ROOT, temporaryFolder } from './support.ts';

let root: string;
let reports: string;

beforeAll(async () => {
  [root, reports] = [await temporaryFolder(), await temporaryFolder()];
  for (const [name, text] of Object.entries(BRIDGE))
    await writeFile(path.join(reports, name), text);
  await writeFile(path.join(reports, 'notes.odt'), '');
});

afterAll(async () => {
  for (const folder of [root, reports]) await rm(folder, { recursive: true, force: true });
});

type Line = Readonly<Record<string, unknown>>;

/** The lines of a log, each as the schema has it. */
const linesOf = (stderr: string): readonly Line[] => {
  expect(stderr.endsWith('\n')).toBe(true);
  return stderr
    .slice(0, -1)
    .split('\n')
    .map((line) => logLineSchema.parse(JSON.parse(line)));
};

const ofEvent = (lines: readonly Line[], wanted: string) =>
  lines.filter(({ event }) => event === wanted);

describe('--log json', () => {
  test('every line of a build is an event, and nothing is printed beside', async () => {
    const out = path.join(root, 'built');
    const args = ['build', reports, '--out', out, '--format', 'json', '--log', 'json'];
    const { code, stdout, stderr } = await command(args);
    expect([code, stdout]).toEqual([EXIT.published, '']);
    const lines = linesOf(stderr);
    expect(ofEvent(lines, 'stage').map(({ stage }) => stage)).toEqual(STAGES);
    expect(only(ofEvent(lines, 'message'))).toMatchObject({
      level: 'warn',
      rule: 'no-reader',
      file: 'notes.odt',
      line: null,
      column: null,
      reason: expect.stringMatching(/^Unexpected file with the ending ".odt", expected /u),
      actual: 'file with the ending ".odt"',
      expected: ['a report in a format that can be read'],
    });
    expect(lines.at(-1)).toMatchObject({
      level: 'info',
      event: 'published',
      folder: reports,
      out,
      reports: 3,
      files: expect.arrayContaining([{ name: 'briefing.json', bytes: expect.any(Number) }]),
    });
  });

  test('stands before the command, too, and -v adds notes', async () => {
    const args = ['--log', 'json', 'check', reports, '--out', root];
    const plain = linesOf((await command(args)).stderr);
    const more = linesOf((await command([...args, '-v'])).stderr);
    expect(ofEvent(plain, 'message').every(({ level }) => level === 'warn')).toBe(true);
    expect(ofEvent(more, 'message').some(({ level }) => level === 'info')).toBe(true);
  });

  test('what fails ends with the exit code; quiet, with nothing else', async () => {
    const args = ['build', path.join(root, 'nowhere'), '--log', 'json', '--quiet'];
    const { code, stderr } = await command(args);
    const lines = linesOf(stderr);
    expect(lines.map(({ event, level }) => [event, level])).toEqual([
      ['message', 'error'],
      ['failed', 'error'],
    ]);
    expect(lines.at(-1)).toMatchObject({ exit: 'input', code });
  });

  test.each([
    [['build', '--nonsense'], 'unknown option'],
    [['check', '--fail-on', 'stail'], 'Did you mean stale?'],
  ])('%s is refused in a line', async (args, reason) => {
    const { code, stderr } = await command([...args, '--log', 'json']);
    expect(code).toBe(EXIT.usage);
    expect(only(linesOf(stderr))).toMatchObject({
      level: 'error',
      event: 'refused',
      reason: expect.stringContaining(reason),
    });
  });

  test('what was asked for is printed as ever', async () => {
    const { stdout, stderr } = await command(['sources', reports, '--json', '--log', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ folder: reports });
    expect(ofEvent(linesOf(stderr), 'message')).toHaveLength(1);
  });

  test('another name is refused', async () => {
    const { code, stderr } = await command(['build', '--log', 'xml']);
    expect([code, stderr.includes('Allowed choices are text, json')]).toEqual([EXIT.usage, true]);
  });

  test('the last lines come to a slow reader, though nobody reads what is printed', async () => {
    const many = await temporaryFolder();
    for (const [name, text] of Object.entries(BRIDGE)) await writeFile(path.join(many, name), text);
    // More than a pipe and what reads it hold: the program has to wait until somebody does.
    for (let at = 0; at < 1600; at++) await writeFile(path.join(many, `${at}.odt`), '');
    const args = ['check', many, '--out', root, '--json', '--log', 'json', '--fail-on', 'warnings'];
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: ROOT,
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8');
    setTimeout(() => {
      child.stderr.on('data', (chunk: string) => {
        stderr += chunk;
      });
    }, 3000);
    const [code] = (await once(child, 'close')) as [number];
    await rm(many, { recursive: true });
    const lines = linesOf(stderr);
    expect(stderr.length).toBeGreaterThan(512 * 1024);
    expect(ofEvent(lines, 'message')).toHaveLength(1600);
    expect(lines.at(-1)).toMatchObject({ event: 'failed', exit: 'gate-warnings', code });
    expect(code).toBe(EXIT['gate-warnings']);
  });
});

describe('a line of the log', () => {
  const reason = 'a\u001b[2J\u0085b\u2028c\u202ed\n';
  const line = logLine({ event: 'refused', reason }, new Date(0));

  test('is one line that steers no terminal, whatever it holds', () => {
    expect(line).toMatch(/^\{[\x20-\x7e]+\}$/u);
  });

  test('loses nothing', () => {
    expect(JSON.parse(line)).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'error',
      event: 'refused',
      reason,
    });
  });

  test('has a level, and no field twice', () => {
    for (const { fields } of Object.values(EVENTS)) {
      for (const head of ['time', 'level', 'event']) expect(fields).not.toHaveProperty(head);
    }
  });
});
