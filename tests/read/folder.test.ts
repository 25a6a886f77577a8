import { describe, expect, test } from 'vitest';
import { isFatal } from '../../src/messages.ts';
import { openFolder } from '../../src/read/index.ts';
import type { Entry, Files } from '../../src/system/index.ts';

const EXTENSIONS = new Set(['.txt', '.md']);
const MEGABYTE = 1024 * 1024;

/** What stands under a name: text or bytes of a file, or something that is not a readable file. */
type Content = string | Uint8Array | Partial<Entry> | Error;

const failure = (code: string) => Object.assign(new Error(code), { code });
const refuse = () => Promise.reject(new Error('Unexpected change, expected reading alone'));

/** A disk with one folder, `reports`. */
function disk(contents: Readonly<Record<string, Content>>): Files {
  const entry = ([name, content]: [string, Content]): Entry => {
    if (typeof content === 'string') return { name, kind: 'file', size: content.length };
    if (content instanceof Uint8Array) return { name, kind: 'file', size: content.length };
    if (content instanceof Error) return { name, kind: 'file', size: 1 };
    return { name, kind: 'file', size: 0, ...content };
  };
  return {
    async list(folder) {
      if (folder !== 'reports') throw failure('ENOENT');
      return Object.entries(contents).map(entry);
    },
    async read(file) {
      const content = contents[file.replace(/^reports[/\\]/u, '')];
      if (content instanceof Error) throw content;
      if (content instanceof Uint8Array) return content;
      if (typeof content === 'string') return new TextEncoder().encode(content);
      throw new Error(`Unexpected reading of ${file}, expected it to be left alone`);
    },
    write: refuse,
    makeFolder: refuse,
    rename: refuse,
    remove: refuse,
  };
}

const open = (contents: Readonly<Record<string, Content>>) =>
  openFolder('reports', EXTENSIONS, disk(contents));

const rules = (messages: Awaited<ReturnType<typeof open>>['messages']) =>
  messages.map(({ file, ruleId }) => [file, ruleId]);

describe('a folder of reports', () => {
  test('its files are read in their order, byte for byte', async () => {
    const bytes = Uint8Array.of(0x61, 0xe9, 0x00);
    const { files, messages } = await open({ '01.txt': 'one', '02.MD': bytes, '03.txt': '' });
    expect(files.map(({ name }) => name)).toEqual(['01.txt', '02.MD', '03.txt']);
    expect(files[1]?.bytes).toEqual(bytes);
    expect(messages).toEqual([]);
  });

  test('briefing.yaml is not a report', async () => {
    const { files, config } = await open({ 'a.txt': 'one', 'briefing.yaml': 'title: Brücke' });
    expect(files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(config).toEqual({ name: 'briefing.yaml', source: 'title: Brücke' });
  });

  test('without briefing.yaml its text is empty', async () => {
    expect((await open({ 'a.txt': 'one' })).config).toEqual({ name: 'briefing.yaml', source: '' });
  });

  test('hidden files are passed over without a word', async () => {
    const { files, messages } = await open({
      '.store': 'x',
      '.hidden.txt': 'x',
      '.git': { kind: 'folder' },
    });
    expect(files).toEqual([]);
    expect(messages).toEqual([]);
  });
});

describe('an entry that is not read', () => {
  test.each<[string, string, Content, object]>([
    [
      'a link that leads out',
      'a.txt',
      { kind: 'outside' },
      { ruleId: 'outside-folder', expected: ['a file of the folder'] },
    ],
    [
      'a folder with the name of a report',
      'a.txt',
      { kind: 'folder' },
      { ruleId: 'not-a-file', actual: 'folder', expected: ['a file'] },
    ],
    [
      'a pipe',
      'a.txt',
      { kind: 'other' },
      { ruleId: 'not-a-file', actual: 'device or pipe', expected: ['a file'] },
    ],
    [
      'a file that is too large',
      'a.txt',
      { size: 20 * MEGABYTE + 1 },
      { ruleId: 'too-large', actual: '21 MB', expected: ['at most 20 MB'] },
    ],
    [
      'a file that may not be read',
      'a.txt',
      failure('EACCES'),
      { ruleId: 'unreadable-file', actual: 'error EACCES', expected: ['a file that can be read'] },
    ],
    [
      'a file that fails without a code',
      'a.txt',
      new Error('the disk is on fire'),
      { ruleId: 'unreadable-file', actual: expect.stringContaining('the disk is on fire') },
    ],
    [
      'briefing.yaml that leads out',
      'briefing.yaml',
      { kind: 'outside' },
      { ruleId: 'outside-folder' },
    ],
    [
      'briefing.yaml that is a folder',
      'briefing.yaml',
      { kind: 'folder' },
      { ruleId: 'not-a-file', actual: 'folder' },
    ],
    [
      'briefing.yaml that is not UTF-8',
      'briefing.yaml',
      Uint8Array.of(0x74, 0xe9),
      { ruleId: 'unreadable-file', actual: 'encoding', expected: ['UTF-8'] },
    ],
  ])('%s is a failure', async (_, name, content, expected) => {
    const { files, config, messages } = await open({ [name]: content });
    expect(files).toEqual([]);
    expect(config.source).toBe('');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ file: name, ...expected });
    expect(messages.every(isFatal)).toBe(true);
  });

  test.each<[string, string, Content, object]>([
    [
      'a file of another kind',
      'b.pdf',
      'x',
      { ruleId: 'no-reader', actual: 'file of kind ".pdf"' },
    ],
    [
      'a file without a kind',
      'README',
      'x',
      { ruleId: 'no-reader', actual: 'file of kind "none"' },
    ],
    ['a folder', 'pictures', { kind: 'folder' }, { ruleId: 'skipped-folder' }],
    ['a link of no interest', 'b.pdf', { kind: 'outside' }, { ruleId: 'no-reader' }],
  ])('%s is a warning', async (_, name, content, expected) => {
    const { files, messages } = await open({ [name]: content, 'c.txt': 'x' });
    expect(files.map((file) => file.name)).toEqual(['c.txt']);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ file: name, ...expected });
    expect(messages.some(isFatal)).toBe(false);
  });

  test('hides none of the others', async () => {
    const { files, messages } = await open({
      '01.txt': { kind: 'outside' },
      '02.txt': 'two',
      '03.txt': failure('EIO'),
      '04.txt': { kind: 'folder' },
      '05.md': 'five',
      '06.txt': { size: 900 * MEGABYTE },
      '07.pdf': 'x',
      '08.txt': 'eight',
      'briefing.yaml': Uint8Array.of(0xff),
      folder: { kind: 'folder' },
    });
    expect(files.map(({ name }) => name)).toEqual(['02.txt', '05.md', '08.txt']);
    expect(rules(messages)).toEqual([
      ['01.txt', 'outside-folder'],
      ['03.txt', 'unreadable-file'],
      ['04.txt', 'not-a-file'],
      ['06.txt', 'too-large'],
      ['07.pdf', 'no-reader'],
      ['briefing.yaml', 'unreadable-file'],
      ['folder', 'skipped-folder'],
    ]);
  });
});

test('a file of exactly the greatest size is read', async () => {
  const large = new Uint8Array(20 * MEGABYTE);
  const { files, messages } = await open({ 'a.txt': large });
  expect(files[0]?.bytes).toBe(large);
  expect(messages).toEqual([]);
});

describe('a folder that cannot be listed', () => {
  test.each([
    ['ENOENT', 'missing folder'],
    ['ENOTDIR', 'file'],
    ['EACCES', 'error EACCES'],
  ])('%s', async (code, found) => {
    const files: Files = { ...disk({}), list: () => Promise.reject(failure(code)) };
    const result = await openFolder('raports', EXTENSIONS, files);
    expect(result.files).toEqual([]);
    expect(result.config.source).toBe('');
    expect(result.messages).toHaveLength(1);
    expect(result.messages[0]).toMatchObject({
      ruleId: 'folder-missing',
      file: 'raports',
      actual: found,
    });
    expect(result.messages.every(isFatal)).toBe(true);
  });
});
