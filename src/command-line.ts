import { Command, CommanderError, Option } from 'commander';
import { type BuildOptions, quiet, scorer, verbose } from './command-options.ts';
import {
  type AddFlags,
  type Around,
  type CheckFlags,
  type ClaimFlags,
  count,
  type DiffFlags,
  duration,
  type ExplainFlags,
  formats,
  gates,
  holdsMany,
  jsonPrinter,
  LOGS,
  type LogName,
  type Loudness,
  named,
  type PrinterMaker,
  type PublishFlags,
  port,
  Refusal,
  refuse,
  runAdd,
  runBuild,
  runBuildAll,
  runCheck,
  runCheckAll,
  runClaims,
  runDiff,
  runExplain,
  runPublish,
  runSchema,
  runServe,
  runSources,
  runStatus,
  SCHEMA_NAMES,
  type SchemaName,
  type ServeFlags,
  type StatusFlags,
  type Surroundings,
  schemaName,
  sourceDate,
  textPrinter,
} from './commands/index.ts';
import { ALL_FORMATS, DEFAULT_FORMATS, FORMAT_TABLE, FORMATS } from './formats.ts';
import { ALWAYS_ASKED, GATES } from './gates/index.ts';
import type { LogEvent } from './log-lines.ts';
import { EXIT, type ExitName } from './messages.ts';
import { nearest } from './nearest.ts';
import type { AskedFormats } from './own-format.ts';
import { scheduleCommand, watchCommand } from './repeating-commands.ts';
import { VERSION } from './version.ts';

/** The command line: takes arguments apart, calls the library, prints what it says. */

interface ServeOptions extends Omit<ServeFlags, 'generated' | 'format'>, Loudness {
  readonly format?: AskedFormats;
}

/** What `check` has of flags; when the briefing is of, the environment says. */
type CheckOptions = Omit<CheckFlags, 'generated'> & Loudness;

/**
 * Run the command that arguments ask for.
 *
 * @param args As a shell hands them over, without the program's own name.
 * @returns The exit code.
 */
export async function commandLine(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const program = new Command('synoptic');
  const printer = (loudness: Loudness) => {
    const { log = 'text' } = program.opts<{ readonly log?: LogName }>();
    return PRINTERS[log](loudness, surroundings);
  };
  /** Say why a run ends that no command can speak for. */
  const last = (event: LogEvent, text?: string) => printer({}).event(event, text);
  let exit: ExitName = 'published';
  const run: Run = async (loudness, command) => {
    exit = await command({ ...surroundings, print: printer(loudness) });
    if (EXIT[exit] !== EXIT.published) last({ event: 'failed', exit, code: EXIT[exit] });
  };
  program
    .description('Several reports of one event in, one cited briefing out.')
    .version(VERSION)
    .addOption(
      new Option('--log <format>', 'how to say how it goes: for people, or a line of JSON an event')
        .choices(LOGS)
        .default('text'),
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => last({ event: 'refused', reason: text.trim() }, text.trimEnd()),
    })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', EXIT_CODES);
  for (const declare of COMMANDS) declare(program, run);
  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT[exit];
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.published : EXIT.usage;
    if (error instanceof Refusal) {
      last({ event: 'refused', reason: error.message }, error.message);
      return EXIT.usage;
    }
    const { message: reason, stack = reason } =
      error instanceof Error ? error : new Error(String(error));
    last(
      { event: 'bug', reason, stack },
      `This is a bug of Synoptic; nothing was published. Please report it.\n${stack}`,
    );
    return EXIT.internal;
  }
}

const PRINTERS: Readonly<Record<LogName, PrinterMaker>> = { text: textPrinter, json: jsonPrinter };

const COMMANDS = [
  buildCommand,
  serveCommand,
  watchCommand,
  scheduleCommand,
  checkCommand,
  addCommand,
  sourcesCommand,
  claimsCommand,
  explainCommand,
  publishCommand,
  statusCommand,
  diffCommand,
  schemaCommand,
] as const;

/** Runs a command, and ends with what it ended with. */
type Run = (loudness: Loudness, command: (around: Around) => Promise<ExitName>) => Promise<void>;

const EXIT_CODES = `
Exit codes:
  ${EXIT.published}   published
  ${EXIT.input}   the reports, briefing.yaml, templates or theme cannot be used
  ${EXIT.usage}   the command was not understood
  ${EXIT.unverified}   a statement could not be proved against its passages
  ${EXIT.rendering}   a file could not be made, or no browser was found
  ${EXIT.output}   the output folder cannot be written
  ${EXIT.network}   a report could not be fetched; the others were added
  ${EXIT.serving}   the preview could not be served
${GATES.map(({ exit, finds }) => `  ${EXIT[exit]}  check: ${finds}`).join('\n')}
  ${EXIT.internal}  a bug of Synoptic
When it does not end with ${EXIT.published}, the output folder is as it was.`;

const FORMAT_LIST = `
Formats:
${FORMATS.map((name) => `  ${name.padEnd(12)} ${FORMAT_TABLE[name].file.padEnd(20)} ${FORMAT_TABLE[name].about}`).join('\n')}
  ${'./own.mjs'.padEnd(33)} one of your own: see docs/formats.md`;

function buildCommand(program: Command, run: Run): void {
  program
    .command('build', { isDefault: true })
    .description('build the briefing of a folder of reports')
    // It runs for a command that is not known too, and says so.
    .allowExcessArguments()
    .argument(
      '[folder]',
      'folder with the reports and briefing.yaml, or with folders of such',
      named,
      'articles',
    )
    .option('-o, --out <dir>', 'folder to publish to', named, 'output')
    .option(
      '-f, --format <list>',
      `formats, parted by commas, or ${ALL_FORMATS} (default: as in briefing.yaml, else "${DEFAULT_FORMATS.join(',')}")`,
      formats,
    )
    .addHelpText('after', FORMAT_LIST)
    .addOption(scorer())
    .option(
      '--theme <name>',
      'how it looks: broadsheet, white-paper, or a file that ends with .css',
      named,
    )
    .option('--templates <dir>', 'folder with templates of your own', named)
    .option('--fresh', 'make everything anew, and use nothing that earlier builds made')
    .option('--poll', 'add the new entries of the feeds of briefing.yaml first')
    .option('-j, --jobs <count>', 'of a folder of briefings, how many are built at a time', count)
    .addOption(verbose())
    .addOption(quiet())
    .action(async (folder: string, flags: BuildOptions, { args }: Command) => {
      if (args.length > 1) refuseExcess(program, args);
      await run(flags, async (around) => {
        const generated = sourceDate(around.environment);
        const many = await holdsMany(folder, flags, around);
        return (many ? runBuildAll : runBuild)(folder, { ...flags, generated }, around);
      });
    });
}

function serveCommand(program: Command, run: Run): void {
  program
    .command('serve')
    .description('show the briefing of a folder in the browser, and build it anew when it changes')
    .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
    .option('-p, --port <number>', 'port to serve at; 0: any that is free', port, 4747)
    .option(
      '--host <address>',
      'address to serve at; other machines reach any but this',
      named,
      '127.0.0.1',
    )
    .option('-f, --format <list>', 'as with build, html among them (default: "html")', formats)
    .option('--theme <name>', 'as with build', named)
    .option('--templates <dir>', 'as with build', named)
    .addOption(scorer())
    .addOption(verbose())
    .addOption(quiet())
    .action(async (folder: string, flags: ServeOptions) => {
      const { format = formats('html') } = flags;
      if (!format.known.includes('html'))
        refuse('Unexpected formats without html, which is what is shown');
      await run(flags, async (around) => {
        const generated = sourceDate(around.environment);
        return runServe(folder, { ...flags, format, generated }, around);
      });
    });
}

const GATE_LIST = `
Gates, the first that fails says what it ends with:
${GATES.map(({ name, exit, finds }) => `  ${name.padEnd(27)} ${EXIT[exit]}  ${finds}`).join('\n')}`;

function checkCommand(program: Command, run: Run): void {
  program
    .command('check')
    .description('build the briefing, publish nothing, and say what is not as it should be')
    .argument(
      '[folder]',
      'folder with the reports and briefing.yaml, or with folders of such',
      named,
      'articles',
    )
    .option('-o, --out <dir>', 'folder whose last edition it is held against', named, 'output')
    .addOption(
      new Option(
        '--fail-on <list>',
        `gates to fail for, parted by commas; all or none. ${ALWAYS_ASKED} always does`,
      )
        .argParser(gates)
        .default([], 'none'),
    )
    .option('--max-age <time>', 'how old the last edition may be: 90m, 24h, 7d', duration)
    .option('--json', 'print it as data')
    .option('--junit <file>', 'write it as JUnit XML, too', named)
    .option('--sarif <file>', 'write it as SARIF, with the place of every finding, too', named)
    .option('--theme <name>', 'as with build', named)
    .option('--templates <dir>', 'as with build', named)
    .addHelpText('after', GATE_LIST)
    .addOption(scorer())
    .addOption(verbose())
    .addOption(quiet())
    .action(async (folder: string, flags: CheckOptions) => {
      await run(flags, async (around) => {
        const generated = sourceDate(around.environment);
        const many = await holdsMany(folder, flags, around);
        return (many ? runCheckAll : runCheck)(folder, { ...flags, generated }, around);
      });
    });
}

function addCommand(program: Command, run: Run): void {
  program
    .command('add')
    .description('add reports to a folder: pages, files, or the newest entries of a feed')
    .argument('<address...>', 'addresses of the Web, or paths of files')
    .option('-t, --to <folder>', 'folder of the reports', named, 'articles')
    .option('-l, --limit <count>', 'how many entries of a feed', count, 10)
    .option('--allow-private', 'fetch from this machine and the networks it stands in, too')
    .addOption(verbose())
    .addOption(quiet())
    .action(async (addresses: readonly string[], flags: AddFlags & Loudness) => {
      await run(flags, (around) => runAdd(addresses.map(named), flags, around));
    });
}

function sourcesCommand(program: Command, run: Run): void {
  program
    .command('sources')
    .description('print what is read of each report, and what is left out')
    .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
    .option('--json', 'print it as data, with where each field was read')
    .addOption(verbose())
    .action(async (folder: string, flags: { readonly json?: true } & Loudness) => {
      await run(flags, (around) => runSources(folder, flags, around));
    });
}

function claimsCommand(program: Command, run: Run): void {
  program
    .command('claims')
    .description('print what each sentence of the reports states: who says so, when, how many')
    .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
    .option('-r, --report <id>', 'one report alone, by its id or its file', named)
    .option('--fine', 'everything that a sentence says, however small, too')
    .option('--json', 'print it as data, with offsets into the files')
    .addOption(verbose())
    .action(async (folder: string, flags: ClaimFlags & Loudness) => {
      await run(flags, (around) => runClaims(folder, flags, around));
    });
}

function explainCommand(program: Command, run: Run): void {
  program
    .command('explain')
    .description('say why passages are one fact, and why the nearest others are not')
    .argument('<fact|passage>', 'id of a fact or its beginning, or words of a passage', named)
    .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
    .option('--json', 'print it as data, with the value of every feature')
    .addOption(scorer())
    .addOption(verbose())
    .action(async (wanted: string, folder: string, flags: ExplainFlags & Loudness) => {
      await run(flags, (around) => runExplain(wanted, folder, { ...flags, around }));
    });
}

function publishCommand(program: Command, run: Run): void {
  program
    .command('publish')
    .description('copy an edition to a folder and show it there, or go back to an earlier one')
    .argument('[out]', 'output folder that has the editions', named, 'output')
    .option('-t, --to <dir>', 'folder to copy to (default: the output folder itself)', named)
    .option('-e, --edition <number>', 'the edition to show (default: the last)', count)
    .addOption(
      new Option('-b, --back', 'go back to the edition before the one that is shown').conflicts(
        'edition',
      ),
    )
    .option('--copies', 'show copies, not links, for hosts that follow none')
    .addOption(verbose())
    .addOption(quiet())
    .action(async (out: string, flags: PublishFlags & Loudness) => {
      if (flags.to === undefined && flags.edition === undefined && !flags.back)
        refuse('Unexpected publish without --to, --edition or --back');
      await run(flags, (around) => runPublish(out, flags, around));
    });
}

function statusCommand(program: Command, run: Run): void {
  program
    .command('status')
    .description('print the editions of an output folder, and whether what it shows is whole')
    .argument('[out]', 'output folder', named, 'output')
    .option('--json', 'print it as data')
    .addOption(verbose())
    .action(async (out: string, flags: StatusFlags & Loudness) => {
      await run(flags, (around) => runStatus(out, flags, around));
    });
}

function diffCommand(program: Command, run: Run): void {
  program
    .command('diff')
    .description('say what changed from one edition to another')
    .argument(
      '[before]',
      'number of an edition, or its folder (default: the one before the last)',
      named,
    )
    .argument('[after]', 'the same (default: the last)', named)
    .option('-i, --in <dir>', 'folder that editions are published to', named, 'output')
    .option('-o, --out <dir>', 'folder to write it to, as data, Markdown and a page', named)
    .option('--json', 'print it as data')
    .addOption(verbose())
    .addOption(quiet())
    .action(
      async (
        before: string | undefined,
        after: string | undefined,
        flags: DiffFlags & Loudness,
      ) => {
        const editions = [before, after].flatMap((name) => name ?? []);
        await run(flags, (around) => runDiff(editions, flags, around));
      },
    );
}

function schemaCommand(program: Command, run: Run): void {
  program
    .command('schema')
    .description('print a JSON Schema: of briefing.json, briefing.yaml, check --json, --log json')
    .argument('<name>', SCHEMA_NAMES.join(' or '), schemaName)
    .action(async (name: SchemaName) => {
      await run({}, (around) => runSchema(name, around));
    });
}

/** More than a folder: where no command is named, the first may be one that is misspelt. */
function refuseExcess(program: Command, args: readonly string[]): never {
  const known = program.commands.map((command) => command.name());
  const [first = ''] = program.args;
  const meant = known.includes(first) ? undefined : nearest(first, known);
  if (meant) refuse(`unknown command "${first}"`, meant);
  refuse(`too many arguments: expected one folder, found ${args.join(', ')}`);
}
