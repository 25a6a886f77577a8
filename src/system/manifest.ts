import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sha256 } from '../sha256.ts';
import { ModelFault } from './model.ts';

/** `model.json` of a model: what belongs to it, and what is needed to run it. */
const manifestSchema = z.object({
  /** Name of a file → SHA-256 of its bytes, in hexadecimal. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
  /** Numbers that a token becomes. */
  width: z.int().min(1),
  /** Tokens of a passage that are read; what is longer is cut. */
  longest: z.int().min(1),
});

export type Manifest = z.output<typeof manifestSchema>;

/** The files of a model, proved to be those that were published. */
export interface ModelFiles {
  /** Where they lie. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which names those of all other files. */
  readonly sha256: string;
  /** Bytes of a file that the manifest names. */
  readonly bytes: (name: string) => Uint8Array;
}

/**
 * Read the files of a model.
 *
 * @throws ModelFault where one is not there, or is another than the manifest says.
 */
export async function readModel(folder: string): Promise<ModelFiles> {
  const source = await bytesOf(folder, 'model.json');
  const manifest = manifestOf(source);
  const files = new Map<string, Uint8Array>();
  for (const [name, expected] of Object.entries(manifest.files)) {
    const bytes = await bytesOf(folder, name);
    if (sha256(bytes) !== expected) throw new ModelFault('damaged', `bytes of ${name}`);
    files.set(name, bytes);
  }
  return {
    folder,
    manifest,
    sha256: sha256(source),
    bytes(name) {
      const bytes = files.get(name);
      if (!bytes) throw new ModelFault('damaged', `list of files without ${name}`);
      return bytes;
    },
  };
}

function manifestOf(source: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(source)));
  } catch (cause) {
    throw new ModelFault('damaged', 'content of model.json', { cause });
  }
}

async function bytesOf(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path.join(folder, path.basename(name)));
  } catch (cause) {
    throw new ModelFault('missing', `absence of ${name}`, { cause });
  }
}
