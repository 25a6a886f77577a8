import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Find data beside the repository, which is measured with and never part of it.
 *
 * @returns The path; nothing, and a line that says so, where the data is not there.
 */
export function shared(name: string): string | undefined {
  const folder = fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
  if (existsSync(folder)) return folder;
  console.log(`not measured: ../shared/${name} is not there`);
  return undefined;
}
