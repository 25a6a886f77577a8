import path from 'node:path';
import { readIfThere } from '../editions.ts';
import { sha256 } from '../sha256.ts';
import type { Files } from '../system/index.ts';
import { filesListed } from './manifest.ts';

/** Whether every file that the manifest in a folder lists lies there, byte for byte. */
export async function isWhole(folder: string, files: Files): Promise<boolean> {
  const outputs = await filesListed(folder, files);
  if (!outputs || outputs.length === 0) return false;
  const whole = await Promise.all(
    outputs.map(async ({ file, sha256: expected }) => {
      const bytes = await readIfThere(path.join(folder, file), files);
      return bytes !== null && sha256(bytes) === expected;
    }),
  );
  return whole.every(Boolean);
}
