import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { docxOf } from '../../src/docx/index.ts';
import { textOf } from '../../src/trees.ts';
import { plainOfCase } from '../plain/support.ts';
import { PROPERTIES, treeOf } from './support.ts';

/** Opened by LibreOffice, where that is installed: it is no part of what the tests need. */

const hasOffice = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .some((folder) => existsSync(path.join(folder, 'soffice')));

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

test.skipIf(!hasOffice)(
  'is read by LibreOffice with every heading and statement',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'synoptic-office-'));
    try {
      const { tree, view } = await plainOfCase('quay');
      await writeFile(path.join(folder, 'briefing.docx'), await docxOf(tree, PROPERTIES));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const to = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
      await promisify(execFile)('soffice', [
        profile,
        '--headless',
        ...to,
        `${folder}/briefing.docx`,
      ]);
      const text = bare(await readFile(path.join(folder, 'briefing.txt'), 'utf8'));
      const lines = [
        view.title,
        ...view.sections.map(({ heading }) => heading),
        ...view.all.facts.flatMap((fact) => fact?.said.map(({ words }) => words.toString()) ?? []),
      ];
      expect(lines.length).toBeGreaterThan(10);
      for (const line of lines) expect(text).toContain(bare(textOf([treeOf(line)])));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
