import path from 'node:path';
import type { Inputs } from './fingerprint.ts';
import { sha256 } from './sha256.ts';
import type { Entry, Files, System } from './system/index.ts';

/** What a build is asked for, as far as that decides what it makes. */
export interface Asked {
  /** The folder of the reports. */
  readonly folder: string;
  readonly out: string;
  /** Names of formats, or the user's own; undefined: what `briefing.yaml` says. */
  readonly formats?: readonly (string | object)[] | undefined;
  readonly scorer?: string | undefined;
  readonly templates?: string | undefined;
  readonly theme?: string | undefined;
  readonly generated?: string | undefined;
}

/**
 * Gather everything that a build depends on. Files that it would pass over are among it: to know
 * that it does, it would have to begin.
 *
 * @returns Null where that cannot be told: a scorer or format of the user's own says what it likes, a
 *   folder holds more than reports, or something cannot be read.
 */
export async function inputsOf(
  asked: Asked,
  system: Pick<System, 'files' | 'program' | 'browserName'>,
): Promise<Inputs | null> {
  const { folder, out, formats, scorer, templates, theme, generated } = asked;
  const names = formats?.filter((format) => typeof format === 'string') ?? null;
  if (scorer === 'own' || names?.length !== formats?.length) return null;
  try {
    const program = await system.program();
    if (program === null) return null;
    const [ours] = path.relative(folder, out).split(path.sep);
    const { files } = system;
    return {
      program,
      browser: await system.browserName(),
      files: await hashesIn(folder, files, ({ name, kind }) => kind === 'folder' && name === ours),
      templates: templates === undefined ? null : await hashesIn(templates, files),
      theme: theme !== undefined && IS_FILE.test(theme) ? sha256(await files.read(theme)) : null,
      options: {
        formats: names && [...names].sort(),
        scorer: scorer ?? null,
        templates: templates ?? null,
        theme: theme ?? null,
        generated: generated ?? null,
      },
    };
  } catch {
    return null;
  }
}

/** A theme that is named by its file. */
const IS_FILE = /[/\\]|\.css$/u;

/** No folder of reports holds more; what does takes longer to look through than to build. */
const MOST = { files: 5000, bytes: 500_000_000 };

/**
 * Hash the files of a folder and of those in it. What is hidden is never read by a build.
 *
 * @returns Path in the folder → SHA-256 of the file, or what else stands there.
 * @throws Error where something cannot be read, or there is too much of it.
 */
async function hashesIn(
  folder: string,
  files: Files,
  isPassedOver: (entry: Entry) => boolean = () => false,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  let bytes = 0;
  const walk = async (at: string): Promise<void> => {
    const listed = await files.list(path.join(folder, at));
    for (const entry of listed) {
      if (entry.name.startsWith('.') || (at === '' && isPassedOver(entry))) continue;
      const name = at === '' ? entry.name : `${at}/${entry.name}`;
      bytes += entry.size;
      if (hashes.size >= MOST.files || bytes > MOST.bytes)
        throw new Error(`${folder} is too large`);
      // A folder counts although it is empty, and nothing that stands there is like a hash.
      hashes.set(name, entry.kind);
      if (entry.kind === 'file')
        hashes.set(name, sha256(await files.read(path.join(folder, name))));
      if (entry.kind === 'folder') await walk(name);
    }
  };
  await walk('');
  return hashes;
}
