import { describe, expect, test } from 'vitest';
import { EXIT, exitOf, isFatal } from '../../src/messages.ts';
import { MANIFEST, publish } from '../../src/publish/index.ts';
import { memoryFiles, only } from '../support.ts';
import { HOUR, NEW, NOW, OLD, OUT, published, withOld } from './editions.ts';

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
    expect(written).toHaveLength(NEW.length + OLD.length + 1);
    expect(
      written.filter((file) => !/^out[/\\]\.draft-\d+-\d+[/\\](?:new|old|names\.json)/u.test(file)),
    ).toEqual([]);
  });
});

describe('a manifest that cannot be trusted', () => {
  const OUTSIDE = {
    'x.txt': 'outside',
    'out/sub/y.txt': 'in a folder',
    'out/notes.txt': 'mine',
    'out/.env': 'mine',
  };

  test.each([
    ['leads out of the folder', { outputs: [{ file: '../x.txt' }] }],
    ['leads out by way of a folder', { outputs: [{ file: 'sub/../../x.txt' }] }],
    ['leads into a folder', { outputs: [{ file: 'sub/y.txt' }] }],
    ['names the folder above', { outputs: [{ file: '..' }] }],
    ['names the folder itself', { outputs: [{ file: '.' }] }],
    ['names a folder', { outputs: [{ file: 'sub' }] }],
    ['names a hidden file', { outputs: [{ file: '.env' }] }],
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
