import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BuildFailure, isFatal } from '../../src/messages.ts';
import { mixedUp, openFolder, readFolder } from '../../src/read/index.ts';
import type { Entry, Files } from '../../src/system/index.ts';

const MAX_BYTES = 500_000;

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
    link: refuse,
    rename: refuse,
    remove: refuse,
  };
}

/** Open a folder and read it, as the pipeline does. */
async function open(
  contents: Readonly<Record<string, Content>>,
  ignore: readonly string[] = [],
  out = 'output',
) {
  const files = disk(contents);
  const folder = await openFolder('reports', files, out);
  const loaded = await readFolder(folder, ignore, files);
  return { ...folder, ...loaded, messages: [...folder.messages, ...loaded.messages] };
}

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
      { size: MAX_BYTES + 1 },
      { ruleId: 'too-large', actual: 'size of 501 kB', expected: ['at most 500 kB'] },
    ],
    [
      'a file that may not be read',
      'a.txt',
      failure('EACCES'),
      {
        ruleId: 'unreadable-file',
        actual: 'lack of permission (EACCES)',
        expected: ['a file that can be read'],
      },
    ],
    [
      'a file that fails without a code',
      'a.txt',
      new Error('the disk is on fire'),
      { ruleId: 'unreadable-file', actual: 'error the disk is on fire' },
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
      Uint8Array.of(0x74, 0x0a, 0xe9),
      { ruleId: 'not-utf8', line: 2, column: 1, actual: 'byte 0xe9', expected: ['UTF-8'] },
    ],
    [
      'briefing.yaml that is no text',
      'briefing.yaml',
      'a: b\0',
      { ruleId: 'not-text', line: 1, column: 5, actual: 'zero byte' },
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
      'b.rtf',
      'x',
      { ruleId: 'no-reader', actual: 'file with the ending ".rtf"' },
    ],
    [
      'a file without a kind',
      'README',
      'x',
      { ruleId: 'no-reader', actual: 'file without an ending' },
    ],
    ['a folder', 'pictures', { kind: 'folder' }, { ruleId: 'skipped-folder' }],
    ['a link of no interest', 'b.rtf', { kind: 'outside' }, { ruleId: 'no-reader' }],
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
      '06.txt': { size: 900 * MAX_BYTES },
      '07.rtf': 'x',
      '08.txt': 'eight',
      'briefing.yaml': Uint8Array.of(0xff),
      folder: { kind: 'folder' },
    });
    expect(files.map(({ name }) => name)).toEqual(['02.txt', '05.md', '08.txt']);
    expect(rules(messages)).toEqual([
      ['briefing.yaml', 'not-utf8'],
      ['01.txt', 'outside-folder'],
      ['03.txt', 'unreadable-file'],
      ['04.txt', 'not-a-file'],
      ['06.txt', 'too-large'],
      ['07.rtf', 'no-reader'],
      ['folder', 'skipped-folder'],
    ]);
  });

  test('is known by its name, so that nobody calls it missing', async () => {
    const { unread } = await open({
      '01.txt': { kind: 'folder' },
      '02.txt': 'two',
      '03.txt': failure('EIO'),
      '04.rtf': 'x',
    });
    expect(unread).toEqual(['01.txt', '03.txt']);
  });
});

describe('an entry that is to be ignored', () => {
  test.each<[string, Content]>([
    ['b.txt', 'x'],
    ['b.txt', failure('EIO')],
    ['b.txt', { kind: 'outside' }],
    ['b.txt', { size: 900 * MAX_BYTES }],
    ['b.rtf', 'x'],
    ['README', 'x'],
    ['pictures', { kind: 'folder' }],
  ])('%s: %j is neither read nor spoken of', async (name, content) => {
    const { files, unread, messages } = await open({ 'a.txt': 'one', [name]: content }, [name]);
    expect(files.map((file) => file.name)).toEqual(['a.txt']);
    expect(unread).toEqual([]);
    expect(messages).toEqual([]);
  });

  test('is known by its whole name', async () => {
    const { messages } = await open({ 'a.rtf': 'x', 'A.rtf': 'x', 'aa.rtf': 'x' }, ['a.rtf']);
    expect(rules(messages)).toEqual([
      ['A.rtf', 'no-reader'],
      ['aa.rtf', 'no-reader'],
    ]);
  });
});

test('a file of exactly the greatest size is read', async () => {
  const large = new Uint8Array(MAX_BYTES);
  const { files, messages } = await open({ 'a.txt': large });
  expect(files[0]?.bytes).toBe(large);
  expect(messages).toEqual([]);
});

describe('settings under another name', () => {
  test.each(['briefing.yml', 'briefing.YAML', 'Briefing.yml', 'BRIEFING.yaml'])(
    '%s is a warning that says the right one',
    async (name) => {
      const { config, messages } = await open({ 'a.txt': 'one', [name]: 'title: A' });
      expect(config.source).toBe('');
      expect(
        messages.map(({ file, fatal, ruleId, reason }) => [file, fatal, ruleId, reason]),
      ).toEqual([
        [
          name,
          false,
          'no-reader',
          'Unexpected name for the settings, expected the name briefing.yaml: its settings are not used; rename it to briefing.yaml',
        ],
      ]);
    },
  );
});

describe('the folder to publish to', () => {
  test.each(['reports', './reports/', 'other/../reports', path.resolve('reports')])(
    'is not that of the reports: %s',
    (out) => {
      const messages = mixedUp('reports', out);
      expect(messages.map(({ file, ruleId, fatal }) => [file, ruleId, fatal])).toEqual([
        [out, 'output-unwritable', true],
      ]);
    },
  );

  test.each(['output', 'reports/output', '.', 'reports-2', '../reports'])('may be %s', (out) => {
    expect(mixedUp('reports', out)).toEqual([]);
  });

  test.each([
    'reports/pages',
    'reports/pages/',
    './reports/pages/today',
    path.resolve('reports/pages'),
  ])('is not spoken of where it lies among the reports: %s', async (out) => {
    const contents = {
      'a.txt': 'one',
      pages: { kind: 'folder' },
      more: { kind: 'folder' },
    } as const;
    const { messages } = await open(contents, [], out);
    expect(rules(messages)).toEqual([['more', 'skipped-folder']]);
  });
});

describe('a folder that cannot be listed', () => {
  test.each([
    ['ENOENT', 'path to nothing'],
    ['ENOTDIR', 'file'],
    ['EACCES', 'lack of permission (EACCES)'],
    ['EWEIRD', 'error EWEIRD'],
  ])('%s', async (code, found) => {
    const files: Files = { ...disk({}), list: () => Promise.reject(failure(code)) };
    const thrown = await openFolder('raports', files, 'output').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(BuildFailure);
    const { messages } = thrown as BuildFailure;
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      ruleId: 'folder-missing',
      file: 'raports',
      actual: found,
      expected: ['a folder of reports that can be read'],
    });
    expect(messages.every(isFatal)).toBe(true);
  });
});
