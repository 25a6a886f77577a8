import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { describeDiskError } from '../disk-errors.ts';
import { type LogEvent, plainJson } from '../log-lines.ts';
import { type ExitName, exitOf, message } from '../messages.ts';
import type { ScorerName } from '../scorer-names.ts';
import type { System } from '../system/index.ts';
import {
  type Verdict,
  verdictJson,
  verdictJunit,
  verdictSarif,
  verdictText,
} from '../verdict/index.ts';
import { VERSION } from '../version.ts';
import type { Printer } from './printer.ts';
import type { Around } from './surroundings.ts';

export interface CheckFlags {
  readonly out: string;
  /** Names of gates. */
  readonly failOn: readonly string[];
  /** In milliseconds. */
  readonly maxAge?: number;
  readonly json?: true;
  /** Files to write. */
  readonly junit?: string;
  readonly sarif?: string;
  readonly scorer: ScorerName;
  readonly templates?: string;
  readonly theme?: string;
  /** The moment the briefing speaks for, ISO 8601. */
  readonly generated: string | undefined;
}

/** Hold the briefing of a folder against gates, and say what each finds. */
export async function runCheck(
  folder: string,
  { maxAge, json, junit, sarif, ...flags }: CheckFlags,
  { print, environment, stdout }: Around,
): Promise<ExitName> {
  const { check, nodeSystem } = await import('../index.ts');
  const system = nodeSystem(environment);
  const progress = await print.progress();
  const told = { onStage: progress.step, onRead: progress.share };
  const asked = { ...flags, folder, maxAge: maxAge ?? null, version: VERSION };
  const verdict = await check({ ...asked, ...told }, system).finally(progress.stop);
  print.messages(verdict.messages);
  tell(verdict, print, json === true);
  // Data is what was asked for, however quiet.
  if (json) stdout.write(`${plainJson(verdictJson(verdict), 2)}\n`);
  const faults = await writeAll(
    [
      [junit, () => verdictJunit(verdict)],
      [sarif, () => `${plainJson(verdictSarif(verdict, VERSION), 2)}\n`],
    ],
    system,
  );
  print.messages(faults);
  // A service that finds no file must not take the check for passed.
  return verdict.exit === 'published' ? exitOf(faults) : verdict.exit;
}

function tell(verdict: Verdict, print: Printer, asData: boolean): void {
  const { folder } = verdict;
  const text = verdictText(verdict);
  const say = (event: LogEvent, line: string | undefined) =>
    print.event(event, asData ? undefined : line);
  const edition = verdict.since?.number ?? null;
  say({ event: 'compared', out: verdict.out, edition }, text.against);
  verdict.gates.forEach(({ name, status, findings }, at) => {
    const level = status === 'failed' ? 'error' : 'info';
    say(
      { event: 'gate', level, folder, gate: name, status, findings: findings.length },
      text.gates[at],
    );
  });
}

type Wanted = readonly [file: string | undefined, text: () => string];

/** Write the files that were asked for. @returns What could not be written. */
export async function writeAll(
  wanted: readonly Wanted[],
  { files }: System,
): Promise<readonly VFileMessage[]> {
  const faults: VFileMessage[] = [];
  for (const [file, text] of wanted) {
    if (file === undefined) continue;
    try {
      await files.makeFolder(path.dirname(file));
      await files.write(file, new TextEncoder().encode(text()));
    } catch (error) {
      faults.push(unwritable(file, error));
    }
  }
  return faults;
}

const unwritable = (file: string, error: unknown) =>
  message({
    rule: 'output-unwritable',
    file,
    found: describeDiskError(error),
    expected: 'a file that can be written',
    advice: 'check its folder’s permissions and the free space, or name another file',
    cause: error,
  });
