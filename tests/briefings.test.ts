import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefingsIn, manyBriefings } from '../src/briefings.ts';
import { edition } from './overview/published.ts';
import { found, memoryFiles, type Texts } from './support.ts';

const lookInto = (texts: Texts, out = 'out') =>
  briefingsIn('events', memoryFiles(withFolder(texts)), out);

const withFolder = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [`events/${name}`, text]));

const toldOf = async (texts: Texts, out?: string) => {
  const { names, refused, messages } = found(await lookInto(texts, out));
  const told = messages.map(({ ruleId, file = '' }) => `${path.basename(file)}: ${ruleId}`);
  return { names, refused, told };
};

describe('a folder of many briefings', () => {
  test.each<[string, Texts]>([
    ['reports of its own', { 'a.txt': '', 'dam/a.txt': '' }],
    ['a briefing.yaml of its own', { 'briefing.yaml': '', 'dam/a.txt': '' }],
    ['no folder with reports', { 'notes/a.csv': '', 'pictures/b.png': '' }],
    ['reports two folders deep alone', { 'dam/reports/a.txt': '' }],
    ['hidden folders alone', { '.dam/a.txt': '' }],
    ['nothing', { '.gitkeep': '' }],
  ])('has not %s', async (_, texts) => {
    expect(await lookInto(texts)).toBeNull();
  });

  test('is none that is not there', async () => {
    expect(await briefingsIn('nowhere', memoryFiles())).toBeNull();
  });

  test('has those that hold a report or a briefing.yaml, by the order of names', async () => {
    expect(
      await toldOf({
        'z/a.md': '',
        'B/briefing.yaml': '',
        'a b/x.html': '',
        'empty/notes.csv': '',
        '.hidden/a.txt': '',
        'table.csv': '',
      }),
    ).toEqual({
      names: ['B', 'a b', 'z'],
      refused: [],
      told: ['empty: skipped-folder', 'table.csv: no-reader'],
    });
  });

  test('says nothing of the folder that is published to, and builds none of it', async () => {
    const reports = { 'dam/a.txt': '', 'flood/a.txt': '' };
    const before = { 'site/index.html': '', 'site/feed.xml': '' };
    expect(await toldOf({ ...reports, ...before }, 'events/site')).toEqual({
      names: ['dam', 'flood'],
      refused: [],
      told: [],
    });
    const deep = { 'build/site/dam/index.html': '' };
    expect((await toldOf({ ...reports, ...deep }, 'events/build/site')).told).toEqual([]);
  });

  test('takes no other folder that editions were published to for a briefing', async () => {
    const one = edition('one', { title: 'One' });
    const many = { ...edition('many/dam', { title: 'Dam' }), 'many/index.html': '' };
    const current = { 'one/index.html': '' };
    expect((await toldOf({ 'dam/a.txt': '', ...one, ...current, ...many })).names).toEqual(['dam']);
  });

  test('builds what lies in the folder that would be published to, so that it can be refused', async () => {
    expect((await toldOf({ 'dam/a.txt': '', 'flood/a.txt': '' }, 'events/dam')).names).toEqual([
      'dam',
      'flood',
    ]);
  });

  test('refuses names that Synoptic has taken, and those that are one on many disks', async () => {
    expect(
      await toldOf({
        'Dam/a.txt': '',
        'dam/a.txt': '',
        'e\u0301clair/a.txt': '',
        '\u00e9clair/a.txt': '',
        'Index.html/a.txt': '',
        'feed.json/a.txt': '',
        'current/a.txt': '',
        'flood/a.txt': '',
      }),
    ).toEqual({
      names: ['flood'],
      refused: ['Dam', 'Index.html', 'current', 'dam', 'e\u0301clair', 'feed.json', '\u00e9clair'],
      told: [
        'Dam: briefing-name',
        'Index.html: briefing-name',
        'current: briefing-name',
        'dam: briefing-name',
        'e\u0301clair: briefing-name',
        'feed.json: briefing-name',
        '\u00e9clair: briefing-name',
      ],
    });
  });

  test('refuses links that lead out', async () => {
    const files = memoryFiles({ 'events/dam/a.txt': '', 'elsewhere/a.txt': '' });
    await files.link('../nowhere', 'events/flood');
    const { names, messages } = found(await briefingsIn('events', files));
    expect(names).toEqual(['dam']);
    expect(messages).toMatchObject([
      { ruleId: 'outside-folder', file: 'events/flood', fatal: true },
    ]);
  });

  test('is named with its briefings where one is meant', async () => {
    const many = found(await lookInto({ 'dam/a.txt': '', 'flood/a.txt': '' }));
    const { reason } = manyBriefings('events', many);
    expect(reason).toBe(
      'Unexpected folder of 2 briefings, expected one of them: name one: events/dam, events/flood',
    );
  });
});
