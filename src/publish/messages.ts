import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { isWhole } from '../edition-manifest.ts';
import { CURRENT, EDITIONS, listed, MANIFEST } from '../editions.ts';
import { message } from '../messages.ts';
import type { Entry, Files } from '../system/index.ts';
import type { OutputFile } from '../types.ts';

/** A folder, a device or a link in the place of one of our files: it is not ours to remove. */
export async function obstacleTo(
  edition: readonly OutputFile[],
  out: string,
  files: Files,
): Promise<VFileMessage | undefined> {
  const ours = new Set([...edition.map(({ name }) => name), MANIFEST]);
  const entries = await listed(out, files);
  const found = entries.find((entry) => ours.has(entry.name) && isInTheWay(entry));
  const current = entries.find(({ name }) => name === CURRENT);
  const blocked =
    found ?? (current && (await isSomeoneElses(current, out, files)) ? current : null);
  return blocked ? inTheWay(blocked, out) : undefined;
}

/** A link of ours may lead to nothing, where the edition before has no such file. */
const isInTheWay = ({ name, kind, link }: Entry): boolean =>
  kind !== 'file' && link !== `${CURRENT}/${name}`;

/** Whether what stands in the place of the link to the edition is neither it nor a copy of one. */
async function isSomeoneElses({ kind, link }: Entry, out: string, files: Files): Promise<boolean> {
  if (link !== undefined) return !link.startsWith(`${EDITIONS}/`);
  return kind !== 'folder' || !(await isWhole(path.join(out, CURRENT), files));
}

const inTheWay = ({ name, kind }: Entry, out: string): VFileMessage =>
  message({
    rule: 'output-unwritable',
    file: path.join(out, name),
    found: OBSTACLES[kind] ?? kind,
    expected: 'a file of the last edition, or nothing',
    advice: 'move it away, or name another folder with --out',
  });

const OBSTACLES: Readonly<Record<string, string>> = {
  folder: 'folder',
  outside: 'link that leads out of the folder, or nowhere',
  other: 'device or pipe',
};

export const unlinked = (out: string): VFileMessage =>
  message({
    rule: 'output-without-links',
    file: out,
    found: 'disk without links',
    expected: 'one that has them',
    advice:
      'the edition was copied file by file; who must never see two at once reads it under editions',
  });
