import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Asked } from '../src/inputs.ts';
import { message } from '../src/messages.ts';
import { unchanged, watchInputs } from '../src/unchanged.ts';
import { memoryFiles } from './support.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const PAGE = '<p>page</p>';
const MANIFEST = JSON.stringify({
  generated: '2031-03-12T00:00:00Z',
  outputs: [{ file: 'index.html', bytes: PAGE.length, sha256: hashOf(PAGE) }],
});

const ASKED: Asked = { folder: 'in', out: 'out' };

const NOTE = message({ rule: 'no-glyph', file: 'a', found: 'b', expected: 'c', advice: 'd' });

/** A folder with a report, and an edition of it whose state was kept. */
async function published({ messages = [NOTE], during = async () => {} } = {}) {
  const files = memoryFiles({
    'in/a.txt': 'one',
    'out/index.html': PAGE,
    'out/manifest.json': MANIFEST,
    'out/editions/0003/index.html': PAGE,
    'out/editions/0003/manifest.json': MANIFEST,
  });
  const outside = { program: 'p', ours: true };
  const system = {
    files,
    program: async () => outside.program,
    browserName: async () => 'b',
    isOurs: async () => outside.ours,
  };
  const keep = await watchInputs(ASKED, system);
  await during.call(files);
  await keep(3, messages);
  return {
    files,
    outside,
    put: (name: string, text: string) => files.write(name, new TextEncoder().encode(text)),
    ask: (asked: Partial<Asked> = {}) => unchanged({ ...ASKED, ...asked }, system),
  };
}

const STATE = 'out/editions/.state.json';

describe('the last edition', () => {
  test('is what would be built, where nothing changed', async () => {
    const { ask } = await published();
    const same = await ask();
    expect(same).toMatchObject({
      edition: 3,
      generated: '2031-03-12T00:00:00Z',
      files: ['index.html'],
    });
    expect(same?.messages.map(String)).toEqual([String(NOTE)]);
  });

  test.each([
    { what: 'a report', name: 'in/a.txt', text: 'two' },
    { what: 'a new file', name: 'in/b.txt', text: '' },
    { what: 'a file that is shown', name: 'out/index.html', text: '<p>other</p>' },
    { what: 'the list of what is shown', name: 'out/manifest.json', text: `${MANIFEST} ` },
    { what: 'a file of the edition', name: 'out/editions/0003/index.html', text: '' },
    { what: 'its list', name: 'out/editions/0003/manifest.json', text: '{}' },
    { what: 'the state, which is empty', name: STATE, text: '' },
    { what: 'the state, which is none', name: STATE, text: '{"inputs":"","edition":3}' },
  ])('is not, where $what is another one', async ({ name, text }) => {
    const { ask, put } = await published();
    await put(name, text);
    expect(await ask()).toBeNull();
  });

  test('is not, where a list and its files were changed together', async () => {
    const { ask, put } = await published();
    const forged = '<p>forged</p>';
    for (const folder of ['out', 'out/editions/0003']) {
      await put(`${folder}/index.html`, forged);
      await put(`${folder}/manifest.json`, MANIFEST.replace(hashOf(PAGE), hashOf(forged)));
    }
    expect(await ask()).toBeNull();
  });

  test('is not, where a state leads out of the folder', async () => {
    const { ask, put, files } = await published();
    const state = files.contents()[STATE] ?? '';
    const listed = MANIFEST.replace('index.html', '../index.html');
    for (const folder of ['out', 'out/editions/0003']) await put(`${folder}/manifest.json`, listed);
    await put(STATE, state.replace(hashOf(MANIFEST), hashOf(listed)));
    expect(await ask()).toBeNull();
  });

  test('is not, where something is gone', async () => {
    for (const name of ['out/index.html', 'out/manifest.json', 'out/editions/0003', STATE]) {
      const { ask, files } = await published();
      await files.remove(name);
      expect(await ask()).toBeNull();
    }
  });

  test('is not, where others could have written the state, or the program is another one', async () => {
    const { ask, outside } = await published();
    outside.ours = false;
    expect(await ask()).toBeNull();
    outside.ours = true;
    outside.program = 'q';
    expect(await ask()).toBeNull();
  });

  test('is not, where something else is asked for', async () => {
    const { ask } = await published();
    expect(await ask({ formats: ['html'] })).toBeNull();
    expect(await ask({ out: 'elsewhere' })).toBeNull();
  });

  test('is not, where a report changed while it was built', async () => {
    const { ask } = await published({
      async during(this: unknown) {
        const files = this as ReturnType<typeof memoryFiles>;
        await files.write('in/a.txt', new TextEncoder().encode('changed meanwhile'));
      },
    });
    expect(await ask()).toBeNull();
  });

  test('is not, where what was said cannot be kept whole', async () => {
    const cause = new Error('why');
    const said = message({
      rule: 'no-glyph',
      file: 'a',
      found: '',
      expected: '',
      advice: '',
      cause,
    });
    const { ask } = await published({ messages: [said] });
    expect(await ask()).toBeNull();
  });

  test('is kept without a state where that cannot be written', async () => {
    const files = memoryFiles({ 'in/a.txt': 'one', 'out/editions/0001/manifest.json': MANIFEST });
    const system = {
      files,
      program: async () => 'p',
      browserName: async () => null,
      isOurs: async () => true,
    };
    const keep = await watchInputs(ASKED, system);
    files.failAt({ on: ['write', 'rename'], nth: 1 });
    await expect(keep(1, [])).resolves.toBeUndefined();
    expect(await unchanged(ASKED, system)).toBeNull();
  });
});
