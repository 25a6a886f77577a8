import { describe, expect, test } from 'vitest';
import { inputsKey } from '../src/fingerprint.ts';
import { type Asked, inputsOf } from '../src/inputs.ts';
import { memoryFiles, type Texts } from './support.ts';

const FOLDER = {
  'in/a.txt': 'one',
  'in/briefing.yaml': 'theme: white-paper',
  'in/own/html/fact.hbs': 'fact',
  'mine/html/body.hbs': 'body',
  'mine/theme.css': ':root {}',
} as const satisfies Texts;

const ASKED: Asked = { folder: 'in', out: 'out', templates: 'mine', theme: 'mine/theme.css' };

interface Outside {
  readonly program?: string | null;
  readonly browser?: string | null;
}

async function keyFor(texts: Texts, asked: Asked = ASKED, outside: Outside = {}) {
  const { program = 'p', browser = 'b' } = outside;
  const inputs = await inputsOf(asked, {
    files: memoryFiles(texts),
    program: async () => program,
    browserName: async () => browser,
  });
  return inputs && inputsKey(inputs);
}

describe('what a build depends on', () => {
  test('is the same for the same', async () => {
    expect(await keyFor(FOLDER)).toMatch(/^[0-9a-f]{64}$/u);
    expect(await keyFor({ ...FOLDER })).toBe(await keyFor(FOLDER));
  });

  test('counts no hidden files, and not what was published into the folder', async () => {
    const more = { ...FOLDER, 'in/.git/x': '1', 'in/out/index.html': '1', 'in/own/.x': '1' };
    const asked = { ...ASKED, out: 'in/out/deeper' };
    expect(await keyFor(more, asked)).toBe(await keyFor(FOLDER, ASKED));
    expect(await keyFor(more, ASKED)).not.toBe(await keyFor(FOLDER, ASKED));
  });

  const CHANGES: Readonly<Record<string, Texts>> = {
    'another text': { ...FOLDER, 'in/a.txt': 'two' },
    'another name': { ...FOLDER, 'in/a.txt': 'one', 'in/b.txt': 'one' },
    'a file without a reader': { ...FOLDER, 'in/a.xyz': '' },
    'another briefing.yaml': { ...FOLDER, 'in/briefing.yaml': '' },
    'another template of the folder': { ...FOLDER, 'in/own/html/fact.hbs': 'x' },
    'another template of the user': { ...FOLDER, 'mine/html/body.hbs': 'x' },
    'another theme': { ...FOLDER, 'mine/theme.css': 'x' },
    // Names that look like what would be written between them.
    'a name like two': { ...FOLDER, 'in/a.txt","b.txt': 'one' },
    'a file in a folder of that name': { ...FOLDER, 'in/a/a.txt': 'one' },
  };

  test('is another one with any change of a file', async () => {
    const keys = await Promise.all(Object.values(CHANGES).map((texts) => keyFor(texts)));
    expect(new Set([...keys, await keyFor(FOLDER)]).size).toBe(keys.length + 1);
  });

  test('is another one when something else is asked for', async () => {
    const asked: readonly Asked[] = [
      ASKED,
      { ...ASKED, formats: ['html'] },
      { ...ASKED, formats: ['html', 'pdf'] },
      { ...ASKED, formats: [] },
      { ...ASKED, scorer: 'lexical' },
      { ...ASKED, scorer: 'model' },
      { ...ASKED, generated: '2031-03-12T00:00:00Z' },
      { ...ASKED, templates: undefined },
      { ...ASKED, theme: undefined },
      { ...ASKED, theme: 'broadsheet' },
    ];
    const keys = await Promise.all(asked.map((one) => keyFor(FOLDER, one)));
    expect(new Set(keys).size).toBe(asked.length);
    const turned = { ...ASKED, formats: ['pdf', 'html'] };
    expect(await keyFor(FOLDER, turned)).toBe(keys[2]);
  });

  test('is another one for another program or browser', async () => {
    const outside: readonly Outside[] = [{}, { program: 'q' }, { browser: 'c' }, { browser: null }];
    const keys = await Promise.all(outside.map((one) => keyFor(FOLDER, ASKED, one)));
    expect(new Set(keys).size).toBe(outside.length);
  });

  test('cannot be told where others decide, or something cannot be read', async () => {
    expect(await keyFor(FOLDER, { ...ASKED, scorer: 'own' })).toBeNull();
    expect(await keyFor(FOLDER, ASKED, { program: null })).toBeNull();
    expect(await keyFor(FOLDER, { ...ASKED, folder: 'nothing' })).toBeNull();
    expect(await keyFor(FOLDER, { ...ASKED, theme: 'mine/gone.css' })).toBeNull();
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`in/${at}.txt`, '']));
    expect(await keyFor({ ...FOLDER, ...many })).toBeNull();
  });
});
