import { describe, expect, test } from 'vitest';
import { type BuildAllOptions, buildAll } from '../src/build-all.ts';
import { type BriefingTask, buildOne } from '../src/build-one.ts';
import { BuildFailure, exitOf } from '../src/messages.ts';
import { nodeSystem, type Pool, type System, ThreadFault } from '../src/system/index.ts';
import { FERRY } from './select/texts.ts';
import { BRIDGE, type MemoryFiles, memoryFiles, type Texts } from './support.ts';

/** Many briefings on a disk in memory, and threads that are none. */

const inFolder = (folder: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));

const THREE: Texts = {
  ...inFolder('events/bridge', BRIDGE),
  ...inFolder('events/broken', { ...FERRY, 'briefing.yaml': 'titel: X' }),
  ...inFolder('events/ferry', FERRY),
};

/** @param crash Of which folder the thread ends. */
function systemOn(files: MemoryFiles, crash?: { folder: string; error: Error }) {
  const said = { threads: 0, closed: 0, tasks: [] as unknown[] };
  const system: System = {
    ...nodeSystem(),
    files,
    now: () => 0,
    lock: async () => ({ release: async () => undefined }),
    sideBySide: () => 2,
    openPool: async <Task, Result>({ threads }: { readonly threads: number }) => {
      said.threads = threads;
      const run = async (task: BriefingTask) => {
        said.tasks.push(structuredClone(task));
        if (task.folder === crash?.folder) throw crash.error;
        return structuredClone(await buildOne(task, system));
      };
      const close = async () => {
        said.closed += 1;
      };
      return { run, close } as unknown as Pool<Task, Result>;
    },
  };
  return { system, said };
}

const OPTIONS: BuildAllOptions = {
  folder: 'events',
  out: 'out',
  formats: { known: ['markdown'], modules: [] },
  version: '0.0.0',
};

describe('many briefings', () => {
  test('are built all the same where one is at fault', async () => {
    const files = memoryFiles(THREE);
    const { system, said } = systemOn(files);
    const { briefings, messages } = await buildAll(OPTIONS, system);
    expect(briefings.map(({ name, built }) => [name, built?.reports])).toEqual([
      ['bridge', 3],
      ['broken', undefined],
      ['ferry', 3],
    ]);
    const failures = messages.filter(({ fatal }) => fatal);
    expect(failures).toMatchObject([
      { file: 'events/broken/briefing.yaml', line: 1, ruleId: 'config-value' },
    ]);
    expect(exitOf(messages)).toBe('input');
    expect(said).toMatchObject({ threads: 2, closed: 1 });
    const names = Object.keys(files.contents()).filter((name) => /^out\/[^/]*$/u.test(name));
    expect(names).toEqual(['out/feed.json', 'out/feed.xml', 'out/index.html']);
    expect(files.contents()['out/index.html']).toContain('1 failed in the last build');
  });

  test('are the same in one thread, in the same order of messages', async () => {
    const [one, two] = [memoryFiles(THREE), memoryFiles(THREE)];
    const { system, said } = systemOn(one);
    const done: string[] = [];
    const onBriefing = (name: string, at: number, all: number) => done.push(`${name} ${at}/${all}`);
    const alone = await buildAll({ ...OPTIONS, jobs: 1, onBriefing }, system);
    expect(done).toEqual(['bridge 1/3', 'broken 2/3', 'ferry 3/3']);
    const sideBySide = await buildAll(OPTIONS, systemOn(two).system);
    expect(said.threads).toBe(0);
    expect(one.contents()).toEqual(two.contents());
    expect(alone.messages.map(String)).toEqual(sideBySide.messages.map(String));
  });

  test.each([
    [new ThreadFault('memory', new Error('full')), 'out-of-memory', 'rendering'],
    [new ThreadFault('ended', new Error('worker exited')), 'build-crashed', 'internal'],
  ])('go on where a thread ends: %s', async (error, rule, exit) => {
    const { system, said } = systemOn(memoryFiles(THREE), { folder: 'events/bridge', error });
    const { briefings, messages } = await buildAll(OPTIONS, system);
    expect(briefings.map(({ built }) => built !== null)).toEqual([false, false, true]);
    expect(messages.find(({ fatal }) => fatal)).toMatchObject({
      file: 'events/bridge',
      ruleId: rule,
    });
    expect(exitOf(messages)).toBe(exit);
    expect(said.closed).toBe(1);
  });

  test('have no page over them where its place cannot be written, and are published', async () => {
    const files = memoryFiles({ ...THREE, 'out/index.html/x': '' });
    const { briefings, messages } = await buildAll(OPTIONS, systemOn(files).system);
    expect(briefings.filter(({ built }) => built)).toHaveLength(2);
    expect(messages.at(-1)).toMatchObject({ ruleId: 'output-unwritable', file: 'out/index.html' });
    expect(Object.keys(files.contents()).filter((name) => name.includes('.draft-'))).toEqual([]);
  });

  test.each([
    ['events', 'their own folder'],
    ['events/bridge', 'the folder of one of them'],
  ])('are not published to %s', async (out) => {
    const files = memoryFiles(THREE);
    const failure = await buildAll({ ...OPTIONS, out }, systemOn(files).system).catch((e) => e);
    expect(failure).toBeInstanceOf(BuildFailure);
    expect(failure.messages).toMatchObject([{ ruleId: 'output-unwritable', file: out }]);
    expect(files.contents()).toEqual(THREE);
  });

  test('are not published to where one briefing is shown', async () => {
    const files = memoryFiles({ ...THREE, 'out/editions/0001/index.html': 'of one' });
    const before = files.contents();
    const failure = await buildAll(OPTIONS, systemOn(files).system).catch((e) => e);
    expect(failure.messages).toMatchObject([{ ruleId: 'output-unwritable', file: 'out' }]);
    expect(files.contents()).toEqual(before);
  });

  test('may all have names that cannot be published under', async () => {
    const files = memoryFiles({ 'events/current/a.txt': '', 'events/Feed.xml/a.txt': '' });
    const { briefings, messages } = await buildAll(OPTIONS, systemOn(files).system);
    expect(briefings).toEqual([]);
    expect(exitOf(messages)).toBe('input');
    expect(files.contents()['out/index.html']).toContain('No edition yet');
  });

  test('are none in a folder of one', async () => {
    const { system } = systemOn(memoryFiles(inFolder('events', BRIDGE)));
    await expect(buildAll(OPTIONS, system)).rejects.toThrow('folder without a briefing in it');
  });

  test('say once what they share', async () => {
    const { system } = systemOn(memoryFiles(THREE));
    const { briefings, messages } = await buildAll({ ...OPTIONS, theme: 'none-such' }, system);
    expect(briefings.filter(({ built }) => built)).toEqual([]);
    const told = messages.filter(({ ruleId }) => ruleId === 'theme-unknown');
    expect(told.length).toBeGreaterThan(0);
  });
});
