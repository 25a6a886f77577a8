import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files that come with the program, or with a package that it depends on. */

const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));

/** The folder of the model that tells which passages state one fact. */
export const MODEL = fileURLToPath(new URL('../../models/same-fact/', import.meta.url));

/** Read the templates and styles: path in their folder (`html/page.hbs`) → text. */
export async function loadTemplates(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(TEMPLATES, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.sort().map(async (file) => {
      const name = path.relative(TEMPLATES, file).split(path.sep).join('/');
      return [name, await readFile(file, 'utf8')] as const;
    }),
  );
  return new Map(texts);
}

const require = createRequire(import.meta.url);

/** Read a file of an installed package. */
export async function packageFile(name: string, file: string): Promise<Uint8Array> {
  const root = path.dirname(require.resolve(`${name}/package.json`));
  return readFile(path.join(root, file));
}
