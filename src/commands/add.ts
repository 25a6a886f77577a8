import { type ExitName, exitOf } from '../messages.ts';
import { VERSION } from '../version.ts';
import type { Around } from './surroundings.ts';

export interface AddFlags {
  /** The folder of the reports. */
  readonly to: string;
  readonly limit: number;
  readonly allowPrivate?: true;
}

/** Add reports to a folder, and say what became of each. */
export async function runAdd(
  addresses: readonly string[],
  { to, limit, allowPrivate }: AddFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { add, nodeSystem } = await import('../index.ts');
  const progress = await print.progress();
  const options = { addresses, folder: to, limit, allowPrivate, version: VERSION };
  const { additions, messages } = await add(
    { ...options, onAddress: progress.step },
    nodeSystem(environment),
  ).finally(progress.stop);
  print.messages(messages);
  for (const { outcome, file, address } of additions) {
    const path = file === null ? null : `${to}/${file}`;
    print.event(
      { event: 'added', outcome, address, file: path },
      `${outcome.padEnd(WIDTH)}  ${path ?? address}`,
    );
  }
  return exitOf(messages);
}

/** Of the longest outcome. */
const WIDTH = 'unchanged'.length;
