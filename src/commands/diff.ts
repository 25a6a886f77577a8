import { type ExitName, exitOf } from '../messages.ts';
import { VERSION } from '../version.ts';
import type { Around } from './surroundings.ts';

export interface DiffFlags {
  /** The folder that editions are published to. */
  readonly in: string;
  /** The folder that the changes are written to. */
  readonly out?: string;
  readonly json?: true;
}

/** Compare two editions, and say what changed: that anything did is no failure. */
export async function runDiff(
  editions: readonly string[],
  { in: out, out: to, json }: DiffFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { compareEditions, nodeSystem } = await import('../index.ts');
  const { changesText } = await import('../changes/index.ts');
  const asked = { editions, out, to, version: VERSION };
  const { compared, files, messages } = await compareEditions(asked, nodeSystem(environment));
  print.messages(messages);
  if (compared) {
    print.line(json ? JSON.stringify(compared.changes, null, 2) : changesText(compared));
  }
  if (!json) {
    for (const { name, bytes } of files) {
      print.line(`${to}/${name}  ${Math.ceil(bytes.length / 1000)} kB`);
    }
  }
  return exitOf(messages);
}
