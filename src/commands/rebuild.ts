import { BuildFailure, type ExitName, exitOf } from '../messages.ts';
import type { System } from '../system/index.ts';
import { VERSION } from '../version.ts';
import type { BuildFlags } from './build.ts';
import { lastIfUnchanged, saying } from './last-edition.ts';
import { pollFeeds } from './poll.ts';
import type { Around } from './surroundings.ts';

/** What came of one of many builds. */
export interface Rebuilt {
  readonly exit: ExitName;
  /** Whether the folder of the reports is not there. */
  readonly folderMissing: boolean;
}

/** Builds once more, and says what came of it. Throws nothing. */
export type Rebuild = (system: System) => Promise<Rebuilt>;

/**
 * Make what builds a folder again and again. Each build says in one line what came of it; one that
 * fails, or a bug, ends no more than itself.
 *
 * @throws BuildFailure where a format of the user's own cannot be loaded.
 */
export async function rebuilding(
  folder: string,
  flags: BuildFlags,
  around: Around,
): Promise<Rebuild> {
  const { build, loadFormats, nodeSystem } = await import('../index.ts');
  const formats = flags.format && (await loadFormats(flags.format, nodeSystem(around.environment)));
  const { out, scorer, templates, theme, generated, fresh } = flags;
  const wishes = { scorer, templates, theme, generated, fresh };
  const asked = { folder, out, formats, ...wishes, version: VERSION };
  const { print } = around;
  return async (system) => {
    const since = system.now();
    const seconds = () => `${((system.now() - since) / 1000).toFixed(1)} s`;
    const progress = await print.progress();
    try {
      if (flags.poll) await pollFeeds(folder, system, around);
      const same = await lastIfUnchanged(folder, flags, system);
      if (same) {
        progress.stop();
        print.messages(same.messages);
        const text = `${saying(same, out)}, in ${seconds()}`;
        print.event({ event: 'unchanged', folder, out, edition: same.edition }, text);
        return { exit: 'published', folderMissing: false };
      }
      const onWait = () => progress.step(`another build is at work in ${out}: waiting for it`);
      const told = { onStage: progress.step, onRead: progress.share, onWait };
      const { number, isNew, briefing, files, messages } = await build(
        { ...asked, ...told },
        system,
      );
      progress.stop();
      print.messages(messages);
      const [facts, reports] = [briefing.facts.length, briefing.reports.length];
      const outcome = isNew ? `edition ${number}` : `unchanged: edition ${number} stays`;
      const made = { folder, out, edition: number, facts, reports };
      const sizes = files.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
      print.event(
        isNew ? { event: 'published', ...made, files: sizes } : { event: 'unchanged', ...made },
        `${facts} facts from ${reports} reports, ${outcome}, in ${seconds()}`,
      );
      return { exit: 'published', folderMissing: false };
    } catch (error) {
      progress.stop();
      const rebuilt = failed(error);
      print.event(
        { event: 'unbuilt', folder, exit: rebuilt.exit, ms: system.now() - since },
        `not built, after ${seconds()}; what is published stays`,
      );
      return rebuilt;
    }
  };

  /** Say why it failed. What is no failure of a build is a bug, and told as one. */
  function failed(error: unknown): Rebuilt {
    if (error instanceof BuildFailure) {
      print.messages(error.messages);
      const folderMissing = error.messages.some(({ ruleId }) => ruleId === 'folder-missing');
      return { exit: exitOf(error.messages), folderMissing };
    }
    const { message: reason, stack = reason } =
      error instanceof Error ? error : new Error(String(error));
    const text = `This is a bug of Synoptic. Please report it.\n${stack}`;
    print.event({ event: 'bug', reason, stack }, text);
    return { exit: 'internal', folderMissing: false };
  }
}
