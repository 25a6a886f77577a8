import path from 'node:path';
import { z } from 'zod';
import { MANIFEST, readIfThere } from '../editions.ts';
import { parseJson } from '../parse-json.ts';
import type { Files } from '../system/index.ts';

/** A name in the folder itself, not hidden. Any other would lead out of it, or is none of ours. */
const fileName = z.string().regex(/^[^./\\][^/\\]*$/u);

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
});

/** A file that a manifest lists. */
export type ListedFile = z.output<typeof outputSchema>;

/**
 * The files that the manifest in a folder lists, without itself; nothing where there is no manifest, or
 * it is none. What it lists and could not be ours is passed over.
 */
export async function filesListed(
  folder: string,
  files: Files,
): Promise<readonly ListedFile[] | null> {
  const manifest = await readManifest(folder, files);
  if (!manifest) return null;
  return manifest.outputs
    .flatMap((output) => outputSchema.safeParse(output).data ?? [])
    .filter(({ file }) => file !== MANIFEST);
}

/** The name of the document in a folder; null where it is not known. */
export const documentIn = async (folder: string, files: Files): Promise<string | null> =>
  (await readManifest(folder, files))?.document ?? null;

async function readManifest(folder: string, files: Files) {
  const bytes = await readIfThere(path.join(folder, MANIFEST), files);
  return bytes && manifestSchema.safeParse(parseJson(bytes)).data;
}
