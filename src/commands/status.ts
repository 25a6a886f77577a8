import path from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { INVISIBLE } from '../characters.ts';
import { type ExitName, exitOf, message } from '../messages.ts';
import type { AllStatus, BriefingStatus, EditionStatus, Status } from '../status.ts';
import type { Around } from './surroundings.ts';
import { plainName, widthOf } from './told-briefings.ts';

export interface StatusFlags {
  readonly json?: true;
}

/**
 * Print the editions of an output folder, and whether what it shows is whole; where it is of many
 * briefings, what each shows.
 */
export async function runStatus(
  out: string,
  { json }: StatusFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { nodeSystem, statusOf, statusOfAll } = await import('../index.ts');
  const { files } = nodeSystem(environment);
  const all = await statusOfAll(out, files);
  const status = all ?? (await statusOf(out, files));
  if (json) print.line(JSON.stringify(status, null, 2));
  else for (const line of linesOf(status)) print.line(line);
  const messages =
    'briefings' in status
      ? status.briefings.flatMap((one) => messagesOf(one, path.join(out, one.name)))
      : messagesOf(status, out);
  print.messages(messages);
  return exitOf(messages);
}

function linesOf(status: Status | AllStatus): readonly string[] {
  if (!('briefings' in status)) return status.editions.map(lineOf);
  const width = widthOf(status.briefings);
  return status.briefings.map((one) => briefingLine(one, width));
}

function lineOf({ number, state, whole, ...told }: EditionStatus): string {
  const cells = [String(number).padStart(5), state.padEnd(WIDTH), ...cellsOf(told)];
  return [...cells, whole ? '' : DAMAGED].filter(Boolean).join('  ');
}

/** A briefing of many, with the edition that it shows. */
function briefingLine({ name, shown, whole, editions }: BriefingStatus, width: number): string {
  const edition = editions.find(({ number }) => number === shown);
  const cells = edition ? [`edition ${shown}`, ...cellsOf(edition)] : ['no edition'];
  const line = [plainName(name).padEnd(width), ...cells, whole || !edition ? '' : DAMAGED];
  return line.filter(Boolean).join('  ');
}

function cellsOf({
  made,
  title,
  reports,
  facts,
}: Pick<EditionStatus, 'made' | 'title' | 'reports' | 'facts'>): readonly string[] {
  const counts = facts === null ? '' : `${facts} facts from ${reports} reports`;
  return [made ?? '', counts, (title ?? '').replace(INVISIBLE, '')];
}

const DAMAGED = 'DAMAGED';

/** Of the longest state. */
const WIDTH = 'withdrawn'.length;

function messagesOf({ shown, whole }: Status, file: string): readonly VFileMessage[] {
  if (whole) return [];
  if (shown === null) {
    return [
      message({
        rule: 'no-edition',
        file,
        found: 'folder without an edition',
        expected: 'one that was published',
        advice: 'build the briefing first: synoptic build FOLDER --out DIR',
      }),
    ];
  }
  return [
    message({
      rule: 'edition-damaged',
      file,
      found: `files that are not those of edition ${shown}`,
      expected: 'an edition that is whole',
      advice: 'build anew, which mends what is shown; or go back with publish --back',
    }),
  ];
}
