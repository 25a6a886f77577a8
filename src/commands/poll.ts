import path from 'node:path';
import type { System } from '../system/index.ts';
import { VERSION } from '../version.ts';
import type { Progress } from './printer.ts';
import type { Around } from './surroundings.ts';

/** What became of an entry that nobody needs to hear of at each poll. */
const IDLE: readonly string[] = ['unchanged', 'withdrawn', 'failed'];

/** Add the new entries of a folder's feeds, and say which they were. */
export async function pollFeeds(
  folder: string,
  system: System,
  { print }: Pick<Around, 'print'>,
): Promise<void> {
  const { poll } = await import('../index.ts');
  const { additions, messages } = await poll({ folder, version: VERSION }, system);
  print.messages(messages);
  for (const { outcome, address, file } of additions) {
    if (IDLE.includes(outcome) || file === null) continue;
    const path = `${folder}/${file}`;
    print.event({ event: 'added', outcome, address, file: path }, `${outcome}  ${path}`);
  }
}

interface Briefings {
  /** A folder that holds many. */
  readonly folder: string;
  readonly out: string;
  readonly progress: Progress;
}

/** The same for each of many briefings. */
export async function pollAll(
  { folder, out, progress }: Briefings,
  system: System,
  around: Pick<Around, 'print'>,
): Promise<void> {
  const { briefingsIn } = await import('../index.ts');
  const names = (await briefingsIn(folder, system.files, out))?.names ?? [];
  for (const name of names) {
    progress.step(`${name}  polled`);
    await pollFeeds(path.join(folder, name), system, around);
  }
}
