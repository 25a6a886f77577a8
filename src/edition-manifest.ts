import path from 'node:path';
import { z } from 'zod';
import { MANIFEST, readIfThere } from './editions.ts';
import { parseJson } from './parse-json.ts';
import { sha256 } from './sha256.ts';
import type { Files } from './system/index.ts';

/** A name in the folder itself, not hidden. Any other would lead out of it, or is none of ours. */
export const fileName = z.string().regex(/^[^./\\][^/\\]*$/u);

const outputSchema = z.object({
  file: fileName,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
});

const manifestSchema = z.object({
  outputs: z.array(z.unknown()),
  document: z.string().nullable().catch(null),
  generated: z.string().nullable().catch(null),
});

/** A file that a manifest lists. */
type ListedFile = z.output<typeof outputSchema>;

/** What a manifest says of an edition. */
export interface EditionManifest {
  /** SHA-256 of the manifest itself, which has those of all its files. */
  readonly sha256: string;
  /** Without the manifest itself. What is listed and could not be ours is passed over. */
  readonly outputs: readonly ListedFile[];
  /** Name of the document; null where it is not known. */
  readonly document: string | null;
  /** The moment that the edition speaks for, ISO 8601; null where no report is dated. */
  readonly generated: string | null;
}

/**
 * Read the manifest in a folder; nothing where there is none, or it is no manifest.
 *
 * @throws Error of the disk.
 */
export async function readManifest(folder: string, files: Files): Promise<EditionManifest | null> {
  const bytes = await readIfThere(path.join(folder, MANIFEST), files);
  const manifest = bytes && manifestSchema.safeParse(parseJson(bytes)).data;
  if (!manifest) return null;
  const outputs = manifest.outputs
    .flatMap((output) => outputSchema.safeParse(output).data ?? [])
    .filter(({ file }) => file !== MANIFEST);
  return { ...manifest, sha256: sha256(bytes), outputs };
}

/** Names of the files that the manifest in a folder lists; none where there is none. @throws Error of the disk. */
export const namesListed = async (folder: string, files: Files): Promise<readonly string[]> =>
  (await readManifest(folder, files))?.outputs.map(({ file }) => file) ?? [];

/**
 * Whether every file that a manifest lists lies in its folder, byte for byte; not where it lists none.
 *
 * @throws Error of the disk.
 */
export async function holdsAll(
  { outputs }: EditionManifest,
  folder: string,
  files: Files,
): Promise<boolean> {
  const held = await Promise.all(
    outputs.map(async ({ file, sha256: expected }) => {
      const bytes = await readIfThere(path.join(folder, file), files);
      return bytes !== null && sha256(bytes) === expected;
    }),
  );
  return held.length > 0 && held.every(Boolean);
}

/** Whether a folder holds an edition, byte for byte as its manifest says. @throws Error of the disk. */
export async function isWhole(folder: string, files: Files): Promise<boolean> {
  const manifest = await readManifest(folder, files);
  return manifest !== null && holdsAll(manifest, folder, files);
}
