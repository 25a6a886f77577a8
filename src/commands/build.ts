import { BuildFailure, type ExitName, exitOf } from '../messages.ts';
import type { AskedFormats } from '../own-format.ts';
import type { ScorerName } from '../scorer-names.ts';
import { VERSION } from '../version.ts';
import { lastIfUnchanged, saying } from './last-edition.ts';
import { pollFeeds } from './poll.ts';
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
  around: Around,
): Promise<ExitName> {
  const { out, format, scorer, templates, theme, generated, fresh, poll } = flags;
  const { print, environment } = around;
  const { nodeSystem } = await import('../system/index.ts');
  const progress = await print.progress();
  try {
    const system = nodeSystem(environment);
    if (poll) await pollFeeds(folder, system, around);
    const same = await lastIfUnchanged(folder, flags, system);
    if (same) {
      progress.stop();
      print.messages(same.messages);
      print.event({ event: 'unchanged', folder, out, edition: same.edition }, saying(same, out));
      return 'published';
    }
    // Loaded only where there is something to build: it takes longer than to see that there is not.
    const { build, loadFormats } = await import('../index.ts');
    const formats = format && (await loadFormats(format, system));
    const onWait = () => progress.step(`another build is at work in ${out}: waiting for it`);
    const told = { onStage: progress.step, onRead: progress.share, onWait };
    const asked = { folder, out, formats, scorer, templates, theme, generated, fresh };
    const options = { ...asked, version: VERSION, ...told };
    const { number, isNew, briefing, files, messages } = await build(options, system);
    progress.stop();
    print.messages(messages);
    const [facts, reports] = [briefing.facts.length, briefing.reports.length];
    const counts = `${facts} facts from ${reports} reports`;
    const made = { folder, out, edition: number, facts, reports };
    if (isNew) {
      const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
      const lines = sizes.map(({ name, bytes }) => `${out}/${name}  ${Math.ceil(bytes / 1000)} kB`);
      print.event(
        { event: 'published', ...made, files: sizes },
        [`${counts}, edition ${number}`, ...lines].join('\n'),
      );
    } else {
      print.event({ event: 'unchanged', ...made }, `${counts}, unchanged: edition ${number} stays`);
    }
    return 'published';
  } catch (error) {
    progress.stop();
    if (!(error instanceof BuildFailure)) throw error;
    print.messages(error.messages);
    return exitOf(error.messages);
  }
}
