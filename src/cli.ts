#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import { BuildFailure, EXIT, type ExitName, exitOf, isFatal } from './messages.ts';
import { nearest } from './nearest.ts';
import { VERSION } from './version.ts';

/** The command line: takes arguments apart, calls the library, prints what it says. */

interface BuildFlags {
  readonly out: string;
  readonly format: readonly string[];
  readonly verbose?: true;
  readonly quiet?: true;
}

const FORMAT_NAMES = ['html', 'pdf', 'json'];
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
  ${EXIT.input}   the reports or briefing.yaml cannot be used
  ${EXIT.usage}   the command was not understood
  ${EXIT.unverified}   a statement could not be proved against its passages
  ${EXIT.rendering}   a file could not be made, or no browser was found
  ${EXIT.output}   the output folder cannot be written
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
  .option('-f, --format <list>', 'formats, parted by commas', formats, FORMAT_NAMES)
  .addOption(new Option('-v, --verbose', 'say more: notes, stages, times').conflicts('quiet'))
  .addOption(new Option('-q, --quiet', 'say nothing but failures'))
  .action(async (folder: string, flags: BuildFlags, { args }: Command) => {
    if (args.length > 1) refuseExcess(args);
    process.exitCode = EXIT[await runBuild(folder, flags)];
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

/** The name of a folder. A variable that is not set gives an empty one: it names no folder. */
function named(value: string): string {
  return value.trim() === '' ? refuse('Unexpected empty name, expected a folder') : value;
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
// The build

async function runBuild(folder: string, flags: BuildFlags): Promise<ExitName> {
  const generated = sourceDate();
  const { build, nodeSystem } = await import('./index.ts');
  const progress = await startProgress(flags);
  try {
    const edition = await build(
      {
        folder,
        out: flags.out,
        formats: flags.format as readonly ('html' | 'pdf' | 'json')[],
        version: VERSION,
        generated,
        onStage: progress.stage,
      },
      nodeSystem(),
    );
    progress.stop();
    printMessages(edition.messages, flags);
    if (!flags.quiet) {
      const { briefing, files } = edition;
      process.stdout.write(
        `${briefing.facts.length} facts from ${briefing.reports.length} reports\n`,
      );
      for (const { name, bytes } of files) {
        process.stdout.write(`${flags.out}/${name}  ${Math.ceil(bytes.length / 1000)} kB\n`);
      }
    }
    return 'published';
  } catch (error) {
    progress.stop();
    if (!(error instanceof BuildFailure)) throw error;
    printMessages(error.messages, flags);
    return exitOf(error.messages);
  }
}

// ---------------------------------------------------------------------------------------------
// What is printed

/** Print messages by file, in the grammar of the unified ecosystem. */
function printMessages(messages: readonly VFileMessage[], { verbose, quiet }: BuildFlags): void {
  const shown = messages.filter(
    (made) => isFatal(made) || (!quiet && made.fatal === false) || verbose,
  );
  const files = [...new Set(shown.map(({ file }) => file ?? ''))].map((path) => {
    const file = new VFile({ path });
    file.messages.push(...shown.filter((made) => (made.file ?? '') === path));
    // Where in the program it was noticed helps only who mends the program.
    if (!verbose) for (const made of file.messages) made.cause = undefined;
    return file;
  });
  if (files.length > 0) process.stderr.write(`${reporter(files)}\n`);
}

interface Progress {
  readonly stage: (name: string) => void;
  readonly stop: () => void;
}

/** Show the stage on a terminal; where there is none, only when asked to say more. */
async function startProgress({ verbose, quiet }: BuildFlags): Promise<Progress> {
  if (verbose) {
    let last: { name: string; since: number } | undefined;
    const end = () => {
      if (last)
        process.stderr.write(`${last.name}  ${Math.round(performance.now() - last.since)} ms\n`);
    };
    const stage = (name: string) => {
      end();
      last = { name, since: performance.now() };
    };
    return { stage, stop: end };
  }
  if (quiet || !process.stderr.isTTY) return { stage: () => undefined, stop: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream: process.stderr }).start();
  const stage = (name: string) => {
    spinner.text = name;
  };
  return { stage, stop: () => spinner.stop() };
}

// ---------------------------------------------------------------------------------------------

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
