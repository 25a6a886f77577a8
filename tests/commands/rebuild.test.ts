import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { rebuilding } from '../../src/commands/rebuild.ts';
import { textPrinter } from '../../src/commands/text-printer.ts';
import { type Browser, nodeSystem, type System } from '../../src/system/index.ts';
import { keptWarm } from '../../src/warm.ts';
import { FERRY } from '../select/texts.ts';
import { BRIDGE, memoryFiles, type Texts } from '../support.ts';

/** Folders that are built again and again, on a disk in memory, in one thread. */

const inFolder = (folder: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));

const bytes = (text: string) => new TextEncoder().encode(text);

async function repeating(texts: Texts) {
  const files = memoryFiles(texts);
  const told = { out: '', err: '', opened: 0, closed: 0 };
  const into = (name: 'out' | 'err') =>
    new Writable({
      decodeStrings: false,
      write(chunk: string, _, done) {
        told[name] += chunk;
        done();
      },
    });
  const streams = { stdout: into('out'), stderr: into('err') };
  const system: System = {
    ...nodeSystem(),
    files,
    now: () => 0,
    lock: async () => ({ release: async () => undefined }),
    sideBySide: () => 1,
    openBrowser: async () => {
      told.opened += 1;
      const close = async () => {
        told.closed += 1;
      };
      const withPage = () => Promise.reject(new Error('it hangs'));
      return { version: 'test', sandboxed: true, withPage, close } as unknown as Browser;
    },
  };
  const around = {
    ...streams,
    environment: {},
    signals: new EventEmitter(),
    exit: () => undefined,
    print: textPrinter({}, streams),
  };
  const flags = {
    out: 'out',
    format: { known: ['json'], modules: [] },
    scorer: 'lexical',
    generated: undefined,
  } as const;
  const rebuild = await rebuilding('events', flags, around);
  const warm = keptWarm(system);
  return {
    ...{ files, told, warm },
    /** Build once more. @returns What was said, and what came of it. */
    async again() {
      Object.assign(told, { out: '', err: '' });
      const rebuilt = await rebuild(warm);
      return { ...rebuilt, ...told };
    },
    pdf: async () =>
      (await rebuilding('events', { ...flags, format: { known: ['pdf'], modules: [] } }, around))(
        warm,
      ),
  };
}

const TWO: Texts = { ...inFolder('events/bridge', BRIDGE), ...inFolder('events/ferry', FERRY) };

describe('a folder of many that is built again and again', () => {
  test('says in a line what came of all, and in one what failed', async () => {
    const { again, files } = await repeating(TWO);
    expect(await again()).toMatchObject({
      exit: 'published',
      out: '2 briefings, 2 new editions, in 0.0 s\n',
    });
    await files.write('events/ferry/briefing.yaml', bytes('titel: x'));
    const failed = await again();
    expect(failed).toMatchObject({ exit: 'input', folderMissing: false });
    expect(failed.out).toBe(
      'ferry  failed, edition 1 stays\n2 briefings, 1 failed, 1 unchanged, in 0.0 s\n',
    );
    expect(failed.err).toContain('events/ferry/briefing.yaml');
    expect(files.contents()['out/index.html']).toContain('1 failed in the last build');
    // Why it fails is said each time.
    expect((await again()).err).toContain('events/ferry/briefing.yaml');
    await files.remove('events/ferry/briefing.yaml');
    expect((await again()).out).toBe('2 briefings, 2 unchanged, in 0.0 s\n');
  });

  test('says once what is to be looked at, until it is another thing', async () => {
    const { again, files } = await repeating({ ...TWO, 'events/ferry/notes.odt': '' });
    expect((await again()).err).toContain('no-reader');
    expect((await again()).err).toBe('');
    await files.write('events/bridge/other.odt', bytes(''));
    const { err } = await again();
    expect(err).toContain('events/bridge/other.odt');
    expect(err).not.toContain('notes.odt');
  });

  test('does not become one by a report that is dropped beside them', async () => {
    const { again, files } = await repeating(TWO);
    await again();
    for (const [name, text] of Object.entries(BRIDGE)) {
      await files.write(`events/${name}`, bytes(text));
    }
    const { exit, out, err } = await again();
    expect([exit, out]).toEqual(['input', 'not built, after 0.0 s; what is published stays\n']);
    expect(err).toContain('no-reports');
    expect(Object.keys(files.contents())).not.toContain('out/editions/0001/briefing.json');
  });

  test('tells where the folder is gone', async () => {
    const { again, files } = await repeating(TWO);
    await again();
    await files.remove('events');
    expect(await again()).toMatchObject({ exit: 'input', folderMissing: true });
  });

  test('uses no browser again that hung, and closes all', async () => {
    const { pdf, told, warm } = await repeating(TWO);
    await pdf();
    expect(told.opened).toBe(2);
    await warm.drop();
    expect(told.closed).toBe(told.opened);
  });
});

test('a folder of one is built as ever', async () => {
  const { again } = await repeating(inFolder('events', BRIDGE));
  expect((await again()).out).toMatch(/^\d+ facts from 3 reports, edition 1, in 0\.0 s\n$/u);
});
