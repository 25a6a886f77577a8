import { describe, expect, test } from 'vitest';
import { MANIFEST } from '../../src/editions.ts';
import { EXIT, exitOf, isFatal } from '../../src/messages.ts';
import { openStore, publish, show } from '../../src/publish/index.ts';
import { memoryFiles, only } from '../support.ts';
import {
  edition,
  filed,
  HOUR,
  manifestOf,
  NEW,
  NEXT,
  NOW,
  OLD,
  OUT,
  seen,
  shown,
  withOld,
  withoutLinks,
} from './editions.ts';

const AT = { now: NOW };

describe('publish', () => {
  test('makes the folder, and shows the files by one link', async () => {
    const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });
    expect(await publish(NEW, OUT, files, AT)).toEqual([]);
    expect(await seen(files)).toEqual(shown(NEW));
    expect(files.contents()).toEqual({ ...filed(NEW), [`${OUT}/notes.txt`]: 'mine' });
    expect(files.links()).toEqual({
      [`${OUT}/current`]: 'editions/0002',
      [`${OUT}/index.html`]: 'current/index.html',
      [`${OUT}/briefing.json`]: 'current/briefing.json',
      [`${OUT}/${MANIFEST}`]: `current/${MANIFEST}`,
    });
  });

  test('makes the folders above it', async () => {
    const files = memoryFiles();
    expect(await publish(NEW, 'deep/down/out', files, AT)).toEqual([]);
    expect(files.links()).toHaveProperty('deep/down/out/current');
  });

  test('shows a new edition in place of the old one, which stays in its folder', async () => {
    const files = await withOld();
    expect(await seen(files)).toEqual(shown(OLD));
    expect(await publish(NEW, OUT, files, AT)).toEqual([]);
    expect(await seen(files)).toEqual(shown(NEW));
    expect(files.contents()).toEqual({ ...filed(OLD, NEW), [`${OUT}/notes.txt`]: 'mine' });
    expect(Object.keys(files.links())).not.toContain(`${OUT}/briefing.pdf`);
  });

  test('changes what is shown by one rename', async () => {
    const files = await withOld();
    const before = await seen(files);
    const views: unknown[] = [];
    const rename = async (from: string, to: string) => {
      await files.rename(from, to);
      views.push(await seen(files));
    };
    await publish(
      edition(2, { 'index.html': 'a', 'briefing.json': 'b', 'briefing.pdf': 'c' }),
      OUT,
      { ...files, rename },
      AT,
    );
    const after = await seen(files);
    for (const view of views) expect([before, after]).toContainEqual(view);
    expect(views).toContainEqual(after);
  });

  test('is held against nothing where nothing is known of the last one', async () => {
    const files = await withOld();
    expect(await openStore(OUT, files, NOW)).toEqual({
      last: null,
      document: expect.stringMatching(/^[0-9a-f]{64}$/u),
      withdrawn: [],
      next: 2,
    });
  });

  test('an edition that is no longer whole has no name', async () => {
    const files = await withOld();
    await files.write(`${OUT}/editions/0001/index.html`, new Uint8Array([1]));
    expect((await openStore(OUT, files, NOW)).document).toBeNull();
  });

  test('keeps what the rule keeps', async () => {
    const files = await withOld();
    const retention = { last: 2, daily: 0, weekly: 0, monthly: 0 };
    await publish(NEW, OUT, files, { ...AT, retention });
    await publish(NEXT, OUT, files, { ...AT, retention });
    expect(files.contents()).toEqual({ ...filed(NEW, NEXT), [`${OUT}/notes.txt`]: 'mine' });
  });
});

describe('show', () => {
  test('goes back, and the next edition is none that was withdrawn', async () => {
    const files = await withOld();
    await publish(NEW, OUT, files, AT);
    expect(await show(1, OUT, files, AT)).toEqual([]);
    expect(await seen(files)).toEqual(shown(OLD));
    const { next, withdrawn } = await openStore(OUT, files, NOW);
    expect(next).toBe(3);
    expect(withdrawn.map(({ number }) => number)).toEqual([2]);
    await publish(NEXT, OUT, files, AT);
    expect(await seen(files)).toEqual(shown(NEXT));
    await show(2, OUT, files, AT);
    expect(await seen(files)).toEqual(shown(NEW));
    await show(3, OUT, files, AT);
    expect(await seen(files)).toEqual(shown(NEXT));
  });
});

describe('a folder from before there were editions', () => {
  const before = { 'index.html': 'old page', 'briefing.pdf': 'old' };
  const plain = () =>
    memoryFiles({
      [`${OUT}/notes.txt`]: 'mine',
      [`${OUT}/${MANIFEST}`]: manifestOf(before),
      ...Object.fromEntries(Object.entries(before).map(([name, text]) => [`${OUT}/${name}`, text])),
    });

  test('becomes one, and makes way at once', async () => {
    const files = plain();
    await openStore(OUT, files, NOW);
    expect(await seen(files)).toEqual(shown(edition(0, before)));
    expect(files.links()).toHaveProperty(`${OUT}/index.html`);
    await publish(NEW, OUT, files, AT);
    expect(await seen(files)).toEqual(shown(NEW));
  });

  test('does not where files are others than the manifest says; those that it lists make way', async () => {
    const files = plain();
    await files.write(`${OUT}/index.html`, new TextEncoder().encode('touched'));
    await openStore(OUT, files, NOW);
    expect(files.links()).toEqual({});
    await publish(NEW, OUT, files, AT);
    expect(await seen(files)).toEqual(shown(NEW));
  });
});

describe('a copy of the folder that followed links', () => {
  test('is a folder of editions again', async () => {
    const files = await withOld();
    for (const { name, bytes } of OLD.files) {
      await files.remove(`${OUT}/${name}`);
      await files.write(`${OUT}/${name}`, bytes);
    }
    await files.remove(`${OUT}/current`);
    await files.makeFolder(`${OUT}/current`);
    for (const { name, bytes } of OLD.files) await files.write(`${OUT}/current/${name}`, bytes);
    expect(await publish(NEW, OUT, files, AT)).toEqual([]);
    expect(await seen(files)).toEqual(shown(NEW));
    expect(files.links()[`${OUT}/current`]).toBe('editions/0002');
  });
});

describe('a disk without links', () => {
  test('shows copies, and says so', async () => {
    const files = withoutLinks(memoryFiles({ [`${OUT}/notes.txt`]: 'mine' }));
    expect(only(await publish(OLD, OUT, files, AT)).ruleId).toBe('output-without-links');
    expect(await seen(files)).toEqual(shown(OLD));
    await publish(NEW, OUT, files, AT);
    expect(await seen(files)).toEqual(shown(NEW));
    expect(files.links()).toEqual({});
  });

  test('has them mended', async () => {
    const files = withoutLinks(memoryFiles({ [`${OUT}/notes.txt`]: 'mine' }));
    await publish(OLD, OUT, files, AT);
    await files.write(`${OUT}/index.html`, new Uint8Array([1]));
    await openStore(OUT, files, NOW);
    expect(await seen(files)).toEqual(shown(OLD));
  });

  test('copies are shown where they are asked for, without a word', async () => {
    const files = memoryFiles({ [`${OUT}/notes.txt`]: 'mine' });
    expect(await publish(OLD, OUT, files, { ...AT, links: false })).toEqual([]);
    expect(await seen(files)).toEqual(shown(OLD));
    expect(files.links()).toEqual({});
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
    ['is no JSON', undefined],
  ])('%s: removes nothing', async (_, manifest) => {
    const text = manifest === undefined ? '{ "outputs": [' : JSON.stringify(manifest);
    const files = memoryFiles({ ...OUTSIDE, [`${OUT}/${MANIFEST}`]: text });
    await openStore(OUT, files, NOW);
    expect(await publish(NEW, OUT, files, AT)).toEqual([]);
    expect(files.contents()).toEqual({ ...OUTSIDE, ...filed(NEW) });
  });

  test('nor does a list of the withdrawn that is none', async () => {
    const files = await withOld();
    await files.write(`${OUT}/editions/.withdrawn.json`, new TextEncoder().encode('["../x"]'));
    await openStore(OUT, files, NOW);
    expect(await seen(files)).toEqual(shown(OLD));
  });
});

describe('drafts', () => {
  const draft = (begun: number) => `${OUT}/editions/.draft-${begun}-123`;

  test.each([
    { name: 'an hour and more', age: HOUR + 1, removed: true },
    { name: 'a day', age: 24 * HOUR, removed: true },
    { name: 'an hour', age: HOUR, removed: false },
    { name: 'a minute', age: HOUR / 60, removed: false },
    { name: 'no time, by a clock that was set back', age: -HOUR, removed: false },
  ])('of $name: removed $removed', async ({ age, removed }) => {
    const files = await withOld();
    await files.makeFolder(draft(NOW - age));
    await files.write(`${draft(NOW - age)}/index.html`, new TextEncoder().encode('half'));
    await openStore(OUT, files, NOW);
    const rest = removed ? {} : { [`${draft(NOW - age)}/index.html`]: 'half' };
    expect(files.contents()).toEqual({ ...filed(OLD), ...rest, [`${OUT}/notes.txt`]: 'mine' });
  });

  test.each(['.draft', '.draft-', '.draft-1', '.draft-x-1', '.draft-1-1-old', 'draft-1-1'])(
    'a folder %s is none, and stays',
    async (name) => {
      const files = await withOld();
      await files.makeFolder(`${OUT}/${name}`);
      await files.write(`${OUT}/${name}/index.html`, new TextEncoder().encode('half'));
      await openStore(OUT, files, NOW + 2 * HOUR);
      expect(files.contents()).toHaveProperty([`${OUT}/${name}/index.html`], 'half');
    },
  );
});

describe('what is in the way', () => {
  test('a folder with the name of one of our files stays, and nothing is published', async () => {
    const mine = { [`${OUT}/index.html/page.txt`]: 'mine' };
    const files = memoryFiles(mine);
    expect(only(await publish(NEW, OUT, files, AT))).toMatchObject({
      ruleId: 'output-unwritable',
      file: `${OUT}/index.html`,
      actual: 'folder',
      expected: ['a file of the last edition, or nothing'],
    });
    expect(files.contents()).toEqual(mine);
  });

  test('nor is it where the link to the edition should be', async () => {
    const mine = { [`${OUT}/current/page.txt`]: 'mine' };
    const files = memoryFiles(mine);
    expect(only(await publish(NEW, OUT, files, AT)).file).toBe(`${OUT}/current`);
    expect(files.contents()).toEqual(mine);
  });

  test('opening makes no folder', async () => {
    const files = memoryFiles();
    expect((await openStore(OUT, files, NOW)).next).toBe(1);
    expect(files.calls('makeFolder', 'write', 'rename', 'remove', 'link')).toBe(0);
  });
});

describe('the message', () => {
  test.each(['EACCES', 'ENOSPC', 'EROFS'])('tells of %s', async (code) => {
    const files = await withOld();
    files.failAt({ on: ['write'], nth: 1, code });
    const message = only(await publish(NEW, OUT, files, AT));
    expect(message.ruleId).toBe('output-unwritable');
    expect(message.file).toBe(OUT);
    expect(message.actual).toContain(code);
    expect(isFatal(message)).toBe(true);
    expect(EXIT[exitOf([message])]).toBe(EXIT.output);
  });

  test('tells of a failure even where the draft cannot be removed', async () => {
    const files = await withOld();
    files.failAt({ on: ['write'], nth: 2, code: 'EROFS', killed: true });
    expect(only(await publish(NEW, OUT, files, AT)).actual).toContain('EROFS');
  });

  test('tells of an error that is none of the disk’s', async () => {
    const files = { ...memoryFiles(), makeFolder: () => Promise.reject('no disk') };
    const message = only(await publish(NEW, OUT, files, AT));
    expect(message.ruleId).toBe('output-unwritable');
    expect(message.actual).toContain('no disk');
  });
});
