import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CheckOptions, check } from '../../src/check.ts';
import { recordOf } from '../../src/edition-record.ts';
import { editionFolder } from '../../src/editions.ts';
import { build, nodeSystem, type System } from '../../src/index.ts';
import type { Verdict } from '../../src/verdict/index.ts';
import { type MemoryFiles, memoryFiles, type Texts } from '../support.ts';

/** Each folder holds reports, those of the last edition if there is one, and what gates find. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/gates', import.meta.url));

/** When the last edition of every case was published; the check runs an hour later. */
export const MADE = '2031-06-11T08:00:00.000Z';
const HOUR_MS = 3_600_000;

/** The folders of a case, on a disk in memory. */
const [BEFORE, NOW, OUT] = ['before', 'now', 'out'] as const;

export interface Case {
  readonly system: System;
  readonly files: MemoryFiles;
}

/** A case of the fixtures, with its last edition published. */
export function openCase(name: string): Promise<Case> {
  return caseOf({ ...textsOf(name, BEFORE), ...textsOf(name, NOW) });
}

/** A case of files below `before` and `now`. */
export async function caseOf(texts: Texts): Promise<Case> {
  const files = memoryFiles(texts);
  const system = { ...nodeSystem(), files, now: () => Date.parse(MADE) + HOUR_MS };
  if (Object.keys(texts).some((file) => file.startsWith(`${BEFORE}/`))) {
    const options = { folder: BEFORE, out: null, formats: [], version: '0.0.0' };
    const { briefing } = await build(options, system);
    const folder = editionFolder(OUT, briefing.edition);
    const record = new TextEncoder().encode(JSON.stringify(recordOf(briefing, MADE)));
    await files.makeFolder(folder);
    await files.write(path.posix.join(folder, 'edition.json'), record);
  }
  return { files, system };
}

/** Check a case. */
export const checked = (
  { system }: Case,
  options: Partial<Pick<CheckOptions, 'failOn' | 'maxAge' | 'out'>> = {},
): Promise<Verdict> =>
  check({ folder: NOW, out: OUT, failOn: [], maxAge: null, version: '0.0.0', ...options }, system);

/** The files of one of the folders of a fixture; none where it has no such folder. */
function textsOf(name: string, folder: string): Texts {
  const root = path.join(FIXTURES, name);
  if (!readdirSync(root).includes(folder)) return {};
  const names = readdirSync(path.join(root, folder));
  return Object.fromEntries(
    names.map((file) => [`${folder}/${file}`, readFileSync(path.join(root, folder, file), 'utf8')]),
  );
}
