import { describe, expect, test } from 'vitest';
import { EXIT, exitOf, isFatal } from '../../src/messages.ts';
import { MANIFEST, publish } from '../../src/publish/index.ts';
import type { OutputFile } from '../../src/types.ts';
import { type Failure, type MemoryFiles, memoryFiles, only, type Texts } from '../support.ts';

const OUT = 'out';
const HOUR = 60 * 60 * 1000;
const NOW = Date.UTC(2031, 2, 12);

const bytes = (text: string) => new TextEncoder().encode(text);

/** The files of an edition with their manifest. */
function edition(texts: Texts): readonly OutputFile[] {
  const names = Object.keys(texts);
  const manifest = JSON.stringify({ outputs: names.map((file) => ({ file })) });
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, bytes: bytes(text) })),
    { name: MANIFEST, bytes: bytes(manifest) },
  ];
}

/** What the output folder holds when an edition lies in it, beside a file of someone else. */
const published = (files: readonly OutputFile[]): Texts =>
  Object.fromEntries(
    [
      ...files.map((file) => [file.name, file.bytes] as const),
      ['notes.txt', bytes('mine')] as const,
    ]
      .map(([name, content]) => [`${OUT}/${name}`, new TextDecoder().decode(content)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const OLD = edition({
  'index.html': 'old page',
  'briefing.json': 'old data',
  'briefing.pdf': 'old',
});
const NEW = edition({ 'index.html': 'new page', 'briefing.json': 'new data' });
const NEXT = edition({ 'index.html': 'next page', 'briefing.epub': 'next book' });

/** A disk on which the old edition was published beside a file of someone else. */
async function withOld(): Promise<MemoryFiles> {
  const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });
  await publish(OLD, OUT, files, NOW - HOUR);
  files.recover();
  return files;
}

describe('publish', () => {
  test('makes the folder, and puts the files into it', async () => {
    const files = memoryFiles();
    expect(await publish(NEW, 'deep/down/out', files, NOW)).toEqual([]);
    expect(files.contents()).toEqual({
      'deep/down/out/index.html': 'new page',
      'deep/down/out/briefing.json': 'new data',
      [`deep/down/out/${MANIFEST}`]: expect.stringContaining('index.html'),
    });
  });

  test('puts a new edition in place of the old one, and removes what only the old one had', async () => {
    const files = await withOld();
    expect(files.contents()).toEqual(published(OLD));
    expect(await publish(NEW, OUT, files, NOW)).toEqual([]);
    expect(files.contents()).toEqual(published(NEW));
  });

  test('changes nothing when the same is published again', async () => {
    const files = await withOld();
    await publish(OLD, OUT, files, NOW);
    expect(files.contents()).toEqual(published(OLD));
  });

  test('removes nothing where there is no manifest to say what the old edition was', async () => {
    const files = memoryFiles({
      [`${OUT}/notes.txt`]: 'mine',
      [`${OUT}/briefing.pdf`]: 'mine too',
    });
    await publish(NEW, OUT, files, NOW);
    expect(files.contents()).toEqual({ ...published(NEW), [`${OUT}/briefing.pdf`]: 'mine too' });
  });

  test('writes nothing but beside what is published', async () => {
    const files = await withOld();
    const written: string[] = [];
    const watched = {
      ...files,
      write: (file: string, content: Uint8Array) => {
        written.push(file);
        return files.write(file, content);
      },
    };
    await publish(NEW, OUT, watched, NOW);
    expect(written).toHaveLength(NEW.length);
    expect(written.filter((file) => !/^out[/\\]\.draft-\d+-\d+[/\\]/u.test(file))).toEqual([]);
  });
});

describe('a manifest that cannot be trusted', () => {
  const OUTSIDE = { 'x.txt': 'outside', 'out/sub/y.txt': 'in a folder', 'out/notes.txt': 'mine' };

  test.each([
    ['leads out of the folder', { outputs: [{ file: '../x.txt' }] }],
    ['leads out by way of a folder', { outputs: [{ file: 'sub/../../x.txt' }] }],
    ['leads into a folder', { outputs: [{ file: 'sub/y.txt' }] }],
    ['names an absolute path', { outputs: [{ file: '/x.txt' }] }],
    ['lists no files', { outputs: [{}, { file: 7 }] }],
    ['has a list that is none', { outputs: 'x.txt' }],
    ['has no list', { synoptic: '0.0.0' }],
    ['is no mapping', 7],
    ['is null', null],
  ])('%s: removes nothing', async (_, manifest) => {
    const files = memoryFiles({ ...OUTSIDE, [`${OUT}/${MANIFEST}`]: JSON.stringify(manifest) });
    expect(await publish(NEW, OUT, files, NOW)).toEqual([]);
    expect(files.contents()).toEqual({ ...OUTSIDE, ...published(NEW) });
  });

  test('is no JSON: removes nothing', async () => {
    const files = memoryFiles({ ...OUTSIDE, [`${OUT}/${MANIFEST}`]: '{ "outputs": [' });
    expect(await publish(NEW, OUT, files, NOW)).toEqual([]);
    expect(files.contents()).toEqual({ ...OUTSIDE, ...published(NEW) });
  });
});

/** Writes, and the rename that decides: until then the old edition stands. */
const BEFORE_DECISION = Array.from({ length: NEW.length + 1 }, (_, index) => index + 1);
/** Renames that put the files in place, one a file. */
const AFTER_DECISION = Array.from({ length: NEW.length }, (_, index) => NEW.length + 2 + index);

describe('before the new edition is complete', () => {
  test('there are these steps, and no others', async () => {
    const files = await withOld();
    await publish(NEW, OUT, files, NOW);
    expect(files.calls('write', 'rename')).toBe(BEFORE_DECISION.length + AFTER_DECISION.length);
  });

  test.each(BEFORE_DECISION)(
    'a failure at step %i leaves the old one byte for byte',
    async (nth) => {
      const files = await withOld();
      files.failAt({ on: ['write', 'rename'], nth });
      expect(await publish(NEW, OUT, files, NOW)).toHaveLength(1);
      expect(files.contents()).toEqual(published(OLD));
    },
  );

  test.each(BEFORE_DECISION)('a build killed at step %i leaves the old one', async (nth) => {
    const files = await withOld();
    files.failAt({ on: ['write', 'rename'], nth, killed: true });
    await publish(NEW, OUT, files, NOW);
    expect(files.contents()).toMatchObject(published(OLD));
  });

  test.each(BEFORE_DECISION)('and the next one publishes, after step %i', async (nth) => {
    const files = await withOld();
    files.failAt({ on: ['write', 'rename'], nth, killed: true });
    await publish(NEW, OUT, files, NOW);
    files.recover();
    expect(await publish(NEXT, OUT, files, NOW + 2 * HOUR)).toEqual([]);
    expect(files.contents()).toEqual(published(NEXT));
  });

  test.each([
    ['the folder cannot be made', { on: ['makeFolder'], nth: 1 }],
    ['the draft’s folder cannot be made', { on: ['makeFolder'], nth: 2 }],
    ['the folder cannot be listed', { on: ['list'], nth: 1 }],
  ] satisfies [string, Failure][])('%s: the old one stays', async (_, failure) => {
    const files = await withOld();
    files.failAt(failure);
    expect(await publish(NEW, OUT, files, NOW)).toHaveLength(1);
    expect(files.contents()).toEqual(published(OLD));
  });
});

describe('once the new edition is complete', () => {
  test.each(AFTER_DECISION)('a build killed at step %i is finished by the next', async (nth) => {
    const files = await withOld();
    files.failAt({ on: ['write', 'rename'], nth, killed: true });
    await publish(NEW, OUT, files, NOW);
    // The next build gets no further than finishing this one.
    files.failAt({ on: ['write'], nth: 1 });
    expect(await publish(NEXT, OUT, files, NOW + HOUR)).toHaveLength(1);
    expect(files.contents()).toEqual(published(NEW));
  });

  test.each(AFTER_DECISION)('and then the next one publishes, after step %i', async (nth) => {
    const files = await withOld();
    files.failAt({ on: ['write', 'rename'], nth, killed: true });
    await publish(NEW, OUT, files, NOW);
    files.recover();
    expect(await publish(NEXT, OUT, files, NOW + HOUR)).toEqual([]);
    expect(files.contents()).toEqual(published(NEXT));
  });

  test('a file called as the folder for what is complete is not taken for it', async () => {
    const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine', [`${OUT}/.ready`]: 'a file' });
    expect(await publish(NEW, OUT, files, NOW)).toHaveLength(1);
    expect(files.contents()).toEqual({ [`${OUT}/.ready`]: 'a file', [`${OUT}/notes.txt`]: 'mine' });
  });
});

describe('drafts', () => {
  const draft = (begun: number) => `.draft-${begun}-123`;

  test.each([
    { name: 'an hour and more', age: HOUR + 1, removed: true },
    { name: 'a day', age: 24 * HOUR, removed: true },
    { name: 'an hour', age: HOUR, removed: false },
    { name: 'a minute', age: HOUR / 60, removed: false },
    { name: 'no time, by a clock that was set back', age: -HOUR, removed: false },
  ])('of $name: removed $removed', async ({ age, removed }) => {
    const file = `${OUT}/${draft(NOW - age)}/index.html`;
    const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine', [file]: 'half' });
    await publish(NEW, OUT, files, NOW);
    const rest = removed ? {} : { [file]: 'half' };
    expect(files.contents()).toEqual({ ...published(NEW), ...rest });
  });

  test.each(['.draft', '.draft-', '.draft-1', '.draft-x-1', '.draft-1-1-old', 'draft-1-1'])(
    'a folder %s is none, and stays',
    async (name) => {
      const file = `${OUT}/${name}/index.html`;
      const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine', [file]: 'half' });
      await publish(NEW, OUT, files, NOW);
      expect(files.contents()).toEqual({ ...published(NEW), [file]: 'half' });
    },
  );
});

describe('the message', () => {
  test.each(['EACCES', 'ENOSPC', 'EROFS'])('tells of %s', async (code) => {
    const files = await withOld();
    files.failAt({ on: ['write'], nth: 1, code });
    const message = only(await publish(NEW, OUT, files, NOW));
    expect(message.ruleId).toBe('output-unwritable');
    expect(message.file).toBe(OUT);
    expect(message.actual).toContain(code);
    expect(isFatal(message)).toBe(true);
    expect(EXIT[exitOf([message])]).toBe(EXIT.output);
  });

  test('tells of a failure even where the draft cannot be removed', async () => {
    const files = await withOld();
    files.failAt({ on: ['write'], nth: 2, code: 'EROFS', killed: true });
    expect(only(await publish(NEW, OUT, files, NOW)).actual).toContain('EROFS');
  });

  test('tells of an error that is none of the disk’s', async () => {
    const files = { ...memoryFiles(), makeFolder: () => Promise.reject('no disk') };
    const message = only(await publish(NEW, OUT, files, NOW));
    expect(message.ruleId).toBe('output-unwritable');
    expect(message.actual).toContain('no disk');
  });
});
