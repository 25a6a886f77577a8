import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { plainJson } from '../log-lines.ts';
import { type ExitName, exitOf } from '../messages.ts';
import { fromPlain, toPlain } from '../plain-messages.ts';
import {
  type Verdict,
  verdictsJson,
  verdictsJunit,
  verdictsSarif,
  verdictText,
} from '../verdict/index.ts';
import { VERSION } from '../version.ts';
import { type CheckFlags, writeAll } from './check.ts';
import type { Printer } from './printer.ts';
import type { Around } from './surroundings.ts';
import { plainName } from './told-briefings.ts';

/** Hold the briefings of a folder that holds many against gates, and say what these find in each. */
export async function runCheckAll(
  folder: string,
  { maxAge, json, junit, sarif, ...flags }: CheckFlags,
  { print, environment, stdout }: Around,
): Promise<ExitName> {
  const { checkAll, nodeSystem } = await import('../index.ts');
  const system = nodeSystem(environment);
  const progress = await print.progress();
  const onBriefing = (name: string, done: number, all: number) =>
    progress.step(`${name}  ${done} of ${all}`);
  const asked = { ...flags, folder, maxAge: maxAge ?? null, version: VERSION, onBriefing };
  const verdicts = await checkAll(asked, system).finally(progress.stop);
  print.messages([...verdicts.messages, ...verdicts.briefings.flatMap(messagesOf)]);
  for (const verdict of verdicts.briefings) tell(verdict, print, json === true);
  // Data is what was asked for, however quiet.
  if (json) stdout.write(`${plainJson(verdictsJson(verdicts), 2)}\n`);
  const faults = await writeAll(
    [
      [junit, () => verdictsJunit(verdicts)],
      [sarif, () => `${plainJson(verdictsSarif(verdicts, VERSION), 2)}\n`],
    ],
    system,
  );
  print.messages(faults);
  // A service that finds no file must not take the check for passed.
  return verdicts.exit === 'published' ? exitOf(faults) : verdicts.exit;
}

/** A line a briefing, and each gate that finds anything; where all are well, there is no more to say. */
function tell({ name, gates, ...verdict }: Verdict, print: Printer, asData: boolean): void {
  const text = verdictText({ name, gates, ...verdict });
  const head = plainName(name ?? '');
  const { folder, out, since } = verdict;
  print.event(
    { event: 'compared', out, edition: since?.number ?? null },
    asData ? undefined : `${head}  ${text.against}`,
  );
  gates.forEach(({ name: gate, status, findings }, at) => {
    const level = status === 'failed' ? 'error' : 'info';
    const line = asData || status === 'ok' ? undefined : `${head}: ${text.gates[at]}`;
    print.event({ event: 'gate', level, folder, gate, status, findings: findings.length }, line);
  });
}

/** What a build said of one, with the folder in front of its files. */
function messagesOf({ folder, there, messages }: Verdict): readonly VFileMessage[] {
  return messages.map((made) => {
    const plain = toPlain(made);
    const { file = '' } = plain;
    const isOwn = file === '' || there.includes(file);
    return isOwn ? fromPlain({ ...plain, file: path.join(folder, file) }) : made;
  });
}
