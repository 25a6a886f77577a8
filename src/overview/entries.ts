import path from 'node:path';
import { z } from 'zod';
import { fileName } from '../edition-manifest.ts';
import {
  EDITIONS,
  editionFolder,
  listed,
  MANIFEST,
  readRecord,
  shownNumbers,
} from '../editions.ts';
import { parseJson } from '../parse-json.ts';
import type { Files } from '../system/index.ts';
import type { Changes, EditionRecord } from '../types.ts';

/** How the last build of a briefing went; `gone`: its folder is no longer there. */
export type BriefingState = 'built' | 'failed' | 'gone';

/** A briefing among many, as it was published. */
export interface OverviewEntry {
  /** Name of its folder, and of the folder that it is published to. */
  readonly name: string;
  readonly state: BriefingState;
  /** Of the edition that is shown; null where there is none. */
  readonly record: EditionRecord | null;
  /** What is new in it; null where it is the first. */
  readonly changes: Changes | null;
  /** Its files, in the order of its manifest. */
  readonly files: readonly EditionFile[];
}

export interface EditionFile {
  readonly file: string;
  readonly bytes: number;
}

/** Holds one edition against the one before. */
export type Compare = (before: EditionRecord, after: EditionRecord) => Changes;

export interface Looking {
  readonly files: Files;
  /** Null: what is new is not told. */
  readonly compare: Compare | null;
}

/**
 * Find out what is published of briefings: of those that were built or failed, and of those that were
 * published once and are no longer among them.
 *
 * @param out The folder that all are published to.
 * @param states Name of each briefing that was to be built → how that went.
 * @returns In the order of their names.
 */
export async function entriesIn(
  out: string,
  states: ReadonlyMap<string, Exclude<BriefingState, 'gone'>>,
  looking: Looking,
): Promise<readonly OverviewEntry[]> {
  const there = await listed(out, looking.files);
  const folders = there.filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'));
  const names = new Set([...states.keys(), ...folders.map(({ name }) => name)]);
  const entries = await Promise.all(
    [...names].sort().map(async (name) => {
      const state = states.get(name) ?? 'gone';
      return state === 'gone' && !(await hasEditions(path.join(out, name), looking.files))
        ? null
        : entryOf(name, state, { ...looking, folder: path.join(out, name) });
    }),
  );
  return entries.filter((entry) => entry !== null);
}

async function hasEditions(folder: string, files: Files): Promise<boolean> {
  const entries = await listed(folder, files).catch(() => []);
  return entries.some(({ name, kind }) => name === EDITIONS && kind === 'folder');
}

async function entryOf(
  name: string,
  state: BriefingState,
  { folder, files, compare }: Looking & { readonly folder: string },
): Promise<OverviewEntry> {
  const numbers = await shownNumbers(folder, files).catch(() => []);
  const [before = 0, last = 0] = [numbers.at(-2), numbers.at(-1)];
  const record = await readRecord(folder, last, files);
  const earlier = before > 0 ? await readRecord(folder, before, files) : null;
  return {
    name,
    state,
    record,
    changes: record && earlier && (compare?.(earlier, record) ?? null),
    files: record ? await filesOf(editionFolder(folder, last), files) : [],
  };
}

const manifestSchema = z.object({
  outputs: z.array(z.object({ file: fileName, bytes: z.int().min(0) })),
});

/** The files that the manifest of an edition lists; none where it cannot be used. */
async function filesOf(folder: string, files: Files): Promise<readonly EditionFile[]> {
  const bytes = await files.read(path.join(folder, MANIFEST)).catch(() => null);
  return manifestSchema.safeParse(bytes && parseJson(bytes)).data?.outputs ?? [];
}
