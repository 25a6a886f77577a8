import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RECORD } from '../../src/edition-record.ts';
import { editionFolder } from '../../src/editions.ts';
import { EXIT } from '../../src/index.ts';
import { editionsOf } from '../diff/support.ts';
import { command, temporaryFolder } from '../e2e/support.ts';

let out: string;

beforeAll(async () => {
  out = await temporaryFolder();
  for (const edition of Object.values(await editionsOf('corrected-figure'))) {
    const folder = editionFolder(out, edition.number);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, RECORD), JSON.stringify(edition));
  }
});

afterAll(() => rm(out, { recursive: true, force: true }));

describe('synoptic diff', () => {
  test('prints what changed, and ends well', async () => {
    const { code, stdout, stderr } = await command(['diff', '--in', out]);
    expect([code, stderr]).toEqual([EXIT.published, '']);
    expect(stdout).toContain('\nCorrected\n  - The accident injured 14 people');
  });

  test('prints it as data', async () => {
    const { code, stdout } = await command(['diff', '1', '2', '--in', out, '--json']);
    expect(code).toBe(EXIT.published);
    expect(JSON.parse(stdout)).toMatchObject({
      since: { number: 1 },
      facts: [{ kind: 'changed' }],
    });
  });

  test('writes it, with the colors of a theme', async () => {
    const to = path.join(out, 'changes');
    const { code, stdout } = await command(['diff', '--in', out, '--out', to]);
    expect(code).toBe(EXIT.published);
    expect(stdout).toContain(`${to}/changes.html  `);
    const page = await readFile(path.join(to, 'changes.html'), 'utf8');
    expect(page).toContain('--paper:#');
    expect(page).toContain('prefers-color-scheme: dark');
  });

  test('names the editions that there are', async () => {
    const { code, stdout, stderr } = await command(['diff', '1', '7', '--in', out]);
    expect([code, stdout]).toEqual([EXIT.input, '']);
    expect(stderr).toContain('Unexpected edition 7, expected one of 1, 2');
  });
});
