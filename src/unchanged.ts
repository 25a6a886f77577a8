import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { holdsAll, readManifest } from './edition-manifest.ts';
import { EDITIONS, editionFolder, MANIFEST } from './editions.ts';
import { inputsKey } from './fingerprint.ts';
import { type Asked, inputsOf } from './inputs.ts';
import { keptMessageSchema, keptMessages, messageFrom } from './kept-messages.ts';
import { parseJson } from './parse-json.ts';
import { sha256 } from './sha256.ts';
import type { Files, System } from './system/index.ts';

/** What an edition was made from, and what was made: kept beside the editions. */
const stateSchema = z.strictObject({
  /** As `inputsKey` gives it. */
  inputs: z.string(),
  edition: z.int().min(1),
  /** SHA-256 of the manifest of what was published, which has those of all its files. */
  manifest: z.string(),
  /** What was said of it. */
  messages: z.array(keptMessageSchema),
});

type State = z.output<typeof stateSchema>;

const STATE = '.state.json';

const stateFile = (out: string): string => path.join(out, EDITIONS, STATE);

/** An edition that a build would make again. */
export interface Unchanged {
  readonly edition: number;
  /** The moment it speaks for, ISO 8601; null where no report is dated. */
  readonly generated: string | null;
  /** Names of its files. */
  readonly files: readonly string[];
  /** What was said when it was made. */
  readonly messages: readonly VFileMessage[];
}

type Needed = Pick<System, 'files' | 'program' | 'browserName' | 'isOurs'>;

/**
 * Tell whether the edition that lies in the output folder was made from what a build would be made
 * from now, and lies there whole. Where anything is not certain, it was not.
 */
export async function unchanged(asked: Asked, system: Needed): Promise<Unchanged | null> {
  const { out } = asked;
  const state = await readState(out, system);
  if (!state) return null;
  const inputs = await inputsOf(asked, system);
  if (!inputs || inputsKey(inputs) !== state.inputs) return null;
  const shown = await wholeAt(out, state, system.files);
  const kept = await wholeAt(editionFolder(out, state.edition), state, system.files);
  const messages = state.messages.map(messageFrom);
  return shown && kept && { edition: state.edition, messages, ...shown };
}

/**
 * Watch what a build is made from: the key is kept only where it is the same when the build is done.
 *
 * @returns Keeps it, once an edition was published.
 */
export async function watchInputs(
  asked: Asked,
  system: Needed,
): Promise<(edition: number, messages: readonly VFileMessage[]) => Promise<void>> {
  const before = await inputsOf(asked, system);
  return async (edition, messages) => {
    const { files } = system;
    const kept = keptMessages(messages);
    const after = before && (await inputsOf(asked, system));
    if (!kept || !before || !after || inputsKey(before) !== inputsKey(after)) return;
    try {
      const manifest = await files.read(path.join(editionFolder(asked.out, edition), MANIFEST));
      const state: State = {
        inputs: inputsKey(after),
        edition,
        manifest: sha256(manifest),
        messages: [...kept],
      };
      await writeState(asked.out, state, files);
    } catch {
      // The next build makes all anew, and nothing else.
    }
  };
}

async function writeState(out: string, state: State, files: Files): Promise<void> {
  const draft = `${stateFile(out)}.draft`;
  await files.write(draft, new TextEncoder().encode(`${JSON.stringify(state)}\n`));
  await files.rename(draft, stateFile(out));
}

/** What others could have written is not believed. */
async function readState(out: string, { files, isOurs }: Needed): Promise<State | null> {
  const file = stateFile(out);
  try {
    return (await isOurs(file))
      ? (stateSchema.safeParse(parseJson(await files.read(file))).data ?? null)
      : null;
  } catch {
    return null;
  }
}

/** What the manifest in a folder lists, where it is that of the state and each file is as it says. */
async function wholeAt(
  folder: string,
  state: State,
  files: Files,
): Promise<Pick<Unchanged, 'generated' | 'files'> | null> {
  try {
    const manifest = await readManifest(folder, files);
    if (manifest?.sha256 !== state.manifest) return null;
    if (!(await holdsAll(manifest, folder, files))) return null;
    return { generated: manifest.generated, files: manifest.outputs.map(({ file }) => file) };
  } catch {
    return null;
  }
}
