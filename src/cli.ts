#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import {
  type AddFlags,
  type ClaimFlags,
  type ExplainFlags,
  type Loudness,
  printer,
  runAdd,
  runBuild,
  runClaims,
  runExplain,
  runServe,
  runSources,
  type ServeFlags,
} from './commands/index.ts';
import { EXIT } from './messages.ts';
import { nearest } from './nearest.ts';
import { DEFAULT_SCORER, SCORERS, type ScorerName } from './scorer-names.ts';
import { VERSION } from './version.ts';

/** The command line: takes arguments apart, calls the library, prints what it says. */

interface BuildOptions extends Loudness {
  readonly out: string;
  readonly format: readonly string[];
  readonly scorer: ScorerName;
  readonly templates?: string;
  readonly theme?: string;
}

const DEFAULT_FORMATS = ['html', 'pdf', 'json'];
const FORMAT_NAMES = [
  ...DEFAULT_FORMATS,
  'docx',
  'markdown',
  'text',
  'csl',
  'bibtex',
  'dot',
  'annotations',
];
const SCHEMA_NAMES = ['briefing', 'config'];

const program = new Command('synoptic')
  .description('Several reports of one event in, one cited briefing out.')
  .version(VERSION)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    `
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
When it does not end with ${EXIT.published}, the output folder is as it was.`,
  );

program
  .command('build', { isDefault: true })
  .description('build the briefing of a folder of reports')
  // It runs for a command that is not known too, and says so.
  .allowExcessArguments()
  .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
  .option('-o, --out <dir>', 'folder to publish to', named, 'output')
  .option(
    '-f, --format <list>',
    `formats, parted by commas: ${FORMAT_NAMES.join(', ')}`,
    formats,
    DEFAULT_FORMATS,
  )
  .addOption(scorer())
  .option(
    '--theme <name>',
    'how it looks: broadsheet, white-paper, or a file that ends with .css',
    named,
  )
  .option('--templates <dir>', 'folder with templates of your own', named)
  .addOption(verbose())
  .addOption(quiet())
  .action(async (folder: string, flags: BuildOptions, { args }: Command) => {
    if (args.length > 1) refuseExcess(args);
    const generated = sourceDate();
    process.exitCode = EXIT[await runBuild(folder, { ...flags, generated }, printer(flags))];
  });

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
  .option('-f, --format <list>', `formats, html among them: ${FORMAT_NAMES.join(', ')}`, formats, [
    'html',
  ])
  .option('--theme <name>', 'as with build', named)
  .option('--templates <dir>', 'as with build', named)
  .addOption(scorer())
  .addOption(verbose())
  .addOption(quiet())
  .action(async (folder: string, flags: Omit<ServeFlags, 'generated'> & Loudness) => {
    if (!flags.format.includes('html'))
      refuse('Unexpected formats without html, which is what is shown');
    const generated = sourceDate();
    process.exitCode = EXIT[await runServe(folder, { ...flags, generated }, printer(flags))];
  });

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
    process.exitCode = EXIT[await runAdd(addresses.map(named), flags, printer(flags))];
  });

program
  .command('sources')
  .description('print what is read of each report, and what is left out')
  .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
  .option('--json', 'print it as data, with where each field was read')
  .addOption(verbose())
  .action(async (folder: string, flags: { readonly json?: true } & Loudness) => {
    process.exitCode = EXIT[await runSources(folder, flags, printer(flags))];
  });

program
  .command('claims')
  .description('print what each sentence of the reports states: who says so, when, how many')
  .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
  .option('-r, --report <id>', 'one report alone, by its id or its file', named)
  .option('--fine', 'everything that a sentence says, however small, too')
  .option('--json', 'print it as data, with offsets into the files')
  .addOption(verbose())
  .action(async (folder: string, flags: ClaimFlags & Loudness) => {
    process.exitCode = EXIT[await runClaims(folder, flags, printer(flags))];
  });

program
  .command('explain')
  .description('say why passages are one fact, and why the nearest others are not')
  .argument('<fact|passage>', 'id of a fact or its beginning, or words of a passage', named)
  .argument('[folder]', 'folder with the reports and briefing.yaml', named, 'articles')
  .option('--json', 'print it as data, with the value of every feature')
  .addOption(scorer())
  .addOption(verbose())
  .action(async (wanted: string, folder: string, flags: ExplainFlags & Loudness) => {
    process.exitCode = EXIT[await runExplain(wanted, folder, { ...flags, print: printer(flags) })];
  });

program
  .command('schema')
  .description('print the JSON Schema of briefing.json or briefing.yaml')
  .argument('<name>', SCHEMA_NAMES.join(' or '), schemaName)
  .action(async (name: string) => {
    const { briefingJsonSchema, configJsonSchema } = await import('./index.ts');
    const schema = name === 'briefing' ? briefingJsonSchema() : configJsonSchema();
    process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  });

function verbose(): Option {
  return new Option('-v, --verbose', 'say more: notes, stages, times').conflicts('quiet');
}

function scorer(): Option {
  return new Option('-s, --scorer <name>', 'what tells which passages state one fact')
    .choices(SCORERS)
    .default(DEFAULT_SCORER);
}

function quiet(): Option {
  return new Option('-q, --quiet', 'say nothing but failures');
}

// ---------------------------------------------------------------------------------------------
// What is refused

/** End the run for a command that was not understood. */
function refuse(complaint: string, meant?: string): never {
  const hint = meant === undefined ? '' : `\n(Did you mean ${meant}?)`;
  return program.error(`error: ${complaint}${hint}`, { exitCode: EXIT.usage });
}

/** More than a folder: where no command is named, the first may be one that is misspelt. */
function refuseExcess(args: readonly string[]): never {
  const known = program.commands.map((command) => command.name());
  const [first = ''] = program.args;
  const meant = known.includes(first) ? undefined : nearest(first, known);
  if (meant) refuse(`unknown command "${first}"`, meant);
  refuse(`too many arguments: expected one folder, found ${args.join(', ')}`);
}

/** A name. A variable that is not set gives an empty one: it names nothing. */
function named(value: string): string {
  return value.trim() === '' ? refuse('Unexpected empty name, expected a folder or file') : value;
}

function count(value: string): number {
  if (/^[1-9]\d{0,5}$/u.test(value)) return Number(value);
  return refuse(`Unexpected count "${value}", expected a whole number from 1 on`);
}

function port(value: string): number {
  if (/^\d{1,5}$/u.test(value) && Number(value) < 65_536) return Number(value);
  return refuse(`Unexpected port "${value}", expected a number from 0 to 65535`);
}

function schemaName(value: string): string {
  if (SCHEMA_NAMES.includes(value)) return value;
  const expected = SCHEMA_NAMES.join(' or ');
  return refuse(`unknown schema "${value}", expected ${expected}`, nearest(value, SCHEMA_NAMES));
}

function formats(value: string): string[] {
  const names = value.split(',').map((name) => name.trim());
  const strange = names.find((name) => !FORMAT_NAMES.includes(name));
  if (strange === undefined) return FORMAT_NAMES.filter((name) => names.includes(name));
  return refuse(
    `unknown format "${strange}", expected ${FORMAT_NAMES.join(', ')}`,
    nearest(strange, FORMAT_NAMES),
  );
}

/** The moment that SOURCE_DATE_EPOCH names (seconds since 1970), for reproducible builds. */
function sourceDate(): string | undefined {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return undefined;
  const date = new Date(Number(epoch) * 1000);
  if (/^\d+$/u.test(epoch) && !Number.isNaN(date.getTime()))
    return date.toISOString().replace('.000Z', 'Z');
  return refuse(`Unexpected SOURCE_DATE_EPOCH "${epoch}", expected seconds since 1970`);
}

// ---------------------------------------------------------------------------------------------

// Who reads the output may stop reading: `synoptic claims | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.published : EXIT.usage;
  } else {
    const detail = error instanceof Error ? error.stack : String(error);
    process.stderr.write(
      `This is a bug of Synoptic; nothing was published. Please report it.\n${detail}\n`,
    );
    process.exitCode = EXIT.internal;
  }
}
