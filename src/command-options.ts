import { type Command, Option } from 'commander';
import { count, formats, type Loudness, named } from './commands/index.ts';
import type { AskedFormats } from './own-format.ts';
import { DEFAULT_SCORER, SCORERS, type ScorerName } from './scorer-names.ts';

/** Options that several commands have. */

/** What may be said of a build. */
export interface BuildOptions extends Loudness {
  readonly out: string;
  readonly format?: AskedFormats;
  readonly scorer: ScorerName;
  readonly templates?: string;
  readonly theme?: string;
  readonly poll?: true;
  /** How many briefings of a folder that holds many are built at a time. */
  readonly jobs?: number;
}

/** Have a command build as `build` does. */
export const buildsToo = (command: Command): Command =>
  command
    .argument(
      '[folder]',
      'folder with the reports and briefing.yaml, or with folders of such',
      named,
      'articles',
    )
    .option('-o, --out <dir>', 'folder to publish to', named, 'output')
    .option('-f, --format <list>', 'as with build', formats)
    .addOption(scorer())
    .option('--theme <name>', 'as with build', named)
    .option('--templates <dir>', 'as with build', named)
    .option('-j, --jobs <count>', 'as with build', count)
    .addOption(verbose())
    .addOption(quiet());

export function verbose(): Option {
  return new Option('-v, --verbose', 'say more: notes, stages, times').conflicts('quiet');
}

export function scorer(): Option {
  return new Option('-s, --scorer <name>', 'what tells which passages state one fact')
    .choices(SCORERS)
    .default(DEFAULT_SCORER);
}

export function quiet(): Option {
  return new Option('-q, --quiet', 'say nothing but failures');
}
