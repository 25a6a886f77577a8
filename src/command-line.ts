import { Command, CommanderError, Option } from 'commander';
import { type BuildOptions, quiet, scorer, verbose } from './command-options.ts';
import {
  type AddFlags,
  type Around,
  type ClaimFlags,
  count,
  type DiffFlags,
  type ExplainFlags,
  formats,
  holdsMany,
  type Loudness,
  named,
  type PublishFlags,
  port,
  printer,
  Refusal,
  refuse,
  runAdd,
  runBuild,
  runBuildAll,
  runClaims,
  runDiff,
  runExplain,
  runPublish,
  runServe,
  runSources,
  runStatus,
  SCHEMA_NAMES,
  type ServeFlags,
  type StatusFlags,
  type Surroundings,
  schemaName,
  sourceDate,
} from './commands/index.ts';
import { ALL_FORMATS, DEFAULT_FORMATS, FORMAT_TABLE, FORMATS } from './formats.ts';
import { EXIT, type ExitName } from './messages.ts';
import { nearest } from './nearest.ts';
import type { AskedFormats } from './own-format.ts';
import { scheduleCommand, watchCommand } from './repeating-commands.ts';
import { VERSION } from './version.ts';

/** The command line: takes arguments apart, calls the library, prints what it says. */

/** How many briefings of a folder that holds many are built at a time. */
interface Jobs {
  readonly jobs?: number;
}

interface ServeOptions extends Omit<ServeFlags, 'generated' | 'format'>, Loudness {
  readonly format?: AskedFormats;
}

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
  const { stdout, stderr } = surroundings;
  let exit: ExitName = 'published';
  const run: Run = async (loudness, command) => {
    exit = await command({ ...surroundings, print: printer(loudness, surroundings) });
  };
  const program = new Command('synoptic')
    .description('Several reports of one event in, one cited briefing out.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
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
      stderr.write(`${error.message}\n`);
      return EXIT.usage;
    }
    const detail = error instanceof Error ? error.stack : String(error);
    stderr.write(
      `This is a bug of Synoptic; nothing was published. Please report it.\n${detail}\n`,
    );
    return EXIT.internal;
  }
}

const COMMANDS = [
  buildCommand,
  serveCommand,
  watchCommand,
  scheduleCommand,
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
    .action(async (folder: string, flags: BuildOptions & Jobs, { args }: Command) => {
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
    .description('print the JSON Schema of briefing.json or briefing.yaml')
    .argument('<name>', SCHEMA_NAMES.join(' or '), schemaName)
    .action(async (name: string) => {
      await run({}, async ({ print }) => {
        const { briefingJsonSchema, configJsonSchema } = await import('./index.ts');
        const schema = name === 'briefing' ? briefingJsonSchema() : configJsonSchema();
        print.line(JSON.stringify(schema, null, 2));
        return 'published';
      });
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
