import type { ExitName } from '../messages.ts';
import type { AskedFormats } from '../own-format.ts';
import type { ScorerName } from '../scorer-names.ts';
import { buildOnce } from './build-once.ts';
import { exitFor } from './failing.ts';
import type { Around } from './surroundings.ts';

export interface BuildFlags {
  readonly out: string;
  readonly format?: AskedFormats;
  readonly scorer: ScorerName;
  readonly templates?: string;
  readonly theme?: string;
  /** The moment the briefing speaks for, ISO 8601. */
  readonly generated: string | undefined;
  /** Whether nothing is used that earlier builds made. */
  readonly fresh?: true;
  /** Whether the feeds of the folder are polled first. */
  readonly poll?: true;
}

/** Build a briefing, and say what was published. */
export async function runBuild(
  folder: string,
  flags: BuildFlags,
  { print, environment }: Around,
): Promise<ExitName> {
  const { nodeSystem } = await import('../system/index.ts');
  const progress = await print.progress();
  try {
    const means = { system: nodeSystem(environment), print, progress };
    const { event, text, files } = await buildOnce(folder, flags, means);
    const lines = files.map(
      ({ name, bytes }) => `${flags.out}/${name}  ${Math.ceil(bytes / 1000)} kB`,
    );
    print.event(event, [text, ...lines].join('\n'));
    return 'published';
  } catch (error) {
    progress.stop();
    return exitFor(error, print);
  }
}
