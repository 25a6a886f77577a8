import type { VFileMessage } from 'vfile-message';
import { INVISIBLE } from '../characters.ts';
import { type ExitName, exitOf, message } from '../messages.ts';
import type { EditionStatus, Status } from '../status.ts';
import type { Around } from './surroundings.ts';

export interface StatusFlags {
  readonly json?: true;
}

/** Print the editions of an output folder, and whether what it shows is whole. */
export async function runStatus(
  out: string,
  { json }: StatusFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { nodeSystem, statusOf } = await import('../index.ts');
  const status = await statusOf(out, nodeSystem(environment).files);
  if (json) print.line(JSON.stringify(status, null, 2));
  else for (const edition of status.editions) print.line(lineOf(edition));
  const messages = messagesOf(status, out);
  print.messages(messages);
  return exitOf(messages);
}

function lineOf({ number, state, whole, made, title, reports, facts }: EditionStatus): string {
  const counts = facts === null ? '' : `${facts} facts from ${reports} reports`;
  const name = (title ?? '').replace(INVISIBLE, '');
  const cells = [String(number).padStart(5), state.padEnd(WIDTH), made ?? '', counts, name];
  return [...cells, whole ? '' : 'DAMAGED'].filter(Boolean).join('  ');
}

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
