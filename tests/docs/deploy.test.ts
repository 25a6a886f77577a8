import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { momentsOf } from '../../src/schedule/index.ts';
import { command } from '../e2e/support.ts';

/** The files that people deploy with speak of the command line as it is. */

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

const yaml = (name: string): Readonly<Record<string, unknown>> =>
  parse(read(name)) as Readonly<Record<string, unknown>>;

/** The words of a command line, as a shell takes them apart. */
const wordsOf = (line: string): readonly string[] =>
  Array.from(line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu), ([, a, b, c]) => a ?? b ?? c ?? '');

/** The words behind `synoptic` wherever a text runs it. */
const commandsIn = (text: string): readonly (readonly string[])[] =>
  Array.from(
    text.matchAll(
      /(?:^ {4}|ExecStart=\S*\/|&& |--no-install |-c", "|`)synoptic ((?:'[^']*'|[^'`;|\n])+)/gmu,
    ),
    ([, line = '']) => wordsOf(line),
  );

interface Compose {
  readonly services: { readonly synoptic: { readonly command: readonly string[] } };
}

const inDockerfile = (instruction: string): readonly string[] => {
  const [, list = '[]'] = new RegExp(`^${instruction} (\\[.+\\])$`, 'mu').exec(dockerfile) ?? [];
  return JSON.parse(list) as readonly string[];
};

const dockerfile = read('deploy/Dockerfile');
const pages = read('deploy/pages.yml');
const compose = yaml('deploy/compose.yaml') as unknown as Compose;

const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'synoptic.service': commandsIn(read('deploy/synoptic.service')),
  crontab: commandsIn(read('deploy/crontab')),
  'pages.yml': commandsIn(pages),
  Dockerfile: [inDockerfile('CMD'), ...commandsIn(dockerfile)],
  'compose.yaml': [compose.services.synoptic.command],
  'scheduling.md': commandsIn(read('scheduling.md')),
};

describe('the commands that the files run', () => {
  test.each(Object.keys(COMMANDS))('in %s there are some', (name) => {
    expect(COMMANDS[name]?.length).toBeGreaterThan(0);
  });

  const all = new Map(
    Object.values(COMMANDS)
      .flat()
      .map((words) => [words.join(' '), words]),
  );
  test.each([...all])('synoptic %s', async (_, [name = '', ...rest]) => {
    const { stdout } = await command([name, '--help']);
    expect(stdout).toContain(`Usage: synoptic ${name} `);
    const known: readonly string[] = stdout.match(/(?<=\s)--?[a-z-]+/gu) ?? [];
    for (const flag of rest.filter((word) => word.startsWith('-'))) {
      expect(known).toContain(flag);
    }
    if (name === 'schedule' && rest.length > 0) checkSchedule(rest);
  });

  function checkSchedule([cron = '', ...rest]: readonly string[]) {
    const zone = rest[rest.indexOf('--timezone') + 1];
    expect(momentsOf(cron, zone ?? 'UTC').after(0)).not.toBeNull();
  }

  test('a flag that there is not would be noticed', async () => {
    const { stdout } = await command(['build', '--help']);
    expect(stdout.match(/(?<=\s)--?[a-z-]+/gu)).not.toContain('--publish-later');
  });
});

test('the workflow pins its actions, and gives no permission to all', () => {
  const uses = Array.from(pages.matchAll(/uses: (\S+)(.*)/gu), ([, action = '', note = '']) => ({
    action,
    note,
  }));
  expect(uses.length).toBeGreaterThan(3);
  for (const { action, note } of uses) {
    expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/u);
    expect(note).toMatch(/^ # v\d+\.\d+\.\d+$/u);
  }
  const workflow = yaml('deploy/pages.yml');
  expect(workflow['permissions']).toEqual({});
  const { schedule } = workflow['on'] as {
    readonly schedule: readonly { readonly cron: string }[];
  };
  for (const { cron } of schedule) expect(momentsOf(cron, 'UTC').after(0)).not.toBeNull();
});

test('the image is of a version that is named, and does not run as root', () => {
  const bases = Array.from(dockerfile.matchAll(/^FROM (\S+)/gmu), ([, base = '']) => base);
  for (const base of bases) expect(base).toMatch(/^node:\d+\.\d+\.\d+-[a-z-]+$/u);
  expect(new Set(bases).size).toBe(1);
  expect(/^USER (\d+)$/mu.exec(dockerfile)?.[1]).toBe('1000');
  expect(inDockerfile('ENTRYPOINT')).toEqual(['synoptic']);
});

test('what the image is made of is let in, and is there', () => {
  const copied = Array.from(dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gmu), ([, names = '']) =>
    names.split(' '),
  ).flat();
  const lets = read('deploy/Dockerfile.dockerignore').match(/(?<=^!).+/gmu) ?? [];
  expect([...new Set(copied)].sort()).toEqual([...lets].sort());
  for (const name of copied) {
    expect(() => readFileSync(new URL(`../../${name}`, import.meta.url))).not.toThrow(/ENOENT/u);
  }
});
