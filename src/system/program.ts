import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the program itself: `src`, or `dist` where it was compiled. */
const CODE = fileURLToPath(new URL('../', import.meta.url));

/** What makes the program what it is: its code and what comes with it. */
const PARTS: readonly { readonly folder: string; readonly file: RegExp }[] = [
  { folder: CODE, file: /(?<!\.d)\.[jt]s$/u },
  { folder: path.join(ROOT, 'templates'), file: /./u },
  // The list of a model has the hash of each of its other files, which are held against it when they are read.
  { folder: path.join(ROOT, 'models'), file: /^model\.json$/u },
];

/** Where package managers write which packages are installed, from the folder of the packages. */
const LOCKS = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-integrity', '.yarn-state.yml'];

/** Where the packages may lie that the program needs: below it, or beside it. */
const PACKAGES = [path.join(ROOT, 'node_modules'), path.join(ROOT, '..')];

/**
 * Tell what the program is: its files, the packages that it needs, and what runs it. A change of any
 * of them, and what it made before is not taken for what it would make.
 *
 * @returns A hash; null where that cannot be told, or a file was written since the program began:
 *   what runs may be the one before.
 */
export function programHash(): string | null {
  const { version, versions, platform, arch } = process;
  const hash = createHash('sha256').update(
    JSON.stringify([version, versions['icu'], versions.v8, platform, arch]),
  );
  try {
    const locks = PACKAGES.flatMap((folder) => LOCKS.map((name) => path.join(folder, name)));
    const found = locks.filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
    if (found.length === 0) return null;
    for (const file of [...found, path.join(ROOT, 'package.json'), ...PARTS.flatMap(filesOf)]) {
      if (statSync(file).mtimeMs > performance.timeOrigin) return null;
      const own = createHash('sha256').update(readFileSync(file)).digest('hex');
      hash.update(JSON.stringify([path.relative(ROOT, file), own]));
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Its files, in an order that is the same on every disk. */
function filesOf({ folder, file }: (typeof PARTS)[number]): readonly string[] {
  const entries: readonly Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && file.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
