import type { System } from '../system/index.ts';
import { VERSION } from '../version.ts';
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
