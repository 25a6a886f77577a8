import { BuildFailure, type ExitName, message } from '../messages.ts';
import type { AskedFormats } from '../own-format.ts';
import type { ScorerName } from '../scorer-names.ts';
import { type Built, isLoopback, type Preview, preview } from '../serve/index.ts';
import { VERSION } from '../version.ts';
import { ending } from './ending.ts';
import { exitFor } from './failing.ts';
import type { Printer } from './printer.ts';
import { secondsIn, tellFailure } from './rebuilt.ts';
import type { Around } from './surroundings.ts';
import { watchedFor } from './watched.ts';

export interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly format: AskedFormats;
  readonly scorer: ScorerName;
  readonly templates?: string;
  readonly theme?: string;
  /** The moment the briefing speaks for, ISO 8601. */
  readonly generated: string | undefined;
}

/** Serve a preview of a folder's briefing until the program is told to end. */
export async function runServe(
  folder: string,
  { host, port, ...flags }: ServeFlags,
  around: Around,
): Promise<ExitName> {
  const { print } = around;
  const { build, loadFormats, nodeSystem } = await import('../index.ts');
  const system = nodeSystem(around.environment);
  const { ended, end, forget } = ending(around);
  let running: Preview | undefined;
  let exit: ExitName = 'published';
  const onBuilt = (result: Built | Error, milliseconds: number) => {
    tell(result, { folder, milliseconds, print });
    // What is served is the folder of one briefing; without it there is nothing to wait for.
    if (hasNoFolder(result)) {
      exit = 'input';
      end();
    }
  };
  try {
    const formats = await loadFormats(flags.format, system);
    const options = { ...flags, folder, formats, out: null, version: VERSION };
    running = await preview(
      {
        build: (warm) => build(options, warm),
        watched: watchedFor(folder, flags),
        host,
        port,
        onBuilt,
      },
      system,
    );
    if (!isLoopback(host)) print.messages([openToOthers(host)]);
    const { address } = running;
    print.event({ event: 'serving', address }, `${address}  Ctrl+C ends it`);
    await ended;
    return exit;
  } catch (error) {
    return exitFor(error, print);
  } finally {
    await running?.close();
    forget();
  }
}

function tell(
  result: Built | Error,
  {
    folder,
    milliseconds,
    print,
  }: { readonly folder: string; readonly milliseconds: number; readonly print: Printer },
): void {
  if (result instanceof Error) {
    tellFailure(result, print);
  } else {
    print.messages(result.messages);
    const facts = result.briefing.facts.length;
    const reports = result.briefing.reports.length;
    print.event(
      { event: 'built', folder, facts, reports, ms: milliseconds },
      `${facts} facts from ${reports} reports, built in ${secondsIn(milliseconds)}`,
    );
  }
}

const hasNoFolder = (result: Built | Error): boolean =>
  result instanceof BuildFailure &&
  result.messages.some(({ ruleId }) => NO_FOLDER.includes(ruleId ?? ''));

const NO_FOLDER = ['folder-missing', 'many-briefings'];

const openToOthers = (host: string) =>
  message({
    rule: 'served-to-others',
    file: host,
    found: 'an address that other machines can reach',
    expected: 'one of this machine alone',
    advice: 'whoever reaches it can read the reports; leave out --host to serve for yourself',
  });
