import type { BuildAllFlags } from './build-all.ts';
import { rebuildingAll } from './rebuild-all.ts';
import { rebuildingOne } from './rebuild-one.ts';
import type { Rebuild } from './rebuilt.ts';
import type { Around } from './surroundings.ts';

/**
 * Make what builds a folder again and again, be it of one briefing or of many. Each build says in one
 * line what came of it; one that fails, or a bug, ends no more than itself.
 *
 * @throws BuildFailure where a format of the user's own cannot be loaded.
 */
export async function rebuilding(
  folder: string,
  flags: BuildAllFlags,
  around: Around,
): Promise<Rebuild> {
  const { briefingsIn } = await import('../index.ts');
  const one = await rebuildingOne(folder, flags, around);
  const all = await rebuildingAll(folder, flags, around);
  let many = false;
  return async (warm) => {
    // A report that is dropped beside the folders of briefings does not make them one: it would be
    // published in the place of all.
    many ||= (await briefingsIn(folder, warm.system.files, flags.out)) !== null;
    return (many ? all : one)(warm);
  };
}
