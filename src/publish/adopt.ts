import path from 'node:path';
import { isWhole, namesListed } from '../edition-manifest.ts';
import { EDITIONS, editionFolder, editionNumbers, MANIFEST } from '../editions.ts';
import type { Place } from './draft.ts';

/** The number of what lay in the folder before there were editions: nothing is known of it. */
const BEFORE_THE_FIRST = 0;

/**
 * Make an edition of what lies in a folder without editions: the files of a build from before there
 * were any, or of one that was copied without them. So they can make way at once, and whole.
 *
 * @returns Whether it was made.
 */
export async function adopt(place: Place): Promise<boolean> {
  const { out, draft, files } = place;
  if ((await editionNumbers(out, files)).length > 0) return false;
  if (!(await isWhole(out, files))) return false;
  const names = await namesListed(out, files);
  await files.makeFolder(path.join(out, EDITIONS));
  await files.makeFolder(draft);
  for (const name of [...names, MANIFEST]) {
    await files.write(path.join(draft, name), await files.read(path.join(out, name)));
  }
  await files.rename(draft, editionFolder(out, BEFORE_THE_FIRST));
  return true;
}
